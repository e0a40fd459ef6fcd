// One Chromium for each text size; each person in a journey has a context of their own in it.
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** How the three modes differ; `text` is the reader's own text size in pixels (16 is the default). */
export const MODES = {
  js: { viewport: { width: 1280, height: 900 }, script: true, text: 16 },
  nojs: { viewport: { width: 1280, height: 900 }, script: false, text: 16 },
  small: { viewport: { width: 320, height: 640 }, script: true, text: 32 },
};

function findChromium() {
  if (process.env.SAMENSTUUR_CHROMIUM) return process.env.SAMENSTUUR_CHROMIUM;
  for (const name of [...NAMES, ...MAC]) {
    try {
      return execFileSync("sh", ["-c", 'command -v "$0"', name], { encoding: "utf8" }).trim();
    } catch {
      continue;
    }
  }
  throw new Error("No Chromium found: run tools/setup, or set SAMENSTUUR_CHROMIUM to its path");
}

/**
 * A Chromium whose reader likes text of `text` pixels. The browser's own setting, so that `rem`, `em` and media queries
 * in `em` all follow; the protocol's `Page.setFontSizes` is forgotten at each picture of a whole page.
 */
export const launch = (text = 16, args = []) =>
  chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      `--blink-settings=defaultFontSize=${text},defaultFixedFontSize=${Math.round((text * 13) / 16)}`,
      "--disable-dev-shm-usage",
      ...args,
      // Chromium refuses its own sandbox under root, which is who runs a container.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });

/** A page in a new context, in Dutch and Amsterdam time unless told otherwise; `script: false` shuts scripts out. */
export async function newPage(browser, { script = true, ...options }) {
  const context = await browser.newContext({ locale: "nl-NL", timezoneId: "Europe/Amsterdam", ...options });
  context.setDefaultTimeout(15_000);
  context.setDefaultNavigationTimeout(20_000);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  sessions.set(page, { session, script });
  // Not by the context's `javaScriptEnabled`, which cannot be lifted for axe.
  if (!script) await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  return page;
}

const sessions = new WeakMap();

/** Lets scripts in for the time of `work`, where the mode shuts them out. The page's own scripts stay unrun. */
export async function withScript(page, work) {
  const { session, script } = sessions.get(page);
  if (script) return work();
  await session.send("Emulation.setScriptExecutionDisabled", { value: false });
  try {
    return await work();
  } finally {
    await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  }
}

/** A security key that lives in the browser and says yes to everything: `credentials()` tells what it holds. */
export async function addPasskeys(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    remove: () => session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }),
  };
}
