import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";

export const name = "import";

const ORGANISATIONS = `extern id;naam;omschrijving;sectoren
proef-1;Leesclub De Proef;We lezen samen.;Kunst en cultuur
`;
const HEADER = "extern id;organisatie;titel;omschrijving;minimumleeftijd";
const good = (n) => `proef-v${n};proef-1;Proefklus ${n};Je helpt een uur mee met klus ${n}.;`;
/** Thirty vacancies as a secretary has them; in five rows something is wrong. */
const CROOKED = [
  "Vacatures van de leesclub; bijgewerkt in maart",
  "",
  HEADER,
  ...Array.from({ length: 30 }, (_, index) => good(index + 1)),
];
CROOKED[5] = "proef-v3;proef-1;;Je schenkt koffie na het lezen.;";
CROOKED[10] = "proef-v8;proef-1;Proefklus 8;#VERW!;";
CROOKED[14] = "proef-v12;proef-1;Koken; samen eten;Je kookt voor de buurt.;";
CROOKED[20] = `${good(18)}honderd`;
CROOKED[31] = "proef-v29;proef-1;Proefklus 29;JosÃ© legt alles uit.;";
const file = (lines) => ({ name: "vacatures.csv", mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) });

/** A crooked file is sent once and mended once on the page; a second time it changes, not doubles; it is turned back. */
export async function run(ctx) {
  const manager = await ctx.person("beheer");
  await signIn(manager, DEMO.manager, { back: "/beheer/import" });
  await manager.check("import");

  await upload(manager, "organisations", file(ORGANISATIONS.trim().split("\n")));
  await manager.check("organisatie");
  ctx.expect((await figures(manager))[1] === 1, "one new organisation");

  await upload(manager, "vacancies", file(CROOKED), { attempt: true });
  await manager.check("vijf-foute-rijen");
  const rows = await cells(manager.page.getByRole("table", { name: "Wat er niet klopt" }));
  ctx.expect(rows.map(([row]) => row).join() === "6,11,15,21,32", `the bad rows by their numbers, not ${JSON.stringify(rows)}`);
  ctx.expect(rows.every(([, , reason]) => reason?.length > 10), "a reason for each");
  ctx.expect((await exported(manager)).match(/proef-v/g) === null, "nothing was stored");

  await fill(manager, "Rij 6, titel", "Proefkoffie schenken");
  await fill(manager, "Rij 11, omschrijving", "Je helpt een uur mee met klus 8.");
  await fill(manager, "Rij 15, titel", "Koken en samen eten");
  await fill(manager, "Rij 15, omschrijving", "Je kookt voor de buurt.");
  await fill(manager, "Rij 15, minimumleeftijd", "");
  await fill(manager, "Rij 21, minimumleeftijd", "18");
  await fill(manager, "Rij 32, omschrijving", "José legt alles uit.");
  await press(manager, "Verbeter en importeer");
  await manager.check("een-vergeten");
  ctx.expect((await figures(manager))[4] === 1, "an age asks for its reason");
  await fill(manager, "Rij 21, reden leeftijd", "Je staat achter een bar.");
  await press(manager, "Verbeter en importeer");
  await manager.check("bewaard");
  ctx.expect((await figures(manager)).join() === "30,30,0,0,0", "thirty new ones of thirty");

  const again = CROOKED.slice(2, 3).concat(good(1).replace("een uur", "proefweekend"), good(2));
  await upload(manager, "vacancies", file(again));
  await manager.check("tweede-keer");
  ctx.expect((await figures(manager)).join() === "2,0,1,1,0", "one changed, one the same, none new");
  const kept = await exported(manager);
  ctx.expect(kept.split("proef-v1;").length === 2 && kept.includes("proefweekend"), "changed, not doubled");

  await manager.page.getByText("Draai deze import terug", { exact: true }).click();
  await press(manager, "Ja, draai terug");
  await manager.check("teruggedraaid");
  ctx.expect(!(await exported(manager)).includes("proefweekend"), "it is as it was");
}

async function upload({ page, journey }, what, given, { attempt = false } = {}) {
  await page.goto(`${journey.server.base}/beheer/import`);
  await page.locator(`input[name="what"][value="${what}"]`).check();
  await page.locator("#f-file").setInputFiles(given);
  await page.locator("input[name='try']").setChecked(attempt);
  await answered(page, () => page.locator("form[action='/beheer/import'] button").click());
}

async function fill({ page }, label, value) {
  await page.getByLabel(label, { exact: true }).fill(value);
}

async function press({ page }, name) {
  await answered(page, () => page.getByRole("button", { name, exact: true }).click());
}

async function answered(page, act) {
  const answer = page.waitForResponse((answer) => answer.request().method() === "POST");
  await act();
  await answer;
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
