import { once } from "./panels.js";
import { saved } from "./unsaved.js";

const PAUSE_MS = 1500;

async function store(form, status) {
  // A file is sent once, with the form itself.
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
  const response = await fetch(form.dataset.autosave, {
    method: "POST",
    headers: { "X-Autosave": "1" },
    body: new URLSearchParams(fields),
    credentials: "same-origin",
  }).catch(() => null);
  const well = response?.ok;
  if (well) saved(form);
  if (status) status.textContent = well ? status.dataset.saved : status.dataset.failed;
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
