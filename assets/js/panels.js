// Details that lie open on a wide page where the style sheet cannot do it, and
// a panel that closes when one looks elsewhere.
const styledOpen = window.CSS?.supports?.("selector(::details-content)");
const wide = window.matchMedia("(min-width: 52em)");

function openOnWide(details) {
  const follow = () => {
    details.open = wide.matches;
  };
  follow();
  wide.addEventListener("change", follow);
}

function closeOutside(details) {
  const close = (event) => {
    if (!details.contains(event.target)) details.open = false;
  };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary").focus();
  });
}

function once(root, selector, act) {
  for (const element of root.querySelectorAll(selector)) {
    if (element.dataset.ready) continue;
    element.dataset.ready = "yes";
    act(element);
  }
}

export function panels(root) {
  if (!styledOpen) once(root, "details[data-open-wide]", openOnWide);
  once(root, "details[data-close-outside]", closeOutside);
  once(root, "button[data-print]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
}

export { once };
