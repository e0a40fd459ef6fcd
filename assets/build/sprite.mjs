// Makes one SVG file with a symbol per icon named in icons.json. Opened by itself the
// file shows the mark, so that it serves as the site's icon too: one request fewer.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDER = "node_modules/@tabler/icons/icons/outline";

function inner(svg) {
  return svg
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<path stroke="none"[^>]*\/>/, "")
    .replace(/\s*\n\s*/g, "")
    .replace(/ \/>/g, "/>");
}

/** Returns the sprite; the attributes of the drawing stand once, on each symbol's user. */
export async function sprite(root) {
  const names = JSON.parse(await readFile(join(root, "icons.json"), "utf8"));
  const symbols = await Promise.all(
    names.map(async (name) => {
      const svg = await readFile(join(root, FOLDER, `${name}.svg`), "utf8");
      return `<symbol id="${name}" viewBox="0 0 24 24">${inner(svg)}</symbol>`;
    }),
  );
  const mark = await readFile(join(root, "img/favicon.svg"), "utf8");
  return mark.trim().replace("</svg>", `${symbols.join("")}</svg>`);
}
