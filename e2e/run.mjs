// Runs the journeys in a real browser: without script, and with script on a small screen with large text. `js`, with script
// on a wide screen, is for those that name it and for the sweep over all pages: script does the same there as when small.
//
//   node e2e/run.mjs [--mode js|nojs|small] [--journey NAME] [--parallel N] [--pictures] [--list]
//
// SAMENSTUUR_BIN names the program (target/debug/samenstuur unless set), SAMENSTUUR_CHROMIUM the browser.
// A journey is a file in the folder journeys of a capability, or in e2e/journeys when it is of all: `export const name`, `export async function run(ctx)`, and if it must,
// `export const modes` (a list, else MODES_OF_ALL), `timeout` (seconds), `server` (options of Server.start: `now`, `args`, `env`, `empty`).
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch, MODES } from "./lib/browser.mjs";
import { Journey } from "./lib/journey.mjs";
import { makeTown, ROOT, Server } from "./lib/server.mjs";

const OUT = path.join(ROOT, "e2e", "out");
const MODES_OF_ALL = ["nojs", "small"];
const CAPABILITIES = path.join(ROOT, "capabilities");

const { values: given } = parseArgs({
  options: {
    mode: { type: "string", multiple: true, default: Object.keys(MODES) },
    journey: { type: "string", multiple: true, default: [] },
    parallel: { type: "string", default: "2" },
    pictures: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});
for (const mode of given.mode) {
  if (!(mode in MODES)) throw new Error(`--mode ${mode}: choose from ${Object.keys(MODES).join(", ")}`);
}

async function loadJourneys() {
  const found = [];
  for (const capability of [undefined, ...(await readdir(CAPABILITIES)).sort()]) {
    const folder = capability ? path.join(CAPABILITIES, capability, "journeys") : path.join(ROOT, "e2e", "journeys");
    const files = await readdir(folder).catch(() => []);
    for (const file of files.filter((name) => name.endsWith(".mjs"))) found.push({ capability, file: path.join(folder, file) });
  }
  const all = await Promise.all(found.map(async ({ capability, file }) => ({ capability, ...(await import(file)) })));
  all.sort((one, other) => one.name.localeCompare(other.name));
  for (const name of given.journey) {
    if (!all.some((journey) => journey.name === name)) throw new Error(`no journey is called ${name}`);
  }
  return given.journey.length === 0 ? all : all.filter(({ name }) => given.journey.includes(name));
}

/** Ends a journey that hangs, so that the others are still told about. */
function within(seconds, work) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`still not done after ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function runOne({ journey, mode }, { browsers, town }) {
  const browser = browsers.get(MODES[mode].text);
  const out = path.join(OUT, mode, journey.name);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const { empty = false, ...options } = journey.server ?? {};
  let server;
  let ctx;
  try {
    server = await Server.start({ ...options, town: empty || options.now ? undefined : town, log: path.join(out, "server.log") });
    ctx = new Journey({ browser, server, mode, out, pictures: given.pictures });
    await within(journey.timeout ?? 120, journey.run(ctx));
    await ctx.close();
    return { ok: true, steps: ctx.steps };
  } catch (reason) {
    await ctx?.pictureOfFailure();
    await ctx?.close().catch(() => {});
    return { ok: false, steps: ctx?.steps ?? 0, reason: reason.stack ?? String(reason) };
  } finally {
    await server?.stop();
  }
}

const journeys = await loadJourneys();
const work = journeys.flatMap((journey) =>
  (journey.modes ?? (given.journey.length > 0 ? Object.keys(MODES) : MODES_OF_ALL)).filter((mode) => given.mode.includes(mode)).map((mode) => ({ journey, mode })),
);
if (given.list) {
  for (const { journey, mode } of work) console.log(`${journey.name} [${mode}]`);
  process.exit(0);
}
if (work.length === 0) throw new Error("nothing to run");

const browsers = new Map();
const results = [];
let town;
try {
  for (const { mode } of work) {
    const { text } = MODES[mode];
    if (!browsers.has(text)) browsers.set(text, await launch(text));
  }
  town = await makeTown();
  const queue = [...work];
  const worker = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) {
      const began = performance.now();
      const result = { journey: item.journey.name, capability: item.journey.capability, mode: item.mode, ...(await runOne(item, { browsers, town })) };
      result.seconds = Number(((performance.now() - began) / 1000).toFixed(1));
      results.push(result);
      console.log(`${result.ok ? "ok    " : "FAILED"} ${result.journey} [${result.mode}] ${result.steps} steps, ${result.seconds} s`);
      if (!result.ok) console.log(result.reason.replace(/^/gm, "       "));
    }
  };
  await Promise.all(Array.from({ length: Number(given.parallel) }, worker));
} finally {
  await Promise.all([...browsers.values()].map((browser) => browser.close()));
  if (town) await rm(town, { recursive: true, force: true });
}

await mkdir(OUT, { recursive: true });
await writeFile(path.join(OUT, "results.json"), JSON.stringify(results, null, 2));
const failed = results.filter(({ ok }) => !ok).length;
console.log(`\npictures and logs: ${path.relative(process.cwd(), OUT) || OUT}`);
console.log(`${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
