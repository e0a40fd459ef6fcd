import { once } from "./panels.js";
import { changes, saved } from "./unsaved.js";

const PAUSE_MS = 1500;

// What is wrong, as the page with the same form says it.
async function faults(response) {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return [...page.querySelectorAll(".ss-errors li")].map((item) => item.textContent.trim());
}

async function told(status, response) {
  if (response?.ok) return status.dataset.saved;
  if (response?.status !== 422) return status.dataset.failed;
  return [status.dataset.wrong, ...(await faults(response))].join(" ");
}

async function store(form, status) {
  // A file is sent once, with the form itself.
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const sent = changes(form);
  const response = await fetch(form.dataset.autosave, {
    method: "POST",
    headers: { "X-Autosave": "1" },
    body: new URLSearchParams(fields),
    credentials: "same-origin",
  }).catch(() => null);
  if (response?.ok) saved(form, sent);
  if (status) status.textContent = await told(status, response);
}

/** Sends a form with `data-autosave="URL"` there whenever its writer pauses. */
export function autosave(root) {
  once(root, "form[data-autosave]", (form) => {
    const status = form.querySelector("[data-autosave-status]");
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => store(form, status), PAUSE_MS);
    });
    form.addEventListener("submit", () => clearTimeout(waiting));
  });
}
