// Runs the steps of steps.mjs one after another, keeps what each said in target/test-logs, and ends with one table.
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import path from "node:path";
import { LOGS, REPORTS, ROOT, steps } from "./steps.mjs";
import { times } from "./times.mjs";

const TAIL = 200;
const wanted = process.argv.slice(2);

if (wanted.includes("--list")) {
  for (const { name, what } of steps) console.log(`${name.padEnd(10)} ${what}`);
  process.exit(0);
}
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Choose from ${steps.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

/** Runs a command with everything it says in the step's log. Answers its exit code. */
function runner(log) {
  return (command, args = [], env = {}) =>
    new Promise((done) => {
      log.write(`$ ${[command, ...args].join(" ")}\n`);
      const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.pipe(log, { end: false });
      child.stderr.pipe(log, { end: false });
      child.once("error", (reason) => {
        log.write(`${reason.message}\n`);
        done(127);
      });
      child.once("close", (code) => done(code ?? 1));
    });
}

/** Beside what it may cost; nothing passes or fails by it, speed is for people to look at. */
const spent = (from, budget) => `${seconds(from)} of ${budget}`;
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** A step that throws failed once; one that answers says how much passed and failed, in one row or several. */
async function perform(step, broken) {
  const file = path.join(LOGS, `${step.name}.log`);
  const log = createWriteStream(file);
  const needs = (step.needs ?? []).filter((name) => broken.has(name));
  if (needs.length > 0) return { rows: [{ part: step.name, failed: 1, note: `not run: ${needs.join(", ")} failed` }], file };
  try {
    const rows = await step.run({ run: runner(log), note: (line) => log.write(`${line}\n`), file });
    return { rows, file };
  } catch (reason) {
    log.write(`${reason.stack}\n`);
    return { rows: [{ part: step.name, failed: 1, note: reason.message.split("\n")[0] }], file };
  } finally {
    await new Promise((done) => log.end(done));
  }
}

async function tell(file, failed) {
  const lines = (await readFile(file, "utf8").catch(() => "")).trimEnd().split("\n");
  const shown = failed ? lines.slice(-TAIL) : lines.filter((line) => line.includes("!!!"));
  for (const line of shown) console.log(`    ${line}`);
}

await rm(LOGS, { recursive: true, force: true });
await mkdir(LOGS, { recursive: true });
const chosen = steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const broken = new Set();
const table = [];
const whole = performance.now();
for (const step of chosen) {
  const began = performance.now();
  console.log(`--- ${step.name}: ${step.what}`);
  const { rows, file } = await perform(step, broken);
  const failed = rows.some((row) => row.failed > 0);
  if (failed) broken.add(step.name);
  await tell(file, failed);
  console.log(`    ${failed ? "FAILED" : "ok"} after ${seconds(began)}${failed ? ` (whole log: ${path.relative(ROOT, file)})` : ""}`);
  rows.forEach((row, index) => table.push({ passed: 0, failed: 0, skipped: 0, note: "", time: index ? "" : spent(began, step.budget), ...row }));
}

const columns = ["part", "passed", "failed", "skipped", "time", "note"];
const width = (column) => Math.max(column.length, ...table.map((row) => String(row[column]).length));
const line = (row) =>
  columns
    .map((column) => (/^(part|note)$/.test(column) ? String(row[column]).padEnd(width(column)) : String(row[column]).padStart(width(column))))
    .join("  ")
    .trimEnd();
const summary = [
  line(Object.fromEntries(columns.map((column) => [column, column]))),
  columns.map((column) => "-".repeat(width(column))).join("  "),
  ...table.map(line),
].join("\n");
const sum = (column) => table.reduce((total, row) => total + row[column], 0);
const slow = (await times(REPORTS)).join("\n");
await writeFile(path.join(LOGS, "times.txt"), `${slow}\n`);
console.log(`\n${slow}\n\n${summary}\n\n${seconds(whole)} in all; logs in ${path.relative(ROOT, LOGS)}`);
await writeFile(path.join(LOGS, "summary.txt"), `${summary}\n`);
const skipped = sum("skipped");
const totals = `${sum("passed")} passed, ${sum("failed")} failed${skipped ? `, ${skipped} skipped` : ""}`;
await writeFile(path.join(LOGS, "totals.txt"), `${totals}\n`);
console.log(totals);
process.exitCode = broken.size === 0 ? 0 : 1;
