// Signing in as somebody of the demonstration, the way people do: with what comes by mail.
import { until } from "./server.mjs";

/** The addresses one can sign in with in the demonstration; each is somebody with one part to play. */
export const DEMO = {
  manager: "beheer@gemeente.voorbeeld.example",
  supporter: "ondersteuner@gemeente.voorbeeld.example",
  mediator: "centrum@punt.voorbeeld.example",
  contact: "contact@organisatie.voorbeeld.example",
  resident: "tess@inwoner.voorbeeld.example",
};

/**
 * Asks for a code at the door, and answers the mail that comes of it: never an earlier one to the same address.
 * The page where the code is typed stays open. `back` is where signing in leads to.
 */
export async function askCode(person, email, { back = "/mijn" } = {}) {
  const { journey, page } = person;
  const before = new Set((await journey.readMail(email)).map((mail) => mail.message_id));
  await person.goto(`/inloggen?terug=${encodeURIComponent(back)}`);
  await page.locator("#f-email").fill(email);
  await page.locator("form[action='/inloggen'] button").click();
  await page.locator("#f-code").waitFor();
  return until(`a mail with a code to ${email}`, async () =>
    (await journey.readMail(email)).find((mail) => mail.code && !before.has(mail.message_id)),
  );
}

/** Types a code on the page that is open for it. */
export async function typeCode({ page }, code) {
  await page.locator("#f-code").fill(code);
  await page.locator("form[action='/inloggen/code'] button").click();
}

/** Signs a person in with the code from the mail, and fails when they did not get in. */
export async function signIn(person, email, { back = "/mijn", name } = {}) {
  const { page } = person;
  const mail = await askCode(person, email, { back });
  await typeCode(person, mail.code);
  await page.waitForURL((url) => url.pathname !== "/inloggen/code");
  // An address nobody has used yet makes an account, with one question.
  if (new URL(page.url()).pathname === "/inloggen/naam") {
    await page.locator("#f-name").fill(name ?? "Robin Voorbeeld");
    await page.locator("form[action='/inloggen/naam'] button").click();
    await page.waitForURL((url) => url.pathname !== "/inloggen/naam");
  }
  const { pathname, search } = new URL(page.url());
  if (pathname + search !== back) throw new Error(`${email} signed in and came to ${pathname}${search}, not to ${back}`);
}

/** Signs a person out with the button in the heading of each page. */
export async function signOut(person) {
  const { page } = person;
  // The button may lie in a menu that is shut: its form is sent all the same, as the button would.
  const button = page.locator("form[action='/uitloggen'] button").first();
  if (!(await button.isVisible())) await page.locator("header details:has(form[action='/uitloggen']) > summary").first().click();
  await button.click();
  await page.waitForURL((url) => url.pathname === "/");
}
