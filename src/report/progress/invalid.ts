/** Why a definition cannot be judged, and what to write instead. */

import type { InvalidReason } from "../../progress/resolve.ts";

interface InvalidWords {
  /** Continues "invalid: …". */
  readonly why: string;
  /** One sentence. */
  readonly instead: string;
}

/** Words for every reason; the rules of the same names say it with the numbers of the case. */
export const invalidWords: Readonly<Record<InvalidReason, InvalidWords>> = {
  "metric-missing": {
    why: "it has no metric that is defined",
    instead: "Write `metric:` with the id of a metric of this workspace.",
  },
  "target-missing": {
    why: "it has no target that can be read",
    instead: "Write `target:` with a number, +25%, { by: 10 }, { min: 60 }, { max: 3 } or true.",
  },
  "timeframe-missing": {
    why: "it has no timeframe that can be read",
    instead: "Write `timeframe:` with a label such as 2026-Q3, or { start: 2026-07-01, end: 2026-09-30 }.",
  },
  "empty-range": {
    why: "no value lies inside its range",
    instead: "Write a lower bound as `min`, an upper one as `max`, and the lower below the upper.",
  },
  "band-on-sum": {
    why: "a total cannot have a lower and an upper bound at once",
    instead: "Write { min: … } to reach a total or { max: … } for a budget, and the other one as a KPI of its own.",
  },
  "baseline-missing": {
    why: "its target is relative and there is no baseline",
    instead: "Write `baseline: { value: …, date: … }`, or the value to reach as the target.",
  },
  "zero-baseline": {
    why: "a percentage of a baseline of 0 is 0",
    instead: "Write the change in the metric's unit as { by: … }, or the value to reach.",
  },
  "direction-conflict": {
    why: "its target lies on the worse side of where it starts",
    instead: "Write `better: lower` or `better: higher` at the metric, or a keep target such as { min: 30 }.",
  },
  "path-impossible": {
    why: "a compound path cannot lead there",
    instead: "Write `path: linear`, or checkpoints: a compound path neither starts from 0 nor crosses it.",
  },
  "ratio-without-parts": {
    why: "its aggregation is ratio, and its values have no numerators and denominators",
    instead:
      "Write rows with a numerator and a denominator, or a derived metric as { ratio: [a, b] }; or choose another aggregation at the metric.",
  },
};
