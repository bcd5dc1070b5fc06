import { listed } from "../../text/listed.ts";
import { cadenceDays } from "../../workspace/cadence.ts";
import { formatDay } from "../../workspace/day.ts";
import { partsOf } from "../../workspace/links.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { windowAt } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed, good, on } from "../examples.ts";

export const rule = defineRule({
  id: "data/stale",
  summary: "The last value of a metric is too old for an active KPI.",
  letter: "M",
  level: "warning",
  messages: {
    stale:
      "The last value is from {date}, {age} days before {asOf}, and the cadence is {cadence}; record the newer value.",
    derived:
      "The last value is from {date}, {age} days before {asOf}, and the cadence is {cadence}; record newer values of {parts}, of which it is computed.",
  },
  docs: "A status is only as good as its last value: after one and a half cadences without a new one, it says how things were. Only metrics of active KPIs whose window is open are looked at.",
  bad: on("2026-12-01", changed(["last: 2026-07-02", "last: 2026-11-02"])),
  good,
  metric: (metric, context) => {
    const series = metric.series;
    if (series === null || metric.unread > 0) return;
    const { asOf, workspace } = context;
    const cadence = metric.definition.cadence ?? "monthly";
    let last = series.days.length - 1;
    while (last >= 0 && (series.days[last] ?? 0) > asOf) last--;
    const day = series.days[last];
    if (day === undefined || asOf - day <= Math.floor(1.5 * cadenceDays(cadence))) return;
    const watched = (workspace.links.kpisOfMetric.get(metric.id) ?? []).some((kpi) => {
      if (kpi.state !== "active" || kpi.timeframe === null) return false;
      const window = windowAt(kpi.timeframe, asOf);
      return window.start <= asOf && asOf <= window.end;
    });
    if (!watched) return;
    const parts = [...new Set(partsOf(metric))];
    context.report({
      message: parts.length === 0 ? "stale" : "derived",
      data: { date: formatDay(day), age: asOf - day, asOf: formatDay(asOf), cadence, parts: listed(parts) },
      place:
        parts.length === 0
          ? placeOfRow(metric, metric.dataFile, series.places[last] ?? 0, "date")
          : placeOf(metric, { path: ["derived"] }),
      entity: refOf(metric),
      discriminator: "stale",
    });
  },
});
