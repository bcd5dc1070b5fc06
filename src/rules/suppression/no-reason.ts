import { defineRule } from "../define.ts";
import { changed } from "../examples.ts";

const TITLE = "    title: Net Promoter Score of 75 by 31 December 2026\n";

export const rule = defineRule({
  id: "suppression/no-reason",
  summary: "A suppression comment does not say why.",
  letter: null,
  level: "warning",
  fixable: "suggestion",
  messages: {
    missing: "A suppression without a reason suppresses nothing; write why.",
    hyphens: "Two hyphens stand before the reason; until then nothing is suppressed.",
  },
  docs: "A suppression is a decision, and the next reader asks why it was taken: `# kpi-disable-next-line specific/long-title -- the board wants the whole sentence`. Until a reason stands there the comment suppresses nothing, and the finding stays.",
  bad: changed([TITLE, `    # kpi-disable-next-line specific/long-title\n${TITLE}`]),
  good: changed([
    `${TITLE}    goal: happy-customers\n    metric: nps\n`,
    "    # kpi-disable-next-line specific/long-title -- the words of the contract\n" +
      "    title: Net Promoter Score of 75 by 31 December 2026, asked of everybody who had a paid contract for ninety days or longer, in writing\n" +
      "    goal: happy-customers\n    metric: nps\n",
  ]),
});
