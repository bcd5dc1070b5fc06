import { placeOf } from "../../rules/define.ts";
import { formatDay } from "../../workspace/day.ts";
import { OPEN_END } from "../../workspace/timeframe.ts";
import type { Answer } from "../change.ts";
import { deadlineMoves } from "../deadline-move.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";
import type { KpiPair, KpiSide } from "../pairs.ts";
import type { Reasons } from "../reasons.ts";
import { targetMove } from "../target-move.ts";
import { targetInWords, targetSides } from "../target-words.ts";

export const verdict = defineVerdict({
  id: "diff/kpi-relaunched",
  summary: "A KPI is removed before its end and starts under another id with an easier target or more time.",
  level: "warning",
  asksReason: true,
  eases: true,
  messages: { relaunched: 'KPI "{old}" ({before}) starts again as "{now}" ({after})' },
  docs: "Easing under a new name is still easing. Say why in an entry of the new KPI's `changes` with `field: target` or `field: timeframe`, in `retired` of the old one, or in the top-level `removed` map. A KPI whose window is over may be followed by a new one without a word.",
  example: edited(["  nps-2026:", "  nps-restart:"], ["target: 75", "target: 70"]),
  workspace: ({ head, pairs, reasons, report }) => {
    for (const pair of pairs.relaunched) {
      const { before, after } = pair;
      report({
        message: "relaunched",
        data: { old: before.kpi.id, now: after.kpi.id, before: inWords(before), after: inWords(after) },
        entity: after.kpi,
        ...(targetMove(pair).eased ? targetSides(before, after) : endSides(pair)),
        place: placeOf(after.kpi),
        answer: answerOf(pair, reasons, head.workspace.kpis.get(before.kpi.id)?.definition.retired?.reason ?? ""),
      });
    }
  },
});

function answerOf(pair: KpiPair, reasons: Reasons, retired: string): Answer {
  const { before, after } = pair;
  const first = targetMove(pair).eased ? (["target", "timeframe"] as const) : (["timeframe", "target"] as const);
  const own = reasons.kpi(before.kpi, after.kpi, [...first, "id"]);
  const removal = reasons.removal(before.kpi).text;
  return { text: own.text ?? (retired.trim() === "" ? removal : retired), advice: own.advice };
}

/** The ends, where the target is no easier. */
function endSides(pair: KpiPair) {
  const [end] = deadlineMoves(pair);
  return { field: "timeframe", before: end?.before ?? null, after: end?.after ?? null };
}

function inWords(side: KpiSide): string {
  const { timeframe } = side.kpi;
  const end = timeframe === null || timeframe.end === OPEN_END ? "" : ` by ${formatDay(timeframe.end)}`;
  return targetInWords(side) + end;
}
