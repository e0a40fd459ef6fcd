// The steps of the test command, in the order in which they cost time. A step's `run` answers rows of the summary:
// {part, passed, failed, skipped, note}.
import { existsSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Proven } from "./proven.mjs";
import { doctests, documented, junit } from "./totals.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const TARGET = process.env.CARGO_TARGET_DIR ?? path.join(ROOT, "target");
export const LOGS = path.join(TARGET, "test-logs");
/** What the runners of tests and journeys write down. */
// nextest keeps its report with the checkout, wherever the build products are.
export const REPORTS = { junit: path.join(ROOT, "target/nextest/ci/junit.xml"), walked: path.join(ROOT, "e2e/out/results.json"), binary: path.join(ROOT, "crates/server/tests/it/main.rs") };
const PAGES = path.join(TARGET, "pages");
const MADE_API = path.join(ROOT, "target/openapi.json");
const API = path.join(ROOT, "docs", "openapi.json");
const API_RULES = path.join(ROOT, "../shared/standards/nl-api-design-rules/linter.yaml");
const NPM_BIN = path.join(ROOT, "e2e/node_modules/.bin");

/** One thing that holds or not. */
const check = (part, command, ...args) => ({
  run: async ({ run }) => [(await run(command, args)) === 0 ? { part, passed: 1 } : { part, failed: 1 }],
});

const verdict = (part, code, count = 1) => (code === 0 ? { part, passed: count } : { part, failed: 1 });

async function tests({ run }) {
  // What the tests write for later steps must be of this run.
  await rm(PAGES, { recursive: true, force: true });
  await rm(MADE_API, { force: true });
  const report = REPORTS.junit;
  await rm(report, { force: true });
  // A changed picture of a page fails here; `cargo insta review` is for people.
  const env = { INSTA_UPDATE: "no", INSTA_FORCE_PASS: "0", RUST_BACKTRACE: "1" };
  const code = await run("cargo", ["nextest", "run", "--workspace", "--locked", "--profile", "ci", "--no-tests", "fail"], env);
  if (!existsSync(report)) throw new Error("the tests did not run: they do not compile, or there are none");
  const rows = junit(await readFile(report, "utf8"));
  if (code !== 0 && rows.every(({ failed }) => failed === 0)) rows.push({ part: "the run itself", failed: 1 });
  return rows;
}

/**
 * Compiles everything once, as the tests and `make run` need it, with the lints of clippy beside (tools/lint). Cargo repeats
 * what was said of a crate that did not change since, so no warning is missed.
 */
async function build({ run, file }) {
  const code = await run("cargo", ["test", "--no-run", "--workspace", "--locked"]);
  const warnings = (await readFile(file, "utf8")).match(/^warning(\[\w+\])?: (?!`.*generated \d+ warning)/gm)?.length ?? 0;
  return [verdict("everything compiles", code), verdict("lints", code || warnings)];
}

async function docs({ run, file }) {
  const code = await run("cargo", ["test", "--workspace", "--locked", "--doc", "--no-fail-fast"], { RUSTDOC: path.join(ROOT, "tools/rustdoc") });
  const said = await readFile(file, "utf8");
  const rows = [documented(said), doctests(said)];
  if (code !== 0 && rows.every(({ failed }) => failed === 0)) rows[1].failed = 1;
  return rows;
}

async function pageFiles() {
  if (!existsSync(PAGES)) throw new Error("the page sweep wrote no pages to target/pages");
  const files = (await readdir(PAGES, { recursive: true })).filter((file) => file.endsWith(".html"));
  if (files.length === 0) throw new Error("the page sweep wrote no pages to target/pages");
  return files.map((file) => path.join(PAGES, file)).sort();
}

/** Shows the pages that a checker has not found good before to it. */
async function checkPages(part, pages, command, args, run) {
  const proven = new Proven(part.replace(/\W+/g, "-"));
  const fresh = pages.filter(({ text }) => !proven.has(text));
  const before = pages.length - fresh.length;
  const code = fresh.length === 0 ? 0 : await run(command, [...args, ...fresh.map(({ file }) => file)]);
  if (code === 0) for (const { text } of fresh) proven.add(text);
  return { ...verdict(part, code, pages.length), note: before > 0 ? `${before} proven before` : "" };
}

async function html({ run, note }) {
  const files = await pageFiles();
  const pages = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
  const config = path.join(ROOT, "e2e/.htmlvalidate.json");
  const rows = [await checkPages("HTML: html-validate", pages, path.join(NPM_BIN, "html-validate"), ["--config", config], run)];
  if ((await run("java", ["-version"])) === 0) {
    const jar = path.join(ROOT, "e2e/node_modules/vnu-jar/build/dist/vnu.jar");
    rows.push(await checkPages("HTML: vnu", pages, "java", ["-jar", jar, "--errors-only"], run));
  } else {
    note("!!! no Java here: the HTML checker vnu is left out");
    rows.push({ part: "HTML: vnu", skipped: files.length, note: "no Java" });
  }
  return rows;
}

async function api({ run, note }) {
  if (!existsSync(MADE_API)) throw new Error("the tests wrote no target/openapi.json");
  const same = existsSync(API) && (await readFile(MADE_API, "utf8")).trim() === (await readFile(API, "utf8")).trim();
  const rows = [verdict("OpenAPI: as committed", same ? 0 : 1)];
  if (!same) note("docs/openapi.json is not what the program says. Look at the difference, then: cp target/openapi.json docs/openapi.json");
  if (existsSync(API_RULES)) {
    const args = ["lint", "--fail-severity", "error", "--ruleset", API_RULES, MADE_API];
    rows.push(verdict("OpenAPI: NL API Design Rules", await run(path.join(NPM_BIN, "spectral"), args)));
  } else {
    note("!!! the rule set of the NL API Design Rules is not beside this checkout: left out");
    rows.push({ part: "OpenAPI: NL API Design Rules", skipped: 1, note: "no rule set here" });
  }
  return rows;
}

async function journeys({ run }) {
  const report = REPORTS.walked;
  await rm(report, { force: true });
  const code = await run("node", ["e2e/run.mjs"]);
  if (!existsSync(report)) throw new Error("the journeys did not run");
  const results = JSON.parse(await readFile(report, "utf8"));
  const modes = [...new Set(results.map(({ mode }) => mode))].sort();
  const count = (mode, ok) => results.filter((result) => result.mode === mode && result.ok === ok).length;
  const rows = modes.map((mode) => ({ part: `journeys: ${mode}`, passed: count(mode, true), failed: count(mode, false) }));
  if (code !== 0 && rows.every(({ failed }) => failed === 0)) rows.push({ part: "journeys", failed: 1 });
  return rows;
}

async function lighthouse({ run }) {
  const report = path.join(ROOT, "e2e/out/lighthouse.json");
  await rm(report, { force: true });
  const code = await run("node", ["e2e/lighthouse.mjs"]);
  if (!existsSync(report)) throw new Error("Lighthouse did not run");
  const pages = JSON.parse(await readFile(report, "utf8"));
  const failed = pages.filter(({ faults }) => faults.length > 0).length;
  const before = pages.filter(({ proven }) => proven).length;
  const row = { part: "Lighthouse", passed: pages.length - failed, failed: failed || (code === 0 ? 0 : 1) };
  return [{ ...row, note: before > 0 ? `${before} proven before` : "" }];
}

// `budget` is in seconds, on two cores with nothing built (architecture page, "Budgets").
export const steps = [
  { name: "assets", what: "style sheet, script, font, icons", budget: 20, ...check("assets", "tools/assets") },
  { name: "fmt", what: "formatting", budget: 10, ...check("fmt", "cargo", "fmt", "--all", "--check") },
  { name: "deny", what: "licences, banned crates, sources, advisories", budget: 20, ...check("deny", "tools/deny") },
  { name: "build", what: "everything compiles, without a warning", needs: ["assets"], budget: 720, run: build },
  { name: "tests", what: "rules, both engines, house rules, page sweep", needs: ["build"], budget: 420, run: tests },
  { name: "docs", what: "documentation without warnings, and its examples", needs: ["build"], budget: 60, run: docs },
  { name: "html", what: "every page of the sweep is valid HTML", needs: ["tests"], budget: 40, run: html },
  { name: "api", what: "the API's description and its rule set", needs: ["tests"], budget: 15, run: api },
  { name: "lighthouse", what: "public pages at 100 for accessibility, good practice, search", needs: ["build"], budget: 60, run: lighthouse },
  { name: "journeys", what: "a real browser, three modes, with axe", needs: ["build"], budget: 300, run: journeys },
];
