// Bundles a style sheet, drops what no template uses and what no token fills.
import { join } from "node:path";
import { build } from "esbuild";
import { browserslistToTargets, Features, transform } from "lightningcss";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { foldTokens } from "./fold-tokens.mjs";

// Classes that reach a page from a value or from the server, not as a word in a template.
const SAFE = [
  /^ss-icon/, /^ss-badge--/, /^ss-status--/, /^ss-map__area--/, /^ss-timeline__item--/,
  /^ss-width-/, /^utrecht-alert--/,
  /^utrecht-button--(primary-action|secondary-action|subtle|danger)$/, /^htmx-/, /^ss-busy$/,
];
const TARGETS = browserslistToTargets(["chrome 90", "edge 90", "firefox 91", "safari 14", "ios_saf 14"]);

async function bundled(root, entry) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    external: ["*.woff2"],
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0].text;
}

async function purged(root, css) {
  const [result] = await new PurgeCSS().purge({
    content: [
      join(root, "../templates/**/*.html"),
      join(root, "../capabilities/*/templates/**/*.html"),
      join(root, "js/**/*.js"),
    ],
    css: [{ raw: css }],
    // `:` and `/` are no part of our class names; words are.
    defaultExtractor: (content) => content.match(/[A-Za-z0-9_-]+/g) ?? [],
    safelist: { standard: SAFE, deep: [], greedy: [] },
    dynamicAttributes: ["aria-current", "aria-invalid", "aria-sort", "open", "hidden", "dir"],
  });
  return result.css;
}

/** An empty required field is no error before it was sent: only the server calls it one. */
function withoutBrowserErrors(css) {
  const root = postcss.parse(css);
  root.walkRules(/:(user-)?invalid\b/, (rule) => {
    rule.selectors = rule.selectors.filter((selector) => !/:(user-)?invalid\b/.test(selector));
    if (rule.selector === "") rule.remove();
  });
  return root.toString();
}

/** Returns the finished style sheet; names of files are taken from `manifest`. */
export async function styleSheet(root, entry, manifest) {
  const css = foldTokens(withoutBrowserErrors(await purged(root, await bundled(root, entry))));
  const { code } = transform({
    filename: entry,
    code: Buffer.from(css),
    minify: true,
    targets: TARGETS,
    // Right-to-left needs the logical properties themselves, not a translation per direction.
    exclude: Features.LogicalProperties | Features.DirSelector | Features.LangSelectorList,
  });
  return code.toString().replace(/[\w-]+\.woff2/g, (name) => manifest[name] ?? name);
}
