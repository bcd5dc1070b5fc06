import { defineRule } from "../define.ts";
import { good, withFiles } from "../examples.ts";

export const rule = defineRule({
  id: "config/unknown-rule",
  summary: "The config sets a rule that does not exist.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: { unknown: "There is no such rule; the nearest one is suggested." },
  docs: "A misspelt rule id would leave the rule at its default without a word. `kpi rules` lists every rule with its level. Findings about the config end with exit status 2.",
  bad: withFiles(good, { "kpi.config.yaml": "version: 1\nrules:\n  data/stael: off\n" }),
  good: withFiles(good, { "kpi.config.yaml": "version: 1\nrules:\n  data/stale: off\n" }),
});
