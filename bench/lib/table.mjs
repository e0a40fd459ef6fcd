// The table of figures: on the screen, and in docs/performance.md between its two marks.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { ROOT } from "./program.mjs";

const FILE = path.join(ROOT, "docs", "performance.md");
const BEGIN = "<!-- figures: written by bench/run --write -->";
const END = "<!-- end of figures -->";

const verdict = ({ reached }) => (reached === undefined ? "" : reached ? "yes" : "**no**");

export function print(rows) {
  const wide = Math.max(...rows.map(({ what }) => what.length));
  console.log();
  for (const row of rows) {
    const mark = row.reached === undefined ? " " : row.reached ? "+" : "-";
    console.log(`${mark} ${row.what.padEnd(wide)}  ${row.measured}${row.wanted ? `  [${row.wanted}]` : ""}`);
  }
  const judged = rows.filter(({ reached }) => reached !== undefined);
  console.log(`\n${judged.filter(({ reached }) => reached).length} of ${judged.length} figures reached.`);
}

/** The parts in the order in which they are measured. */
const PARTS = ["fill", "start", "statements", "view", "pages", "responses", "nodes", "standing", "faults", "engine", "exposure"];
const partOf = (line) => line.match(/`bench\/run --only (\w+)` \|$/)?.[1];

/** Puts the rows in the page. What was not measured this time stays as it was. */
export async function write(rows, { machine, date, given }) {
  const text = await readFile(FILE, "utf8");
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${FILE} lacks the marks between which the figures stand`);
  const cell = (words) => String(words).replaceAll("|", "\\|");
  const fresh = rows.map(
    (row) =>
      `| ${cell(row.what)} | ${cell(row.wanted)} | ${cell(row.measured)} | ${verdict(row)} | \`bench/run --only ${row.part}\` |`,
  );
  const measured = new Set(rows.map(({ part }) => part));
  const stay = text.slice(begin, end).split("\n").filter((line) => partOf(line) && !measured.has(partOf(line)));
  const lines = PARTS.flatMap((part) => [...fresh, ...stay].filter((line) => partOf(line) === part));
  const command = ["bench/run", ...given].join(" ");
  const earlier = stay.length > 0 ? " The other rows stand from an earlier run." : "";
  const table = [
    BEGIN,
    "",
    `Measured on ${date} by \`${command}\` on ${machine}; the load tool ran beside the program.${earlier}`,
    "",
    "| What | Wanted | Measured | Reached | Command |",
    "|---|---|---|---|---|",
    ...lines,
    "",
    END,
  ];
  await writeFile(FILE, text.slice(0, begin) + table.join("\n") + text.slice(end + END.length));
  console.log(`Written to ${path.relative(process.cwd(), FILE)}.`);
}
