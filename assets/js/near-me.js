import { once } from "./panels.js";

// Three decimals are about a hundred metres: enough to sort by distance, no more than that.
const DECIMALS = 3;

function ask(button) {
  const form = button.form;
  const status = form.querySelector("[data-near-me-status]");
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const { latitude, longitude } = coords;
      form.elements.near.value = `${latitude.toFixed(DECIMALS)},${longitude.toFixed(DECIMALS)}`;
      form.requestSubmit();
    },
    () => {
      if (status) status.textContent = button.dataset.failed;
    },
    { maximumAge: 600_000, timeout: 10_000 },
  );
}

/** Asks for the place only when tapped, and sends it in the form's `near` field. */
export function nearMe(root) {
  if (!navigator.geolocation || !window.isSecureContext) return;
  once(root, "button[data-near-me]", (button) => {
    if (!button.form?.elements.near) return;
    button.hidden = false;
    button.addEventListener("click", () => ask(button));
  });
}
