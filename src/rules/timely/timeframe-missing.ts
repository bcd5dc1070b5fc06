import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "timely/timeframe-missing",
  summary: "A KPI has no timeframe.",
  letter: "T",
  level: "error",
  messages: { missing: "Add a timeframe, such as 2026-Q3 or { every: monthly, start: 2026-01-01 }." },
  docs: "A target without a date is a wish. Write a period (`2026`, `2026-H2`, `2026-Q3`, `2026-07`, `2026-W31`, `FY2026`, `FY2026-Q2`), days (`{ start: 2026-07-01, end: 2026-10-31 }`), or for a standing KPI a recurring window (`{ every: monthly, start: 2026-01-01 }`).",
  bad: changed(["    timeframe: 2026\n    baseline: 62\n", "    baseline: 62\n"]),
  good,
});
