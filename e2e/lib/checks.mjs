// What must hold on every page a journey comes by.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Proven, skeleton } from "../../tools/testing/proven.mjs";
import { withScript } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const OPTIONS = {
  resultTypes: ["violations"],
  rules: { "target-size": { enabled: true } },
};

const looked = new Proven("axe");

/** axe's findings, of any impact, one line each. `how` names the look (mode, colours): a skeleton is examined once in each. */
export async function accessibility(page, how) {
  const markup = skeleton(await page.content());
  if (looked.has(how, markup)) return [];
  const violations = await withScript(page, async () => {
    await page.evaluate(AXE);
    return page.evaluate(async (options) => (await globalThis.axe.run(document, options)).violations, OPTIONS);
  });
  if (violations.length === 0) looked.add(how, markup);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `axe ${id} (${impact}): ${help}: ${node.target.join(" ")} ${shorten(node.html)}`),
  );
}

const shorten = (text) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** Things that stick out sideways, and text that does not follow the reader's own size. */
export async function layout(page, { text, viewport }) {
  const { sideways, culprits, root } = await page.evaluate(() => {
    const root = document.documentElement;
    const sideways = root.scrollWidth - root.clientWidth;
    const culprits = [];
    if (sideways > 0) {
      for (const element of document.querySelectorAll("body *")) {
        const box = element.getBoundingClientRect();
        if (box.width > 0 && box.right + scrollX > root.clientWidth + 0.5) {
          culprits.push(`${element.tagName.toLowerCase()}.${element.className} ends at ${Math.round(box.right)}`);
        }
      }
    }
    return { sideways, culprits: culprits.slice(-5), root: parseFloat(getComputedStyle(root).fontSize) };
  });
  const found = [];
  if (sideways > 0) found.push(`the page scrolls ${sideways} px sideways at ${viewport.width} px: ${culprits.join("; ")}`);
  if (root < text) found.push(`text does not follow the reader's size: the root is ${root} px where the reader asked ${text}`);
  return found;
}

/**
 * Collects what goes wrong behind a page: console errors (a broken Content-Security-Policy among them), exceptions,
 * server errors, parts that fail to load. A page that answers 4xx itself is the journey's own affair.
 */
export function watch(page, problems) {
  const visited = new Set();
  page.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} from ${response.url()}`);
    if (response.request().isNavigationRequest() || response.status() === 422) visited.add(response.url());
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const from = message.location().url;
    if (message.text().startsWith("Failed to load resource") && visited.has(from)) return;
    problems.push(`console: ${message.text()} (${from})`);
  });
  page.on("pageerror", (error) => problems.push(`exception in the page: ${error.message}`));
  page.on("popup", () => problems.push(`${page.url()} opened a window of its own`));
  page.on("requestfailed", (request) => {
    // A navigation that another one overtakes, and a prefetch that is dropped, are no faults.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") {
      problems.push(`could not load ${request.url()}: ${request.failure()?.errorText}`);
    }
  });
}
