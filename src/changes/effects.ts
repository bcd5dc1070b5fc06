/** How statuses moved, and whether the edit or new data moved them. */

import { type Attribution, attribute, type KpiVersion } from "../progress/attribution.ts";
import { kpiTerms } from "../progress/terms.ts";
import type { Day } from "../workspace/day.ts";
import type { Kpi } from "../workspace/model.ts";
import type { Versions } from "./kpi-pair.ts";
import type { Pairs } from "./pairs.ts";
import { rowsWhere } from "./rows.ts";
import { isSame } from "./same.ts";

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
export function effectsOf(versions: Versions, pairs: Pairs, asOf: Day): readonly KpiEffect[] {
  const { base, head } = versions;
  const { oldIds } = pairs;
  const touched = new Set(pairs.kpis.map(({ id }) => id));
  const metrics = new Set(pairs.metrics.map(({ after }) => after.id));
  for (const { id } of [...pairs.addedMetrics, ...pairs.removedMetrics]) metrics.add(id);
  const sameLines = isSame(base.settings.status, head.settings.status);
  const effects: KpiEffect[] = [];
  for (const after of head.kpis.values()) {
    const before = base.kpis.get(oldIds.get(after.id) ?? after.id);
    if (before?.state !== "active" || after.state !== "active") continue;
    const metric = after.definition.metric ?? "";
    const isTouched = touched.has(after.id) || oldIds.has(after.id) || metrics.has(metric) || !sameLines;
    if (!isTouched) continue;
    const attribution = attribute(version(before, "base", versions), version(after, "head", versions), asOf);
    effects.push({ id: after.id, oldId: before.id, kpi: after, attribution });
  }
  return effects;
}

function version(kpi: Kpi, own: "base" | "head", versions: Versions): KpiVersion {
  const other = own === "base" ? "head" : "base";
  const { metrics, settings } = versions[own];
  const made: KpiVersion = {
    terms: kpiTerms(kpi, metrics),
    lines: settings.status,
    seriesOf: (id, by) => rowsWhere(id, { definitions: by === made ? own : other, values: own }, versions),
  };
  return made;
}
