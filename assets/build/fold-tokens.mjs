// Design-system components offer hundreds of tokens; a theme fills some. A
// declaration that depends on a token nobody fills has no effect, and a fallback
// behind a token that is filled for the whole page is never used. Removing both
// makes the style sheet several times smaller and changes nothing on screen.
import postcss from "postcss";

// Set by the server, at run time: /thema.css.
const FROM_SERVER = /^--samenstuur-/;

/** Splits `text` at the first comma outside brackets. */
function splitFirstComma(text) {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (text[at] === "," && depth === 0) return [text.slice(0, at), text.slice(at + 1)];
  }
  return [text, null];
}

function closing(text, from) {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** Returns the folded value, or null if it can never be valid. */
function fold(value, known) {
  const start = value.indexOf("var(");
  if (start < 0) return value;
  const end = closing(value, start + 4);
  const [rawName, rawFallback] = splitFirstComma(value.slice(start + 4, end));
  const name = rawName.trim();
  const rest = fold(value.slice(end + 1), known);
  if (rest === null) return null;
  const before = value.slice(0, start);
  if (known.always.has(name)) return `${before}var(${name})${rest}`;
  const fallback = rawFallback === null ? null : fold(rawFallback.trim(), known);
  if (known.some.has(name) || FROM_SERVER.test(name)) {
    return `${before}var(${name}${fallback === null ? "" : `, ${fallback}`})${rest}`;
  }
  return fallback === null ? null : before + fallback + rest;
}

function tokensOf(root) {
  const known = { some: new Set(), always: new Set() };
  root.walkDecls(/^--/, (decl) => {
    known.some.add(decl.prop);
    if (decl.parent.selector === ":root" && decl.parent.parent.type === "root") {
      known.always.add(decl.prop);
    }
  });
  return known;
}

function usedTokens(root) {
  const used = new Set();
  root.walkDecls((decl) => {
    for (const [, name] of decl.value.matchAll(/var\(\s*(--[\w-]+)/g)) used.add(name);
  });
  return used;
}

/** Returns `css` without declarations that cannot have an effect. */
export function foldTokens(css) {
  const root = postcss.parse(css);
  for (let changed = true; changed; ) {
    changed = false;
    const known = tokensOf(root);
    const used = usedTokens(root);
    root.walkDecls((decl) => {
      const folded = fold(decl.value, known);
      const unused = decl.prop.startsWith("--") && !used.has(decl.prop);
      if (folded === null || unused) decl.remove();
      else if (folded !== decl.value) decl.value = folded;
      else return;
      changed = true;
    });
    root.walkRules((rule) => {
      if (rule.nodes.length === 0) rule.remove();
    });
  }
  return root.toString();
}
