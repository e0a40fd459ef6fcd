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
  // A target that was replaced as a whole is found back by its id. Nothing outside the new part takes the focus: the
  // reader may be typing there.
  const target = event.detail.ctx?.target;
  const fresh = target?.isConnected ? target : document.getElementById(target?.id ?? "");
  enhance(fresh ?? document.body);
  if (fresh) focusNew(fresh, true);
});
