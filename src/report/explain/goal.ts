/** Everything known about one goal, with its roll-up and the weights put in (progress.md, step 11). */

import type { ScoredKpi } from "../../progress/progress.ts";
import type { GoalProgress } from "../../progress/rollup.ts";
import type { Goal, Workspace } from "../../workspace/model.ts";
import { bareWritten, share } from "../progress/figures.ts";
import { isGuardrailBroken } from "../progress/report.ts";
import { counted } from "../progress/words.ts";
import { count } from "../words.ts";
import { findingsSection } from "./findings-section.ts";
import { asPercent, operandsOf, sumOf } from "./formula.ts";
import { labelled } from "./kpi-facts.ts";
import { type ExplainInput, type Explanation, type Fact, fact, named, type Section } from "./model.ts";

/** KPIs whose weights and shares a sentence writes out. */
const MOST_SUMMED = 12;

/** A goal in whatever state, with the KPIs of the goals below it. */
export function explainGoal(goal: Goal, input: ExplainInput): Explanation {
  const rolled = input.progress.goals.find((candidate) => candidate.goal.id === goal.id) ?? null;
  const word = rolled?.status ?? null;
  return {
    entity: goal,
    title: goal.definition.title ?? "",
    status: word === null ? null : { word, stale: false, text: statusLine(rolled) },
    facts: goalFacts(goal, input),
    sections: [...(rolled === null ? [] : [rollUpSection(rolled, input)]), findingsSection(goal, input)],
  };
}

function statusLine(goal: GoalProgress | null): string {
  if (goal === null) return "";
  const progress = goal.progress === null ? [] : [share(goal.progress)];
  const broken = goal.brokenGuardrails === 0 ? [] : [count(goal.brokenGuardrails, "broken guardrail")];
  return [...progress, `${count(goal.kpis, "KPI")}: ${[...counted(goal.byStatus), ...broken].join(", ")}`].join(", ");
}

function goalFacts(goal: Goal, { workspace, placeOf }: ExplainInput): readonly Fact[] {
  const { definition, timeframe, state } = goal;
  const { goals, links } = workspace;
  return [
    ...fact("state", state === "active" ? null : state),
    ...fact("owner", definition.owner),
    ...fact("timeframe", timeframe === null ? null : labelled(timeframe.label, timeframe)),
    ...fact("part of", definition.parent === undefined ? null : named(definition.parent, goals.get(definition.parent))),
    ...(links.goalsOfParent.get(goal.id) ?? []).flatMap((child) => fact("goal below", named(child.id, child))),
    ...fact("why", definition.why),
    ...fact("resources", definition.resources),
    ...fact("activities", definition.activities),
    ...fact("stakeholders", definition.stakeholders?.join(", ")),
    ...fact("tags", definition.tags?.join(", ")),
    ...(links.kpisOfGoal.get(goal.id) ?? [])
      .filter((kpi) => kpi.state !== "active")
      .flatMap((kpi) => fact(kpi.state, named(kpi.id, kpi))),
    ...fact("defined in", placeOf(goal)),
  ];
}

/** One active KPI of a goal or of a goal below it, with what it adds. */
export interface Share {
  readonly scored: ScoredKpi;
  readonly weight: number;
  /** Attainment between 0 and 1; null where the KPI has none. */
  readonly clamped: number | null;
}

/** What the roll-up of a goal is made of. */
export function sharesOf(
  goal: Goal,
  { workspace, progress }: Pick<ExplainInput, "workspace" | "progress">,
): readonly Share[] {
  const below = goalAndBelow(goal, workspace);
  return progress.kpis
    .filter(({ kpi }) => below.has(kpi.definition.goal ?? ""))
    .map((scored) => {
      const { attainment } = scored.progress;
      return {
        scored,
        weight: scored.kpi.definition.weight ?? 1,
        clamped: attainment === null ? null : Math.max(0, Math.min(attainment, 1)),
      };
    });
}

function goalAndBelow(goal: Goal, { links }: Workspace): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [goal.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const child of links.goalsOfParent.get(id) ?? []) open.push(child.id);
  }
  return found;
}

function rollUpSection(goal: GoalProgress, input: ExplainInput): Section {
  const heading = "Roll-up";
  const shares = sharesOf(goal.goal, input);
  if (shares.length === 0)
    return { heading, facts: [{ label: "", text: "no active KPI here or below, so neither progress nor status" }] };
  const facts: Fact[] = shares.map(({ scored, weight, clamped }) => {
    const { kpi, progress } = scored;
    const broken = isGuardrailBroken(scored) ? ", guardrail broken" : "";
    const counts =
      clamped === null
        ? "no attainment, so not in the mean"
        : `${attainmentText(scored, clamped)}, weight ${weightText(weight)}`;
    return { label: kpi.id, value: clamped, text: `${progress.status}${broken}: ${counts}` };
  });
  facts.push({ label: "progress", value: goal.progress, text: progressText(goal, shares) });
  if (goal.status !== null) facts.push({ label: "status", value: goal.status, text: statusText(goal, shares) });
  return { heading, facts };
}

function attainmentText({ progress }: ScoredKpi, clamped: number): string {
  const { attainment } = progress;
  if (attainment === null || attainment === clamped) return share(clamped);
  return `${share(attainment)}, counted as ${share(clamped)}`;
}

function progressText({ progress }: GoalProgress, shares: readonly Share[]): string {
  if (progress === null) return "unknown: no KPI has an attainment";
  const counting = shares.filter(({ clamped }) => clamped !== null);
  const formula = "Σ weight × attainment / Σ weight";
  if (counting.length > MOST_SUMMED) return `${formula} = ${share(progress)}, over ${counting.length} KPIs`;
  const weights = counting.map(({ weight }) => weight);
  const isPlain = weights.every((weight) => weight === 1);
  const parts = operandsOf(
    counting.map(({ clamped }) => clamped ?? 0),
    asPercent,
    (shares) => share(sumOf(shares.map((part, i) => (weights[i] ?? 1) * part)) / sumOf(weights)),
  ).map((part, i) => (isPlain ? part : `${weightText(weights[i] ?? 1)} × ${part}`));
  const total = isPlain ? String(counting.length) : `(${weights.map(weightText).join(" + ")})`;
  return `${formula} = (${parts.join(" + ")}) / ${total} = ${share(progress)}`;
}

function weightText(weight: number): string {
  return bareWritten(weight, null);
}

function statusText({ status }: GoalProgress, shares: readonly Share[]): string {
  const worst = shares.filter(({ scored }) => scored.progress.status === status).map(({ scored }) => scored.kpi.id);
  const broken = shares.filter(({ scored }) => isGuardrailBroken(scored)).map(({ scored }) => scored.kpi.id);
  const reasons = worst.length > 0 ? worst.join(", ") : byGuardrail(status === "off-track" ? broken : []);
  return `${status}, the worst of all KPIs and guardrails: ${reasons}`;
}

function byGuardrail(broken: readonly string[]): string {
  return broken.length > 0 ? `a guardrail of ${broken.join(", ")} is broken` : "a guardrail has no value yet";
}
