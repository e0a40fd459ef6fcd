import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, reads, send, tap } from "../../../e2e/lib/steps.mjs";

export const name = "desk";
export const timeout = 240;

const TOOS = "Toos Zonderpost";
const REQUEST = "Wie doet een boodschap voor mij?";

/** Toos has no e-mail. In one sitting a mediator registers her, responds and asks for her; with her card she sees both. */
export async function run(ctx) {
  const hatice = await ctx.person("hatice");
  await signIn(hatice, DEMO.mediator, { back: "/balie/personen" });
  await hatice.check("mensen");
  const id = await register(ctx, hatice);
  await respond(ctx, hatice, id);
  await ask(ctx, hatice, id);
  const code = await card(ctx, hatice, id);

  const toos = await ctx.person("toos");
  await comeIn(ctx, toos, code);
  await getsNoFurther(ctx, toos);
  await walkIn(ctx, hatice);
}

async function register(ctx, hatice) {
  ctx.expect((await follow(hatice, "/balie/personen/nieuw")) === 200, "the way to register somebody");
  await fill(hatice, { name: TOOS, purposes: ["respond", "help_request", "profile"], way: "spoken", agreed: true });
  ctx.expect((await send(hatice, "main form[action='/balie/personen/nieuw']")) === 200, "Toos agreed, and that is recorded");
  await hatice.check("toos");
  return new URL(hatice.page.url()).pathname.split("/").pop();
}

async function respond(ctx, hatice, id) {
  ctx.expect((await follow(hatice, `/reageren?voor=${id}`)) === 200, "the way to respond for her");
  await hatice.check("zoek-voor-toos");
  ctx.expect(await reads(hatice, TOOS), "for whom it is");
  await fill(hatice, { q: "koffie" }, "main form[role=search]");
  ctx.expect((await send(hatice, "main form[role=search]")) === 200, "a short list");
  ctx.expect(hatice.page.url().includes(`voor=${id}`), "searching does not lose for whom it is");
  const first = hatice.page.locator("main .ss-card a[href*='/reageer?voor=']").first();
  ctx.expect((await tap(hatice, first)) === 200, "the form");
  await hatice.check("reageer-voor-toos");
  ctx.expect(await reads(hatice, `Je reageert voor ${TOOS}`), "it is in her name");
  await fill(hatice, { question: "Mag ik een keer meekijken?", reach: "point" });
  ctx.expect((await send(hatice, "main form.ss-form")) === 200, "the response is sent");
  await hatice.check("gesprek");
}

async function ask(ctx, hatice, id) {
  await hatice.goto(`/balie/personen/${id}`);
  ctx.expect((await follow(hatice, "/balie/hulpvragen/nieuw?persoon=")) === 200, "the way to ask for her");
  ctx.expect((await send(hatice)) === 200, "the first question");
  await fill(hatice, { title: REQUEST, description: "Zware tassen lukken niet meer. Ik ga graag samen." });
  const status = await send(hatice, "#step", "button.utrecht-button--primary-action");
  ctx.expect(status === 200, "the request is begun, and kept");
}

async function card(ctx, hatice, id) {
  await hatice.goto(`/balie/personen/${id}`);
  ctx.expect((await follow(hatice, `/balie/personen/${id}/kaart`)) === 200, "the way to a card");
  await fill(hatice, { who: "Hatice belt jou", about: "Koffie schenken" });
  ctx.expect((await send(hatice, "main form[action$='/kaart']")) === 200, "the card");
  await hatice.check("kaart");
  return (await hatice.page.locator(".ss-sheet__code").innerText()).trim();
}

async function comeIn(ctx, toos, code) {
  await toos.visit("/inloggen/kaart", "kaart-deur");
  await fill(toos, { code });
  ctx.expect((await send(toos, "main form[action='/inloggen/kaart']")) === 200, "in with the card");
  await toos.check("mijn");
  ctx.expect(await reads(toos, TOOS), "it is her own page");
  await toos.visit("/mijn/reacties", "mijn-reacties");
  ctx.expect((await toos.page.locator("main a[href*='/mijn/reacties/']").count()) > 0, "she sees her response");
  await follow(toos, "/mijn/reacties/");
  ctx.expect(await reads(toos, "Mag ik een keer meekijken?"), "with what was asked for her");
  await toos.visit("/mijn/hulpvragen", "mijn-hulpvragen");
  ctx.expect(await reads(toos, REQUEST), "and her request");
}

async function getsNoFurther(ctx, toos) {
  ctx.expect((await toos.goto("/mijn/e-mail")).status() === 403, "a card does not change the address");
  await toos.check("niet-met-een-kaart");
  ctx.expect(await reads(toos, "Kom naar het informatiepunt"), "and says where to go");
}

/** Somebody at the desk who only wants this one thing: how they agreed is asked, and registering comes after. */
async function walkIn(ctx, hatice) {
  await hatice.goto("/vacatures");
  await tap(hatice, hatice.page.locator("#results .ss-card__title a").first());
  ctx.expect((await follow(hatice, "/reageer")) === 200, "the form");
  await fill(hatice, { on_behalf: true, agreed: true, name: "Wim Binnenloper", question: "Kan het ook op vrijdag?", reach: "point" });
  ctx.expect((await send(hatice, "main form.ss-form")) === 422, "how Wim said so is asked");
  await fill(hatice, { way: "spoken" });
  ctx.expect((await send(hatice, "main form.ss-form")) === 200, "the response is sent");
  await hatice.check("binnenloper");
  ctx.expect((await follow(hatice, "/inschrijven")) === 200, "and Wim can be registered");
  await hatice.check("inschrijven");
  await fill(hatice, { purposes: ["respond"], way: "spoken", agreed: true });
  ctx.expect((await send(hatice, "main form[action$='/inschrijven']")) === 200, "he is registered");
  ctx.expect(await reads(hatice, "Reageren op vacatures"), "with what he agreed to");
}
