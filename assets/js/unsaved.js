// Warns before unsaved input is lost. A form asks for it with data-warn-unsaved.
const changed = new Set();

export function saved(form) {
  changed.delete(form);
}

export function unsaved() {
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.matches("[data-warn-unsaved], [data-autosave]")) changed.add(form);
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented || event.target.matches("[hx-post], [data-hx-post]")) saved(event.target);
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
}
