import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

export const rule = defineRule({
  id: "schema/range",
  summary: "A number or a text is too small, too large, too short or too long.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { range: "The value lies outside what the field allows." },
  docs: "Titles have 3 to 250 characters, ids at most 64; `scale` and `weight` are above 0, `compliance` lies between 0 and 1, `tolerance` is not negative.",
  bad: changed(["    type: lagging\n", "    type: lagging\n    weight: 0\n"]),
  good: changed(["    type: lagging\n", "    type: lagging\n    weight: 2\n"]),
});
