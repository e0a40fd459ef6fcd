// Cuts the open font down to the letters and weights the pages use. The Latin
// file is fetched on every first view, so its size counts; the extended file is
// fetched only where a name needs it (Polish, Turkish, Hungarian and so on).
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

const PACKAGE = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files";
const WEIGHTS = { wght: { min: 400, max: 700, default: 400 } };

function range(from, to) {
  let text = "";
  for (let code = from; code <= to; code += 1) text += String.fromCodePoint(code);
  return text;
}

const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœ‐–—‘’“”„•…′″€←↑→↓−×`;
const LATIN_EXTENDED = range(0x100, 0x17f) + range(0x218, 0x21b) + range(0x1e80, 0x1e9e);

/** Returns pairs of logical name and woff2 bytes. */
export async function fontFiles(root) {
  const cut = async (name, source, letters) => {
    const bytes = await readFile(join(root, PACKAGE, source));
    const options = { targetFormat: "woff2", variationAxes: WEIGHTS, noLayoutClosure: true };
    return [name, await subsetFont(bytes, letters, options)];
  };
  return Promise.all([
    cut("text.woff2", "atkinson-hyperlegible-next-latin-wght-normal.woff2", LATIN),
    cut("text-ext.woff2", "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2", LATIN_EXTENDED),
  ]);
}
