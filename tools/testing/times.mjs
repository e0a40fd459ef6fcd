// What tests and journeys cost: the ten slowest, and the sum of each capability beside its budget.
import { readFile } from "node:fs/promises";
import path from "node:path";

/** Seconds that one capability may add to the whole (architecture page, "Budgets"). */
const BUDGET = 90;
const SLOWEST = 10;

/** A unit test belongs to its crate; one of the integration binary to the capability in whose folder its module lies. */
async function rooms(main) {
  const said = await readFile(main, "utf8").catch(() => "");
  const lies = said.matchAll(/capabilities\/(\w+)\/tests\/(\w+)\.rs/g);
  const known = new Map([...lies].map(([, capability, module]) => [module, capability]));
  return (suite, name) => (suite.endsWith("::it") ? (known.get(name.split("::")[0]) ?? "the whole") : suite.replaceAll("-", "_"));
}

async function tests(report, room) {
  const said = await readFile(report, "utf8").catch(() => "");
  const cases = said.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*? time="([\d.]+)"/g);
  return [...cases].map(([, name, suite, time]) => ({ name, room: room(suite, name), seconds: Number(time) }));
}

async function journeys(report) {
  const results = JSON.parse(await readFile(report, "utf8").catch(() => "[]"));
  return results.map(({ journey, mode, seconds, capability }) => ({ name: `${journey} [${mode}]`, room: capability ?? "the whole", seconds }));
}

/** Lines for the end of the test command. Tests run side by side, so the sums are more than the time that went by. */
export async function times({ junit, walked, binary }) {
  const all = [...(await tests(junit, await rooms(binary))), ...(await journeys(walked))];
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
