import { findCard, words } from "../../../e2e/lib/marketplace.mjs";
import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, send, tap } from "../../../e2e/lib/steps.mjs";

export const name = "saved_search";
export const timeout = 240;

const GERDA = "gerda@inwoner.voorbeeld.example";
const TITLE = "Onderwaterschaak begeleiden";
const STORY = `Elke dinsdag spelen we schaak in het zwembad. Jij helpt mensen het water in, deelt de borden uit en houdt
de klok bij. Je hoeft niet te kunnen schaken. Een ervaren begeleider is er altijd bij en laat je zien hoe het gaat. Na
afloop drinken we samen koffie en praten we na over de mooiste zetten van de avond.`;

/** Gerda finds nothing, keeps her search, hears of something new, and stops the mail with one tap. */
export async function run(ctx) {
  const gerda = await ctx.person("gerda");
  await keep(ctx, gerda);
  await publish(ctx, await ctx.person("nadia"));
  await hear(ctx, gerda);
  await favourite(ctx, await ctx.person("tess"));
}

async function keep(ctx, gerda) {
  await gerda.visit("/vacatures?q=onderwaterschaak", "niets-gevonden");
  ctx.expect((await follow(gerda, "/zoekopdracht")) === 200, "the way to keep a search");
  await gerda.check("bewaar-zoekopdracht");
  await fill(gerda, { rhythm: "at_once" });
  ctx.expect((await send(gerda, "main form.ss-form")) === 422, "without an address there is no mail");
  await gerda.check("bewaar-vergeten");
  await fill(gerda, { email: GERDA });
  ctx.expect((await send(gerda, "main form.ss-form")) === 200, "the search is kept");
  await gerda.check("kijk-in-je-mail");
  const mail = await ctx.waitForMail(GERDA, /Bevestig je zoekopdracht/);
  await gerda.visit(ctx.linksIn(mail)[0], "bevestig-zoekopdracht");
  ctx.expect((await send(gerda)) === 200, "she confirms her address");
  await gerda.check("zoekopdracht-bevestigd");
}

async function publish(ctx, nadia) {
  await signIn(nadia, DEMO.contact, { back: "/mijn" });
  await nadia.goto("/organisatie");
  await follow(nadia, "/vacatures");
  await follow(nadia, "/vacatures/nieuw");
  await fill(nadia, { start: "leeg" });
  await send(nadia, "main form.ss-form");
  await fill(nadia, { title: TITLE, summary: "Je helpt bij schaken in het zwembad.", description: STORY, hours: "2" });
  await fill(nadia, { themes: ["sport"], when: "flexible", wijk: { index: 1 }, contact: { index: 1 } });
  await fill(nadia, { offered: ["guidance", "expenses", "insurance"] });
  ctx.expect((await send(nadia, "#vacancy-form", "[value=publiceer]")) === 200, "the vacancy goes live at once");
  await nadia.check("meteen-online");
  ctx.expect((await words(nadia)).includes("Iedereen ziet deze vacature"), "an organisation that is known needs no look");
}

async function hear(ctx, gerda) {
  await findCard(gerda, "/vacatures?q=onderwaterschaak", TITLE);
  // What comes within the hour comes in one mail.
  await ctx.advanceClock({ hours: 1 });
  const mail = await ctx.waitForMail(GERDA, /nieuwe vacature/);
  const links = ctx.linksIn(mail);
  const found = links.find((link) => /\/vacatures\/[0-9a-f-]{36}/.test(link));
  await gerda.visit(found, "nieuwe-vacature");
  ctx.expect((await words(gerda)).includes("zwembad"), "the mail leads to the vacancy");
  await gerda.visit(links.find((link) => link.includes("/zoekopdracht/uit/")), "stop-met-mailen");
  ctx.expect((await send(gerda)) === 200, "one tap stops the mail");
  await gerda.check("gestopt");
  const again = await gerda.goto(links.find((link) => link.includes("/zoekopdracht/uit/")));
  ctx.expect(again.status() < 500, "the link can be tapped again");
}

/** Tess keeps a vacancy before she has signed in, comes back to it, keeps it and lets it go. */
async function favourite(ctx, tess) {
  await tap(tess, await findCard(tess, "/vacatures?q=onderwaterschaak", TITLE));
  const page = new URL(tess.page.url());
  const keep = `main form[action="${page.pathname}/bewaar"]`;
  await send(tess, keep);
  const back = new URL(tess.page.url()).searchParams.get("terug");
  ctx.expect(back === page.pathname + page.search, `the door leads back to the vacancy, not to ${back}`);
  await signIn(tess, DEMO.resident, { back });
  ctx.expect((await send(tess, keep)) === 200, "she keeps it");
  await tess.check("bewaarde-vacature");
  ctx.expect((await words(tess)).includes("Je bewaart deze vacature"), "the page says so");
  await send(tess, keep);
  ctx.expect(!(await words(tess)).includes("Je bewaart deze vacature"), "she lets it go");
}
