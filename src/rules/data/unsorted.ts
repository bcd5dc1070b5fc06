import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "data/unsorted",
  summary: "The rows of a metric are not in the order of their dates.",
  letter: "M",
  level: "info",
  fixable: "fix",
  messages: { unsorted: "Put the rows in the order of their dates." },
  docs: "The order changes no result. Rows in order make a review easier: what is new stands at the end.",
  bad: changed(["      2025-12-31: 62\n      2026-03-31: 64\n", "      2026-03-31: 64\n      2025-12-31: 62\n"]),
  good,
});
