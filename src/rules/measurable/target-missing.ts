import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "measurable/target-missing",
  summary: "A KPI has no target.",
  letter: "M",
  level: "error",
  messages: { missing: "Add a target, or keep it as a plain metric." },
  docs: "Without a target a number can be watched, but nobody can say whether it is good. Write one (`75`, `+25%`, `{ by: 10 }`, `{ min: 99.9 }`, `true`), or leave it as a metric: metrics need no target.",
  bad: changed(["    target: 75\n", ""]),
  good,
});
