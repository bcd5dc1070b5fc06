import { isBoolean } from "../../workspace/units.ts";
import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";
import { ACTIVITY_OPTIONS, activityWithoutNumber } from "../words/outcomes.ts";
import { LIST_DOCS, type WordOptions } from "../words/phrases.ts";
import { reportWords } from "../words/report.ts";
import { judgedTitle } from "../words/titles.ts";

export const rule = defineRule<WordOptions>({
  id: "specific/activity-not-result",
  summary: "A KPI's title names work to do, not what comes of it.",
  letter: "S",
  level: "warning",
  text: true,
  messages: {
    activity:
      '"{words}" says what is done, not what it changes; write the result with its number, or use a metric with unit boolean and the target true.',
  },
  docs: `“Launch the new booking page” can be done in time and change nothing. A KPI names the result: “Reach 500 online bookings a week by 30 June 2026”. The work belongs in the goal's \`activities\`. Where being done is the result, the metric has \`unit: boolean\` and the KPI \`target: true\`; then nothing is reported. ${LIST_DOCS}`,
  bad: changed([
    "title: Net Promoter Score of 75 by 31 December 2026",
    "title: Launch the survey among promoters by 31 December 2026",
  ]),
  good,
  options: ACTIVITY_OPTIONS,
  kpi: (kpi, context) => {
    if (kpi.target?.kind === "done") return;
    const metric = context.workspace.metrics.get(kpi.definition.metric ?? "");
    if (isBoolean(metric?.definition.unit)) return;
    const title = judgedTitle(kpi, context.workspace);
    const activity = title === null ? null : activityWithoutNumber(title, context.options);
    if (activity !== null) reportWords(context, kpi, "activity", activity);
  },
});
