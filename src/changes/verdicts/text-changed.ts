import type { Problem } from "../../findings/finding.ts";
import { cadenceDays } from "../../workspace/cadence.ts";
import type { Entity, Kpi, Workspace } from "../../workspace/model.ts";
import { quoteText } from "../../workspace/units.ts";
import { type ChangeContext, defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";
import { fieldWords, sideText, valueText } from "../field-words.ts";
import { guardrailMoves } from "../guardrail-moves.ts";
import type { KpiPair, MetricPair } from "../pairs.ts";
import { easedPlan } from "../plan-move.ts";
import { reviewMove } from "../review-move.ts";
import { isSame } from "../same.ts";
import { someOf } from "../some-of.ts";

/** Fields that other verdicts speak of, or that mean nothing by themselves. */
const KPI_FIELDS = new Set(
  "goal metric timeframe target owner baseline tolerance compliance ambition weight type changes state retired".split(
    " ",
  ),
);
const GOAL_FIELDS = new Set(["owner", "timeframe", "parent"]);
const METRIC_FIELDS = new Set(["definition", "unit", "better", "data", "values"]);
const REDEFINING = ["aggregation", "scale", "derived", "bounds"];

/** Fields whose name stands for several things. */
const PLURAL = new Set("checkpoints drivers guardrails links resources stakeholders tags".split(" "));

export const verdict = defineVerdict({
  id: "diff/text-changed",
  summary: "Words or other parts of a definition change that move no number.",
  level: "info",
  asksReason: false,
  messages: {
    one: "The {field} changes: {words}",
    several: "The {field} change: {words}",
    unreadable: "Not compared: {field} cannot be read any more; kpi check says why",
    readable: "The {field} could not be read before: {words}",
    trail: { text: "What was said of older changes is rewritten or gone: {words}", level: "warning" },
  },
  docs: "Titles, reasons, tags, stakeholders, resources, links and whatever else belongs to a definition without changing what is measured or promised, or that makes it stricter in a way no other verdict names. Nothing is asked for. Where a field was written so that it cannot be read, that is said instead of a change; and so is an entry of `changes` that is taken out or rewritten, because it is what others relied on.",
  example: edited(["why: Promoters renew", "why: Promoters stay longer, renew"]),
  kpi: (pair, context) => {
    const { before, after } = pair;
    tell(before.kpi, after.kpi, kpiFields(pair, context), context, (field) => isTightened(field, pair, context));
    tellTrail(before.kpi, after.kpi, context);
  },
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

/** One change a field; those that cannot be read on one side are said to be so, whatever else speaks of them. */
function tell(
  before: Entity,
  after: Entity,
  fields: readonly string[],
  { base, head, report }: ChangeContext,
  tightens: (field: string) => boolean = () => false,
): void {
  const [old, now] = [before.faulty ?? NONE, after.faulty ?? NONE];
  const obscured = [...new Set([...old, ...now])].filter((field) => {
    if (old.has(field) === now.has(field)) return false;
    const [hidden, seen, { workspace }] = now.has(field) ? [after, before, head] : [before, after, base];
    return stated(seen, field) !== undefined || isWritten(field, hidden, workspace);
  });
  for (const field of [...fields.filter((one) => !old.has(one) && !now.has(one)), ...obscured]) {
    const sides = { before: stated(before, field), after: stated(after, field) };
    const message = now.has(field) ? "unreadable" : old.has(field) ? "readable" : PLURAL.has(field) ? "several" : "one";
    report({
      message,
      data: { field, words: message === "readable" ? valueText(sides.after) : fieldWords(sides.before, sides.after) },
      entity: after,
      field,
      before: sideText(sides.before),
      after: sideText(sides.after),
      place: placeOfField(after, [field]),
      tightens: tightens(field),
    });
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Whether something stands under that name; a misspelt key makes fields faulty that are not there. */
function isWritten(field: string, { kind, id, faulty }: Entity, { problems }: Workspace): boolean {
  const path = [`${kind}s`, id, field];
  const isThere = ({ ruleId, place }: Problem): boolean =>
    ruleId !== "schema/unknown-key" && "path" in place && path.every((key, i) => place.path[i] === key);
  return faulty !== null && problems.some(isThere);
}

/** Reasons that were given and are not there any more, or say something else. */
function tellTrail(before: Kpi, after: Kpi, { report }: ChangeContext): void {
  const now = after.definition.changes ?? [];
  const gone = (before.definition.changes ?? []).filter((entry) => !now.some((one) => isSame(one, entry)));
  if (gone.length === 0 || after.faulty?.has("changes") === true) return;
  const words = someOf(gone, ({ date, field, reason }) => `${date} ${field}: ${quoteText(reason)}`);
  report({
    message: "trail",
    data: { words },
    entity: after,
    field: "changes",
    before: words,
    after: null,
    place: placeOfField(after, ["changes"]),
  });
}

function isTightened(field: string, { id, before, after }: KpiPair, { asOf }: ChangeContext): boolean {
  if (field === "guardrails") return true;
  const isPlan = field === "checkpoints" || field === "path";
  return isPlan && easedPlan({ id, before: after, after: before }, asOf) !== null;
}

function stated({ definition }: Entity, field: string): unknown {
  const fields: Readonly<Record<string, unknown>> = definition;
  return fields[field];
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
