import { once } from "./panels.js";

async function shareOrCopy(button) {
  const url = new URL(button.dataset.url || location.href, location.href).href;
  const title = button.dataset.title || document.title;
  if (navigator.share) {
    // Leaving the sheet without choosing is no error.
    await navigator.share({ title, url }).catch(() => {});
    return;
  }
  await navigator.clipboard.writeText(url);
  const words = button.querySelector("span") ?? button;
  const before = words.textContent;
  words.setAttribute("role", "status");
  words.textContent = button.dataset.copied;
  setTimeout(() => {
    words.textContent = before;
  }, 4000);
}

export function share(root) {
  if (!navigator.share && !navigator.clipboard) return;
  once(root, "button[data-share]", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => shareOrCopy(button));
  });
}
