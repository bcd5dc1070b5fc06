/** One rich result that every reporter's golden file shows, and small ones for single cases. */

import type { CheckResult, CheckSummary, RuleSummary, SmartCard } from "../../src/engine/result.ts";
import type { Finding } from "../../src/findings/finding.ts";
import type { ReportContext } from "../../src/report/context.ts";
import { LineIndex, type Range } from "../../src/text/source.ts";

/** A title that tries every sink at once. */
export const HOSTILE =
  "\u202e<img src=x onerror=alert(1)>\u001b[31m @octocat #1 ::error::pwned | `x` [a](javascript:b) \u200b&lt;b&gt; ##[add-mask]";

const files: Readonly<Record<string, string>> = {
  "goals.kpi.yaml": `version: 1
goals:
  growth:
    title: Grow revenue from small clinics
    owner: "@ceo"
  growth:
    title: Grow again
    owner: "@cfo"
`,
  "kpis/sales.kpi.yaml": `version: 1
kpis:
  revenue-2026:
    title: A significant rise of revenue from small clinics, as far as possible in all of the regions that we serve
    goal: growht
    metric: revenue
    owner: "@ana"
    timeframe: 2026
    target: +10
    why: >
      More revenue pays for the
      second product line.
  "${JSON.stringify(HOSTILE).slice(1, -1)}":
    title: x
`,
  "kpis/data/müsli 量.csv": `date,value
2026-01-31,48200
2026-02-28,"4,9e9"
`,
};

/** The text of a file of the fixture. */
export function textOf(file: string): string | null {
  return files[file] ?? null;
}

/** The range of the `nth` occurrence (from 0) of a part of a file. */
export function rangeOf(file: string, part: string, nth = 0): Range {
  const text = textOf(file) ?? "";
  let at = text.indexOf(part);
  for (let i = 0; i < nth; i++) at = text.indexOf(part, at + 1);
  if (at < 0) throw new Error(`"${part}" does not occur in ${file}`);
  return new LineIndex(text).range(at, at + part.length);
}

/** A finding with the given parts; the rest is plain. */
export function finding(parts: Partial<Finding>): Finding {
  return {
    ruleId: "ref/unknown-goal",
    messageId: "unknown",
    severity: "error",
    message: 'No goal is called "growht"; write the id of a goal.',
    file: "kpis/sales.kpi.yaml",
    range: rangeOf("kpis/sales.kpi.yaml", "growht"),
    entity: { kind: "kpi", id: "revenue-2026" },
    path: ["kpis", "revenue-2026", "goal"],
    url: "https://example.com/rules/ref/unknown-goal",
    fingerprint: "0123456789abcdef",
    suggestions: [],
    fix: null,
    related: [],
    ...parts,
  };
}

function edit(file: string, part: string, text: string) {
  const range = rangeOf(file, part);
  return { file, start: range.start.offset, end: range.end.offset, text };
}

const sales = "kpis/sales.kpi.yaml";
const data = "kpis/data/müsli 量.csv";

const findings: readonly Finding[] = [
  finding({
    ruleId: "ref/duplicate-id",
    messageId: "duplicate",
    message: 'The goal "growth" is defined twice; rename one of the two.',
    file: "goals.kpi.yaml",
    range: rangeOf("goals.kpi.yaml", "growth", 1),
    entity: { kind: "goal", id: "growth" },
    path: ["goals", "growth"],
    url: "https://example.com/rules/ref/duplicate-id",
    fingerprint: "1111111111111111",
    related: [
      { file: "goals.kpi.yaml", range: rangeOf("goals.kpi.yaml", "growth"), message: "The first definition [here]" },
    ],
  }),
  finding({
    ruleId: "data/bad-row",
    messageId: "number",
    message: '"4,9e9" is no number; write 4900000000.',
    file: data,
    range: rangeOf(data, '"4,9e9"'),
    entity: { kind: "metric", id: "revenue" },
    path: ["metrics", "revenue"],
    url: "https://example.com/rules/data/bad-row",
    fingerprint: "2222222222222222",
  }),
  finding({
    ruleId: "specific/vague-term",
    messageId: "vague",
    severity: "warning",
    message: '"significant" says no amount; write the number that is meant.',
    range: rangeOf(sales, "significant"),
    path: ["kpis", "revenue-2026", "title"],
    url: "https://example.com/rules/specific/vague-term",
    fingerprint: "3333333333333333",
  }),
  finding({
    ruleId: "specific/escape-clause",
    messageId: "escape",
    severity: "warning",
    message: '"as far as possible" lets every result pass; leave it out, or write the condition as a guardrail.',
    range: rangeOf(sales, "as far as possible"),
    path: ["kpis", "revenue-2026", "title"],
    url: "https://example.com/rules/specific/escape-clause",
    fingerprint: "4444444444444444",
  }),
  finding({
    fingerprint: "5555555555555555",
    suggestions: [{ title: 'Did you mean "growth"?', edits: [edit(sales, "growht", "growth")] }],
    related: [{ file: "goals.kpi.yaml", range: rangeOf("goals.kpi.yaml", "growth"), message: "The nearest goal" }],
  }),
  finding({
    ruleId: "measurable/target-unreadable",
    messageId: "plus",
    message: "YAML reads +10 as 10; write {by: 10} for ten more than the baseline, or +10% for ten percent more.",
    range: rangeOf(sales, "+10"),
    path: ["kpis", "revenue-2026", "target"],
    url: "https://example.com/rules/measurable/target-unreadable",
    fingerprint: "6666666666666666",
    suggestions: [
      { title: "Write {by: 10}", edits: [edit(sales, "+10", "{ by: 10 }")] },
      { title: "Write +10%", edits: [edit(sales, "+10", "+10%")] },
    ],
  }),
  finding({
    ruleId: "relevant/why-missing",
    messageId: "short",
    severity: "info",
    message: "The reason spans two lines; one is enough.",
    range: rangeOf(sales, ">\n      More revenue pays for the\n      second product line."),
    path: ["kpis", "revenue-2026", "why"],
    url: "",
    fingerprint: "7777777777777777",
  }),
  finding({
    ruleId: "schema/pattern",
    messageId: "id",
    message: `"${HOSTILE}" is no id; write lower-case letters, digits and hyphens.`,
    range: rangeOf(sales, JSON.stringify(HOSTILE)),
    entity: null,
    path: ["kpis", HOSTILE],
    url: "javascript:alert(1)",
    fingerprint: "8888888888888888",
    fix: { title: "Remove the KPI", edits: [edit(sales, JSON.stringify(HOSTILE), "")] },
  }),
];

const rules: readonly RuleSummary[] = [
  {
    id: "ref/unknown-goal",
    summary: "A KPI names a goal that exists.",
    letter: "R",
    level: "error",
    url: "https://example.com/rules/ref/unknown-goal",
    description: "Every KPI serves a goal. An id that no file defines is nearly always a slip of the pen.",
  },
  {
    id: "specific/vague-term",
    summary: "Titles hold no subjective words.",
    letter: "S",
    level: "warning",
    url: "https://example.com/rules/specific/vague-term",
    description: "Words such as {0} [adequate](1) mean something else to every reader.",
  },
  {
    id: "portfolio/category-gap",
    summary: "Every category has a KPI.",
    letter: null,
    level: "off",
    url: "",
    description: "",
  },
];

const smart: readonly SmartCard[] = [
  {
    kpi: "revenue-2026",
    specific: "warn",
    measurable: "fail",
    achievable: "pass",
    relevant: "fail",
    timeBound: "pass",
  },
  { kpi: "nps", specific: "pass", measurable: "pass", achievable: "pass", relevant: "pass", timeBound: "pass" },
];

/** Counts without anything to report. */
export const clean: CheckSummary = {
  files: 3,
  goals: 2,
  metrics: 4,
  kpis: 3,
  errors: 0,
  warnings: 0,
  infos: 0,
  suppressed: 0,
  known: 0,
  fixable: 0,
  new: null,
  fixed: null,
};

/** A result with the given findings, counted. */
export function resultWith(list: readonly Finding[], summary: Partial<CheckSummary> = {}): CheckResult {
  const of = (severity: string) => list.filter((one) => one.severity === severity).length;
  return {
    asOf: "2026-08-15",
    tool: { name: "kpi-as-code", version: "0.1.0" },
    summary: { ...clean, errors: of("error"), warnings: of("warning"), infos: of("info"), ...summary },
    findings: list,
    suppressed: [],
    known: [],
    smart: [],
    rules: [],
  };
}

/** Errors, warnings, information, fixes, suggestions, other places, several lines, a data file, hostile text. */
export const rich: CheckResult = {
  ...resultWith(findings, { files: 12, suppressed: 2, known: 1, fixable: 1 }),
  smart,
  rules,
};

/** The plainest context: no colour, 100 columns, a fixed time. */
export const context: ReportContext = {
  textOf,
  colour: false,
  width: 100,
  elapsedMs: 12,
  smart: true,
  quiet: false,
};
