import { askCode, DEMO, signIn, signOut, typeCode } from "../../../e2e/lib/signin.mjs";

export const name = "sign_in";
export const modes = ["js", "nojs", "small"];

/** Three ways in: the code of a mail, the link in that mail, a passkey. Without script the page says what is left. */
export async function run(ctx) {
  await byCode(ctx, await ctx.person("nieuwkomer"));
  await byLink(ctx, await ctx.person("tess"));
  const person = await ctx.person("nadia");
  await (ctx.hasScript ? byPasskey : withoutPasskey)(ctx, person);
}

async function byCode(ctx, person) {
  const { page } = person;
  await person.visit("/inloggen?terug=/mijn/profiel", "deur");
  await page.locator("form[action='/inloggen'] button").click();
  await page.locator(".ss-summary, [role=alert]").first().waitFor();
  await person.check("deur-zonder-adres");

  const mail = await askCode(person, "nieuwkomer@inwoner.voorbeeld.example", { back: "/mijn/profiel" });
  await person.check("code");
  await typeCode(person, mail.code === "111111" ? "222222" : "111111");
  await page.locator("#f-code[aria-invalid='true']").waitFor();
  await person.check("code-klopt-niet");

  await typeCode(person, mail.code);
  await page.locator("#f-name").waitFor();
  await person.check("naam");
  await page.locator("#f-name").fill("Nieuwkomer Voorbeeld");
  await page.locator("form[action='/inloggen/naam'] button").click();
  await page.waitForURL("**/mijn/profiel");
  await person.check("profiel");

  await signOut(person);
  await person.check("uitgelogd");
  await person.goto("/mijn");
  ctx.expect(new URL(page.url()).pathname === "/inloggen", "who is signed out comes to the door");
}

async function byLink(ctx, person) {
  const { page } = person;
  const mail = await askCode(person, DEMO.resident);
  const link = ctx.linksIn(mail).find((address) => address.includes("/inloggen/link"));
  ctx.expect(link !== undefined, "a link to sign in with in the mail");
  await person.visit(link, "link");
  await page.locator("form[action='/inloggen/link'] button").click();
  await page.waitForURL("**/mijn");
  await person.check("mijn");
  ctx.expect((await page.locator("h1").innerText()).includes("Tess"), "her own page, with her name");

  await signOut(person);
  await person.visit(link, "link-gebruikt");
  ctx.expect((await page.locator("form[action='/inloggen/link']").count()) === 0, "a link that works once");
}

async function byPasskey(ctx, person) {
  const { page } = person;
  const key = await person.passkeys();
  await signIn(person, DEMO.contact, { back: "/mijn/beveiliging" });
  await person.check("beveiliging");
  await page.locator("form[data-passkey-register] button").click();
  await page.locator("form[action$='/weg']").waitFor({ state: "attached" });
  await person.check("sleutel-gemaakt");
  ctx.expect((await key.credentials()).length === 1, "one passkey on the device");

  await signOut(person);
  await person.goto("/inloggen?terug=/mijn/beveiliging");
  await page.locator("form[data-passkey-login] button").click();
  // By the path alone: the address of the door ends in it too.
  await page.waitForURL((url) => url.pathname === "/mijn/beveiliging");
  await person.check("met-sleutel-binnen");
}

/** A passkey needs script: the pages say so, and the code stays a way in. */
async function withoutPasskey(ctx, person) {
  const { page } = person;
  await person.visit("/inloggen", "deur-zonder-script");
  ctx.expect(!(await page.locator("form[data-passkey-login]").isVisible()), "no button that cannot work");
  ctx.expect(/JavaScript/.test(await page.locator("main").innerText()), "the door says what a passkey needs");
  await signIn(person, DEMO.contact, { back: "/mijn/beveiliging" });
  await person.check("beveiliging-zonder-script");
  ctx.expect(!(await page.locator("form[data-passkey-register]").isVisible()), "no button that cannot work");
  ctx.expect(/JavaScript/.test(await page.locator("main").innerText()), "the page says what a passkey needs");
}
