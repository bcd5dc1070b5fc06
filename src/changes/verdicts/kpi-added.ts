import { placeOf } from "../../rules/define.ts";
import { good } from "../../rules/examples.ts";
import { twoKpis } from "../../rules/second-kpi.ts";
import { defineVerdict } from "../define.ts";
import { between } from "../examples.ts";
import { kpiSide } from "../kpi-pair.ts";
import { targetInWords, timeframeInWords } from "../target-words.ts";
import { versionsOf } from "../version.ts";

export const verdict = defineVerdict({
  id: "diff/kpi-added",
  summary: "A KPI is new, or active now.",
  level: "info",
  asksReason: false,
  messages: {
    added: "The KPI is new: {target} in {timeframe}",
    activated: "The KPI is no longer a draft: {target} in {timeframe}",
    revived: "The KPI is no longer retired: {target} in {timeframe}",
    idle: "The KPI is new, as a {state}",
  },
  docs: "A promise that was not there before. Nothing has to be said about it that its own fields do not say.",
  example: between(good, twoKpis("lagging", "output")),
  workspace: ({ base, head, asOf, pairs, report }) => {
    const versions = versionsOf(base, head);
    for (const { before, after } of pairs.started) {
      const side = kpiSide(after, "head", versions, asOf);
      report({
        message: before === null ? "added" : before.state === "draft" ? "activated" : "revived",
        data: { target: targetInWords(side), timeframe: timeframeInWords(after.timeframe) },
        entity: after,
        field: before === null ? "id" : "state",
        before: before === null ? null : before.state,
        after: before === null ? after.id : after.state,
        resolvedAfter: side.resolved.target?.value ?? null,
        unit: side.unit,
        place: placeOf(after),
      });
    }
    for (const { before, after } of pairs.idle) {
      if (before !== null || after === null) continue;
      report({
        message: "idle",
        data: { state: after.state === "draft" ? "draft" : "retired one" },
        entity: after,
        field: "id",
        before: null,
        after: after.id,
        place: placeOf(after),
      });
    }
  },
});
