// Lighthouse over the public pages of the demo town, as a telephone sees them: 100 is asked for accessibility, best practices
// and findability. Speed is not looked at here, which halves the time: `make bench` measures it.
//
//   node e2e/lighthouse.mjs [--speed] [PATH …]
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import lighthouse from "lighthouse";
import { Proven, skeleton } from "../tools/testing/proven.mjs";
import { launch } from "./lib/browser.mjs";
import { freePort, makeTown, ROOT, Server } from "./lib/server.mjs";

const OUT = path.join(ROOT, "e2e", "out");
const proven = new Proven("lighthouse");
const ASKED = ["accessibility", "best-practices", "seo"];
// Speed is scored for those who ask, and never fails: this machine's other work must not decide whether a test passes.
const LOOKED_AT = process.argv.includes("--speed") ? [...ASKED, "performance"] : ASKED;
const PAGES = ["/", "/vacatures", "/aanbod", "/hulpvragen", "/organisaties", "/inloggen", "/toegankelijkheid"];

/** One vacancy, the form to respond to it, and one organisation. */
async function details(base) {
  const first = async (list, pattern) => {
    const found = (await (await fetch(base + list)).text()).match(pattern)?.[0];
    if (!found) throw new Error(`${list} links to no ${pattern}`);
    return found;
  };
  const vacancy = await first("/vacatures", /\/vacatures\/[0-9a-f-]{36}/);
  return [vacancy, `${vacancy}/reageer`, await first("/organisaties", /\/organisaties\/[0-9a-f-]{36}/)];
}

/** What decides about the scores of a page: its markup and what it is sent with. */
async function sent(url) {
  const answer = await fetch(url);
  const headers = [...answer.headers].filter(([name]) => !["date", "etag", "content-length", "x-request-id", "set-cookie"].includes(name));
  const text = await answer.text();
  // What search engines are told stands in the head, in words that a skeleton leaves out.
  const head = text.slice(0, text.indexOf("</head>")).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replaceAll(new URL(url).origin, "");
  return [`${answer.status} ${JSON.stringify(headers)}`.replace(/nonce-[^' ]+/g, "nonce"), head, skeleton(text)];
}

async function look(url, port) {
  const { lhr } = await lighthouse(url, { port, logLevel: "error", onlyCategories: LOOKED_AT });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, score]));
  const faults = ASKED.flatMap((name) => lhr.categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => {
      const { title, details: more } = lhr.audits[id];
      return `${id}: ${title} ${JSON.stringify(more?.items?.slice(0, 3) ?? [])}`;
    });
  for (const name of ASKED) if (scores[name] < 1 && faults.length === 0) faults.push(`${name} is ${scores[name]}`);
  return { scores, faults };
}

await mkdir(OUT, { recursive: true });
const asked = process.argv.slice(2).filter((word) => word !== "--speed");
const port = await freePort();
const results = [];
let town, server, browser;
try {
  town = await makeTown();
  server = await Server.start({ town, log: path.join(OUT, "lighthouse.log") });
  browser = await launch(16, [`--remote-debugging-port=${port}`]);
  const pages = asked.length > 0 ? asked : [...PAGES, ...(await details(server.base))];
  for (const page of pages) {
    const parts = LOOKED_AT === ASKED ? await sent(server.base + page) : [];
    if (parts.length > 0 && proven.has(...parts)) {
      results.push({ page, scores: {}, faults: [], proven: true });
      console.log(`ok     ${page}: as it was proven before`);
      continue;
    }
    const { scores, faults } = await look(server.base + page, port);
    if (parts.length > 0 && faults.length === 0) proven.add(...parts);
    results.push({ page, scores, faults });
    const told = Object.entries(scores).map(([name, score]) => `${name} ${Math.round(score * 100)}`);
    console.log(`${faults.length === 0 ? "ok    " : "FAILED"} ${page}: ${told.join(", ")}`);
    for (const fault of faults) console.log(`       ${fault}`);
  }
} finally {
  await browser?.close();
  await server?.stop();
  if (town) await rm(town, { recursive: true, force: true });
}
await writeFile(path.join(OUT, "lighthouse.json"), JSON.stringify(results, null, 2));
process.exitCode = results.every(({ faults }) => faults.length === 0) ? 0 : 1;
