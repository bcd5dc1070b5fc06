/** What an entry of a KPI's life says, in words and with a shape. They hold texts from files. */

import type { KpiFacts, LifeChange, LifeEntry } from "../../changes/blame/life.ts";
import { formatValue, isBoolean } from "../../workspace/units.ts";
import { bare } from "../progress/figures.ts";

/** How a change is shown: a shape and a word, so that colour is never needed. */
export interface Look {
  readonly symbol: string;
  /** For terminals that show nothing but ASCII. */
  readonly ascii: string;
  readonly word: string;
}

/** The kinds of changes. */
export type ChangeKind = "easier" | "harder" | "started" | "known" | "ended" | "changed";

/** The look of every kind. */
export const looks: Readonly<Record<ChangeKind, Look>> = {
  easier: { symbol: "▼", ascii: "v", word: "easier" },
  harder: { symbol: "▲", ascii: "^", word: "harder" },
  started: { symbol: "●", ascii: "*", word: "started" },
  known: { symbol: "○", ascii: "o", word: "known" },
  ended: { symbol: "■", ascii: "x", word: "ended" },
  changed: { symbol: "◆", ascii: "-", word: "changed" },
};

const ENDINGS = new Set(["diff/kpi-removed-early", "diff/kpi-closed", "diff/draft-removed"]);

/** What kind of change it is. */
export function kindOf({ ruleId, direction }: LifeChange): ChangeKind {
  if (direction !== null) return direction === "eased" ? "easier" : "harder";
  if (ruleId === "diff/kpi-added") return "started";
  return ENDINGS.has(ruleId) ? "ended" : "changed";
}

/** A change in words: `target 78 → 75 points`, `created: 78 points in 2026`. */
export function changeWords(change: LifeChange, { kpi, facts }: LifeEntry): string {
  switch (change.ruleId) {
    case "diff/kpi-added":
      return beginning(change, facts);
    case "diff/kpi-renamed":
      return change.after === kpi ? `renamed from ${change.otherId}` : `renamed to ${change.otherId}`;
    case "diff/kpi-relaunched":
      return `relaunched ${facts === null ? "as" : "from"} ${change.otherId}: ${sides(change)}`;
    case "diff/kpi-removed-early":
      return `${ENDED[change.after ?? ""] ?? "ended"} before its end`;
    case "diff/kpi-closed":
      return change.before === "retired"
        ? "the retired KPI is deleted"
        : `${ENDED[change.after ?? "deleted"] ?? "ended"} after its end`;
    case "diff/draft-removed":
      return `the draft is ${change.after === null ? "deleted" : "retired"}`;
    case "diff/metric-added":
      return `metric ${change.after} is defined again`;
    case "diff/metric-removed":
      return `metric ${change.before} is not defined any more`;
    default:
      return `${subjectOf(change)} ${sides(change)}`;
  }
}

const ENDED: Readonly<Record<string, string>> = {
  deleted: "deleted",
  retired: "retired",
  draft: "set back to a draft",
};

function beginning({ before, field }: LifeChange, facts: KpiFacts | null): string {
  if (facts === null) return "";
  const promise = promiseWords(facts);
  if (field !== "id") return `no longer ${before === "draft" ? "a draft" : "retired"}: ${promise}`;
  if (facts.state === "active") return promise;
  return facts.state === "draft" ? "as a draft" : "as a retired KPI";
}

/** `78 points in 2026, from 62`; `78 points, 2026-01-01 to 2027-03-31`. */
export function promiseWords({ targetInWords, timeframe, baseline, unit }: KpiFacts): string {
  const from = baseline === null ? "" : `, from ${bare(baseline, unit)}`;
  const isLabel = !timeframe.includes(" ");
  return `${targetInWords}${isLabel ? " in" : ","} ${timeframe}${from}`;
}

const SUBJECTS: Readonly<Record<string, string>> = {
  "diff/start-moved": "start",
  "diff/guardrail-removed": "guardrail",
  "diff/guardrail-eased": "guardrail",
  "diff/plan-backloaded": "plan",
  "diff/direction-flipped": "better is",
  "diff/unit-changed": "unit",
};

function subjectOf({ ruleId, field, before }: LifeChange): string {
  if (ruleId === "diff/metric-redefined") return `${field} of the metric`;
  if (ruleId === "diff/deadline-extended" || ruleId === "diff/deadline-shortened") {
    return before !== null && /^(?:week|month|quarter|year)ly$|^once$/.test(before) ? "period" : "deadline";
  }
  return SUBJECTS[ruleId] ?? field;
}

/** Both sides, with the unit once, and what relative targets come to. */
function sides({ before, after, resolvedBefore, resolvedAfter, unit, field }: LifeChange): string {
  const words = `${before ?? "none"} → ${after ?? "none"}`;
  const hasUnit =
    (field === "target" || field === "baseline" || field === "tolerance") && unit !== null && !isBoolean(unit);
  if (!hasUnit) return words;
  const isRelative = [before, after].some((side) => side !== null && /^[+-]/.test(side) && field === "target");
  if (!isRelative) return after === null ? words : `${words} ${unit}`;
  const old = resolvedBefore === null ? "unknown" : bare(resolvedBefore, unit);
  const now = resolvedAfter === null ? "unknown" : formatValue(resolvedAfter, unit);
  return `${words} (${old} → ${now})`;
}
