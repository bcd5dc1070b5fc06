/** Whether a status changed because of the data or because somebody edited the definition (progress.md, step 15). */
import type { Day } from "../workspace/day.ts";
import type { Series } from "../workspace/series.ts";
import { type Judgement } from "./judge.ts";
import type { StatusLines } from "./status.ts";
import type { KpiTerms } from "./terms.ts";
/** One version of a KPI: its definition with the status lines in force, and the rows of that version. */
export interface KpiVersion {
    readonly terms: KpiTerms;
    readonly lines: StatusLines;
    /** The values of this version as a definition reads them: a formula and the place of rows belong to that. */
    readonly seriesOf: (metric: string, definition: KpiVersion) => Series | null;
}
export type Cause = "definition" | "data" | "both" | "none";
export interface Attribution {
    readonly before: Judgement;
    /** The new definition on the old data. */
    readonly definitionOnly: Judgement;
    /** The old definition on the new data. */
    readonly dataOnly: Judgement;
    readonly after: Judgement;
    /** What moved the status. */
    readonly cause: Cause;
    /** Attainment that the edit added, as a share of the way; null where one side is unknown. */
    readonly fromEdit: number | null;
    /** Attainment that new data added on top of the edit. */
    readonly fromData: number | null;
}
/** Judges old and new definition on old and new data, all on one day. */
export declare function attribute(before: KpiVersion, after: KpiVersion, asOf: Day): Attribution;
