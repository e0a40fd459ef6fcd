// Totals per part, out of what the test runners wrote.

/**
 * The parts of the summary, first match wins. A test belongs to a part by its binary or crate and its name: `#[db_test]`
 * ends names in `sqlite` or `postgres`; the modules of the integration binary are named after what they look at.
 */
const HOUSE = /^(house|architecture|statements|authori[sz]ation|locales|limits)\w*::/;
const SWEEP = /^(pages|page_sweep|sweep)\w*::/;
const PARTS = [
  { part: "integration: SQLite", of: ({ name }) => /(^|::|_)sqlite$/.test(name) },
  { part: "integration: PostgreSQL", of: ({ name }) => /(^|::|_)postgres(ql)?$/.test(name) },
  { part: "house rules", of: ({ suite, name }) => suite.endsWith("::it") && HOUSE.test(name) },
  { part: "page sweep", of: ({ suite, name }) => suite.endsWith("::it") && SWEEP.test(name) },
  { part: "integration: other", of: ({ suite }) => suite.endsWith("::it") },
  { part: "property", of: ({ name }) => /(^|::)(prop_|properties::)/.test(name) },
  { part: "unit", of: () => true },
];

const unescape = (text) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** Rows from a JUnit report of nextest. */
export function junit(report) {
  const rows = PARTS.map(({ part }) => ({ part: `tests: ${part}`, passed: 0, failed: 0, skipped: 0 }));
  const cases = report.matchAll(/<testcase name="([^"]*)" classname="([^"]*)"[^>]*?(\/>|>([\s\S]*?)<\/testcase>)/g);
  for (const [, name, suite, , inside = ""] of cases) {
    const test = { name: unescape(name), suite: unescape(suite) };
    const row = rows[PARTS.findIndex(({ of }) => of(test))];
    if (/<skipped/.test(inside)) row.skipped++;
    else if (/<(failure|error)\b/.test(inside)) row.failed++;
    else row.passed++;
  }
  const [sqlite, postgres] = ["SQLite", "PostgreSQL"].map((engine) => rows.find(({ part }) => part.endsWith(engine)));
  if (sqlite.passed + sqlite.failed > 0 && postgres.passed + postgres.failed === 0) {
    Object.assign(postgres, { failed: 1, note: "no test ran on PostgreSQL: is the server installed?" });
  }
  return rows.filter(({ passed, failed, skipped }) => passed + failed + skipped > 0);
}

/** One row from what tools/rustdoc says of each crate. */
export function documented(said) {
  const row = { part: "documentation", passed: 0, failed: 0 };
  for (const [, verdict] of said.matchAll(/^documentation of \S+: (ok|FAILED)$/gm)) row[verdict === "ok" ? "passed" : "failed"]++;
  return row.passed + row.failed > 0 ? row : { ...row, failed: 1, note: "nothing was documented" };
}

/** One row from what `cargo test --doc` says. */
export function doctests(said) {
  const row = { part: "tests: examples", passed: 0, failed: 0, skipped: 0 };
  for (const [, passed, failed, ignored] of said.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm)) {
    row.passed += Number(passed);
    row.failed += Number(failed);
    row.skipped += Number(ignored);
  }
  return row;
}
