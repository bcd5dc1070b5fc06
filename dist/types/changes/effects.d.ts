/** How statuses moved, and whether the edit or new data moved them. */
import { type Attribution } from "../progress/attribution.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi } from "../workspace/model.ts";
import type { Versions } from "./kpi-pair.ts";
import type { Pairs } from "./pairs.ts";
/** One KPI judged with old and new definition on old and new data. */
export interface KpiEffect {
    /** Its id in the newer version, and in the older one. */
    readonly id: string;
    readonly oldId: string;
    readonly kpi: Kpi;
    readonly attribution: Attribution;
}
/**
 * The KPIs that are active in both versions and of which the definition, the metric, the data or the lines of the
 * status differ. `before` is what progress says of the base, `after` what it says of the head.
 */
export declare function effectsOf(versions: Versions, pairs: Pairs, asOf: Day): readonly KpiEffect[];
