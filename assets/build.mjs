// Bundles style sheet, script, font and icons into dist/, each with a content
// hash in its name and, for text, a compressed copy beside it, so that the
// server only has to hand out files that never change.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "esbuild";
import { styleSheet } from "./build/css.mjs";
import { fontFiles } from "./build/fonts.mjs";
import { appleIcon } from "./build/png-icon.mjs";
import { sprite } from "./build/sprite.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const COMPRESSED = new Set([".css", ".js", ".json", ".svg", ".webmanifest"]);
const manifest = {};

async function compressedCopies(path, bytes) {
  const [gz, br] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
  return { gz: gz.length, br: br.length };
}

/** Writes one asset under its hashed name and remembers it in the manifest. */
async function emit(name, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`;
  const path = join(dist, hashed);
  await writeFile(path, bytes);
  const small = COMPRESSED.has(extension) ? await compressedCopies(path, bytes) : {};
  manifest[name] = hashed;
  const note = small.gz ? `, ${small.gz} gzip, ${small.br} brotli` : "";
  console.log(`${hashed}: ${bytes.length} bytes${note}`);
}

async function script() {
  const result = await build({
    absWorkingDir: here,
    entryPoints: ["js/app.js"],
    bundle: true,
    minify: true,
    format: "esm",
    // htmx uses private class fields; browsers without them keep the plain pages.
    target: ["es2022"],
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0].contents;
}

async function webManifest() {
  const text = await readFile(join(here, "img/site.webmanifest"), "utf8");
  const data = JSON.parse(text);
  for (const icon of data.icons) icon.src = manifest[icon.src] ?? icon.src;
  return JSON.stringify(data);
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

for (const [name, bytes] of await fontFiles(here)) await emit(name, bytes);
await emit("icons.svg", await sprite(here));
await emit("favicon.svg", await readFile(join(here, "img/favicon.svg")));
await emit("apple-touch-icon.png", appleIcon(180));
await emit("site.webmanifest", await webManifest());
await emit("app.css", await styleSheet(here, "theme/app.css", manifest));
await emit("embed.css", await styleSheet(here, "theme/embed.css", manifest));
await emit("app.js", await script());

const sorted = Object.fromEntries(Object.entries(manifest).sort());
await writeFile(join(dist, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
