import { findCard, respond, words } from "../../../e2e/lib/marketplace.mjs";
import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, send, tap, turnTo, unfold } from "../../../e2e/lib/steps.mjs";

export const name = "organisation";
export const timeout = 400;

const SANNE = "sanne@buurtkeuken.voorbeeld.example";
const BRAM = "bram@inwoner.voorbeeld.example";
const ORGANISATION = "Buurtkeuken De Soeplepel";
const TITLE = "Soep koken met de buurt";
const STORY = `Elke week koken we soep voor en met de buurt. Jij snijdt groenten, roert in de pan en dekt de tafel.
Je eet gezellig mee met de gasten en maakt een praatje. Na het eten was je samen af. Kok Lies laat je zien hoe alles
werkt. Je hoeft niet te kunnen koken. Wat we vragen: kom op tijd en wees aardig voor elkaar.`;

/** Sanne starts a neighbourhood kitchen and finds her first helper, from registering to "filled through us". */
export async function run(ctx) {
  const sanne = await ctx.person("sanne");
  const marit = await ctx.person("marit");
  const bram = await ctx.person("bram");
  const organisation = await register(ctx, sanne);
  await confirm(ctx, marit, sanne);
  const vacancy = await write(ctx, sanne, organisation);
  await moderate(ctx, marit, sanne, vacancy);
  const thread = await answerAndInvite(ctx, { sanne, bram, vacancy });
  await meet(ctx, { sanne, bram, thread });
  await close(ctx, sanne, organisation, vacancy);
}

async function register(ctx, sanne) {
  await sanne.goto("/");
  await follow(sanne, "/organisaties/aanmelden");
  await sanne.check("aanmelden-uitleg");
  await signIn(sanne, SANNE, { back: "/organisaties/aanmelden", name: "Sanne" });
  await fill(sanne, { kind: "registered", name: ORGANISATION, size: "up_to_9" });
  await fill(sanne, { description: "We koken elke week soep met en voor de buurt." });
  ctx.expect((await send(sanne, "main form.ss-form")) === 422, "a registered organisation has a number");
  await sanne.check("aanmelden-vergeten");
  await fill(sanne, { kind: "informal" });
  await unfold(sanne, "Maatschappelijke dienstverlening");
  await fill(sanne, { sectors: ["4100"], task: "Oprichter" });
  ctx.expect((await send(sanne, "main form.ss-form")) === 200, "the organisation is registered");
  await sanne.check("aangemeld");
  return new URL(sanne.page.url()).pathname;
}

async function confirm(ctx, marit, sanne) {
  await signIn(marit, DEMO.manager, { back: "/beheer/organisaties" });
  await marit.check("organisaties");
  await tap(marit, marit.page.locator("main a", { hasText: ORGANISATION }).first());
  await marit.check("organisatie");
  ctx.expect((await send(marit, "main form[action$='/bevestigen']")) === 200, "the manager confirms it");
  const mail = await ctx.waitForMail(SANNE, /doet mee/);
  await sanne.visit(ctx.linksIn(mail)[0], "bevestigd");
}

async function write(ctx, sanne, organisation) {
  await sanne.goto(organisation);
  await follow(sanne, "/vacatures");
  await sanne.check("vacatures-leeg");
  await follow(sanne, "/vacatures/nieuw");
  await sanne.check("vacature-begin");
  await fill(sanne, { start: "leeg" });
  await send(sanne, "main form.ss-form");
  await sanne.check("vacature-leeg");
  await fill(sanne, { title: "Kok", description: "Wij zoeken een kok voor een mooi salaris.", hours: "30" });
  ctx.expect((await send(sanne, "#vacancy-form", "[value=publiceer]")) === 422, "the vacancy check refuses it");
  await sanne.check("vacature-geweigerd");
  const verdict = await sanne.page.locator("#vacancy-check").innerText();
  for (const why of ["salaris", "20 uur"]) ctx.expect(verdict.includes(why), `${why} in the verdict: ${verdict}`);
  if (ctx.hasScript) await typeOn(ctx, sanne);
  await fill(sanne, { title: TITLE, summary: "Je kookt soep en eet mee met de buurt.", description: STORY, hours: "3" });
  await fill(sanne, { themes: ["meeting"], when: "flexible", wijk: { index: 2 }, people_wanted: "2" });
  await fill(sanne, { offered: ["guidance", "expenses", "insurance"], contact: { index: 1 } });
  ctx.expect((await send(sanne, "#vacancy-form", "[value=publiceer]")) === 200, "now the check is content");
  await sanne.check("vacature-ingestuurd");
  ctx.expect((await words(sanne)).includes("De gemeente kijkt mee"), "a first vacancy is looked at first");
  return new URL(sanne.page.url()).pathname.split("/").at(-1);
}

/** After a refusal the verdict follows what is typed, and the cursor stays where it is. */
async function typeOn(ctx, sanne) {
  const field = sanne.page.locator("[name=title]");
  const verdict = sanne.page.locator("#vacancy-check");
  const before = await verdict.innerText();
  await field.click();
  await field.press("End");
  await field.pressSequentially(" die soep kookt");
  const changed = (old) => document.getElementById("vacancy-check").innerText !== old;
  await sanne.page.waitForFunction(changed, before);
  ctx.expect(await field.evaluate((input) => input === document.activeElement), "the cursor is still in the title");
}

async function moderate(ctx, marit, sanne, vacancy) {
  await marit.goto("/beheer/vacatures");
  await marit.check("vacatures-bekijken");
  await tap(marit, await turnTo(marit, vacancy));
  await marit.check("vacature-bekijken");
  ctx.expect((await send(marit, "main form[action$='/publiceren']")) === 200, "the manager lets it through");
  const mail = await ctx.waitForMail(SANNE, /staat online/);
  await sanne.visit(ctx.linksIn(mail)[0], "online");
}

async function answerAndInvite(ctx, { sanne, bram, vacancy }) {
  const link = await findCard(bram, "/vacatures?q=soep", TITLE);
  await tap(bram, link);
  await bram.check("soep-vacature");
  const question = "Ik kook graag. Kan ik een keer meelopen?";
  const thread = await respond(bram, `/vacatures/${vacancy}`, { name: "Bram", email: BRAM, question });
  const mail = await ctx.waitForMail(SANNE, /Bram wil meer weten/);
  await sanne.visit(ctx.linksIn(mail)[0], "reactie");
  await fill(sanne, { message: "Hoi Bram, leuk! Ik nodig je zo uit." }, "#bericht");
  await send(sanne, "#bericht");
  await follow(sanne, "/uitnodigen");
  await sanne.check("uitnodigen");
  await fill(sanne, { date1: "10-03-2026", time1: "14.00", date2: "01-03-2026", time2: "10.00", place: "In de keuken" });
  ctx.expect((await send(sanne, "main form.ss-form")) === 422, "a day that is over is refused");
  await sanne.check("uitnodigen-fout");
  await fill(sanne, { date2: "12-03-2026" });
  ctx.expect((await send(sanne, "main form.ss-form")) === 200, "the invitation is sent");
  await sanne.check("uitgenodigd");
  return thread;
}

async function meet(ctx, { sanne, bram, thread }) {
  const mail = await ctx.waitForMail(BRAM, /nodigt je uit/);
  await bram.visit(ctx.linksIn(mail)[0], "kies-een-tijd");
  await tap(bram, bram.page.locator("main button[name=slot]").nth(1));
  await bram.check("tijd-gekozen");
  const calendar = await bram.page.request.get(`${bram.page.url()}/kennismaking.ics`);
  ctx.expect(calendar.headers()["content-type"].startsWith("text/calendar"), "the calendar file can be kept");
  ctx.expect((await calendar.text()).includes("20260312T090000Z"), "it holds the time that was chosen");
  await sanne.goto((await ctx.linksIn(await ctx.waitForMail(SANNE, /Kennismaken met Bram/)))[0]);
  await sanne.check("tijd-staat-vast");
  await ctx.advanceClock({ days: 10 });
  await sanne.page.reload();
  ctx.expect((await send(sanne, "main form[action$='/aannemen']")) === 200, "they go on together");
  await sanne.check("aangenomen");
  ctx.expect((await send(sanne, "main form[action$='/gestart']")) === 200, "the start is noted");
  await bram.visit(thread, "begonnen");
  ctx.expect((await words(bram)).includes("Je bent begonnen"), "Bram reads that he began");
}

async function close(ctx, sanne, organisation, vacancy) {
  await sanne.visit(`${organisation}/vacatures/${vacancy}`, "vacature-overzicht");
  await unfold(sanne, "Sluiten");
  await fill(sanne, { closing: "through_us" });
  ctx.expect((await send(sanne, "main form[action$='/sluit']")) === 200, "the vacancy is closed");
  await sanne.check("vacature-gesloten");
  ctx.expect((await sanne.goto(`/vacatures/${vacancy}`)).status() === 200, "its own people still find it");
}
