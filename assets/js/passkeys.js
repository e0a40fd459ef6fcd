import { once } from "./panels.js";

function bytes(text) {
  const raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(raw, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  if (!buffer) return undefined;
  const raw = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(raw).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

const withBytes = (list) => list?.map((item) => ({ ...item, id: bytes(item.id) }));

function parse(kind, options) {
  const native = kind === "register" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
  if (PublicKeyCredential[native]) return PublicKeyCredential[native](options);
  const parsed = { ...options, challenge: bytes(options.challenge) };
  if (options.user) parsed.user = { ...options.user, id: bytes(options.user.id) };
  if (options.excludeCredentials) parsed.excludeCredentials = withBytes(options.excludeCredentials);
  if (options.allowCredentials) parsed.allowCredentials = withBytes(options.allowCredentials);
  return parsed;
}

function toJson(credential) {
  // Some password managers offer toJSON and fail in it.
  try {
    if (credential.toJSON) return credential.toJSON();
  } catch {}
  const { response } = credential;
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      authenticatorData: text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: text(response.userHandle),
      transports: response.getTransports?.(),
    },
  };
}

async function post(url, body, type) {
  const headers = { Accept: "application/json", "Content-Type": type };
  const response = await fetch(url, { method: "POST", headers, body, credentials: "same-origin" });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.detail ?? answer.title ?? "");
  return answer;
}

async function run(kind, form) {
  const fields = new URLSearchParams(new FormData(form));
  const { optionsUrl, finishUrl } = form.dataset;
  const given = await post(optionsUrl, fields, "application/x-www-form-urlencoded");
  const publicKey = parse(kind, given.publicKey ?? given);
  const ask = kind === "register" ? "create" : "get";
  const credential = await navigator.credentials[ask]({ publicKey });
  const answer = await post(finishUrl, JSON.stringify(toJson(credential)), "application/json");
  location.assign(answer.location ?? "/");
}

function wire(kind, form) {
  form.hidden = false;
  const message = form.querySelector("[data-message]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    message.textContent = "";
    try {
      await run(kind, form);
    } catch (error) {
      // The browser's own refusals are in its language and of no help; the server's are in ours.
      const ours = error.name === "Error" && error.message;
      message.textContent = ours || form.dataset.failed;
    }
  });
}

export function passkeys(root) {
  if (!window.PublicKeyCredential) return;
  once(root, "form[data-passkey-register]", (form) => wire("register", form));
  once(root, "form[data-passkey-login]", (form) => wire("login", form));
}
