import { defineRule } from "../define.ts";
import { good, withFiles } from "../examples.ts";

export const rule = defineRule({
  id: "config/invalid",
  summary: "The config cannot be read or does not have the right form.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: {
    syntax: "The config is not well-formed YAML.",
    plugin: "A plug-in cannot be loaded.",
    "plugins-in-package": "A config from a package names code.",
    "unknown-option": "The rule has no such option.",
    "option-type": "The option wants another kind of value.",
    "level-too-low": "The level is too low for a rule that cannot be suppressed.",
    "status-order": "The line of `on_track` lies below that of `at_risk`.",
    "extends-missing": "What the config extends does not exist.",
    "extends-cycle": "Configs extend each other in a circle.",
  },
  docs: "`kpi.config.yaml` has its own schema, so an editor completes and checks it too. `kpi config` shows every value that holds and where it was set. Findings about the config end with exit status 2, because with a wrong config nobody knows what was checked.",
  bad: withFiles(good, { "kpi.config.yaml": "version: 1\nlimits: { kpis_per_gaol: 7 }\n" }),
  good: withFiles(good, { "kpi.config.yaml": "version: 1\nlimits: { kpis_per_goal: 7 }\n" }),
});
