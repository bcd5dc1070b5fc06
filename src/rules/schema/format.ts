import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "schema/format",
  summary: "A date or a link cannot be read.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { format: "The text is no date or no link." },
  docs: "Dates are real days written as `2026-06-30`. Links begin with `https://` or `http://`.",
  bad: changed(["last: 2026-07-02", "last: 2026-06-31"]),
  good,
});
