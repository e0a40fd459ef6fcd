import { findCard, words } from "../../../e2e/lib/marketplace.mjs";
import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, send, tap } from "../../../e2e/lib/steps.mjs";

export const name = "offer";
export const timeout = 240;

const TITLE = "Accordeon spelen op een feestje";

/** Tess offers something, an organisation finds it and asks her, and she says yes. */
export async function run(ctx) {
  const tess = await ctx.person("tess");
  const nadia = await ctx.person("nadia");
  await make(ctx, tess);
  await ask(ctx, nadia);
  await agree(ctx, tess, nadia);
}

async function make(ctx, tess) {
  await signIn(tess, DEMO.resident, { back: "/mijn" });
  await tess.check("mijn-pagina");
  await tess.goto("/aanbod");
  await follow(tess, "/mijn/aanbod/nieuw");
  await tess.check("nieuw-aanbod");
  await fill(tess, { shown_name: "Tess", visibility: "organisations" });
  ctx.expect((await send(tess, "main form.ss-form")) === 422, "an offer says what it is");
  await tess.check("aanbod-vergeten");
  await fill(tess, { title: TITLE, when: "flexible", description: "Ik speel liedjes van vroeger, een uur of wat je wilt." });
  await fill(tess, { themes: ["culture"] });
  ctx.expect((await send(tess, "main form.ss-form")) === 200, "the offer is made");
  await tess.check("aanbod-staat-er");
  await tess.visit("/mijn/aanbod", "mijn-aanbod");
  ctx.expect((await words(tess)).includes(TITLE), "she finds it among her own things");
}

async function ask(ctx, nadia) {
  const visitor = await ctx.person("bezoeker");
  await visitor.visit("/aanbod?q=accordeon", "aanbod-voor-iedereen");
  ctx.expect(!(await words(visitor)).includes(TITLE), "an offer for organisations is not shown to everybody");
  await signIn(nadia, DEMO.contact, { back: "/mijn" });
  const link = await findCard(nadia, "/aanbod?q=accordeon", TITLE);
  await nadia.check("aanbod-gevonden");
  await tap(nadia, link);
  await nadia.check("aanbod");
  ctx.expect((await follow(nadia, "/reageer")) === 200, "the way to ask");
  await nadia.check("vraag-stellen");
  ctx.expect((await send(nadia, "main form.ss-form")) === 422, "an empty question is no question");
  await fill(nadia, { question: "Dinsdag vieren wij ons jubileum. Kom je spelen?" });
  ctx.expect((await send(nadia, "main form.ss-form")) === 200, "the question is sent");
  await nadia.check("vraag-verstuurd");
}

async function agree(ctx, tess, nadia) {
  const mail = await ctx.waitForMail(DEMO.resident, /Nadia .* wil meer weten/);
  await tess.goto("/mijn");
  await tess.check("er-wacht-iets");
  await tess.visit(ctx.linksIn(mail)[0], "vraag-van-organisatie");
  ctx.expect((await send(tess, "main form[action$='/aannemen']")) === 200, "she says yes");
  await tess.check("afgesproken");
  await ctx.waitForMail(DEMO.contact, /wil graag met je verder/);
  await nadia.goto("/mijn/reacties");
  await nadia.check("mijn-reacties");
  ctx.expect((await words(nadia)).includes("Afgesproken"), "the contact sees that it is agreed");
}
