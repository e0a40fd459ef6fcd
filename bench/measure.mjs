// Measures what docs/performance.md tells. One command for everything or for one part; it ends what it began.
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { addresses, load } from "./lib/wrk.mjs";
import { PROGRAM, ROOT, SEARCH_BENCH, Server, cleanUp, folder, mebibytesIn, run } from "./lib/program.mjs";
import { faults } from "./lib/faults.mjs";
import { standing } from "./lib/standing.mjs";
import { nodes } from "./lib/nodes.mjs";
import { firstViews } from "./lib/view.mjs";
import { print, write } from "./lib/table.mjs";

const HELP = `bench/run [--only PART]… [--seconds N] [--size N] [--quick] [--write]

  --only PART   one part: ${["fill", "start", "pages", "statements", "view", "responses", "nodes", "standing", "faults", "engine", "exposure", "lighthouse"].join(", ")}
  --seconds N   how long each load lasts (10; of the part standing 30)
  --minutes N   how long the load of the part faults lasts, over both engines (10)
  --size N      how large the demonstration town is; 25 has 10,000 vacancies (25)
  --quick       leaves out the search engine in 1,000,000 documents (some minutes, 4 GiB of memory)
  --program P   measures this program instead of a new one, such as target/debug/samenstuur
  --write       puts the figures in docs/performance.md
`;

const { values: asked } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    seconds: { type: "string" },
    minutes: { type: "string", default: "10" },
    size: { type: "string", default: "25" },
    program: { type: "string" },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (asked.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const seconds = Number(asked.seconds ?? 10);
const wants = (part) => asked.only.length === 0 || asked.only.includes(part);

/** The table: what, wanted, measured, whether it is reached (undefined: nothing was asked). */
const rows = [];
const row = (part, what, wanted, measured, reached) => {
  rows.push({ part, what, wanted, measured, reached });
  console.log(`${reached === false ? "!" : " "} ${what}: ${measured}${wanted ? ` (wanted: ${wanted})` : ""}`);
};
const whole = (number) => Math.round(number).toLocaleString("en-GB");
const ms = (number) => `${number < 10 ? number.toFixed(2) : number.toFixed(1)} ms`;
const speed = ({ perSecond, p50, p99 }) => `${whole(perSecond)}/s, p50 ${ms(p50)}, p99 ${ms(p99)}`;

/** Words people type, for as many different questions as there are words, postcodes and distances. */
const WORDS = [
  "ouderen", "tuin", "taal", "kinderen", "koken", "administratie", "bestuur", "rijden", "wandelen", "muziek", "sport",
  "computer", "bezoek", "boodschappen", "natuur", "dieren", "voorlezen", "gastvrouw", "klussen", "penningmeester",
  "ouderenbezoek", "taalmaatje", "fiets", "koffie", "website",
];
const POSTCODES = ["2711", "2713", "2715", "2716", "2718", "2719", "2721", "2722", "2724", "2726", "2728"];
const questions = POSTCODES.flatMap((near) =>
  WORDS.flatMap((word) => [2, 3, 5, 10].map((km) => `/vacatures?q=${word}&bij=${near}&straal=${km}`)),
);

async function vacancies(server, most) {
  const found = [];
  for (let page = 1; found.length < most; page += 1) {
    const { items } = await (await fetch(`${server.base}/api/v1/vacancies?per_page=100&page=${page}`)).json();
    if (items.length === 0) break;
    found.push(...items);
  }
  return found;
}

async function fill() {
  const data = await folder("town");
  const begun = performance.now();
  await run(PROGRAM, ["demo", "--size", asked.size, "--data", data]);
  const took = (performance.now() - begun) / 1000;
  const server = await Server.start(data);
  const { items, total } = await (await fetch(`${server.base}/api/v1/vacancies?per_page=1`)).json();
  if (items.length === 0) throw new Error("the town has no vacancies");
  if (wants("fill")) {
    const town = `a town of size ${asked.size} (${whole(400 * Number(asked.size))} vacancies, ${whole(total)} of them shown)`;
    row("fill", `Filling ${town}`, "", `${took.toFixed(1)} s, ${whole(await mebibytesIn(data))} MiB on disk`);
    row("fill", "First start, which builds the search index", "", `${server.startSeconds.toFixed(2)} s`);
  }
  await server.stop();
  return data;
}

async function starts(data) {
  const took = [];
  for (let number = 0; number < 7; number += 1) {
    const server = await Server.start(data);
    took.push(server.startSeconds);
    await server.stop();
  }
  took.sort((one, other) => one - other);
  const text = `${took[3].toFixed(3)} s (middle of 7; slowest ${took[6].toFixed(3)} s)`;
  row("start", "Cold start, until /health/ready says yes", "< 0.3 s", text, took[3] < 0.3);
}

async function pages(server, data) {
  const { total } = await (await fetch(`${server.base}/api/v1/vacancies?per_page=1`)).json();
  const every = Array.from({ length: Math.max(1, Math.floor(total / 20)) }, (_, at) => `/vacatures?page=${at + 1}`);
  const one = await addresses(data, "one.txt", ["/vacatures"]);
  const all = await addresses(data, "every.txt", every);
  const asking = await addresses(data, "questions.txt", questions);
  const ask = (file, connections, encoding) => load(server, { connections, seconds, what: ["get", file, encoding] });
  await load(server, { connections: 4, seconds: 2, what: ["get", asking, "gzip"] });

  const listing = await ask(one, 16, "gzip");
  const reached = listing.perSecond >= 3000 && listing.p99 < 15;
  row("pages", "Listing page, 20 rows, 16 connections, compressed", "≥ 3,000/s, p99 < 15 ms", speed(listing), reached);
  row("pages", "… uncompressed", "", speed(await ask(one, 16, "identity")));
  row("pages", "… no two alike (every page of the list in turn), compressed", "", speed(await ask(all, 16, "gzip")));
  row("pages", "… no two alike, uncompressed", "", speed(await ask(all, 16, "identity")));

  const search = await ask(asking, 16, "identity");
  row("pages", "Keyword + distance, no two alike, 16 connections, uncompressed", "≥ 1,500/s", speed(search), search.perSecond >= 1500);
  row("pages", "… compressed", "", speed(await ask(asking, 16, "gzip")));
  const alone = await ask(asking, 1, "identity");
  row("pages", "… 1 connection, uncompressed", "p50 < 1 ms", speed(alone), alone.p50 < 1);
  row("pages", "… 1 connection, compressed", "", speed(await ask(asking, 1, "gzip")));
}

/** Files that programs fetch. */
const FILES = ["/vacatures.atom", "/vacatures.ics"];

/** Every kind of page that anybody may see, with one example of what each list shows. */
async function publicPaths(server) {
  const first = async (list) => {
    const html = (await (await fetch(server.base + list)).text()).replaceAll("&#x2f;", "/");
    return html.match(new RegExp(`href="(${list}/[0-9a-f-]{36})"`))?.[1];
  };
  const things = await Promise.all(["/vacatures", "/aanbod", "/hulpvragen", "/organisaties"].map(first));
  const [vacancy] = things;
  if (!vacancy) throw new Error("the list of vacancies links to none");
  return [
    "/", "/vacatures", "/vacatures?q=tuin&bij=2715&straal=3", "/vacatures?weergave=kaart", "/aanbod", "/hulpvragen", "/zoeken?q=taal",
    "/organisaties", ...things.filter(Boolean), `${vacancy}/reageer`, `${vacancy}/poster`, `${vacancy}/melden`, "/zoekopdracht",
    "/embed/vacatures", "/inloggen", "/organisaties/aanmelden", "/contact", "/privacy",
    "/toegankelijkheid", "/over", "/cijfers", "/hulpvragen/nieuw", "/api/v1/vacancies",
  ];
}

async function statements(server) {
  const count = async () => (await server.figures()).get("samenstuur_request_statements_total") ?? 0;
  const counted = [];
  for (const path of [...(await publicPaths(server)), ...FILES]) {
    const get = async (mark) => {
      // Another query each, so that no kept page answers.
      const answer = await fetch(`${server.base}${path}${path.includes("?") ? "&" : "?"}m=${mark}`, { redirect: "manual" });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    };
    // The second of two: the first may look whether other places were loaded, which happens once in two seconds.
    await get(1);
    const before = await count();
    await get(2);
    counted.push({ path: path.replace(/[0-9a-f-]{36}/, "…"), asked: (await count()) - before });
  }
  const most = Math.max(...counted.filter(({ path }) => !FILES.includes(path)).map(({ asked }) => asked));
  const place = (number) => (number > most ? number : -number);
  const numbers = [...new Set(counted.map(({ asked }) => asked))].sort((one, other) => place(one) - place(other));
  for (const number of numbers) {
    const paths = counted.filter(({ asked }) => asked === number).map(({ path }) => path);
    const text = `${number}: ${paths.join(" ")}`;
    if (number === most) row("statements", "SQL statements of a public page, the most", "≤ 3", text, most <= 3);
    else row("statements", number < most ? "… of other pages" : "… of a file that lists many", "", text);
  }
}

async function views(server) {
  const [{ url }] = await vacancies(server, 1);
  await measureViews(server, ["/", "/vacatures", new URL(url).pathname, "/vacatures?weergave=kaart", "/organisaties"], "");
  await ownColours(server);
  await measureViews(server, ["/"], ", a town with its own colours");
}

async function measureViews(server, paths, which) {
  for (const { path, requests, bytes } of await firstViews(server.base, paths)) {
    const text = `${(bytes / 1024).toFixed(1)} KiB in ${requests} requests`;
    const name = path.replace(/[0-9a-f-]{36}/, "…");
    row("view", `First view of ${name}${which}`, "< 60 KiB, ≤ 5 requests", text, bytes < 60 * 1024 && requests <= 5);
  }
}

/** As the manager of the demonstration, who anybody may be. */
async function ownColours(server) {
  const post = async (where, fields, headers = {}) => {
    const body = new URLSearchParams(fields);
    const answer = await fetch(server.base + where, { method: "POST", body, headers: { origin: server.base, ...headers }, redirect: "manual" });
    if (answer.status !== 303) throw new Error(`${where} answered ${answer.status}`);
    return answer;
  };
  const entered = await post("/demo/inloggen", { persoon: "beheer@gemeente.voorbeeld.example" });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  await post("/beheer/instellingen/site.primary_colour", { value: "#00205b", source: "bench" }, { cookie });
}

async function responses(server, data) {
  const file = await addresses(data, "vacancies.txt", (await vacancies(server, 2000)).map(({ url }) => new URL(url).pathname));
  const done = async () => (await server.figures()).get('samenstuur_requests_total{method="POST",status="303"}') ?? 0;
  for (const [connections, wanted] of [[64, true], [16, false], [1, false]]) {
    const before = await done();
    const measured = await load(server, { connections, seconds, what: ["respond", file, `c${connections}`] });
    const accepted = (await done()) - before;
    if (accepted < measured.requests) throw new Error(`${measured.requests} responses sent, ${accepted} accepted`);
    const what = wanted ? "Response sent in (synced to disk, audited), 64 connections" : `… ${connections} connection${connections > 1 ? "s" : ""}`;
    row("responses", what, wanted ? "≥ 1,000/s" : "", speed(measured), wanted ? measured.perSecond >= 1000 : undefined);
  }
}

async function memory(server) {
  const { now, most, own, files } = await server.memory();
  const text = `${whole(now)} MiB (own ${whole(own)}, mapped files ${whole(files)}; highest ${whole(most)})`;
  row("responses", "Memory after the load above", "< 100 MiB", text, now < 100);
}

async function engine(documents, wanted, limit) {
  const out = await run(SEARCH_BENCH, [String(documents), "1", "10000", await folder("index")]);
  const [, p50, , p99] = out.match(/^all\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/m);
  const text = `p50 ${ms(Number(p50))}, p99 ${ms(Number(p99))}`;
  row("engine", `Search engine alone, ${whole(documents)} documents, mixed questions`, wanted, text, Number(p99) < limit);
}

/** What fair exposure does: the last line of the program's own simulation. */
async function exposure() {
  const out = await run(PROGRAM, ["match", "--simulate"]);
  const [title] = out.split("\n");
  const all = out.trim().split("\n").at(-1).match(/(\d+)\s+(\d+)\s+(\d+)\s+([+-]\s*\d+ %)/);
  if (!all) throw new Error(`the simulation did not end with a line of all towns:\n${out}`);
  const [, responses, popular, fair, more] = all;
  const text = `${fair} against ${popular} vacancies with a response (${more.replaceAll(" ", "")}), at ${responses} responses both; 10 towns of ${title}`;
  row("exposure", "Fair exposure against ranking by popularity alone", "more", text, Number(fair) > Number(popular));
}

/** Lighthouse's score for speed, the lowest of the public pages, as a telephone sees them. */
async function speedScore() {
  await run("node", [path.join(ROOT, "e2e/lighthouse.mjs"), "--speed"], { env: { SAMENSTUUR_BIN: PROGRAM } });
  const looked = JSON.parse(await readFile(path.join(ROOT, "e2e/out/lighthouse.json"), "utf8"));
  const [{ page, score }] = looked
    .map(({ page, scores }) => ({ page, score: Math.round(scores.performance * 100) }))
    .sort((one, other) => one.score - other.score);
  row("lighthouse", `Lighthouse, performance, the lowest of ${looked.length} public pages`, "95 or more", `${score} (${page})`, score >= 95);
}

let failures = 0;

/** Does one part when it is asked for. What fails says so in the table and leaves the other parts alone. */
async function part(name, work) {
  if (!wants(name)) return;
  try {
    await work();
  } catch (reason) {
    failures += 1;
    console.error(reason);
    row(name, `The part ${name} failed`, "", String(reason.message).split("\n")[0], false);
  }
}

async function everything() {
  if (["fill", "start", "pages", "statements", "view", "responses"].some(wants)) {
    const data = await fill();
    await part("start", () => starts(data));
    const server = await Server.start(data);
    await part("statements", () => statements(server));
    await part("view", () => views(server));
    await part("pages", () => pages(server, data));
    await part("responses", () => responses(server, data));
    await part("responses", () => memory(server));
    await server.stop();
  }
  await part("nodes", () => nodes(row));
  await part("standing", () => standing(row, { size: asked.size, seconds: Number(asked.seconds ?? 30) }));
  await part("faults", async () => {
    if (!(await faults(row, Number(asked.minutes)))) failures += 1;
  });
  await part("engine", () => engine(100_000, "p99 < 3 ms", 3));
  if (!asked.quick) await part("engine", () => engine(1_000_000, "p99 < 10 ms", 10));
  await part("exposure", exposure);
  await part("lighthouse", speedScore);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => cleanUp().then(() => process.exit(130)));
try {
  await everything();
} finally {
  await cleanUp();
}
const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim() ?? "unknown"}), ${whole(os.totalmem() / 2 ** 30)} GiB, ${os.type()}`;
print(rows);
if (asked.write) await write(rows, { machine, date: new Date().toISOString().slice(0, 10), given: process.argv.slice(2) });
if (failures > 0) process.exitCode = 1;
