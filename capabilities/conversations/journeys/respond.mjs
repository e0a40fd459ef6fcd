import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, send, tap } from "../../../e2e/lib/steps.mjs";

export const name = "respond";
export const modes = ["js", "nojs", "small"];
export const timeout = 240;

const MAIL = "dora@inwoner.voorbeeld.example";
const TITLE = /Hulp bij rekenen/;

/** Dora, 75, has no account. She finds something nearby, asks about it and hears back. */
export async function run(ctx) {
  const dora = await ctx.person("dora");
  const vacancy = await findIt(ctx, dora);
  await ask(ctx, dora);
  const thread = await confirm(ctx, dora);

  const nadia = await ctx.person("nadia");
  await signIn(nadia, DEMO.contact, { back: "/mijn" });
  await answer(ctx, nadia);

  await readAnswer(ctx, dora, thread);
  await answerFromMail(ctx);
  ctx.expect((await dora.goto(vacancy)).status() === 200, "the vacancy is still there");
}

async function findIt(ctx, dora) {
  await dora.visit("/", "home");
  ctx.expect((await follow(dora, "/vacatures")) === 200, "the way from the home page to the vacancies");
  await fill(dora, { q: "kinderen helpen met rekenen", bij: "Meerzicht" }, "main form[role=search]");
  await Promise.all([
    dora.page.waitForURL(/q=kinderen/),
    dora.page.locator("main form[role=search] button:not([type=button])").click(),
  ]);
  const found = dora.page.locator("#results .ss-card", { hasText: TITLE });
  await found.waitFor();
  await dora.check("gevonden");
  ctx.expect((await found.innerText()).includes("Meerzicht"), "the card says where it is and why it was found");
  ctx.expect((await tap(dora, found.locator("a[href*='/vacatures/']").first())) === 200, "the vacancy opens");
  await dora.check("vacature");
  return new URL(dora.page.url()).pathname;
}

async function ask(ctx, dora) {
  ctx.expect((await follow(dora, "/reageer")) === 200, "the way to respond");
  await dora.check("reageer");
  await fill(dora, { name: "Dora", reach: "email" });
  ctx.expect((await send(dora, "main form.ss-form")) === 422, "nothing asked and no address: told what is missing");
  await dora.check("reageer-vergeten");
  ctx.expect((await dora.page.locator("[name=name]").inputValue()) === "Dora", "what was typed is kept");
  await fill(dora, { ask: ["look"], question: "Ik was vroeger juf. Mag ik een middag komen kijken?", email: MAIL });
  ctx.expect((await send(dora, "main form.ss-form")) === 200, "the question is sent");
}

async function confirm(ctx, dora) {
  await dora.check("bevestig");
  const mail = await ctx.waitForMail(MAIL, /Bevestig/);
  await fill(dora, { code: "000000" });
  ctx.expect((await send(dora)) === 422, "a wrong code is refused");
  await dora.check("bevestig-fout");
  await fill(dora, { code: ctx.codeIn(mail) });
  ctx.expect((await send(dora)) === 200, "the code of the mail is good");
  await dora.check("gesprek");
  ctx.expect((await dora.page.locator("main").innerText()).includes("Uiterlijk"), "she reads by when she hears something");
  return dora.page.url();
}

async function answer(ctx, nadia) {
  const mail = await ctx.waitForMail(DEMO.contact, /Dora wil meer weten/);
  await nadia.visit(ctx.linksIn(mail)[0], "reactie");
  await nadia.goto("/mijn");
  await follow(nadia, "/reacties");
  await nadia.check("reacties");
  ctx.expect((await tap(nadia, nadia.page.locator("main a", { hasText: "Dora" }).first())) === 200, "the thread opens");
  await fill(nadia, { message: "Wat leuk, Dora! Kom donderdag om 16.00 uur kijken." }, "#bericht");
  ctx.expect((await send(nadia, "#bericht")) === 200, "the answer is sent");
  await nadia.check("geantwoord");
}

async function readAnswer(ctx, dora, thread) {
  await dora.visit(thread, "antwoord");
  ctx.expect((await dora.page.locator("main").innerText()).includes("Kom donderdag"), "she sees the answer");
  const mail = await ctx.waitForMail(MAIL, /bericht over/);
  const library = await ctx.person("dora-in-de-bieb");
  await library.visit(ctx.linksIn(mail)[0], "antwoord-uit-mail");
  await fill(library, { message: "Donderdag kan ik. Tot dan!" }, "#bericht");
  ctx.expect((await send(library, "#bericht")) === 200, "she answers by the link of the mail, without signing in");
  await library.check("teruggeschreven");
}

/** The contact reads it on a telephone on which she never signed in, and answers from the mail. */
async function answerFromMail(ctx) {
  const mail = await ctx.waitForMail(DEMO.contact, /Dora: bericht over/);
  const [link] = ctx.linksIn(mail);
  const phone = await ctx.person("nadia-op-de-telefoon");
  await phone.visit(link, "bericht-uit-mail");
  ctx.expect((await phone.page.locator("main").innerText()).includes("Donderdag kan ik"), "the contact reads it");
  await fill(phone, { message: "Leuk, tot donderdag!" }, "#bericht");
  ctx.expect((await send(phone, "#bericht")) === 200, "she answers without signing in");
  await phone.check("geantwoord-uit-mail");
  await follow(phone, "/uitnodigen");
  await phone.check("uitnodigen-uit-mail");
}
