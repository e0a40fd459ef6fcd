// What tests and journeys cost: the ten slowest, and the sum of each capability beside its budget.
import { readFile } from "node:fs/promises";
import path from "node:path";

/** Seconds that one capability may add to the whole (architecture page, "Budgets"). */
const BUDGET = 90;
const SLOWEST = 10;

/** A test of the integration binary belongs to the capability that its module is named after; a unit test to its crate. */
const room = (suite, name) => (suite.endsWith("::it") ? name.split("::")[0] : suite);

async function tests(report) {
  const said = await readFile(report, "utf8").catch(() => "");
  const cases = said.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*? time="([\d.]+)"/g);
  return [...cases].map(([, name, suite, time]) => ({ name, room: room(suite, name), seconds: Number(time) }));
}

async function journeys(report) {
  const results = JSON.parse(await readFile(report, "utf8").catch(() => "[]"));
  return results.map(({ journey, mode, seconds, capability }) => ({ name: `${journey} [${mode}]`, room: capability ?? `journey ${journey}`, seconds }));
}

/** Lines for the end of the test command. Tests run side by side, so the sums are more than the time that went by. */
export async function times({ junit, walked }) {
  const all = [...(await tests(junit)), ...(await journeys(walked))];
  const spent = new Map();
  for (const { room, seconds } of all) spent.set(room, (spent.get(room) ?? 0) + seconds);
  const sums = [...spent].map(([room, seconds]) => ({ room, seconds }));
  const line = ({ seconds }, name) => `  ${seconds.toFixed(1).padStart(7)} s  ${name}`;
  const byTime = (one, other) => other.seconds - one.seconds;
  return [
    `the ${SLOWEST} slowest`,
    ...all.sort(byTime).slice(0, SLOWEST).map((one) => line(one, one.name)),
    `by capability, of ${BUDGET} s (in all processes together)`,
    ...sums.sort(byTime).map((one) => line(one, one.room)),
  ];
}
