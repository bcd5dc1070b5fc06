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
export function earlyWarnings(kpis: readonly Leading[]): readonly EarlyWarning[] {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const warnings: EarlyWarning[] = [];
  for (const kpi of kpis) {
    if (kpi.leads === null || !isTrouble(kpi.status)) continue;
    const predicted = byId.get(kpi.leads);
    if (predicted === undefined || !looksFine(predicted)) continue;
    warnings.push({ kpi: kpi.id, status: kpi.status, leads: predicted.id, leadsStatus: predicted.status });
  }
  return warnings;
}

function isTrouble(status: Status): boolean {
  return status === "at-risk" || status === "off-track" || status === "missed";
}

function looksFine(kpi: Leading): boolean {
  return kpi.status === "on-track" || (kpi.status === "achieved" && !kpi.final);
}
