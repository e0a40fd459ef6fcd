// Takes pictures of pages, to look at: two widths, and light, dark, in print, without script.
//
//   node e2e/look.mjs --base http://127.0.0.1:8080 [--lang en] [--cookie NAME=VALUE] [--only 320-dark] /vacatures /mijn …
//
// They land in e2e/out/look, one per page, width and manner: vacatures-320-dark.png.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { launch, newPage } from "./lib/browser.mjs";
import { layout } from "./lib/checks.mjs";
import { ROOT } from "./lib/server.mjs";

const OUT = path.join(ROOT, "e2e", "out", "look");
const WIDTHS = [320, 1280];
const MANNERS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  print: { media: "print" },
  nojs: { colorScheme: "light", script: false },
  large: { colorScheme: "light", text: 32 },
};

const { values: given, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    base: { type: "string", default: "http://127.0.0.1:8080" },
    lang: { type: "string", default: "nl-NL" },
    cookie: { type: "string", multiple: true, default: [] },
    only: { type: "string", multiple: true, default: [] },
  },
});
if (paths.length === 0) throw new Error("name at least one path, such as /vacatures");

const slug = (where) => where.replace(/^\//, "").replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home";
const wanted = (label) => given.only.length === 0 || given.only.some((part) => label.includes(part));

async function look(where, width, manner) {
  const { media, text = 16, ...options } = MANNERS[manner];
  const viewport = { width, height: width === 320 ? 640 : 900 };
  const page = await newPage(text === 16 ? browser : largeBrowser, { viewport, locale: given.lang, ...options });
  await page.context().addCookies(
    given.cookie.map((pair) => {
      const [name, ...value] = pair.split("=");
      return { name, value: value.join("="), url: given.base };
    }),
  );
  page.on("console", (message) => message.type() === "error" && console.log(`  console: ${message.text()}`));
  if (media) await page.emulateMedia({ media });
  const response = await page.goto(new URL(where, given.base).href);
  const file = path.join(OUT, `${slug(where)}-${width}-${manner}.png`);
  await page.screenshot({ path: file, fullPage: true });
  console.log(`${response.status()} ${path.relative(process.cwd(), file)}`);
  if (media !== "print") for (const line of await layout(page, { text, viewport })) console.log(`  ${line}`);
  await page.context().close();
}

await mkdir(OUT, { recursive: true });
const browser = await launch();
const largeBrowser = await launch(32);
try {
  for (const where of paths) {
    for (const width of WIDTHS) {
      for (const manner of Object.keys(MANNERS)) {
        if (wanted(`${width}-${manner}`)) await look(where, width, manner);
      }
    }
  }
} finally {
  await Promise.all([browser.close(), largeBrowser.close()]);
}
