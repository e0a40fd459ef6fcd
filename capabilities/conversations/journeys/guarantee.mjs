import { respond, words } from "../../../e2e/lib/marketplace.mjs";
import { until } from "../../../e2e/lib/server.mjs";
import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, send, tap } from "../../../e2e/lib/steps.mjs";

export const name = "guarantee";
export const timeout = 400;

const DORA = "dora@inwoner.voorbeeld.example";
const EEF = "eef@inwoner.voorbeeld.example";
const TITLE = "Hulp bij rekenen";

/** Nobody answers. The clock goes on, the point takes over, the vacancy pauses, and one tap opens it again. */
export async function run(ctx) {
  const [dora, eef, nadia, hatice] = await Promise.all(["dora", "eef", "nadia", "hatice"].map((who) => ctx.person(who)));
  const vacancy = await find(dora);
  const thread = await respond(dora, vacancy, { name: "Dora", email: DORA, question: "Mag ik komen kijken?" });
  await respond(eef, vacancy, { name: "Eef", email: EEF, question: "Hoeveel kinderen zijn er?" });
  await remind(ctx, dora, thread);
  await takeOver(ctx, dora, thread);
  await mediate(ctx, { hatice, dora });
  await pauseAndReopen(ctx, { nadia, eef, vacancy });
}

async function find(dora) {
  await dora.goto("/vacatures?q=rekenen");
  return new URL(await dora.page.locator("#results a", { hasText: TITLE }).first().evaluate(({ href }) => href)).pathname;
}

async function remind(ctx, dora, thread) {
  // Tuesday 3 March, 10.00 in Amsterdam; Sunday 8 March does not count.
  await ctx.advanceClock({ days: 2, hours: 1 });
  const first = await ctx.waitForMail(DEMO.contact, /Dora wacht nog op antwoord/);
  ctx.expect(ctx.linksIn(first).length >= 3, "the reminder holds the answers, one tap each");
  await dora.visit(thread, "na-2-werkdagen");
  ctx.expect((await words(dora)).includes("kreeg een herinnering"), "Dora sees that a reminder was sent");
  await ctx.advanceClock({ days: 2 });
  await ctx.waitForMail(DEMO.contact, /Laatste herinnering: Dora wacht/);
}

async function takeOver(ctx, dora, thread) {
  await ctx.advanceClock({ days: 2 });
  const mail = await ctx.waitForMail(DORA, /informatiepunt neemt je vraag over/);
  await dora.visit(ctx.linksIn(mail)[0], "overgenomen");
  ctx.expect((await words(dora)).includes("heeft je vraag nu"), "Dora reads who has her question");
  await dora.goto(thread);
}

async function mediate(ctx, { hatice, dora }) {
  await signIn(hatice, DEMO.mediator, { back: "/balie/reacties" });
  await hatice.check("wachtrij");
  const card = hatice.page.locator("main .ss-card", { hasText: TITLE }).locator("a", { hasText: "Dora" }).first();
  while ((await card.count()) === 0) await tap(hatice, hatice.page.locator("main a[rel=next]"));
  await tap(hatice, card);
  await hatice.check("overgenomen-reactie");
  ctx.expect((await send(hatice, "main form[action$='/nemen']")) === 200, "the mediator takes it");
  const taken = await ctx.waitForMail(DORA, /Hatice .* zoekt je vraag uit/);
  await dora.goto(ctx.linksIn(taken)[0]);
  ctx.expect((await words(dora)).includes("Hatice"), "Dora reads who of the point has it");
  await fill(hatice, { message: "Dag Dora, ik bel ze vandaag voor je." }, "#bericht");
  ctx.expect((await send(hatice, "#bericht")) === 200, "the mediator answers");
  await hatice.check("bemiddelaar-antwoordt");
  await dora.page.reload();
  await dora.check("antwoord-van-het-punt");
  ctx.expect((await words(dora)).includes("ik bel ze vandaag"), "Dora reads the answer");
}

async function pauseAndReopen(ctx, { nadia, eef, vacancy }) {
  const mail = await ctx.waitForMail(DEMO.contact, /pauzeert/);
  await eef.visit(`${vacancy}`, "vacature-pauzeert");
  ctx.expect((await eef.page.locator("main a[href$='/reageer']").count()) === 0, "nobody can respond while it pauses");
  const [link] = ctx.linksIn(mail);
  await signIn(nadia, DEMO.contact, { back: new URL(link).pathname });
  await nadia.check("gepauzeerd");
  ctx.expect((await send(nadia, "main form[action$='/heropen']")) === 200, "one tap opens it again");
  await nadia.check("weer-open");
  await until("the vacancy to take responses", async () => {
    await eef.goto(vacancy);
    return (await eef.page.locator("main a[href$='/reageer']").count()) > 0 ? true : undefined;
  });
}
