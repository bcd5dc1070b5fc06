import { formatDay } from "../../workspace/day.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import { placeOfField } from "../field-place.ts";

export const verdict = defineVerdict({
  id: "diff/start-moved",
  summary: "The window of a KPI starts on another day.",
  level: "warning",
  asksReason: true,
  messages: { moved: "The window starts on another day: {before} → {after}" },
  docs: "The start decides which values count and where the plan begins: a later start leaves bad months out, an earlier one lets good ones in. Say why in an entry of the KPI's `changes` with `field: timeframe`.",
  example: edited([
    "    timeframe: 2026\n    baseline",
    "    timeframe: { start: 2026-03-01, end: 2026-12-31 }\n    baseline",
  ]),
  kpi: ({ before, after }, { reasons, report }) => {
    const old = before.kpi.timeframe;
    const now = after.kpi.timeframe;
    if (old === null || now === null || old.start === now.start) return;
    const [was, is] = [formatDay(old.start), formatDay(now.start)];
    report({
      message: "moved",
      data: { before: was, after: is },
      entity: after.kpi,
      field: "timeframe",
      before: was,
      after: is,
      place: placeOfField(after.kpi, ["timeframe"]),
      answer: reasons.kpi(before.kpi, after.kpi, ["timeframe"]),
    });
  },
});
