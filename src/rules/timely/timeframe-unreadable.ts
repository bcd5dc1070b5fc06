import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "timely/timeframe-unreadable",
  summary: "The timeframe is text that is none of the forms of a timeframe.",
  letter: "T",
  level: "error",
  fixable: "suggestion",
  messages: { unreadable: "Write a full period, two days, or a recurring window." },
  docs: "“Ongoing” is a recurring window: `{ every: monthly, start: 2026-01-01 }` asks that the target holds in every month. “Q3” needs its year: `2026-Q3`.",
  bad: changed(["    timeframe: 2026\n    baseline: 62\n", "    timeframe: ongoing\n    baseline: 62\n"]),
  good,
});
