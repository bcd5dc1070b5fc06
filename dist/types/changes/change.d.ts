/** What a review reports: one change of meaning. */
import type { EntityRef, Place, Severity } from "../findings/finding.ts";
/** Why something was changed, as its author says; `text` is null where nothing is said. */
export interface Answer {
    readonly text: string | null;
    /** Where to say it: a sentence for people. */
    readonly advice: string;
}
/** One change of meaning between two versions. */
export interface Change {
    /** `diff/…`, the id of its verdict. */
    readonly ruleId: string;
    readonly messageId: string;
    readonly severity: Severity;
    readonly message: string;
    /** The goal, metric or KPI; null for the config. */
    readonly entity: EntityRef | null;
    /** What changed, such as `target`; the config's key where there is no entity. */
    readonly field: string;
    /** Both sides as people write them; null where there is nothing. */
    readonly before: string | null;
    readonly after: string | null;
    /** Both sides as numbers on the base's data; null where they are none. */
    readonly resolvedBefore: number | null;
    readonly resolvedAfter: number | null;
    readonly unit: string | null;
    /** Null where no reason is asked for, or none is given: `asksReason` tells. */
    readonly reason: string | null;
    readonly asksReason: boolean;
    /** Makes a KPI easier to reach. */
    readonly eases: boolean;
    /** Makes a KPI harder to reach. */
    readonly tightens: boolean;
    /** Holds only new values. */
    readonly isData: boolean;
    /** The KPIs that it bears on, by their id in the newer version where they have one. */
    readonly kpis: readonly string[];
    readonly place: Place;
    /** The version that `place` is in. */
    readonly side: "base" | "head";
}
