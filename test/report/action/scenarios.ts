/** Change sets whose pages are golden files: small ones on the example company, large and hostile ones of their own. */

import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type { Files } from "../../../src/engine/in-memory.ts";
import type { ActionReport } from "../../../src/report/action/model.ts";
import { edit } from "../review/fixture.ts";
import { HOSTILE } from "../review/scenarios.ts";
import { reportOf } from "./reports.ts";

type Edit = readonly [from: string, to: string];

const COMPANY = path.join(import.meta.dirname, "../../../examples");
const CUSTOMERS = "kpis/customers.kpi.yaml";
const MARKETING = "kpis/marketing.kpi.yaml";

/** The example company, complete and without a finding. */
export const company: Files = Object.fromEntries(
  readdirSync(path.join(COMPANY, "kpis"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:yaml|csv)$/.test(file))
    .map((file) => `kpis/${file.split(path.sep).join("/")}`)
    .concat("kpi.config.yaml")
    .sort()
    .map((file) => [file, readFileSync(path.join(COMPANY, file), "utf8")]),
);

/** The company with pieces of some files exchanged; each piece must occur. */
export function companyWith(edits: Readonly<Record<string, readonly Edit[]>>): Files {
  const changed = Object.entries(edits).map(([file, changes]) => [file, edit(company[file] ?? "", ...changes)]);
  return { ...company, ...Object.fromEntries(changed) };
}

/** Rows at the end of data files. */
function withRows(rows: Readonly<Record<string, string>>): Files {
  const added = Object.entries(rows).map(([file, text]) => [file, `${company[file]}${text}`]);
  return { ...company, ...Object.fromEntries(added) };
}

const TARGET = "    target: 75\n";
const REASON = "The survey now reaches all clinics, and small ones answer less kindly";
const eased = (changes: string): Files =>
  companyWith({
    [CUSTOMERS]: [
      [TARGET, `    target: 72\n`],
      ["    changes: # the reason trail that a review asks for\n", `    changes:\n${changes}`],
    ],
  });

/** Many KPIs on metrics of their own, under goals of five. */
export function many(n: number, target: (i: number) => string, more = ""): Files {
  const ids = Array.from({ length: n }, (_, i) => i + 1);
  const goals = ids
    .filter((i) => i % 5 === 1)
    .map((i) => `  goal-${Math.ceil(i / 5)}: { title: Goal ${Math.ceil(i / 5)}, owner: "@ceo" }`);
  const metrics = ids.map(
    (i) =>
      `  visits-${i}: { title: Visits of site ${i}, unit: visits, values: { 2026-01-31: 60, 2026-03-31: 75, 2026-05-31: 90, 2026-07-31: ${100 + (i % 40)} } }`,
  );
  const kpis = ids.map(
    (i) =>
      `  site-${i}: { title: Site ${i} is found, goal: goal-${Math.ceil(i / 5)}, metric: visits-${i}, owner: "@ana", timeframe: 2026, baseline: 50, target: ${target(i)}${more} }`,
  );
  return {
    "kpi.yaml": `version: 1\ngoals:\n${goals.join("\n")}\nmetrics:\n${metrics.join("\n")}\nkpis:\n${kpis.join("\n")}\n`,
  };
}

const quoted = (text: string): string => JSON.stringify(text);
const hostile = (target: number, reason: string): Files => ({
  [`kpis/${HOSTILE}.kpi.yaml`]: `version: 1
goals:
  ${quoted(HOSTILE)}: { title: ${quoted(HOSTILE)}, owner: ${quoted(HOSTILE)} }
metrics:
  ${quoted(HOSTILE)}:
    title: ${quoted(HOSTILE)}
    unit: ${quoted(HOSTILE)}
    values: { 2026-01-31: 60, 2026-03-31: 62, 2026-05-31: 64, 2026-07-31: 68 }
  nps: { title: Net Promoter Score, unit: ${quoted(`${HOSTILE} "%%`)}, values: { 2026-01-31: 60, 2026-03-31: 62, 2026-05-31: 64, 2026-07-31: 68 } }
kpis:
  ${quoted(HOSTILE)}:
    title: ${quoted(HOSTILE)}
    goal: ${quoted(HOSTILE)}
    metric: ${quoted(HOSTILE)}
    owner: "@ana"
    timeframe: 2026
    baseline: 60
    target: ${target}
    changes: [{ date: 2026-08-14, field: target, reason: ${quoted(reason)} }]
  nps-2026:
    title: ${quoted(HOSTILE.repeat(2).slice(0, 240))}
    goal: ${quoted(HOSTILE)}
    metric: nps
    owner: "@ana"
    timeframe: 2026
    baseline: 60
    target: ${target}
`,
});

/** By the name of their golden files. */
export const scenarios = {
  "nothing-changed": () =>
    reportOf({ base: company, head: { ...company, [CUSTOMERS]: `# Reworded.\n${company[CUSTOMERS]}` } }),
  "check-in": () =>
    reportOf({
      base: company,
      head: withRows({
        "kpis/data/clinic-churn.csv": "2026-08-14,2.4\n",
        "kpis/data/page-load-time.csv": "2026-08-14,2.3\n",
      }),
    }),
  "eased-without-reason": () =>
    reportOf({ base: company, head: companyWith({ [CUSTOMERS]: [[TARGET, "    target: 72\n"]] }) }),
  "eased-with-reason": () =>
    reportOf({
      base: company,
      head: eased(
        `      - { date: 2026-08-14, field: target, from: 75, to: 72, reason: "${REASON}", by: "@cx-lead" }\n`,
      ),
    }),
  several: () =>
    reportOf({
      base: company,
      head: companyWith({
        [CUSTOMERS]: [
          [TARGET, "    target: 72\n"],
          ["timeframe: 2026-Q3\n    target: 4.5", "timeframe: { start: 2026-07-01, end: 2026-10-31 }\n    target: 5.5"],
          ["2026-06-30: 68\n", "2026-06-30: 68\n      2026-08-14: 70\n"],
          ["rolling 90 days", "rolling 30 days"],
          ["goal: happy-customers\n    metric: nps", "goal: happy-custmers\n    metric: nps"],
        ],
        "kpi.config.yaml": [["on_track: 0.95", "on_track: 0.80"]],
      }),
    }),
  "many-findings": () =>
    reportOf({ base: many(1, () => "200"), head: many(60, () => "200", ", review: { every: fortnightly }") }),
  "five-hundred": () =>
    reportOf({
      base: many(500, (i) => String(200 + i)),
      head: many(500, (i) => String(i % 4 === 0 ? 300 + i : 150 + i)),
    }),
  "no-base": () =>
    reportOf({
      base: null,
      head: company,
      noBase:
        "the commit 4f2a9c1d03 is not in this clone and cannot be fetched; give actions/checkout `fetch-depth: 2`",
    }),
  schedule: () =>
    reportOf({
      base: null,
      head: companyWith({ [MARKETING]: [["    why: ", "    because: "]] }),
      thresholds: { failOnStatus: "missed" },
    }),
  hostile: () => reportOf({ base: hostile(75, "x"), head: hostile(72, HOSTILE), workspace: HOSTILE }),
} satisfies Readonly<Record<string, () => Promise<ActionReport>>>;
