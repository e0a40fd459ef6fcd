import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";

export const name = "import";

const ORGANISATIONS = `extern id;naam;omschrijving;sectoren
proef-1;Leesclub De Proef;We lezen samen.;Kunst en cultuur
`;
const HEADER = "extern id;organisatie;titel;omschrijving;minimumleeftijd";
const GOOD = [
  HEADER,
  "proef-v1;Leesclub De Proef;Proefpagina's voorlezen;Je leest een uur voor aan kinderen uit de buurt.;",
  "proef-v2;proef-1;Proefboeken ophalen;Je haalt boeken op bij mensen die niet meer naar buiten kunnen.;",
  "proef-v3;proef-1;Proefkoffie schenken;Je schenkt koffie en thee na het lezen.;",
  "proef-v4;proef-1;Proefstoelen klaarzetten;Je zet de stoelen in een kring voor het begint.;",
  "proef-v5;proef-1;Proefkrant maken;Je schrijft elke maand een stukje over wat we lazen.;",
];
const BAD = [
  GOOD[0],
  GOOD[1],
  GOOD[2].replace("Je haalt boeken op bij mensen die niet meer naar buiten kunnen.", ""),
  GOOD[3].replace("Proefkoffie schenken", ""),
  `${GOOD[4]}honderd`,
  GOOD[5],
];
const file = (lines) => ({ name: "vacatures.csv", mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) });

/** A file with three bad rows is refused with their names; mended it is taken; a second time it changes, not doubles. */
export async function run(ctx) {
  const manager = await ctx.person("beheer");
  await signIn(manager, DEMO.manager, { back: "/beheer/import" });
  await manager.check("import");

  await upload(manager, "organisations", file(ORGANISATIONS.trim().split("\n")));
  await manager.check("organisatie");
  ctx.expect((await figures(manager))[1] === 1, "one new organisation");

  await upload(manager, "vacancies", file(BAD));
  await manager.check("drie-foute-rijen");
  const rows = await cells(manager.page.locator("main table").first());
  ctx.expect(rows.map(([row]) => row).join() === "3,4,5", `the bad rows by their numbers, not ${JSON.stringify(rows)}`);
  const columns = rows.map(([, column]) => column).join();
  ctx.expect(columns === "omschrijving,titel,minimumleeftijd", `their columns, not ${columns}`);
  ctx.expect(rows.every(([, , reason]) => reason?.length > 10), "a reason for each");
  ctx.expect((await exported(manager)).match(/proef-v/g) === null, "nothing was stored");

  await upload(manager, "vacancies", file(GOOD), { attempt: true });
  await manager.check("eerst-proberen");
  ctx.expect((await exported(manager)).match(/proef-v/g) === null, "trying stores nothing");

  await upload(manager, "vacancies", file(GOOD));
  await manager.check("bewaard");
  ctx.expect((await figures(manager)).join() === "5,5,0,0,0", "five new ones of five");

  const again = [...GOOD];
  again[3] = again[3].replace("koffie en thee", "koffie, thee en limonade");
  await upload(manager, "vacancies", file(again));
  await manager.check("tweede-keer");
  ctx.expect((await figures(manager)).join() === "5,0,1,4,0", "one changed, four the same, none new");
  const kept = await exported(manager);
  for (const number of ["proef-v1", "proef-v2", "proef-v3", "proef-v4", "proef-v5"]) {
    ctx.expect(kept.split(number).length === 2, `${number} once`);
  }
  ctx.expect(kept.includes("limonade"), "what changed");
}

async function upload({ page, journey }, what, given, { attempt = false } = {}) {
  await page.goto(`${journey.server.base}/beheer/import`);
  await page.locator(`input[name="what"][value="${what}"]`).check();
  await page.locator("#f-file").setInputFiles(given);
  await page.locator("input[name='try']").setChecked(attempt);
  const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.locator("form[action='/beheer/import'] button").click();
  await answered;
  await page.waitForLoadState("load");
  await page.locator("main .ss-figures").waitFor();
}

/** What stands in a table, row by row. */
async function cells(table) {
  const rows = await table.locator("tbody tr").all();
  return Promise.all(rows.map((row) => row.locator("td").allTextContents()));
}

/** Rows in the file, new, changed, the same, bad. */
async function figures({ page }) {
  const text = await page.locator("main .ss-figures").innerText();
  return [...text.matchAll(/\d+/g)].map(([figure]) => Number(figure));
}

async function exported({ page, journey }) {
  const answer = await page.context().request.get(`${journey.server.base}/beheer/export/vacancies.csv`);
  journey.expect(answer.status() === 200, "the export answers 200");
  return answer.text();
}
