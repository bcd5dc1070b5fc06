import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "specific/placeholder",
  summary: "A placeholder such as TBD stands where a decision belongs.",
  letter: "S",
  level: "error",
  messages: { placeholder: "Replace the placeholder, or set `state: draft` until it is decided." },
  docs: "TBD, TODO and “to be determined” say that nobody has decided yet. A KPI that is still being written has `state: draft`: it is listed, not scored, and its missing parts are only information.",
  bad: changed(["    target: 75\n", "    target: TBD\n"]),
  good,
});
