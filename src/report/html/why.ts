/** Why a KPI stands as it does, in one sentence for people who do not read formulas. */

import { formatNumber } from "../../workspace/units.ts";
import type { Calculated } from "../explain/calculated.ts";
import type { ExplainInput } from "../explain/model.ts";
import { verdictSteps } from "../explain/verdict.ts";
import { boundsText, measured, paceText } from "../progress/figures.ts";
import { invalidWords } from "../progress/invalid.ts";
import type { Locale } from "./locale.ts";

/** The reason without a full stop; empty for a KPI that is not scored. */
export function whyText(given: Calculated, explain: ExplainInput, text: Locale): string {
  const { kpi, progress } = given;
  if (kpi.state === "retired") return kpi.definition.retired?.reason ?? "";
  if (kpi.state === "draft") return "A draft: listed, not scored";
  const broken = brokenGuardrails(given, explain);
  const own = capital(text.figures(ownReason(given, text)));
  if (broken === "" || progress.reason !== null) return own;
  return `${capital(text.figures(broken))}. ${own}`;
}

function ownReason(given: Calculated, text: Locale): string {
  const { progress, lines, unit } = given;
  const { reason, pace, planned, current, status, target } = progress;
  if (reason !== null) return invalidWords[reason].why;
  const isBehind = status === "at-risk" || status === "off-track";
  const isPaced = (isBehind || status === "on-track") && pace !== null && planned !== null && current !== null;
  if (!isPaced || target === null) return verdict(given);
  const line = formatNumber(lines.onTrack);
  const where = `the plan was ${measured(planned, unit)} for ${text.day(current.day)}`;
  if (!isBehind) return `${where}, so the pace is ${paceText(pace)}`;
  return `${where}, so the pace is ${paceText(pace)}; on track from ${line}`;
}

/** The verdict of the calculation, without its status. */
function verdict(given: Calculated): string {
  const step = verdictSteps(given)[0]?.text ?? "";
  return step.replace(/^[a-z-]+, because /, "");
}

function brokenGuardrails({ progress }: Calculated, { workspace }: ExplainInput): string {
  const broken = progress.guardrails.filter(({ ok }) => ok === false);
  const parts = broken.map(({ metric, value, min, max }) => {
    const unit = workspace.metrics.get(metric)?.definition.unit;
    const now = value === null ? "has no value" : `is ${measured(value, unit)}`;
    return `guardrail ${metric} ${now}, must be ${boundsText(min, max, unit)}`;
  });
  return parts.join("; ");
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
