import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

const KEY = "  nps-2026:\n";
const COMMENT = "  # kpi-disable-next-line relevant/why-missing -- the board chose it, and its minutes say why\n";
const WHY = "    why: Promoters renew and bring other customers.\n";

export const rule = defineRule({
  id: "suppression/unused",
  summary: "A suppression comment suppresses nothing.",
  letter: null,
  level: "warning",
  fixable: "fix",
  messages: {
    unused: "Nothing here is found by these rules; remove this suppression.",
    "unused-rule": "Nothing here is found by this rule; remove it from this suppression.",
  },
  docs: "What was suppressed is corrected, or the comment stands at the wrong line. Left alone it would hide the next finding of that rule, which nobody has looked at. `--fix` removes the comment, or the one rule of it that nothing is found by. A suppression of a rule that is off is not called unused, and nothing is while a part of the file cannot be read.",
  bad: changed([KEY, COMMENT + KEY]),
  good: changed([KEY, COMMENT + KEY], [WHY, ""]),
});
