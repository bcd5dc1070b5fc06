import { defineRule } from "../define.ts";
import { changed, good } from "../examples.ts";
import { reportUnknown, UNKNOWN_MESSAGES } from "../links.ts";

export const rule = defineRule({
  id: "ref/unknown-kpi",
  summary: "`leads` or `contributes_to` names a KPI that does not exist.",
  letter: null,
  level: "error",
  fixable: "suggestion",
  messages: UNKNOWN_MESSAGES,
  docs: "`leads` says which KPI a leading one predicts, `contributes_to` which KPI it adds up to. Early warnings and the cascade follow these links.",
  bad: changed(["    type: lagging\n", "    type: lagging\n    contributes_to: nps-2027\n"]),
  good,
  kpi: (kpi, context) => {
    const { leads, contributes_to } = kpi.definition;
    if (leads !== undefined) reportUnknown(context, kpi, "kpi", leads, ["leads"]);
    if (contributes_to !== undefined) reportUnknown(context, kpi, "kpi", contributes_to, ["contributes_to"]);
  },
});
