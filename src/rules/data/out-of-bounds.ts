import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "data/out-of-bounds",
  summary: "A value lies outside the metric's bounds.",
  letter: "M",
  level: "error",
  messages: { below: "The value is below `bounds.min`.", above: "The value is above `bounds.max`." },
  docs: "Bounds say which values are possible at all, so a value outside them is a typing mistake or the bounds are wrong. The row still counts, because hiding it would hide the mistake.",
  bad: changed(["      2026-06-30: 68\n", "      2026-06-30: 680\n"]),
  good,
});
