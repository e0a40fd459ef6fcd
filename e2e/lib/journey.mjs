// What a journey gets: the server, and people with a browser each.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { addPasskeys, MODES, newPage } from "./browser.mjs";
import { accessibility, layout, watch } from "./checks.mjs";
import { codeIn, linksIn } from "./server.mjs";

/**
 * A picture to look at afterwards. Chromium's compositor on a crowded machine now and then gives no picture of a whole
 * page ("Unable to capture screenshot"): asked again it does. What fails three times is a fault.
 */
async function picture(page, file) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await page.screenshot({ path: file, fullPage: true });
    } catch (error) {
      if (attempt === 3 || !/capture screenshot/i.test(error.message)) throw error;
      await page.waitForTimeout(500 * attempt);
    }
  }
}

/** Somebody with a browser of their own: cookies are not shared with the others in the journey. */
export class Person {
  constructor(journey, name, page) {
    Object.assign(this, { journey, name, page });
  }

  /** Opens a path, or a whole link out of a mail. Answers the response. */
  goto(where) {
    return this.page.goto(new URL(where, this.journey.server.base).href);
  }

  /** Opens a path and looks at it: `check` under the name of the step. */
  async visit(where, step) {
    const response = await this.goto(where);
    await this.check(step);
    return response;
  }

  /** Looks at the page as it is now: picture (where asked), axe, layout, errors so far. Everything found is told at once. */
  async check(step) {
    const { journey, page } = this;
    const number = String(++journey.steps).padStart(2, "0");
    await page.waitForLoadState("load");
    if (journey.pictures) await picture(page, path.join(journey.out, `${number}-${this.name}-${step}.png`));
    const found = [
      ...(await accessibility(page, journey.mode)),
      ...(await layout(page, MODES[journey.mode])),
      ...journey.problems.splice(0),
    ];
    if (found.length > 0) {
      throw new Error(`step ${number} ${step} at ${page.url()}:\n${found.map((line) => `    - ${line}`).join("\n")}`);
    }
  }

  /** Walks to an element with the Tab key alone, and fails when the way there is not to be found or not to be seen. */
  async tabTo(locator, { most = 80 } = {}) {
    for (let step = 0; step < most; step++) {
      await this.page.keyboard.press("Tab");
      if (await locator.evaluate((element) => element === document.activeElement)) {
        const seen = await locator.evaluate((element) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
        });
        if (!seen) throw new Error(`the focus on ${locator} cannot be seen`);
        return;
      }
    }
    throw new Error(`${most} times Tab did not come to ${locator}`);
  }

  passkeys() {
    return addPasskeys(this.page);
  }
}

export class Journey {
  steps = 0;
  problems = [];
  #people = [];

  constructor({ browser, server, mode, out, pictures }) {
    Object.assign(this, { browser, server, mode, out, pictures });
    this.hasScript = MODES[mode].script;
  }

  /** A new person. `options` are a browser context's: `{locale: "en-GB"}`, `{colorScheme: "dark"}`. */
  async person(name, options = {}) {
    await mkdir(this.out, { recursive: true });
    const { viewport, script } = MODES[this.mode];
    const page = await newPage(this.browser, { viewport, script, ...options });
    this.#people.push(page);
    watch(page, this.problems);
    return new Person(this, name, page);
  }

  advanceClock(by) {
    return this.server.advanceClock(by);
  }
  readMail(to) {
    return this.server.readMail(to);
  }
  waitForMail(to, subject, options) {
    return this.server.waitForMail(to, subject, options);
  }
  codeIn = codeIn;
  linksIn = linksIn;

  /** Fails when `condition` does not hold; `what` says what should have been. */
  expect(condition, what) {
    if (!condition) throw new Error(`expected: ${what}`);
  }

  async close() {
    await Promise.all(this.#people.map((page) => page.context().close()));
    const crashes = await this.server.crashes();
    const left = [...this.problems, ...crashes];
    if (left.length > 0) throw new Error(`left at the end:\n${left.map((line) => `    - ${line}`).join("\n")}`);
  }

  /** A picture of each person's page, for whoever looks into a failure. */
  async pictureOfFailure() {
    for (const [index, page] of this.#people.entries()) {
      await page.screenshot({ path: path.join(this.out, `failed-${index + 1}.png`), fullPage: true }).catch(() => {});
    }
  }
}
