// Warns before unsaved input is lost: in every form that sends what somebody
// wrote. A form in which nothing of worth is lost says data-leave-freely.
const WRITTEN = "textarea, input:is(:not([type]), [type=text], [type=email], [type=tel], [type=url], [type=date], [type=time])";

// Per form how often it was changed; gone once that was kept.
const changed = new Map();

/** How often this form was changed since it was kept. */
export function changes(form) {
  return changed.get(form) ?? 0;
}

/** What was in the form after so many changes is kept; what was typed later is not. */
export function saved(form, kept = changes(form)) {
  if (changes(form) === kept) changed.delete(form);
}

function warns(form, field) {
  if (form?.getAttribute("method")?.toLowerCase() !== "post" || form.matches("[data-leave-freely]")) return false;
  return form.matches("[data-warn-unsaved], [data-autosave]") || field.matches(WRITTEN);
}

export function unsaved() {
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (warns(form, event.target)) changed.set(form, changes(form) + 1);
  });
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented || event.target.matches("[hx-post], [data-hx-post]")) saved(event.target);
  });
  window.addEventListener("beforeunload", (event) => {
    if ([...changed.keys()].some((form) => form.isConnected)) event.preventDefault();
  });
}
