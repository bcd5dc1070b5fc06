import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

export const rule = defineRule({
  id: "timely/bad-range",
  summary: "The timeframe ends before it starts, or holds a day that does not exist.",
  letter: "T",
  level: "error",
  messages: {
    "bad-range": "The end lies before the start.",
    "impossible-date": "There is no such day.",
  },
  docs: "Both days belong to the window: `{ start: 2026-07-01, end: 2026-07-31 }` has 31 days.",
  bad: changed([
    "    timeframe: 2026\n    baseline: 62\n",
    "    timeframe: { start: 2026-12-31, end: 2026-01-01 }\n    baseline: 62\n",
  ]),
  good: changed([
    "    timeframe: 2026\n    baseline: 62\n",
    "    timeframe: { start: 2026-01-01, end: 2026-12-31 }\n    baseline: 62\n",
  ]),
});
