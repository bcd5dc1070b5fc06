import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";

export const rule = defineRule({
  id: "achievable/owner-missing",
  summary: "A goal or a KPI has no owner.",
  letter: "A",
  level: "error",
  messages: { missing: "Add `owner`: @handle, @org/team, team:name or an e-mail address." },
  docs: "The A of SMART also stands for assignable: somebody answers when the number is off. One owner, a person or a team, is enough.",
  bad: changed(['    owner: "@cx-lead"\n', ""]),
  good,
});
