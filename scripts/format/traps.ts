/** What `kpi check` says about text that does not mean what it seems to, found out by checking it. */

import { checkExample } from "../../src/engine/example.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { rules } from "../../src/rules/index.ts";
import { OPENING } from "./examples.ts";
import { code, ruleLink, table } from "./markdown.ts";

/** A line of the opening example, and what somebody writes in its place. */
interface Trap {
  readonly line: string;
  readonly written: string;
  /** Said behind what is written. */
  readonly where?: string;
}

const TARGET = "    target: +25%\n";
const OWNER = '    owner: "@ana"\n';

const TRAPS: readonly Trap[] = [
  { line: TARGET, written: "target: +10" },
  { line: TARGET, written: "target: 1,200" },
  { line: TARGET, written: "target: 1_000" },
  { line: TARGET, written: "target: >= 99.9" },
  { line: TARGET, written: "target: 75%", where: "on unit `visits`" },
  { line: TARGET, written: "target: 75%", where: "on unit `%`" },
  { line: TARGET, written: "target: 6 hours" },
  { line: TARGET, written: "target: 2026-12-31" },
  { line: "    timeframe: 2026-Q3\n", written: "timeframe: Q3 2026" },
  { line: "    timeframe: 2026-Q3\n", written: "timeframe: monthly" },
  { line: OWNER, written: "owner: @ana" },
  { line: OWNER, written: "owner: Ana" },
  {
    line: "    why: More visits give sales more leads, which is how this goal is reached.\n",
    written: "why: Visits: more",
  },
  { line: "    type: [leading, output]\n", written: "type: leading, output" },
  { line: "      2026-07-31: 52600\n", written: "2026-07-31: 52 600" },
  { line: "    category: customer\n", written: "category: Customer" },
  { line: "    goal: grow-organic\n", written: "gaol: grow-organic" },
];

/** Rows of a data file with the header `date,value`. */
const ROWS = [
  "31.07.2026,62",
  '2026-07-31,"1,200"',
  "2026-07-31,1,200",
  "2026-07-31,12%",
  "2026-07-31,",
  "2026-02-30,62",
];
const HEADERS = ["Date,Visits", "date;value", "2026-07-31,62"];

/** Text in definition files that means something else than it seems to. */
export async function yamlTraps(): Promise<string> {
  const rows: (readonly string[])[] = [];
  for (const trap of TRAPS) {
    const text = withTrap(trap);
    const line = text.slice(0, text.indexOf(` ${trap.written}\n`)).split("\n").length;
    const written = [code(trap.written), trap.where].filter((piece) => piece !== undefined).join(" ");
    rows.push([written, ...(await said({ "kpi.yaml": text }, "kpi.yaml", line))]);
  }
  return table(["written", "what `kpi check` says", "what it offers"], rows);
}

function withTrap({ line, written, where }: Trap): string {
  if (!OPENING.includes(line)) throw new Error(`The example has no line ${line}`);
  const text = OPENING.replace(line.trim(), () => written);
  return where === "on unit `%`" ? text.replace("unit: visits", 'unit: "%"') : text;
}

/** Rows and headers of data files that cannot be read as they stand: what is written, what is said, what is offered. */
export async function dataTraps(): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for (const header of HEADERS) rows.push([`first line ${code(header)}`, ...(await dataSaid(`${header}\n`, 1))]);
  for (const row of ROWS) rows.push([code(row), ...(await dataSaid(`date,value\n${row}\n`, 2))]);
  return rows;
}

function dataSaid(text: string, line: number): Promise<readonly string[]> {
  const file = "data/visits.csv";
  const definition = "version: 1\nmetrics:\n  visits: { title: Visits of the month, data: data/visits.csv }\n";
  return said({ "kpi.yaml": definition, [file]: text }, file, line);
}

/** The first error on a line: its message with its rule, and what is offered instead. */
async function said(files: Readonly<Record<string, string>>, file: string, line: number): Promise<readonly string[]> {
  const { findings } = await checkExample({ files }, rules);
  const found = findings.find((one) => one.file === file && one.range.start.line === line && one.severity === "error");
  if (found === undefined) throw new Error(`Nothing is found on line ${line} of\n${files[file]}`);
  return [`${found.message}<br>${ruleLink(found.ruleId)}`, offered(found).join("<br>")];
}

function offered({ suggestions, fix }: Finding): readonly string[] {
  return [...(fix === null ? [] : [fix]), ...suggestions].map(({ title }) => title);
}
