import { defineRule } from "../define.ts";
import { changed, good, withFiles } from "../examples.ts";

const KNOWN = `{
  "version": 1,
  "known": [
    {"fingerprint": "17240c9dabc84fb2", "rule": "relevant/why-missing", "entity": "kpi/nps-2026", "path": "kpis.nps-2026", "message": "Add \`why\`: how does this KPI serve the goal happy-customers?"}
  ]
}
`;

export const rule = defineRule({
  id: "known/fixed",
  summary: "An entry of `kpi.known.json` stands for a finding that no longer occurs.",
  letter: null,
  level: "warning",
  fixable: "fix",
  messages: { fixed: "This finding no longer occurs; remove the entry." },
  docs: "`kpi.known.json` records what stood when a repository adopted the tool, and should only ever become shorter. An entry that stays behind would hide the same mistake when somebody makes it again. `--fix` removes it, and `kpi check --update-known` removes all such entries at once. While a file cannot be read nothing is called fixed.",
  bad: withFiles(good, { "kpi.known.json": KNOWN }),
  good: withFiles(changed(["    why: Promoters renew and bring other customers.\n", ""]), { "kpi.known.json": KNOWN }),
});
