import { placeOf } from "../../rules/define.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/kpi-renamed",
  summary: "A KPI has another id, and the same metric, window and target.",
  level: "info",
  asksReason: false,
  messages: { renamed: 'The KPI "{before}" is called "{after}" now' },
  docs: "A new id alone changes nothing of what was promised, so it is not taken for a removal. All other fields of the two are compared as those of one KPI.",
  example: edited(["  nps-2026:", "  net-promoter-score-2026:"]),
  workspace: ({ pairs, report }) => {
    for (const { before, after } of pairs.renamed) {
      report({
        message: "renamed",
        data: { before: before.kpi.id, after: after.kpi.id },
        entity: after.kpi,
        field: "id",
        before: before.kpi.id,
        after: after.kpi.id,
        place: placeOf(after.kpi),
      });
    }
  },
});
