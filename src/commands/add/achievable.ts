/** The way from baseline to target in one line, for whoever sets the target. */

import { resolveTarget } from "../../progress/target.ts";
import { metricTerms } from "../../progress/terms.ts";
import { terminal } from "../../report/untrusted.ts";
import { formatDay } from "../../workspace/day.ts";
import { parseTarget } from "../../workspace/target.ts";
import { formatExact, formatNumber, formatValue } from "../../workspace/units.ts";
import { statedBaseline } from "./answers.ts";
import type { AddFacts } from "./facts.ts";
import type { Definition } from "./yaml.ts";

const EXACT = { significant: 15 };
/** From this size on a change is told in whole percent. */
const WHOLE_PERCENT = 10;

/** `Achievable? From 62 to 75 points: +21 %.`; null where one of the two is not known. */
export function achievable(definition: Definition, facts: AddFacts): string | null {
  const metric = facts.metric(String(definition.metric ?? ""));
  const target = definition.target === undefined ? null : parseTarget(definition.target);
  if (metric === null || target === null || target.kind === "range" || target.kind === "done") return null;
  const stated = statedBaseline(definition.baseline);
  const latest = stated === null ? facts.latest(metric.id) : null;
  const from = stated?.value ?? latest?.value;
  if (from === undefined || from === null) return null;
  const resolved = resolveTarget(target, metricTerms(metric), { value: from, day: null, source: "stated" });
  const to = resolved.target?.value;
  if (to === undefined || to === null) return null;
  const since = latest === null ? "" : ` (${formatDay(latest.day)})`;
  const way = `From ${formatExact(from)}${since} to ${formatValue(to, metric.definition.unit, EXACT)}`;
  return `Achievable? ${terminal(way)}${changeText(from, to)}.`;
}

function changeText(from: number, to: number): string {
  if (from === 0) return "";
  const percent = ((to - from) / Math.abs(from)) * 100;
  const size = Math.abs(percent);
  const shown = size >= WHOLE_PERCENT ? formatExact(Math.round(size)) : formatNumber(size, { significant: 2 });
  return percent === 0 ? ": no change" : `: ${percent < 0 ? "-" : "+"}${shown} %`;
}
