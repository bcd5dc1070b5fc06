/** The worked cases of vectors.json as files: what each says in words, done to a small workspace. */

import { readFileSync } from "node:fs";
import * as path from "node:path";

export interface Vector {
  readonly id: string;
  readonly change: string;
  readonly expect: readonly string[];
  readonly needs_reason?: boolean;
  readonly effect?: string;
}

export type Files = Readonly<Record<string, string>>;

export interface VectorCase {
  readonly before: Files;
  readonly after: Files;
  readonly asOf: string;
  /** The same change with words, and where they stand. */
  readonly explained?: Files;
  /** What `before` and `after` resolve to, where the case says so. */
  readonly resolved?: readonly [number, number];
}

export const vectors: readonly Vector[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "vectors.json"), "utf8"),
);

const AS_OF = "2026-08-15";

const KPIS = `version: 1
goals:
  grow-organic: { title: Clinics find us through search, owner: "team:marketing" }
  brand: { title: Clinics know our name, owner: "team:marketing" }
metrics:
  nps:
    title: Net Promoter Score
    unit: points
    cadence: quarterly
    data: data/nps.csv
  churn: { title: Clinics that leave, unit: "%", better: lower, aggregation: mean, values: { 2026-06-30: 3.5 } }
  visits: { title: Visits, unit: visits, values: { 2026-06-30: 48200, 2026-07-31: 52000 } }
  refund-rate: { title: Refunds, unit: "%", better: lower, values: { 2026-06-30: 2.1 } }
  uptime: { title: Uptime, unit: "%", values: { 2026-07-31: 99.95 } }
kpis:
  nps-75:
    title: Net Promoter Score of 75 by the end of 2026
    goal: grow-organic
    metric: nps
    owner: "@cx-lead"
    timeframe: 2026
    baseline: 62
    target: 75
  churn-half:
    title: Halve churn by the end of 2026
    goal: grow-organic
    metric: churn
    owner: "@ana"
    timeframe: 2026
    baseline: 4
    target: -50%
  visits-q3:
    title: A quarter more visits in Q3 2026
    goal: grow-organic
    metric: visits
    owner: "@ana"
    timeframe: 2026-Q3
    baseline: 48200
    target: +25%
    guardrails: [{ metric: refund-rate, max: 2.5 }]
    checkpoints: [{ date: 2026-08-31, value: 56000 }]
    weight: 2
  uptime-kept:
    title: Uptime stays above 99.9 %
    goal: grow-organic
    metric: uptime
    owner: "@ops"
    timeframe: 2026
    target: { min: 99.9 }
`;

const ROWS = "date,value\n2025-12-31,62\n2026-03-31,64\n2026-05-31,66\n2026-06-30,68\n";
const CONFIG = "version: 1\nstatus: { on_track: 0.95 }\n";
const BEFORE: Files = { "kpi.yaml": KPIS, "data/nps.csv": ROWS, "kpi.config.yaml": CONFIG };

type Edit = readonly [from: string, to: string];

function changed(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const [from, to] of edits) {
    if (!result.includes(from)) throw new Error(`The case holds no ${JSON.stringify(from)}`);
    result = result.replace(from, () => to);
  }
  return result;
}

function inKpis(...edits: readonly Edit[]): Pick<VectorCase, "before" | "after" | "asOf"> {
  return { before: BEFORE, after: { ...BEFORE, "kpi.yaml": changed(KPIS, edits) }, asOf: AS_OF };
}

/** The change, and the change with an entry in the `changes` of a KPI. */
function withReason(kpi: string, field: string, ...edits: readonly Edit[]): VectorCase {
  const made = inKpis(...edits);
  const entry = `    changes: [{ date: 2026-08-14, field: ${field}, reason: The survey moved to rolling 90 days }]\n`;
  const text = made.after["kpi.yaml"] ?? "";
  return { ...made, explained: { ...made.after, "kpi.yaml": changed(text, [[`  ${kpi}:\n`, `  ${kpi}:\n${entry}`]]) } };
}

function inFile(file: string, text: string, explained?: string): VectorCase {
  return {
    before: BEFORE,
    after: { ...BEFORE, [file]: text },
    asOf: AS_OF,
    ...(explained === undefined ? {} : { explained: { ...BEFORE, [file]: explained } }),
  };
}

const NPS = KPIS.slice(KPIS.indexOf("  nps-75:"), KPIS.indexOf("  churn-half:"));
const CHURN = KPIS.slice(KPIS.indexOf("  churn-half:"), KPIS.indexOf("  visits-q3:"));
const OLD_Q3 = "    timeframe: 2026-Q3\n";

function deletion(): VectorCase {
  const before = {
    ...BEFORE,
    "kpi.yaml": changed(KPIS, [
      ["    timeframe: 2026\n    baseline: 4\n", "    timeframe: 2026-Q3\n    baseline: 4\n"],
    ]),
  };
  const after = { ...BEFORE, "kpi.yaml": changed(KPIS, [[CHURN, ""]]) };
  const removed = `removed:\n  churn-half: { on: 2026-08-15, reason: The product line is sold }\n`;
  return { before, after, asOf: AS_OF, explained: { ...after, "kpi.yaml": `${after["kpi.yaml"]}${removed}` } };
}

function renamedFile(): VectorCase {
  const { "kpi.yaml": text = "", ...others } = BEFORE;
  return { before: BEFORE, after: { ...others, "customers.kpi.yaml": text }, asOf: AS_OF };
}

function baselineFor(edits: readonly Edit[], resolved?: readonly [number, number]): VectorCase {
  const made = withReason("visits-q3", "baseline and target", ...edits);
  return resolved === undefined ? made : { ...made, resolved };
}

export const cases: Readonly<Record<string, VectorCase>> = {
  D01: { ...withReason("nps-75", "target", ["target: 75", "target: 72"]), resolved: [75, 72] },
  D02: { ...inKpis(["target: 75", "target: 78"]), resolved: [75, 78] },
  D03: { ...withReason("churn-half", "target", ["target: -50%", "target: -40%"]), resolved: [2, 2.4] },
  D04: inKpis(["target: +25%", "target: 60250"]),
  D05: withReason("visits-q3", "timeframe", [OLD_Q3, "    timeframe: { start: 2026-07-01, end: 2026-10-31 }\n"]),
  D06: withReason("visits-q3", "timeframe", [OLD_Q3, "    timeframe: 2026-Q4\n"]),
  D07: baselineFor([["baseline: 48200", "baseline: 45000"]]),
  D08: withReason("nps-75", "baseline", ["baseline: 62", "baseline: 60"]),
  D09: withReason("nps-75", "aggregation", ["cadence: quarterly\n", "cadence: quarterly\n    aggregation: mean\n"]),
  D10: withReason("churn-half", "unit", [
    'title: Clinics that leave, unit: "%"',
    "title: Clinics that leave, unit: fraction",
  ]),
  D11: withReason("visits-q3", "better", ["unit: visits, ", "unit: visits, better: lower, "]),
  D12: deletion(),
  D13: renamedFile(),
  D14: inKpis(["  nps-75:", "  nps-2026:"]),
  D15: inFile(
    "data/nps.csv",
    changed(ROWS, [["2026-06-30,68", "2026-06-30,70"]]),
    "date,value,note\n2025-12-31,62,\n2026-03-31,64,\n2026-05-31,66,\n2026-06-30,70,Late answers were counted\n",
  ),
  D16: inFile("data/nps.csv", `${ROWS}2026-07-31,69\n`),
  D17: inFile(
    "data/nps.csv",
    changed(ROWS, [["2026-05-31,66\n", ""]]),
    "date,value,note\n2025-12-31,62,\n2026-03-31,64,\n2026-05-31,,The survey was broken\n2026-06-30,68,\n",
  ),
  D18: inFile("data/nps.csv", changed(ROWS, [["2026-03-31", "2026-03-15,63\n2026-03-31"]])),
  D19: inFile(
    "kpi.config.yaml",
    changed(CONFIG, [["0.95", "0.80"]]),
    changed(CONFIG, [["0.95 }", "0.80 } # the first year is for learning"]]),
  ),
  D20: inFile(
    "kpi.config.yaml",
    `${CONFIG}rules:\n  portfolio/too-many-kpis-per-goal: off\n`,
    `${CONFIG}rules:\n  # one goal is enough this year\n  portfolio/too-many-kpis-per-goal: off\n`,
  ),
  D21: withReason("nps-75", "owner", ['    owner: "@cx-lead"\n', ""]),
  D22: withReason("visits-q3", "guardrails", ["    guardrails: [{ metric: refund-rate, max: 2.5 }]\n", ""]),
  D23: withReason("nps-75", "goal", [
    "    goal: grow-organic\n    metric: nps\n",
    "    goal: brand\n    metric: nps\n",
  ]),
  D24: withReason("visits-q3", "checkpoints", ["value: 56000", "value: 51000"]),
  D25: inKpis([NPS, `  # a comment\n${reordered(NPS)}`]),
  D26: withReason("uptime-kept", "tolerance", ["{ min: 99.9 }\n", "{ min: 99.9 }\n    tolerance: 2\n"]),
  D27: inKpis(["weight: 2", "weight: 0.5"]),
  D28: inKpis(["cadence: quarterly", "cadence: yearly"]),
};

/** The same entry with its fields in the opposite order. */
function reordered(entry: string): string {
  const [key = "", ...fields] = entry.trimEnd().split("\n");
  return `${[key, ...fields.reverse()].join("\n")}\n`;
}
