/** What each form of a target comes to, computed as `kpi progress` computes it. */

import type { JsonSchema } from "../../src/definition/json-schema.ts";
import type { Baseline } from "../../src/progress/baseline.ts";
import { type ResolvedTarget, resolveTarget } from "../../src/progress/target.ts";
import type { MetricTerms } from "../../src/progress/terms.ts";
import { rules } from "../../src/rules/index.ts";
import { readYaml } from "../../src/text/yaml.ts";
import { type Direction, parseTarget } from "../../src/workspace/target.ts";
import { formatExact } from "../../src/workspace/units.ts";
import { code, ruleLink, table } from "./markdown.ts";
import { formsIn } from "./objects.ts";

/** A metric and where it starts from, for one column. */
interface Column {
  readonly head: string;
  readonly metric: Pick<MetricTerms, "aggregation" | "better">;
  readonly baseline: number;
}

const LEVELS: readonly Column[] = [level(62, "higher"), level(80, "lower")];
const TOTALS: readonly Column[] = [total(400, "higher"), total(400, "lower")];
const TOTAL_TARGETS = [
  "500",
  "300",
  "+25%",
  "-25%",
  "{ by: 50 }",
  "{ min: 500 }",
  "{ max: 500 }",
  "{ min: 300, max: 500 }",
];

/** The forms of a target that the schema lists, and the same on totals. */
export function targetTables(target: JsonSchema): readonly string[] {
  const written = formsIn(target).flatMap(({ written: forms, means }) =>
    forms.map((form) => [code(form), means, ...LEVELS.map((column) => outcome(form, column))]),
  );
  return [
    "What each form comes to depends on the baseline and on which direction is better:",
    table(["written", "means", ...LEVELS.map(({ head }) => head)], written),
    `A percentage is taken of the baseline's size, so that \`+\` always goes up: from -40, \`+25%\` means ${outcome("+25%", level(-40, "higher"))}. From 0 it is an ${outcome("+25%", level(0, "higher"))}. Without a stated baseline, a relative target counts from the latest value before the window, where the aggregation is \`last\`; other aggregations want the baseline stated.`,
    "On a total (aggregation `sum` or `running`) a lower bound is reached, and an upper bound is a budget that is used up:",
    table(
      ["written", ...TOTALS.map(({ head }) => head)],
      TOTAL_TARGETS.map((form) => [code(form), ...TOTALS.map((column) => outcome(form, column))]),
    ),
  ];
}

function level(baseline: number, better: Direction): Column {
  return columnFor("last", baseline, better);
}

function total(baseline: number, better: Direction): Column {
  return columnFor("sum", baseline, better);
}

function columnFor(aggregation: "last" | "sum", baseline: number, better: Direction): Column {
  return { head: `baseline ${baseline}, \`better: ${better}\``, metric: { aggregation, better }, baseline };
}

/** What a target comes to, or the rule that says why not. */
function outcome(form: string, { metric, baseline: value }: Column): string {
  const target = parseTarget(valueIn(form));
  if (target === null) throw new Error(`${form} is no target`);
  if (target.kind === "done") return "1, which is done";
  const baseline: Baseline = { value, day: null, source: "stated" };
  const { target: resolved, fault } = resolveTarget(target, metric, baseline);
  if (fault !== null) return `error: ${ruleNamed(fault)}`;
  return resolved === null ? "nothing" : inWords(resolved, metric.better);
}

function valueIn(form: string): unknown {
  const [document] = readYaml(`target: ${form}`).documents;
  return (document?.value as { readonly target: unknown } | undefined)?.target;
}

function inWords({ kind, value, min, max }: ResolvedTarget, better: Direction): string {
  if (kind === "reach") return `reach ${number(value)} or ${better === "higher" ? "more" : "less"}`;
  if (kind === "budget") return `use at most ${number(value)}`;
  if (min === null) return `stay at ${number(max)} or less`;
  return max === null ? `stay at ${number(min)} or more` : `stay from ${number(min)} to ${number(max)}`;
}

function number(value: number | null): string {
  return value === null ? "nothing" : formatExact(value);
}

/** Rules are named after the faults that they report. */
function ruleNamed(fault: string): string {
  const rule = rules.find(({ id }) => id.endsWith(`/${fault}`));
  if (rule === undefined) throw new Error(`No rule reports ${fault}`);
  return ruleLink(rule.id);
}
