// Nobody waits for the others: many connections on pages of which no two are alike, on both engines.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { Browser, PARTS } from "./asking.mjs";
import { Postgres } from "./postgres.mjs";
import { PROGRAM, ROOT, Server, folder, run } from "./program.mjs";
import { addresses, tries } from "./wrk.mjs";

const CONNECTIONS = [8, 16, 64];
/** Examples of one kind of page that one reader opens. */
const EXAMPLES = 40;
/** Pages that are looked at for links, for each reader. */
const LOOKED_AT = 400;

/** Every kind of page that is asked with GET, as an expression for its address: from the table of who may do what. */
async function kinds() {
  const table = await readFile(path.join(ROOT, "docs", "authorisation.md"), "utf8");
  return [...table.matchAll(/^\| GET `([^`]+)`/gm)].map(([, route]) => {
    const parts = route.split(/\{[^}]*\}/).map((part) => part.replaceAll(/[.]/g, "\\."));
    return { route, pattern: new RegExp(`^${parts.join("[^/]+")}$`) };
  });
}

/** Follows links from the home page on, as one reader: addresses by kind, each with whether it is a page. */
async function walk(base, browser, all) {
  const found = new Map();
  const seen = new Set(["/"]);
  const queue = ["/", ...all.map(({ route }) => route).filter((route) => !route.includes("{"))];
  for (const where of queue) seen.add(where);
  let left = LOOKED_AT;
  for (let at = 0; at < queue.length && left > 0; at += 1) {
    const where = queue[at];
    const kind = all.find(({ pattern }) => pattern.test(where.split("?")[0]));
    const examples = kind && (found.get(kind.route) ?? []);
    if (!kind || examples.length >= EXAMPLES) continue;
    // Beyond the first few, links of a kind are believed: lists have shown that they work.
    if (examples.length >= 3) {
      examples.push({ where, page: examples[0].page });
      continue;
    }
    left -= 1;
    const { status, kind: type, text } = await browser.ask(base, where);
    if (status !== 200) continue;
    const page = type.startsWith("text/html");
    found.set(kind.route, [...examples, { where, page }]);
    if (!page) continue;
    for (const [, link] of text.matchAll(/href="(\/[^"#]*)/g)) {
      const next = link.replaceAll("&amp;", "&");
      if (!seen.has(next) && !next.startsWith("//")) queue.push(next);
      seen.add(next);
    }
  }
  return found;
}

/** Pages and files of every kind that some reader finds, one reader's after the other's by turns. */
async function everyKind(base) {
  const all = await kinds();
  const [pages, files, reached] = [[], [], new Set()];
  for (const email of [undefined, ...Object.values(PARTS)]) {
    const browser = email ? await Browser.of(base, email) : new Browser();
    for (const [route, examples] of await walk(base, browser, all)) {
      reached.add(route);
      for (const { where, page } of examples) (page ? pages : files).push(email ? `${where}\t${browser.cookie}` : where);
    }
  }
  // So that neighbours are of different kinds.
  const mix = (list) => list.map((line, at) => [(at * 7919) % list.length, line]).sort(([one], [other]) => one - other).map(([, line]) => line);
  console.log(`  no link leads to: ${all.map(({ route }) => route).filter((route) => !reached.has(route)).join(" ")}`);
  return { pages: mix(pages), files: mix(files), reached: reached.size, kinds: all.length };
}

/** All vacancies that are shown. */
async function vacancies(base) {
  const found = [];
  for (let page = 1; ; page += 1) {
    const { items } = await (await fetch(`${base}/api/v1/vacancies?per_page=100&page=${page}`)).json();
    if (items.length === 0) return found;
    found.push(...items.map(({ url }) => new URL(url).pathname));
  }
}

async function onEngine(engine, args, { size, seconds }, row) {
  const data = await folder(`standing-${engine}`);
  await run(PROGRAM, ["demo", "--size", size, "--data", data, ...args]);
  const server = await Server.start(data, { args });
  const put = (what, file, wanted, within) => async (connections) => {
    const told = await tries(server, { connections, seconds, what: ["unlike", file] });
    const wrong = told.other + told.broken;
    const text = `${told.requests} asked, ${wrong === 0 ? "all 200" : `${wrong} not 200`}, ${Math.round(told.requests / told.seconds)}/s, slowest ${Math.round(told.most)} ms`;
    const reached = wrong === 0 && told.requests > 0 && told.most < within;
    row("standing", `${what}, no two alike, ${connections} connections, ${engine}`, wanted, text, reached);
  };
  const some = await addresses(data, "vacancies.txt", await vacancies(server.base));
  for (const connections of CONNECTIONS) await put("Vacancy pages", some, "all 200, slowest < 1 s", 1000)(connections);
  const { pages, files, reached, kinds } = await everyKind(server.base);
  const shown = `${reached} of ${kinds} kinds`;
  const every = await addresses(data, "pages.txt", pages);
  for (const connections of CONNECTIONS) await put(`Every kind of page (with files ${shown})`, every, "all 200", Infinity)(connections);
  if (files.length > 0) await put("Files of every kind", await addresses(data, "files.txt", files), "all 200", Infinity)(8);
  await server.stop();
}

export async function standing(row, how) {
  const postgres = await Postgres.start();
  await onEngine("SQLite", [], how, row);
  await onEngine("PostgreSQL", ["--database-url", await postgres.database("town")], how, row);
}
