/** Everything known about one KPI, with its calculation step by step. */

import { judge } from "../../progress/judge.ts";
import { recordOf } from "../../progress/record.ts";
import { listed } from "../../text/listed.ts";
import { isAbsent, type Kpi } from "../../workspace/model.ts";
import { periodsUntil, windowLabel } from "../../workspace/timeframe.ts";
import { boundsText, measured, nowAndTarget, paceText, share } from "../progress/figures.ts";
import { invalidWords } from "../progress/invalid.ts";
import { guardrailWord, recordText } from "../progress/notes.ts";
import { number } from "../words.ts";
import { behaviourSection } from "./behaviour-section.ts";
import { type Calculated, calculate } from "./calculated.ts";
import { currentSteps } from "./current-step.ts";
import { findingsSection } from "./findings-section.ts";
import { forecastSection } from "./forecast-section.ts";
import { kpiFacts } from "./kpi-facts.ts";
import type { ExplainInput, Explanation, Fact, Section } from "./model.ts";
import { elapsedStep, standingSteps } from "./standing-steps.ts";
import { targetSteps } from "./target-steps.ts";
import { verdictSteps } from "./verdict.ts";

/** Earlier periods that are listed. */
const MOST_PERIODS = 12;

/** A KPI in whatever state; a draft or retired one is not scored, but its figures are shown. */
export function explainKpi(kpi: Kpi, input: ExplainInput): Explanation {
  const given = calculate(input.workspace, kpi, input.asOf);
  const { progress } = given;
  if (kpi.state === "draft" && progress.reason !== null) return explainUnfinished(given, input);
  return {
    entity: kpi,
    title: kpi.definition.title ?? "",
    status: kpi.state === "active" ? { word: progress.status, stale: progress.stale, text: statusLine(given) } : null,
    facts: [...stateFacts(kpi), ...kpiFacts(given, input)],
    sections: [
      { heading: "Calculation", facts: calculation(given) },
      ...guardrails(given, input),
      ...periods(given),
      forecastSection(given),
      behaviourSection(progress.signal, given.unit),
      findingsSection(kpi, input),
    ],
  };
}

/** A draft whose parts are not all there: what it says, and what is still missing. */
function explainUnfinished(given: Calculated, input: ExplainInput): Explanation {
  const { kpi } = given;
  return {
    entity: kpi,
    title: kpi.definition.title ?? "",
    status: null,
    facts: [...stateFacts(kpi), ...kpiFacts(given, input)],
    sections: [stillMissing(given), findingsSection(kpi, input)].filter((section) => section !== null),
  };
}

/** What a draft needs before it can be scored; null where it could be. */
export function stillMissing({ kpi, progress: { reason } }: Calculated): Section | null {
  if (reason === null) return null;
  const absent = (["goal", "metric", "timeframe", "target", "owner"] as const).filter((field) => isAbsent(kpi, field));
  const texts = absent.length === 0 ? Object.values(invalidWords[reason]) : [listed(absent)];
  return { heading: "Still missing before it can be scored", facts: texts.map((text) => ({ label: "", text })) };
}

/** The steps from target to status with the numbers put in, each with its figure. */
export function calculation(given: Calculated): readonly Fact[] {
  return [
    ...targetSteps(given),
    ...currentSteps(given),
    ...elapsedStep(given),
    ...standingSteps(given),
    ...verdictSteps(given),
  ];
}

function statusLine({ progress, unit, exact }: Calculated): string {
  const { current, target, attainment, used, pace, forecast } = progress;
  const parts = [nowAndTarget(current?.value ?? null, target, unit, { exact })];
  if (used !== null) parts.push(`${share(used)} used`);
  if (attainment !== null)
    parts.push(target?.kind === "keep" ? `${share(attainment)} of values inside` : share(attainment));
  if (pace !== null) parts.push(`pace ${paceText(pace)}`);
  if (forecast !== null && forecast.outlook !== "insufficient-data") parts.push(`outlook ${forecast.outlook}`);
  return parts.join(", ");
}

function stateFacts({ state, definition }: Kpi): readonly Fact[] {
  if (state === "draft") return [{ label: "state", text: "draft: listed, not scored" }];
  if (state !== "retired") return [];
  const retired = definition.retired;
  if (retired === undefined || retired === null) return [{ label: "state", text: "retired: not scored" }];
  const outcome = retired.outcome === undefined ? "" : `, ${retired.outcome}`;
  return [{ label: "state", text: `retired on ${retired.on}${outcome}: ${retired.reason}; not scored` }];
}

/** Earlier periods of a recurring timeframe, the latest first. */
function periods(given: Calculated): readonly Section[] {
  const { kpi, metric, progress, terms, series, asOf, lines, unit } = given;
  const record = recordText({ kpi, progress });
  if (record === null || kpi.timeframe === null || recordOf(terms, series, asOf, lines) === null) return [];
  const earlier = periodsUntil(kpi.timeframe, asOf).slice(0, -1).toReversed();
  const facts: Fact[] = [{ label: "record", text: record }];
  for (const window of earlier.slice(0, MOST_PERIODS)) {
    const { status, current } = judge(terms, series, window, asOf, lines);
    const value = current === null ? "no value" : measured(current.value, unit);
    facts.push({ label: windowLabel(window), value: status, text: `${status}, ${value}` });
  }
  const more = earlier.length - MOST_PERIODS;
  if (more > 0) facts.push({ label: "", text: `and ${number(more)} older` });
  return [{ heading: `Earlier periods of ${metric?.id ?? kpi.id}`, facts }];
}

function guardrails({ progress }: Calculated, { workspace }: ExplainInput): readonly Section[] {
  if (progress.guardrails.length === 0) return [];
  const facts = progress.guardrails.map((guardrail): Fact => {
    const { metric, value, min, max } = guardrail;
    const unit = workspace.metrics.get(metric)?.definition.unit;
    const now = value === null ? "no value" : measured(value, unit);
    return { label: metric, value, text: `${guardrailWord(guardrail)}: ${now}, must be ${boundsText(min, max, unit)}` };
  });
  return [{ heading: "Guardrails", facts }];
}
