// What several journeys do in the marketplace.
import { until } from "./server.mjs";
import { fill, send } from "./steps.mjs";

/** Somebody without an account responds to a vacancy and confirms it with the code of the mail. Answers the thread's address. */
export async function respond(person, vacancy, { name, email, question }) {
  const { journey, page } = person;
  await person.goto(`${vacancy}/reageer`);
  await fill(person, { name, question, reach: "email", email });
  journey.expect((await send(person, "main form.ss-form")) === 200, `${name} sends a question`);
  const mail = await journey.waitForMail(email, /Bevestig/);
  await fill(person, { code: journey.codeIn(mail) });
  journey.expect((await send(person)) === 200, `${name} confirms with the code`);
  return page.url();
}

/** Searches until a card with these words is in the list: the index follows within moments. Answers the card's link. */
export async function findCard(person, search, words) {
  const card = person.page.locator("#results .ss-card", { hasText: words });
  await until(`${words} in ${search}`, async () => {
    await person.goto(search);
    return (await card.count()) > 0 ? true : undefined;
  });
  return card.first().locator("a").first();
}

/** The words of the page's main part. */
export const words = ({ page }) => page.locator("main").innerText();
