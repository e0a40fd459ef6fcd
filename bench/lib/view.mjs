// What a first visit loads: requests and bytes over the wire, as Chromium counts them.
import { launch, newPage } from "../../e2e/lib/browser.mjs";

/** Opens each path in a browser that has seen nothing yet: `{path, requests, bytes}`. */
export async function firstViews(base, paths) {
  const browser = await launch();
  try {
    const views = [];
    for (const path of paths) views.push(await firstView(browser, base, path));
    return views;
  } finally {
    await browser.close();
  }
}

async function firstView(browser, base, path) {
  const page = await newPage(browser, { viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  let requests = 0;
  let bytes = 0;
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    // What the page asks a second time (the icons, as the icon of the tab) comes from the browser's memory: no bytes.
    requests += encodedDataLength > 0 ? 1 : 0;
    bytes += encodedDataLength;
  });
  await page.goto(base + path, { waitUntil: "networkidle" });
  await page.context().close();
  return { path, requests, bytes };
}
