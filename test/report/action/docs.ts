/** What the two guides must show: tables of action.yml, and what the tool really prints. */

import { readFileSync } from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import { reviewFiles } from "../../../src/engine/review-files.ts";
import { reportBody } from "../../../src/report/action/body.ts";
import { reviewReporters } from "../../../src/report/review/formats.ts";
import { day } from "../../progress/support.ts";
import { blame, LifeRepository } from "../../support/life.ts";
import { edit } from "../review/fixture.ts";
import { company, companyWith, scenarios } from "./scenarios.ts";

export const ROOT = path.join(import.meta.dirname, "../../..");
export const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

interface Described {
  readonly description: string;
  readonly default?: string;
}

export interface ActionFile {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
}

export const action = parse(read("action.yml")) as ActionFile;

/** The commit that main is at. */
const BASE = "4f2a9c1d03b7e6a8c5d4f3b2a1908f7e6d5c4b3a";
const CUSTOMERS = "kpis/customers.kpi.yaml";
const TARGET = "    target: 75\n";
const EASED = [TARGET, "    target: 72\n"] as const;
const REASON = `      - { date: 2026-08-14, field: target, from: 75, to: 72, reason: "Over-optimistic: small clinics answer less often than we assumed", by: "@cx-lead" }\n`;
const TRAIL = "    changes: # the reason trail that a review asks for\n";

/** What stands between `<!-- name -->` and `<!-- /name -->`, by the whole of the first comment. */
export const regions: Readonly<Record<string, Readonly<Record<string, () => string | Promise<string>>>>> = {
  "docs/action.md": {
    "page: eased-without-reason": async () => reportBody(await scenarios["eased-without-reason"](), { limit: 60_000 }),
    inputs: () =>
      table(
        ["input", "default", "what it does"],
        Object.entries(action.inputs).map(([name, input]) => [
          `\`${name}\``,
          input.default === undefined || input.default === "" ? "" : `\`${input.default}\``,
          input.description,
        ]),
      ),
    outputs: () =>
      table(
        ["output", "holds"],
        Object.entries(action.outputs).map(([name, output]) => [`\`${name}\``, output.description]),
      ),
  },
  "docs/change-review.md": {
    "output: eased-without-reason": () => diff(companyWith({ [CUSTOMERS]: [EASED] })),
    "output: check-in": () =>
      diff({
        ...company,
        "kpis/data/page-load-time.csv": `${company["kpis/data/page-load-time.csv"]}2026-08-14,2.3\n`,
      }),
    "output: eased-with-reason": () =>
      diff(
        companyWith({
          [CUSTOMERS]: [
            EASED,
            [TRAIL, `${TRAIL}${REASON}`],
            ["2026-06-30: 68\n", "2026-06-30: 68\n      2026-08-14: 70\n"],
          ],
        }),
      ),
    "output: blame": life,
  },
};

/** The text with every region of a file as it should be. */
export async function filled(file: string): Promise<string> {
  let text = read(file);
  for (const [name, make] of Object.entries(regions[file] ?? {})) {
    const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name.split(":")[0]} -->`];
    const from = text.indexOf(start) + start.length;
    const to = text.indexOf(end, from);
    if (from < start.length || to < from) throw new Error(`${file} has no region "${name}"`);
    text = `${text.slice(0, from)}${(await make()).trimEnd()}\n${text.slice(to)}`;
  }
  return text;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

async function diff(head: Readonly<Record<string, string>>): Promise<string> {
  const result = await reviewFiles({
    base: company,
    head,
    asOf: day("2026-08-15"),
    names: { base: BASE, head: "working tree" },
  });
  const text = reviewReporters.pretty(result, { colour: false, width: 100, ascii: false, quiet: false });
  return fenced("kpi diff main", text);
}

async function life(): Promise<string> {
  const now = company[CUSTOMERS] ?? "";
  const trail = /\n {4}changes: # the reason trail[\s\S]*?\n(?=\n {2}churn-2026)/.exec(now)?.[0] ?? "";
  const first = edit(now, [TARGET, "    target: 78\n"], [trail, "\n"]);
  const commits = [
    ["2026-01-12", "Mika", "KPIs of 2026", { ...company, [CUSTOMERS]: first }],
    ["2026-04-02", "Lena", "Count promoters over 90 days", { [CUSTOMERS]: now }],
    ["2026-08-14", "Lena", "Adjust targets", { [CUSTOMERS]: edit(now, EASED) }],
  ] as const;
  const repository = new LifeRepository();
  try {
    for (const [date, author, message, files] of commits) {
      for (const [file, text] of Object.entries(files)) repository.write(file, text);
      repository.commitOn(date, author, message);
    }
    return fenced("kpi blame nps-2026", (await blame(repository.path, "nps-2026")).out);
  } finally {
    repository.drop();
  }
}

function fenced(command: string, text: string): string {
  return `\`\`\`text\n$ ${command}\n\n${text.trimEnd()}\n\`\`\``;
}
