import { DEMO, signIn } from "../../../e2e/lib/signin.mjs";
import { fill, follow, reads, send, tap } from "../../../e2e/lib/steps.mjs";

export const name = "help_request";
export const timeout = 300;

const HELPER = "hugo@inwoner.voorbeeld.example";
const TITLE = "Wie leest mij de krant voor?";
const STREET = "Denkbeeldigestraat 12";
const PHONE = "079 098 76 54";

/** Toos has no e-mail. A mediator asks for her; a helper is found; what was hers to tell is seen by one person, on record. */
export async function run(ctx) {
  const visitor = await ctx.person("bezoeker");
  await visitor.visit("/", "home");
  ctx.expect((await follow(visitor, "/hulpvragen/nieuw")) === 200, "the way from the home page to asking for help");
  await visitor.check("hulp-vragen");
  ctx.expect(await reads(visitor, "Geen e-mail?"), "somebody without e-mail reads what to do");

  const hatice = await ctx.person("hatice");
  await signIn(hatice, DEMO.mediator, { back: "/balie/hulpvragen" });
  await hatice.check("balie");
  await register(ctx, hatice);
  const id = await ask(ctx, hatice);
  await publish(ctx, hatice, id);

  await findIt(ctx, visitor, id);
  await nobodyOffers(ctx, hatice, id);

  const hugo = await ctx.person("hugo");
  await becomeHelper(ctx, hugo, hatice, id);
  await offer(ctx, hugo, id);
  await choose(ctx, hatice, id);
  await seeData(ctx, hugo, id);
  await close(ctx, hatice, id);
}

async function register(ctx, hatice) {
  await hatice.goto("/balie/personen/nieuw");
  await fill(hatice, { name: "Toos Zondermail", phone: PHONE, purposes: ["help_request"], way: "spoken", agreed: true });
  ctx.expect((await send(hatice, "main form[action='/balie/personen/nieuw']")) === 200, "Toos agreed, and that is recorded");
  await hatice.check("toos");
  ctx.expect((await follow(hatice, "/balie/hulpvragen/nieuw?persoon=")) === 200, "the way to ask for her");
  await hatice.check("namens-toos");
  ctx.expect(await reads(hatice, "Toos Zondermail"), "for whom it is");
}

async function ask(ctx, hatice) {
  ctx.expect((await send(hatice)) === 200, "the first question");
  await hatice.check("wat");
  const id = new URL(hatice.page.url()).pathname.split("/")[3];
  if (ctx.hasScript) await warnedWhileTyping(ctx, hatice);
  await fill(hatice, { title: TITLE, description: `Ik ben bijna blind. Ik woon aan de ${STREET}.` });
  ctx.expect((await sendStep(hatice)) === 422, "words that say too much are pointed out");
  await hatice.check("te-veel-gezegd");
  await fill(hatice, { description: "Lezen lukt mij niet meer. Ik hoor graag wat er in de krant staat." });
  let status = await sendStep(hatice);
  if (status === 422) {
    await hatice.check("nog-een-keer-lezen");
    await fill(hatice, { toch: true });
    status = await sendStep(hatice);
  }
  ctx.expect(status === 200, "the second question");
  await hatice.check("soort");
  await fill(hatice, { themes: ["elderly"] });
  await sendStep(hatice);
  await hatice.check("wanneer");
  await fill(hatice, { when: "flexible", hours: "1" });
  await sendStep(hatice);
  await hatice.check("waar");
  await fill(hatice, { wijk: "WK063701" });
  await sendStep(hatice);
  await hatice.check("gegevens");
  await fill(hatice, { name: "Toos Zondermail", address: `${STREET}, Zoetermeer`, phone: PHONE });
  await sendStep(hatice);
  await hatice.check("controle");
  ctx.expect(await reads(hatice, TITLE), "the summary has the words");
  ctx.expect((await send(hatice, "main form.ss-form")) === 422, "not without the safety text");
  await fill(hatice, { agreed: true });
  ctx.expect((await send(hatice, "main form.ss-form")) === 200, "the request is sent");
  await hatice.check("verstuurd");
  ctx.expect(await reads(hatice, "Je handelt namens Toos Zondermail"), "for whom the mediator acts stands on the page");
  return id;
}

/** A sensitive word is pointed out while one types, and one can go on typing where one was. */
async function warnedWhileTyping(ctx, hatice) {
  const { page } = hatice;
  const story = page.locator("#f-description");
  await story.click();
  await page.keyboard.type("Ik ben ziek geweest.", { delay: 20 });
  await page.locator("#words", { hasText: "“ziek”" }).waitFor();
  ctx.expect(await story.evaluate((field) => field === document.activeElement), "the focus stays in the story");
  await page.keyboard.type(" En moe.");
  ctx.expect((await story.inputValue()) === "Ik ben ziek geweest. En moe.", "one types on where one was");
  await hatice.check("woorden-tijdens-typen");
  ctx.expect((await page.locator("#words").getAttribute("aria-live")) === "polite", "a screen reader says it in its own time");
}

const sendStep = (person) => send(person, "#step", "button.utrecht-button--primary-action");

async function publish(ctx, hatice, id) {
  await hatice.visit("/balie/hulpvragen", "te-lezen");
  ctx.expect((await follow(hatice, `/balie/hulpvragen/${id}`)) === 200, "the request waits at the desk");
  await hatice.check("lezen");
  ctx.expect(!(await reads(hatice, STREET)), "the desk does not see the address either, without a reason");
  ctx.expect((await send(hatice, "main form[action$='/plaatsen']")) === 200, "it is on the site");
}

async function findIt(ctx, visitor, id) {
  await visitor.goto("/");
  await menu(visitor, "/hulpvragen");
  await visitor.check("hulpvragen");
  await fill(visitor, { q: "krant voorlezen", bij: "WK063701" }, "main form[role=search]");
  await Promise.all([
    visitor.page.waitForURL(/q=krant/),
    visitor.page.locator("main form[role=search] button:not([type=button])").click(),
  ]);
  const found = visitor.page.locator("#results .ss-card", { hasText: TITLE });
  await found.waitFor();
  await visitor.check("gevonden");
  ctx.expect((await tap(visitor, found.locator(`a[href*='/hulpvragen/${id}']`))) === 200, "the request opens");
  await visitor.check("hulpvraag");
  for (const secret of ["Toos", STREET, PHONE]) {
    ctx.expect(!(await visitor.page.content()).includes(secret), `${secret} is not in public`);
  }
  ctx.expect(await reads(visitor, "Meerzicht"), "the wijk is all one knows of the place");
}

/** Taps an entry of the main menu, which is folded away on a small screen. */
async function menu(person, path) {
  const link = person.page.locator(`header nav a[href="${path}"]`);
  if (!(await link.isVisible())) await person.page.locator("header .ss-menu > summary").click();
  return tap(person, link);
}

async function nobodyOffers(ctx, hatice, id) {
  await ctx.advanceClock({ days: 9 });
  const own = hatice.page.locator(`section[aria-labelledby=stuck] a[href$='${id}']`);
  for (let tries = 0; tries < 50; tries++) {
    await hatice.goto("/balie/hulpvragen?lijst=meezoeken");
    const next = hatice.page.locator("main a[rel=next]");
    while ((await own.count()) === 0 && (await next.count()) > 0) await tap(hatice, next);
    if ((await own.count()) > 0) break;
    await hatice.page.waitForTimeout(200);
  }
  await hatice.check("wij-zoeken-mee");
  const stuck = hatice.page.locator("section[aria-labelledby=stuck] li", { hasText: TITLE });
  ctx.expect((await stuck.innerText()).includes("Niemand heeft gereageerd"), "after a week the point looks along");
}

async function becomeHelper(ctx, hugo, hatice, id) {
  await signIn(hugo, HELPER, { back: `/hulpvragen/${id}`, name: "Hugo Helper" });
  await hugo.check("nog-geen-helper");
  ctx.expect((await hugo.goto(`/hulpvragen/${id}/reageer`)).status() === 403, "only confirmed helpers respond");
  await hugo.goto(`/hulpvragen/${id}`);
  ctx.expect((await follow(hugo, "/hulpvragen/helper-worden")) === 200, "the way to become one");
  await hugo.check("helper-worden");
  await fill(hugo, { motivation: "Ik lees graag voor, en ik heb op dinsdag tijd." });
  ctx.expect((await send(hugo, "main form.ss-form")) === 200, "Hugo asked");
  await hugo.check("aangemeld");

  await hatice.visit("/balie/helpers", "helpers");
  const card = hatice.page.locator("main .ss-card", { hasText: "Hugo Helper" });
  ctx.expect((await tap(hatice, card.locator("a").first())) === 200, "the mediator opens his application");
  await hatice.check("helper");
  await fill(hatice, { checked: "met" });
  ctx.expect((await send(hatice, "main form[action$='/bevestigen']")) === 200, "she confirms him");
  await ctx.waitForMail(HELPER, /bevestigd als helper/);
}

async function offer(ctx, hugo, id) {
  await hugo.goto(`/hulpvragen/${id}`);
  ctx.expect((await follow(hugo, `/hulpvragen/${id}/reageer`)) === 200, "the way to offer help");
  await hugo.check("aanbieden");
  await fill(hugo, { message: "Op dinsdag kom ik graag voorlezen." });
  ctx.expect((await send(hugo, "main form.ss-form")) === 422, "not without the safety text");
  await fill(hugo, { agreed: true });
  ctx.expect((await send(hugo, "main form.ss-form")) === 200, "Hugo offered");
  await hugo.check("aangeboden");
  ctx.expect((await hugo.goto(`/hulpvragen/${id}/gegevens`)).status() === 404, "he sees nothing before Toos agrees");
}

async function choose(ctx, hatice, id) {
  await hatice.visit("/balie/hulpvragen", "bellen");
  ctx.expect(await reads(hatice, PHONE), "Toos has no e-mail: the desk calls her");
  await hatice.goto(`/balie/hulpvragen/${id}`);
  ctx.expect((await follow(hatice, `/mijn/hulpvragen/${id}`)) === 200, "act for her");
  await hatice.check("wie-wil-helpen");
  ctx.expect((await follow(hatice, "/brief")) === 200, "a letter on paper");
  await hatice.check("brief");
  await hatice.goto(`/mijn/hulpvragen/${id}`);
  await fill(hatice, { agreed: true });
  ctx.expect((await send(hatice, "main form[action$='/kiezen']")) === 200, "Hugo is chosen");
  await hatice.check("gekozen");
}

async function seeData(ctx, hugo, id) {
  const mail = await ctx.waitForMail(HELPER, /Jij mag helpen/);
  ctx.expect(!mail.text.includes(STREET), "the mail does not hold the address");
  const link = ctx.linksIn(mail).find((one) => one.includes(`/hulpvragen/${id}/gegevens`));
  ctx.expect((await hugo.visit(link, "gegevens-gezien")).status() === 200, "the link of the mail");
  ctx.expect(await reads(hugo, STREET), "now he knows where Toos lives");
}

async function close(ctx, hatice, id) {
  await hatice.visit(`/mijn/hulpvragen/${id}`, "wie-keek");
  const looks = hatice.page.locator("section[aria-labelledby=looks]");
  ctx.expect((await looks.innerText()).includes("Hugo Helper, helper"), "his look is on record, for Toos to see");
  ctx.expect((await follow(hatice, "/sluiten")) === 200, "the way to close it");
  await hatice.check("sluiten");
  ctx.expect((await send(hatice, "main form.ss-form")) === 422, "what became of it is asked");
  await fill(hatice, { closing: "helped" });
  ctx.expect((await send(hatice, "main form.ss-form")) === 200, "it is closed");
  await hatice.visit(`/mijn/hulpvragen/${id}`, "geholpen");
  ctx.expect(await reads(hatice, "Geholpen"), "the outcome is known");
  await ctx.waitForMail(HELPER, /klaar/);
}
