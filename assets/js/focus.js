/**
 * Moves the focus to what `[data-focus]` marks: the summary of errors, the
 * message, the new list. On a first load only errors and messages take it, and
 * only if the reader has not begun elsewhere.
 */
export function focusNew(root, swapped) {
  const goal = root.matches?.("[data-focus]") ? root : root.querySelector("[data-focus]");
  if (!goal) return;
  if (!swapped && location.hash) return;
  if (!goal.hasAttribute("tabindex")) goal.tabIndex = -1;
  goal.focus();
}
