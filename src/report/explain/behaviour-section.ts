/** Signal or noise (progress.md, step 12), in words. */

import type { BehaviourChart, Capability, Signal } from "../../progress/signal.ts";
import { bare, measured, type Unit } from "../progress/figures.ts";
import { number } from "../words.ts";
import { dayText } from "./formula.ts";
import type { Fact, Section } from "./model.ts";

const CAPABILITIES: Readonly<Record<Capability, string>> = {
  "always-passes": "nearly every value to be expected lies inside the bounds of the target",
  "always-fails":
    "nearly no value to be expected lies inside the bounds of the target; only a change of the process helps",
  "hit-or-miss": "values to be expected lie on both sides of the target's bounds, so single hits and misses say little",
};

/** The limits between which the values vary by chance, and the values that chance hardly explains. */
export function behaviourSection(chart: BehaviourChart | null, unit: Unit): Section {
  const heading = "Signal or noise";
  if (chart === null) return { heading, facts: [{ label: "", text: "it takes at least 6 values to tell" }] };
  const provisional = chart.provisional ? ", provisional below 12 values" : "";
  const facts: Fact[] = [
    {
      label: "usual range",
      text: `${bare(chart.lower, unit)} to ${measured(chart.upper, unit)} around a mean of ${measured(chart.mean, unit)}, from ${number(chart.limitRows)} of ${number(chart.rows)} values${provisional}`,
    },
  ];
  const { tooFewUntil } = chart;
  if (tooFewUntil !== null) {
    const { rows } = tooFewUntil;
    const known = rows === 0 ? "is no value" : rows === 1 ? "is only 1 value" : `are only ${rows} values`;
    facts.push({
      label: "limits until",
      text: `${dayText(tooFewUntil.day)}, which is not followed: up to that day there ${known}, and limits take at least 6`,
    });
  }
  if (chart.capability !== null) facts.push({ label: "target", text: CAPABILITIES[chart.capability] });
  facts.push(...outsideFacts(chart.signals), ...chart.signals.flatMap(patternFact));
  if (chart.signals.length === 0) facts.push({ label: "signals", text: "none: the values vary as they usually do" });
  return { heading, facts };
}

/** Values outside the limits, one sentence for the better side and one for the worse. */
function outsideFacts(signals: readonly Signal[]): readonly Fact[] {
  return (["improvement", "concern"] as const).flatMap((kind) => {
    const days = signals
      .filter((signal) => signal.rule === "outside-limit" && signal.kind === kind)
      .map(({ days }) => days[0]);
    if (days.length === 0) return [];
    const latest = dayText(days.at(-1));
    const text =
      days.length === 1
        ? `the value of ${latest} lies outside the usual range`
        : `${number(days.length)} values lie outside the usual range, the latest of ${latest}`;
    return [{ label: kind, text }];
  });
}

function patternFact({ rule, days, kind }: Signal): readonly Fact[] {
  const span = `${dayText(days[0])} to ${dayText(days.at(-1))}`;
  if (rule === "run-of-8")
    return [{ label: kind, text: `${days.length} values in a row on one side of the mean, ${span}` }];
  if (rule === "3-of-4")
    return [{ label: kind, text: `at least 3 of 4 values in a row far from the mean on one side, ${span}` }];
  return [];
}
