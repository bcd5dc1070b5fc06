/** Leading KPIs in trouble while what they predict still looks fine (progress.md, step 14). */
import type { Status } from "./status.ts";
/** What the search for early warnings needs to know of a KPI. */
export interface Leading {
    readonly id: string;
    /** The KPI that this one predicts, by id. */
    readonly leads: string | null;
    readonly status: Status;
    readonly final: boolean;
}
export interface EarlyWarning {
    /** The leading KPI that is at risk, off track or missed. */
    readonly kpi: string;
    readonly status: Status;
    /** The KPI that it predicts, which is on track or achieved for now. */
    readonly leads: string;
    readonly leadsStatus: Status;
}
/** Early warnings in the order of the leading KPIs; what is final needs no warning any more. */
export declare function earlyWarnings(kpis: readonly Leading[]): readonly EarlyWarning[];
