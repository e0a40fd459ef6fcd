import { readFile } from "node:fs/promises";
import path from "node:path";
import { MODES } from "../lib/browser.mjs";
import { accessibility, layout } from "../lib/checks.mjs";
import { ROOT } from "../lib/server.mjs";
import { DEMO } from "../lib/signin.mjs";

export const name = "sweep";
// Without script the pages are the same; the other journeys go there.
export const modes = ["js", "small"];
export const timeout = 420;

// Role in the table of who may do what, and as whom it is walked. Each page is walked by the first who may.
const WALKERS = [
  { role: "visitor", name: "bezoeker" },
  { role: "resident", name: "tess", as: DEMO.resident },
  { role: "contact", name: "nadia", as: DEMO.contact },
  { role: "mediator", name: "hatice", as: DEMO.mediator },
  { role: "manager", name: "marit", as: DEMO.manager },
];
const NARROW = { width: 320, height: 640 };
// What is no page: files, the API, a door to elsewhere.
const NO_PAGE = /^\/api\/|^\/health\/|\/oidc|\/download$|\/gegevens\/kopie$|\.(atom|ics|json|css|png)$/;

/** Every page with a fixed address, as whoever it is for: light, dark, English, narrow, printed. */
export async function run(ctx) {
  const routes = await fixedRoutes();
  const done = new Set();
  const found = [];
  let pages = 0;
  for (const walker of WALKERS) {
    const person = await ctx.person(walker.name, { reducedMotion: "reduce" });
    if (walker.as) await enter(ctx, person, walker.as);
    const organisation = walker.as === DEMO.contact ? await ownOrganisation(person) : undefined;
    for (const route of routes.filter((route) => route.answers[walker.role] === "yes" && !done.has(route.path))) {
      const where = route.path.replace("{organisation}", organisation ?? "{organisation}");
      if (where.includes("{")) continue;
      done.add(route.path);
      pages += 1;
      const faults = await look(ctx, person, where);
      found.push(...faults.map((fault) => `${where} (${walker.name}): ${fault}`));
    }
  }
  ctx.expect(pages > 60, `the table of who may do what names the pages; it named ${pages}`);
  const unique = [...new Set(found)];
  if (unique.length > 0) throw new Error(`${unique.length} faults on ${pages} pages:\n${unique.map((line) => `    - ${line}`).join("\n")}`);
}

async function fixedRoutes() {
  const table = await readFile(path.join(ROOT, "docs", "authorisation.md"), "utf8");
  const cells = (line) => line.split("|").map((cell) => cell.trim());
  const roles = cells(table.match(/^\| Route \|(.*)\|$/m)[1]);
  const rows = [...table.matchAll(/^\| GET `([^`]+)` \|(.*)\|$/gm)];
  const answers = (line) => Object.fromEntries(cells(line).map((answer, column) => [roles[column], answer]));
  const routes = rows.map(([, where, line]) => ({ path: where, answers: answers(line) }));
  return routes.filter(({ path: where }) => !NO_PAGE.test(where) && !where.replace("/organisatie/{organisation}", "").includes("{"));
}

/** The demonstration lets anybody be anybody. */
async function enter(ctx, { page }, email) {
  const answer = await page.request.post(`${ctx.server.base}/demo/inloggen`, {
    form: { persoon: email },
    headers: { origin: ctx.server.base },
  });
  ctx.expect(answer.ok(), `${email} can be played`);
}

async function ownOrganisation(person) {
  await person.goto("/organisatie");
  const href = await person.page.locator("header a[href^='/organisatie/']").first().getAttribute("href");
  return href.split("/").at(-1);
}

async function look(ctx, person, where) {
  const { page } = person;
  const response = await person.goto(where);
  if (response.status() >= 500) return [`answers ${response.status()}`];
  const faults = [];
  const note = (when, list) => faults.push(...list.map((fault) => `${when}: ${fault}`));
  if (ctx.mode === "small") {
    note("320 px, large text", await layout(page, MODES.small));
    return [...faults, ...ctx.problems.splice(0)];
  }
  note("light", await accessibility(page, "light"));
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await accessibility(page, "dark"));
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  note("printed", await printed(page));
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(NARROW);
  note("320 px", await layout(page, { text: 16, viewport: NARROW }));
  await page.setViewportSize(MODES.js.viewport);
  await inEnglish(ctx, person, where, note);
  return [...faults, ...ctx.problems.splice(0)];
}

/** Ways on are of no use on paper. */
function printed(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("header nav, header form, .utrecht-breadcrumb-nav, .ss-pager, footer nav")]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} is on paper`),
  );
}

async function inEnglish(ctx, person, where, note) {
  const { page } = person;
  await page.context().addCookies([{ name: "taal", value: "en", url: ctx.server.base }]);
  await person.goto(where);
  const lang = await page.locator("html").getAttribute("lang");
  note("English", lang === "en" ? [] : [`the page is in ${lang}`]);
  note("English", await accessibility(page, "light"));
  await page.context().clearCookies({ name: "taal" });
}
