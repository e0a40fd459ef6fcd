// What was proven once is not proven again on this machine: hashes of what was looked at, with all that decides about it (the tools
// as locked, their settings, style sheet and script). They lie in target/proven, so a clean clone and `cargo clean` look at
// everything; so does SAMENSTUUR_PROVE=all.
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const FOLDER = path.join(ROOT, "target/proven");
const DECIDES = ["e2e/package-lock.json", "e2e/.htmlvalidate.json", "e2e/lib/checks.mjs", "e2e/lib/browser.mjs", "e2e/lighthouse.mjs"];

const sum = (...parts) => parts.reduce((hash, part) => hash.update(part).update("\0"), createHash("sha256")).digest("hex");

/** Files of a folder and of those in it. */
const within = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();

function salt() {
  const dist = path.join(ROOT, "assets/dist");
  const files = [...DECIDES.map((file) => path.join(ROOT, file)), ...(existsSync(dist) ? within(dist) : [])];
  return sum(...files.flatMap((file) => [path.relative(ROOT, file), readFileSync(file)]));
}

/** Markup without its words: two pages with the same skeleton give a checker the same work. */
export const skeleton = (html) =>
  html
    .replace(/ (alt|title|placeholder|aria-label|value|content|href|action|src|datetime)="[^"]+"/g, " $1=x")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")
    .replace(/>[^<>]*[^<>\s][^<>]*</g, ">x<")
    .replace(/>\s+</g, "><");

/** What one kind of look has proven. */
export class Proven {
  constructor(kind) {
    this.file = path.join(FOLDER, kind);
    this.salt = salt();
    const known = process.env.SAMENSTUUR_PROVE !== "all" && existsSync(this.file);
    this.known = new Set(known ? readFileSync(this.file, "utf8").split("\n") : []);
  }

  has(...parts) {
    return this.known.has(sum(this.salt, ...parts));
  }

  add(...parts) {
    const key = sum(this.salt, ...parts);
    if (this.known.has(key)) return;
    this.known.add(key);
    mkdirSync(FOLDER, { recursive: true });
    appendFileSync(this.file, `${key}\n`);
  }
}
