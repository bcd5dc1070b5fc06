/** What a verdict is: metadata from which pages and tables are derived, and a look at what changed. */
import type { EntityRef, Place, Severity } from "../findings/finding.ts";
import type { Level, Message } from "../rules/define.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi } from "../workspace/model.ts";
import type { Answer, Change } from "./change.ts";
import type { KpiEffect } from "./effects.ts";
import type { GoalPair, KpiPair, MetricPair, Pairs } from "./pairs.ts";
import type { Reasons } from "./reasons.ts";
import type { ReviewedVersion } from "./version.ts";
/** Two versions of a tiny workspace that show a verdict; `kpi.yaml` is the file that is printed. */
export interface ChangeExample {
    readonly before: Readonly<Record<string, string>>;
    readonly after: Readonly<Record<string, string>>;
    /** The day the example is judged on; 2026-08-15 unless it matters. */
    readonly asOf?: string;
}
/** What a verdict says of one change. */
export interface Reported {
    readonly message: string;
    /** What the placeholders of the message stand for. */
    readonly data?: Readonly<Record<string, string | number>>;
    readonly entity: EntityRef | null;
    readonly field: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly resolvedBefore?: number | null;
    readonly resolvedAfter?: number | null;
    readonly unit?: string | null;
    readonly place: Place;
    /** The version that `place` is in: the newer one unless it says so. */
    readonly side?: "base";
    /** Given where a reason is asked for; without a text the change becomes an error. */
    readonly answer?: Answer;
    /** The KPIs that it bears on. */
    readonly kpis?: readonly string[];
    /** Where one change of a verdict that eases does not. */
    readonly eases?: boolean;
    /** Where one change makes a KPI harder to reach and others of the verdict do not. */
    readonly tightens?: boolean;
    /** Overrules the level downwards. */
    readonly severity?: Severity;
}
export interface ChangeContext {
    readonly base: ReviewedVersion;
    readonly head: ReviewedVersion;
    readonly asOf: Day;
    readonly pairs: Pairs;
    readonly reasons: Reasons;
    report(reported: Reported): void;
}
/** For verdicts that follow from others: what was reported so far, and how statuses moved. */
export interface DerivedContext extends ChangeContext {
    readonly changes: readonly Change[];
    readonly effects: readonly KpiEffect[];
    /** A KPI of the newer version by its id. */
    readonly kpi: (id: string) => Kpi | null;
}
export interface VerdictMeta {
    /** `diff/name`; the verdict's file is `src/changes/verdicts/name.ts`. */
    readonly id: string;
    /** One sentence: what the verdict is about. */
    readonly summary: string;
    readonly level: Level;
    /** Whether it asks for words; then a change without them is an error. */
    readonly asksReason: boolean;
    /** Whether it makes a KPI easier to reach. */
    readonly eases?: true;
    /** Whether it makes a KPI harder to reach. */
    readonly tightens?: true;
    /** Whether it holds only new values, as in a check-in. */
    readonly isData?: true;
    /** By message id, with `{placeholders}`. */
    readonly messages: Readonly<Record<string, Message>>;
    /** Why it matters and what to write: Markdown for its page. */
    readonly docs: string;
    /** Gets a change of this verdict, with what it asks for where it asks. */
    readonly example: ChangeExample;
}
/** Hooks are called for pairs that differ; `kpi` only where the KPI is active now and was active or retired before. */
export interface Verdict extends VerdictMeta {
    readonly kpi?: (pair: KpiPair, context: ChangeContext) => void;
    readonly metric?: (pair: MetricPair, context: ChangeContext) => void;
    readonly goal?: (pair: GoalPair, context: ChangeContext) => void;
    readonly workspace?: (context: ChangeContext) => void;
    /** Runs after all others. */
    readonly derived?: (context: DerivedContext) => void;
}
/** Declares a verdict; the only thing a verdict file exports. */
export declare function defineVerdict(verdict: Verdict): Verdict;
