import { cadenceDays } from "../../workspace/cadence.ts";
import type { Entity } from "../../workspace/model.ts";
import { quoteText } from "../../workspace/units.ts";
import { type ChangeContext, defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { guardrailMoves } from "../guardrail-moves.ts";
import type { KpiPair, MetricPair } from "../pairs.ts";
import { easedPlan } from "../plan-move.ts";
import { reviewMove } from "../review-move.ts";
import { isSame } from "../same.ts";

/** Fields that other verdicts speak of, or that mean nothing by themselves. */
const KPI_FIELDS = new Set(
  "goal metric timeframe target owner baseline tolerance compliance ambition weight type changes state retired".split(
    " ",
  ),
);
const GOAL_FIELDS = new Set(["owner", "timeframe", "parent"]);
const METRIC_FIELDS = new Set(["definition", "unit", "better", "data", "values"]);
const REDEFINING = ["aggregation", "scale", "derived", "bounds"];

export const verdict = defineVerdict({
  id: "diff/text-changed",
  summary: "Words or other parts of a definition change that move no number.",
  level: "info",
  asksReason: false,
  messages: {
    title: "The title changes: {before} → {after}",
    one: "{fields} changes",
    several: "{fields} change",
  },
  docs: "Titles, reasons, tags, stakeholders, resources, links and whatever else belongs to a definition without changing what is measured or promised, or that makes it stricter in a way no other verdict names. Nothing is asked for; several fields of one definition are named in one line.",
  example: edited(["why: Promoters renew", "why: Promoters stay longer, renew"]),
  kpi: (pair, context) => tell(pair.before.kpi, pair.after.kpi, kpiFields(pair, context), context),
  metric: (pair, context) => tell(pair.before, pair.after, metricFields(pair), context),
  goal: ({ before, after }, context) => {
    const isDropped = after.state === "dropped";
    const fields = changedFields(before, after).filter(
      (field) => !GOAL_FIELDS.has(field) && !(field === "state" && isDropped),
    );
    tell(before, after, fields, context);
  },
  workspace: (context) => {
    for (const { before, after } of context.pairs.idle) {
      if (before === null || after === null || before.state !== after.state) continue;
      tell(before, after, changedFields(before, after), context);
    }
  },
});

function tell(before: Entity, after: Entity, fields: readonly string[], { report }: ChangeContext): void {
  const [first] = fields;
  if (first === undefined) return;
  const isTitle = fields.length === 1 && first === "title";
  const [old, now] = [before, after].map(({ definition }) => String(definition.title ?? ""));
  report({
    message: isTitle ? "title" : fields.length === 1 ? "one" : "several",
    data: { fields: fields.join(", "), before: quoteText(old ?? ""), after: quoteText(now ?? "") },
    entity: after,
    field: fields.join(", "),
    before: isTitle ? (old ?? null) : null,
    after: isTitle ? (now ?? null) : null,
    place: placeOfField(after, [first]),
  });
}

function changedFields(before: Entity, after: Entity): readonly string[] {
  const old: Readonly<Record<string, unknown>> = before.definition;
  const now: Readonly<Record<string, unknown>> = after.definition;
  const fields = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...fields].filter((field) => !field.startsWith("x-") && !isSame(old[field], now[field]));
}

function kpiFields(pair: KpiPair, { asOf }: ChangeContext): readonly string[] {
  const isBackloaded = easedPlan(pair, asOf) !== null;
  const guardrails = guardrailMoves(pair);
  return changedFields(pair.before.kpi, pair.after.kpi).filter((field) => {
    if (field === "review") return reviewMove(pair) === "faster";
    if (field === "guardrails") return guardrails.tightened;
    if (field === "checkpoints" || field === "path") return !isBackloaded;
    return !KPI_FIELDS.has(field);
  });
}

/** Of a metric that no KPI uses, a redefinition is no more than a change of words. */
function metricFields({ before, after, users }: MetricPair): readonly string[] {
  return changedFields(before, after).filter((field) => {
    if (REDEFINING.includes(field)) return users.length === 0;
    if (field === "source") return !isSame(withoutQuery(before), withoutQuery(after)) || users.length === 0;
    if (field === "cadence") {
      const [old, now] = [before, after].map(({ definition }) => cadenceDays(definition.cadence ?? "monthly"));
      return (now ?? 0) < (old ?? 0);
    }
    return !METRIC_FIELDS.has(field);
  });
}

function withoutQuery({ definition }: MetricPair["before"]): unknown {
  return { ...definition.source, query: undefined };
}
