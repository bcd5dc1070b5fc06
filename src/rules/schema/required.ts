import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "schema/required",
  summary: "A field that the format needs is missing.",
  letter: null,
  level: "error",
  messages: { required: "Add the field." },
  docs: "Goals, metrics and KPIs need a title; a retired KPI needs `retired` with a date and a reason. The parts that make a KPI (target, timeframe, goal, metric, owner) have rules of their own.",
  bad: changed(["    title: Net Promoter Score\n", ""]),
  good,
});
