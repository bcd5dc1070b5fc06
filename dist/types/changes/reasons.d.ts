/** What authors say about their changes, and where they are asked to say it. */
import type { EntityRef } from "../findings/finding.ts";
import type { KeyPath } from "../text/source.ts";
import { type Day } from "../workspace/day.ts";
import type { Kpi } from "../workspace/model.ts";
import type { Answer } from "./change.ts";
import type { ReviewedVersion } from "./version.ts";
export declare class Reasons {
    #private;
    /**
     * Entries dated before `notBefore`, the day on which the change set begins, explain what was changed earlier. A
     * review as on a day before that takes entries of its own day. `oldIds` are the ids of the base by those of the head, where they differ.
     */
    constructor(base: ReviewedVersion, head: ReviewedVersion, asOf: Day, notBefore: Day | null, oldIds?: ReadonlyMap<string, string>);
    /** A new entry in the `changes` of a KPI that names one of the fields; the first one is what is asked for. */
    kpi(before: Kpi | null, after: Kpi, fields: readonly [string, ...string[]]): Answer;
    /** An entry on any KPI of the newer version that uses a metric, naming one of the fields or the metric. */
    metric(id: string, fields: readonly [string, ...string[]]): Answer;
    /** An entry on any KPI of a goal, naming one of the fields. */
    goal(id: string, fields: readonly [string, ...string[]]): Answer;
    /** What the new top-level `removed` map says of a deleted KPI or goal. */
    removal({ kind, id }: EntityRef): Answer;
    /** A new comment on or above a line of the config. */
    config(file: string | null, path: KeyPath): Answer;
    /** The note of rows that were rewritten or are `gone`, or an entry on any KPI that uses their metric. */
    rows(metric: string, note: string | null, gone: boolean): Answer;
}
