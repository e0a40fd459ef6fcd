// Small enhancements. Each stands above a page that works without it: nothing
// here may be the only way to do a thing.
import htmx from "htmx.org";
import { autosave } from "./autosave.js";
import { focusNew } from "./focus.js";
import { nearMe } from "./near-me.js";
import { panels } from "./panels.js";
import { passkeys } from "./passkeys.js";
import { share } from "./share.js";
import { unsaved } from "./unsaved.js";

const enhancements = [panels, share, nearMe, autosave, passkeys];

function enhance(root) {
  for (const enhancement of enhancements) enhancement(root);
}

window.htmx = htmx;
unsaved();
enhance(document);
focusNew(document, false);
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail.ctx?.target ?? document.body;
  const root = target.isConnected ? target : document.body;
  enhance(root);
  focusNew(root, true);
});
