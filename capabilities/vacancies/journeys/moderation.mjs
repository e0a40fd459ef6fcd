import { words } from "../../../e2e/lib/marketplace.mjs";
import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, send, tap, turnTo, unfold } from "../../../e2e/lib/steps.mjs";

export const name = "moderation";
export const timeout = 240;

const REPORTER = "henk@inwoner.voorbeeld.example";
const TITLE = "Hulp bij rekenen";

/** Somebody reports a vacancy, the municipality takes it down and says why, the organisation mends it and sends it in. */
export async function run(ctx) {
  const [henk, marit, nadia] = await Promise.all(["henk", "marit", "nadia"].map((who) => ctx.person(who)));
  const vacancy = await report(ctx, henk);
  await takeDown(ctx, marit, vacancy);
  await mend(ctx, nadia);
  await putBack(ctx, { marit, nadia, vacancy });
}

async function report(ctx, henk) {
  await henk.goto("/vacatures?q=rekenen");
  await tap(henk, henk.page.locator("#results a", { hasText: TITLE }).first());
  const vacancy = new URL(henk.page.url()).pathname;
  ctx.expect((await follow(henk, "/melden")) === 200, "the way to report");
  await henk.check("melden");
  ctx.expect((await send(henk, "main form.ss-form")) === 422, "a report has a reason");
  await henk.check("melden-vergeten");
  await henk.page.locator("main [name=reason]").first().check();
  await fill(henk, { note: "De tijden kloppen niet.", email: REPORTER });
  ctx.expect((await send(henk, "main form.ss-form")) === 200, "the report is sent");
  await henk.check("gemeld");
  return vacancy;
}

async function takeDown(ctx, marit, vacancy) {
  await signIn(marit, DEMO.manager, { back: "/beheer/meldingen" });
  await marit.check("meldingen");
  const id = vacancy.split("/").at(-1);
  await marit.goto(`/beheer/vacatures/${id}`);
  await marit.check("vacature-bij-de-gemeente");
  await unfold(marit, "Haal weg");
  ctx.expect((await send(marit, "main form[action$='/weghalen']")) === 422, "taking down needs a reason");
  await marit.check("weghalen-vergeten");
  const why = { reason: "De tijden kloppen niet. Wil je ze nakijken?", answer: "Bedankt, we hebben het gevraagd." };
  await fill(marit, why);
  ctx.expect((await send(marit, "main form[action$='/weghalen']")) === 200, "the vacancy is taken down");
  await marit.check("weggehaald");
  const answer = await ctx.waitForMail(REPORTER, /Antwoord op je melding/);
  ctx.expect(answer.text.includes("Bedankt, we hebben het gevraagd"), "who reported hears what became of it");
}

async function mend(ctx, nadia) {
  const mail = await ctx.waitForMail(DEMO.contact, /is weggehaald/);
  const { pathname } = new URL(ctx.linksIn(mail)[0]);
  await signIn(nadia, DEMO.contact, { back: pathname });
  await nadia.check("waarom-weggehaald");
  ctx.expect((await words(nadia)).includes("Wil je ze nakijken?"), "the organisation reads why");
  await nadia.goto(pathname.endsWith("/bewerken") ? pathname : `${pathname}/bewerken`);
  await nadia.check("aanpassen");
  await fill(nadia, { starts: "16.30", ends: "18.00", offered: ["guidance", "expenses", "insurance"] });
  ctx.expect((await send(nadia, "#vacancy-form", "[value=publiceer]")) === 200, "it is sent in again");
  await nadia.check("opnieuw-ingestuurd");
}

async function putBack(ctx, { marit, nadia, vacancy }) {
  const id = vacancy.split("/").at(-1);
  await marit.goto("/beheer/vacatures");
  await tap(marit, await turnTo(marit, id));
  await marit.check("opnieuw-bekijken");
  ctx.expect((await send(marit, "main form[action$='/publiceren']")) === 200, "it goes back online");
  const mail = await ctx.waitForMail(DEMO.contact, /staat online/);
  await nadia.visit(ctx.linksIn(mail)[0], "weer-online");
}
