import { atMost } from "../../progress/numbers.ts";
import type { Resolved } from "../../progress/resolve.ts";
import { accumulates } from "../../progress/terms.ts";
import type { Kpi } from "../../workspace/model.ts";
import type { Window } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, type RuleContext, refOf } from "../define.ts";
import type { Figures } from "../figures.ts";
import { type Rival, rivalsByMetric } from "../rivals.ts";
import { twoKpisOnOneMetric } from "../second-target.ts";
import { exactText, writtenTarget } from "../wording.ts";

export const rule = defineRule({
  id: "portfolio/conflicting-targets",
  summary: "Two KPIs ask of one metric at the same time what cannot both be had.",
  letter: null,
  level: "error",
  messages: {
    excluded:
      "This target ({mine}) cannot be had together with that of {other} ({theirs}) on the same metric at the same time; change one of them, or let their windows follow each other.",
    opposite:
      "This target leads {direction} to {value}, and {other} leads the other way, to {otherValue}, on the same metric at the same time; change one of them.",
  },
  docs: "Two KPIs on one metric may differ, but one value must be able to meet both: where one is to reach 64 and the other one to stay below 55, whatever happens is a failure. Totals conflict only in the same window, because each window has its own total.",
  bad: twoKpisOnOneMetric("Net Promoter Score of at most 70 in 2026", "2026", "{ max: 70 }"),
  good: twoKpisOnOneMetric("Net Promoter Score of at least 55 in 2026", "2026", "{ min: 55 }"),
  workspace: (context) => {
    for (const rivals of rivalsByMetric(context)) {
      const claims = rivals.map(claimOf);
      if (!mayConflict(claims)) continue;
      for (const [i, claim] of claims.entries()) {
        const other = firstConflict(claim, claims, i);
        if (other !== null) report(claim, other, context);
      }
    }
  },
});

/** What a KPI asks of its metric. */
interface Claim {
  readonly kpi: Kpi;
  readonly figures: Figures;
  readonly window: Window;
  readonly isTotal: boolean;
  /** The values that meet the target lie from `low` to `high`; everything where it cannot be judged. */
  readonly low: number;
  readonly high: number;
  /** 1: in the better direction of the metric, -1: away from it, 0: neither is known. */
  readonly leads: -1 | 0 | 1;
}

function claimOf({ kpi, figures, window }: Rival): Claim {
  const { measure, resolved } = figures;
  const { target, reason } = resolved;
  const isKnown = target !== null && reason === null;
  const isFloor = target?.kind === "reach" && measure.better === "higher";
  const low = isFloor ? target.value : (target?.min ?? null);
  const high = isFloor ? null : (target?.value ?? target?.max ?? null);
  return {
    kpi,
    figures,
    window,
    isTotal: accumulates(measure.aggregation),
    low: isKnown ? (low ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY,
    high: isKnown ? (high ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
    leads: directionOf(resolved),
  };
}

function directionOf({ baseline, noDistance, origin, reason, target }: Resolved): Claim["leads"] {
  if (reason === "direction-conflict") return baseline.value === null ? 0 : -1;
  return reason === null && target !== null && target.kind !== "keep" && origin !== null && !noDistance ? 1 : 0;
}

/** Whether no value meets all targets, or they lead in different directions; whatever their windows. */
function mayConflict(claims: readonly Claim[]): boolean {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let leadsOn = false;
  let leadsAway = false;
  for (const claim of claims) {
    low = Math.max(low, claim.low);
    high = Math.min(high, claim.high);
    leadsOn ||= claim.leads > 0;
    leadsAway ||= claim.leads < 0;
  }
  return (leadsOn && leadsAway) || !atMost(low, high);
}

/** The first KPI before number `end` whose target cannot be had together with this one. */
function firstConflict(claim: Claim, claims: readonly Claim[], end: number): Claim | null {
  const { start, end: last } = claim.window;
  for (let i = 0; i < end; i++) {
    const other = claims[i];
    if (other === undefined || other.window.start > last || other.window.end < start) continue;
    if (claim.isTotal && (other.window.start !== start || other.window.end !== last)) continue;
    if (claim.leads * other.leads < 0) return other;
    if (!atMost(Math.max(claim.low, other.low), Math.min(claim.high, other.high))) return other;
  }
  return null;
}

function report(claim: Claim, other: Claim, context: RuleContext): void {
  const { figures, kpi } = claim;
  const value = figures.resolved.target?.value ?? 0;
  context.report({
    message: claim.leads * other.leads < 0 ? "opposite" : "excluded",
    data: {
      mine: wanted(figures),
      theirs: wanted(other.figures),
      other: other.kpi.id,
      direction: value > (figures.resolved.baseline.value ?? 0) ? "up" : "down",
      value: exactText(figures, value),
      otherValue: exactText(other.figures, other.figures.resolved.target?.value ?? 0),
    },
    place: placeOf(kpi, { path: ["target"] }),
    entity: refOf(kpi),
    related: [{ place: placeOf(other.kpi, { path: ["target"] }), message: `The target of ${other.kpi.id}` }],
    discriminator: other.kpi.id,
  });
}

/** What a target asks for, in words. */
function wanted(figures: Figures): string {
  const { measure, resolved } = figures;
  const { target } = resolved;
  if (target === null || target.kind === "keep") return writtenTarget(figures);
  const isFloor = target.kind === "reach" && measure.better === "higher";
  return `${isFloor ? "at least" : "at most"} ${exactText(figures, target.value)}`;
}
