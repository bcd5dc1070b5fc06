import { cadenceDays } from "../../workspace/cadence.ts";
import { formatDay } from "../../workspace/day.ts";
import { OPEN_END } from "../../workspace/timeframe.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { good, on } from "../examples.ts";

export const rule = defineRule({
  id: "timely/expired",
  summary: "The window of an active KPI ended long ago.",
  letter: "T",
  level: "warning",
  fixable: "suggestion",
  messages: {
    expired:
      "The window ended on {end}; write `state: retired` with `retired: { on, reason, outcome }`, or give the KPI a new window.",
  },
  docs: "A KPI whose window has ended is decided once its final value is there, at most one cadence later. Retire it with its outcome, so that the list shows what is pursued now.",
  bad: on("2027-04-15", {
    files: {
      "kpi.yaml": (good.files["kpi.yaml"] ?? "")
        .replace("    timeframe: 2026\n\nmetrics", "    timeframe: { start: 2026-01-01, end: 2027-12-31 }\n\nmetrics")
        .replace("      2026-06-30: 68\n", "      2026-06-30: 68\n      2026-09-30: 71\n      2026-12-31: 73\n")
        .replace("last: 2026-07-02", "last: 2027-03-02"),
    },
  }),
  good,
  kpi: (kpi, context) => {
    const { timeframe } = kpi;
    if (kpi.state !== "active" || timeframe === null || timeframe.end >= OPEN_END) return;
    const metric = context.workspace.metrics.get(kpi.definition.metric ?? "");
    const cadence = metric?.definition.cadence ?? "monthly";
    if (context.asOf - timeframe.end <= cadenceDays(cadence)) return;
    const today = formatDay(context.asOf);
    context.report({
      message: "expired",
      data: { end: formatDay(timeframe.end) },
      place: placeOf(kpi, { path: ["timeframe"] }),
      entity: refOf(kpi),
      suggestions: [{ title: `Add state: retired and retired: { on: ${today}, reason: Window ended }` }],
    });
  },
});
