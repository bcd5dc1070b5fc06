/** The rows that a metric has where the definitions of one version meet the values of the other. */
import type { Series } from "../workspace/series.ts";
import type { Versions } from "./kpi-pair.ts";
/** Which version states what a metric is, and which one holds its values. */
export interface Meeting {
    readonly definitions: "base" | "head";
    readonly values: "base" | "head";
}
/**
 * A formula and the place of the rows belong to the definition, what stands there to the values: a metric that is
 * derived in another way, or read from another file, has another series on the same values. Null where there is none.
 */
export declare function rowsWhere(id: string, meeting: Meeting, versions: Versions): Series | null;
