// What people do on every page: fill in, send, follow a link.

/**
 * Fills fields by name: text, a choice of a list, radios by value, checkboxes by a list of values, one checkbox by true.
 * `within` narrows the search where a page has the same name twice.
 */
export async function fill({ page }, values, within = "main") {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`${within} [name="${name}"]:not([type=hidden])`);
    const kind = await field.first().evaluate((element) => element.type);
    if (kind === "radio") {
      await field.and(page.locator(`[value="${value}"]`)).check();
    } else if (kind === "checkbox") {
      if (typeof value === "boolean") await field.first().setChecked(value);
      else for (const one of value) await field.and(page.locator(`[value="${one}"]`)).check();
    } else if (kind === "select-one") {
      await field.selectOption(value);
    } else {
      await field.fill(value);
    }
  }
}

/** Taps the button that sends a form and waits for the page that follows. Answers its status. */
export async function send(person, form = "main form", button = "button:not([type=button])") {
  return tap(person, person.page.locator(form).locator(button).first());
}

/** Taps a link whose address has `part` in it and waits for the page. Answers its status. */
export async function follow(person, part, within = "main") {
  return tap(person, person.page.locator(`${within} a[href*="${part}"]`).first());
}

/** Turns the pages of a list until a link whose address ends in `end` is there. */
export async function turnTo(person, end) {
  const link = person.page.locator(`main a[href$="${end}"]`).first();
  while ((await link.count()) === 0) await tap(person, person.page.locator("main a[rel=next]"));
  return link;
}

/** Taps something that leads to another page. Answers its status. */
export async function tap({ page }, locator) {
  await locator.scrollIntoViewIfNeeded();
  const [response] = await Promise.all([
    page.waitForResponse((response) => response.request().isNavigationRequest() && response.status() !== 303),
    page.waitForEvent("load"),
    locator.click(),
  ]);
  return response.status();
}

/** Opens a part of the page that is folded away, when it is. */
export async function unfold({ page }, words) {
  const summary = page.locator("main details:not([open]) > summary", { hasText: words });
  if ((await summary.count()) > 0) await summary.first().click();
}

/** Whether the words stand on the page, where people can read them. */
export async function reads({ page }, words) {
  return (await page.locator("main").innerText()).includes(words);
}
