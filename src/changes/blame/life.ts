/** The parts of a KPI's life: what is read of its versions, and what is told of them. */

import type { Day } from "../../workspace/day.ts";
import type { Kpi, Workspace } from "../../workspace/model.ts";
import type { Change } from "../change.ts";
import type { Verdict } from "../define.ts";

/** A commit as people name it. */
export interface LifeCommit {
  readonly id: string;
  /** The day its author wrote it, `2026-08-15`. */
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

/**
 * One version beside those that it comes from. The workspaces hold the KPI, its metric, and other KPIs of that metric
 * where they matter; all have the same rows, so that targets differ only where definitions do.
 */
export interface LifeStep {
  /** What the KPI is called at this point of its life. */
  readonly kpi: string;
  /** Null for what is not committed yet. */
  readonly commit: LifeCommit | null;
  /** The day of the commit. */
  readonly day: Day;
  /** Where the KPI stands, or stood before it was deleted. */
  readonly file: string | null;
  /** One for each parent; none for a first commit. */
  readonly before: readonly Workspace[];
  readonly after: Workspace;
  /** The history that is at hand ends here, so that nothing is known of what was before. */
  readonly isEdge: boolean;
}

/** A version on the line that others are merged into, from its day until that of the next one. */
export interface MainlineVersion {
  /** `2026-08-15`. */
  readonly date: string;
  readonly workspace: Workspace;
}

/** What a life is told from. */
export interface LifeInput {
  /** The KPI's id now, or its last one. */
  readonly kpi: string;
  /** Parents before their children; the KPI's earlier ids first. */
  readonly steps: readonly LifeStep[];
  /** The newest version. */
  readonly now: Workspace;
  /** What held where the work is merged to: the first parents of the newest version, oldest first. */
  readonly mainline: readonly MainlineVersion[];
  /** The day on which targets of all versions are resolved. */
  readonly asOf: Day;
  /** All of them by default. */
  readonly verdicts?: readonly Verdict[];
}

/** A version in which the KPI stands. */
export interface KpiIn {
  readonly kpi: string;
  readonly workspace: Workspace;
}

/** What one version of a KPI says. */
export interface KpiFacts {
  readonly id: string;
  readonly title: string | null;
  readonly state: Kpi["state"];
  /** As written, without its unit. */
  readonly target: string | null;
  /** With its unit, and what a relative one comes to: `+25% (60,250 visits)`. */
  readonly targetInWords: string;
  /** In the metric's unit; null for ranges and where there is no number. */
  readonly resolvedTarget: number | null;
  readonly unit: string | null;
  /** `2026-Q3`, `2026-07-01 to 2026-10-31`. */
  readonly timeframe: string;
  readonly start: string | null;
  /** Null for none, and for a recurring window that is open. */
  readonly end: string | null;
  /** As stated, or found in the data. */
  readonly baseline: number | null;
  readonly metric: string | null;
  readonly goal: string | null;
}

/** A change as the review reports it, and what a life tells of it beside that. */
export interface StepChange {
  readonly change: Change;
  /** Both sides in the numbers that all other changes are told in. */
  readonly resolvedBefore: number | null;
  readonly resolvedAfter: number | null;
  readonly otherId: string | null;
}

/** One change of a KPI's promise. */
export interface LifeChange {
  /** `diff/…`, as in a review. */
  readonly ruleId: string;
  readonly field: string;
  /** Both sides as they are written. */
  readonly before: string | null;
  readonly after: string | null;
  /** Both sides in numbers; null where they are none. */
  readonly resolvedBefore: number | null;
  readonly resolvedAfter: number | null;
  readonly unit: string | null;
  readonly asksReason: boolean;
  readonly reason: string | null;
  /** The commit that gave the reason, where it came later. */
  readonly reasonCommit: string | null;
  readonly direction: "eased" | "tightened" | null;
  /** The other id of a KPI that was renamed or relaunched: the earlier one, or the one under which it goes on. */
  readonly otherId: string | null;
}

/** A version that changed something. */
export interface LifeEntry {
  readonly kpi: string;
  readonly commit: LifeCommit | null;
  readonly file: string | null;
  /** Empty only where the history that is at hand ends. */
  readonly changes: readonly LifeChange[];
  /** The KPI after it; null where it is gone. */
  readonly facts: KpiFacts | null;
  readonly isEdge: boolean;
}

/** A target that held from a day on, in the unit of the newest one; null while there was none that compares. */
export interface TargetLevel {
  readonly date: string;
  readonly target: number | null;
}

/** Which way a target moved; null where targets cannot be compared: another metric, another direction or unit. */
export type DriftWay = "easier" | "harder" | "both" | "same" | null;

/** The way from the first active version to the last one. */
export interface Drift {
  /** The version that was active first. */
  readonly since: LifeCommit | null;
  readonly first: KpiFacts;
  readonly last: KpiFacts;
  readonly target: {
    readonly way: DriftWay;
    /** Last less first, in the unit of the last version; null where there is no number. */
    readonly change: number | null;
    /** The change as a share of the first target's size, in percent; null also where that is 0. */
    readonly percent: number | null;
  };
  /** How many days later it ends, below 0 for earlier; null where one of both has no end. */
  readonly deadlineDays: number | null;
  /** Changes that made it easier, and how many of them nobody gave a reason for. */
  readonly easings: number;
  readonly easingsWithoutReason: number;
  readonly tightenings: number;
}

/** Everything that happened to a KPI. */
export interface Life {
  readonly kpi: string;
  /** Oldest first. */
  readonly entries: readonly LifeEntry[];
  /** The target over time where the work is merged to, oldest first. */
  readonly levels: readonly TargetLevel[];
  /** Null where it was never active. */
  readonly drift: Drift | null;
  /** The KPI in the newest version; null where it is gone. */
  readonly now: KpiFacts | null;
  /** The newest version that there was; null only where there was none. */
  readonly last: KpiFacts | null;
}
