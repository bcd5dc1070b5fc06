import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "schema/type",
  summary: "A value has the wrong type.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { type: "The field wants another type of value." },
  docs: 'Numbers are written with a point and without quotes, separators or units: `1200`, not `1,200`, `1_000` or `"60"`. Lists are written as `[a, b]` or one item a line, maps as `key: value`.',
  bad: changed(["    baseline: 62\n", "    baseline: 1,200\n"]),
  good,
});
