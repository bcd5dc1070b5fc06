import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "schema/pattern",
  summary: "A text does not have the form that the field wants.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { pattern: "The text has another form than the field wants." },
  docs: "Ids are lower-case words joined by hyphens (`nps-2026`), at most 64 characters. An owner is `@handle`, `@org/team`, `team:name` or an e-mail address.",
  bad: changed(['    owner: "@cx-lead"\n', "    owner: cx-lead\n"]),
  good,
});
