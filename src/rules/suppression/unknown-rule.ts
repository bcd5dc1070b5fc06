import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

const KEY = "  nps-2026:\n";
const WHY = "    why: Promoters renew and bring other customers.\n";
const comment = (rule: string): string =>
  `  # kpi-disable-next-line ${rule} -- the board chose it, and its minutes say why\n`;

export const rule = defineRule({
  id: "suppression/unknown-rule",
  summary: "A suppression comment names no rule that can be suppressed.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: {
    unknown: "There is no such rule; the nearest one is suggested.",
    unnamed: "The comment names no rule.",
    directive: "There is no such comment; the nearest one is suggested.",
    untouchable: "Findings of this rule always stand.",
  },
  docs: "A misspelt rule would leave the finding where it is, and the comment would look as if it did something. Name each rule, with commas between them, or a whole group as `data/*`. Some findings always stand: files that cannot be read (`yaml/syntax`), the config (`config/…`), suppressions themselves (`suppression/…`) and entries of `kpi.known.json` (`known/fixed`). What `kpi diff` reports is answered under `changes`, not by a comment.",
  bad: changed([KEY, comment("relevant/why-mising") + KEY]),
  good: changed([KEY, comment("relevant/why-missing") + KEY], [WHY, ""]),
});
