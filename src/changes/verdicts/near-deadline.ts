import { elapsedAt } from "../../progress/window.ts";
import { placeOf } from "../../rules/define.ts";
import { changed } from "../../rules/examples.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import { OPEN_END, type Timeframe } from "../../workspace/timeframe.ts";
import type { Answer, Change } from "../change.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";

/** The share of the window after which, and the days before the end from which, an easing is late. */
const LATE_SHARE = 0.8;
const LATE_DAYS = 7;

export const verdict = defineVerdict({
  id: "diff/near-deadline",
  summary: "A KPI is eased when most of its time has passed.",
  level: "warning",
  asksReason: true,
  messages: {
    before: "This easing comes {days} before the end ({end}), after {share} of the time",
    after: "This easing comes {days} after the end ({end})",
    on: "This easing comes on the last day ({end})",
  },
  docs: "A target that is eased in the first weeks was over-optimistic; one that is eased in the last ones was missed. In the last 20 % of the window, and within 7 days of its end, an easing is therefore said on a line of its own. It asks for no other reason than the easing itself.",
  example: between(
    changed(["last: 2026-07-02", "last: 2026-11-02"]),
    changed(["last: 2026-07-02", "last: 2026-11-02"], ["target: 75", "target: 70"]),
    "2026-12-10",
  ),
  derived: ({ base, asOf, changes, effects, kpi, report }) => {
    for (const { id, oldId, attribution } of effects) {
      // The lines of the status decide nothing once a window is closed; a config eases no KPI that is final.
      const bears = ({ entity }: Change): boolean => entity !== null || !attribution.before.final;
      const easings = changes.filter((change) => change.eases && change.kpis.includes(id) && bears(change));
      const timeframe = base.workspace.kpis.get(oldId)?.timeframe ?? null;
      const now = kpi(id);
      const [first] = easings;
      if (first === undefined || now === null || timeframe === null || !isLate(timeframe, asOf)) continue;
      const days = timeframe.end - asOf;
      report({
        message: days === 0 ? "on" : days > 0 ? "before" : "after",
        data: {
          days: Math.abs(days) === 1 ? "one day" : `${Math.abs(days)} days`,
          end: formatDay(timeframe.end),
          share: `${Math.floor(elapsedAt(timeframe, asOf) * 100)} %`,
        },
        entity: now,
        field: first.field,
        before: first.before,
        after: first.after,
        resolvedBefore: first.resolvedBefore,
        resolvedAfter: first.resolvedAfter,
        unit: first.unit,
        place: first.side === "head" ? first.place : placeOf(now),
        answer: answerOf(easings),
      });
    }
  },
});

function isLate(timeframe: Timeframe, asOf: Day): boolean {
  if (timeframe.end === OPEN_END || asOf < timeframe.start) return false;
  return timeframe.end - asOf <= LATE_DAYS || elapsedAt(timeframe, asOf) >= LATE_SHARE;
}

/** Explained where every easing is. */
function answerOf(easings: readonly Change[]): Answer {
  const isExplained = easings.every(({ asksReason, reason }) => !asksReason || reason !== null);
  const reasons = easings.flatMap(({ reason }) => reason ?? []);
  return {
    text: isExplained ? [...new Set(reasons)].join("; ") : null,
    advice: "the easing has no reason yet",
  };
}
