import { readFile } from "node:fs/promises";
import { askCode, signIn, typeCode } from "../../../e2e/lib/signin.mjs";

export const name = "my_data";

const EMAIL = "gegevens@inwoner.voorbeeld.example";
const WORDS = "Ik loop moeilijk, maar ik fiets graag.";

/** Somebody takes a copy of everything kept about them, and then has it erased. */
export async function run(ctx) {
  const person = await ctx.person("gegevens");
  await signIn(person, EMAIL, { back: "/mijn/profiel", name: "Geertje Gegevens" });
  await tellSomething(person);
  await takeCopy(ctx, person);
  await erase(ctx, person);
}

async function tellSomething(person) {
  const { page } = person;
  await page.locator("#f-considerations").fill(WORDS);
  await page.locator("#f-hours").fill("3");
  await page.locator("form[action='/mijn/profiel'] button.utrecht-button--primary-action").click();
  await page.waitForURL((url) => url.pathname !== "/mijn/profiel" || url.search !== "");
  await person.check("profiel-bewaard");
}

async function takeCopy(ctx, person) {
  const { page } = person;
  await person.visit("/mijn/gegevens", "gegevens");
  const coming = page.waitForEvent("download");
  await page.locator("a[href='/mijn/gegevens/download']").click();
  const download = await coming;
  ctx.expect(download.suggestedFilename() === "mijn-gegevens.json", "a file with a name that says what it is");
  const text = await readFile(await download.path(), "utf8");
  JSON.parse(text);
  for (const typed of [EMAIL, "Geertje Gegevens", WORDS]) {
    ctx.expect(text.includes(typed), `"${typed}" in the copy of one's own data`);
  }
  const readable = page.waitForEvent("download");
  await page.locator("a[href='/mijn/gegevens/kopie']").first().click();
  const copy = await readable;
  ctx.expect(copy.suggestedFilename() === "mijn-gegevens.html", "a file that opens in a browser");
  ctx.expect((await readFile(await copy.path(), "utf8")).includes(WORDS), "with one's own words");
}

async function erase(ctx, person) {
  const { page } = person;
  await person.visit("/mijn/gegevens/wissen", "wissen");
  const doIt = page.locator("form[action='/mijn/gegevens/wissen'] button");
  await doIt.click();
  await page.locator("[aria-invalid='true'], .ss-field__error").first().waitFor();
  await person.check("wissen-niet-zeker");

  await page.locator("#f-sure").check();
  await doIt.click();
  await page.waitForURL((url) => url.pathname === "/");
  await person.check("gewist");
  ctx.expect((await page.locator("header form[action='/uitloggen']").count()) === 0, "nobody is signed in any more");
  await person.goto("/mijn");
  ctx.expect(new URL(page.url()).pathname === "/inloggen", "the session is over");

  const mail = await askCode(person, EMAIL);
  await typeCode(person, mail.code);
  await page.waitForURL("**/inloggen/naam");
  await person.check("weer-onbekend");
}
