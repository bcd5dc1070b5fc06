import { STATUSES } from "../../progress/status.ts";
import { placeOf } from "../../rules/define.ts";
import { formatPercentOfWhole } from "../../workspace/units.ts";
import type { Answer, Change } from "../change.ts";
import { defineVerdict } from "../define.ts";
import { edited } from "../examples.ts";

export const verdict = defineVerdict({
  id: "diff/status-by-definition",
  summary: "A status gets better because the definition was edited, not because of new values.",
  level: "warning",
  asksReason: true,
  messages: {
    better: "The status gets better by the edit alone: {before} → {after} on the same data",
    attained:
      "The status gets better by the edit alone: {before} → {after} on the same data (attainment {from} → {to})",
  },
  docs: "Every changed KPI is judged four times: with the old and the new definition, on the old and the new data. Where the new definition on the old data already looks better, the edit did it. It asks for no other reason than the edits that caused it: each of those that ask for words has them.",
  example: edited(["target: 75", "target: 70"]),
  derived: ({ changes, effects, kpi, report }) => {
    for (const { id, attribution } of effects) {
      const { before, definitionOnly } = attribution;
      const now = kpi(id);
      if (now === null || before.status === "invalid" || !isBetter(definitionOnly.status, before.status)) continue;
      const [from, to] = [before.attainment, definitionOnly.attainment];
      report({
        message: from === null || to === null || from === to ? "better" : "attained",
        data: {
          before: before.status,
          after: definitionOnly.status,
          from: from === null ? "" : formatPercentOfWhole(from),
          to: to === null ? "" : formatPercentOfWhole(to),
        },
        entity: now,
        field: "status",
        before: before.status,
        after: definitionOnly.status,
        place: placeOf(now),
        ...answerOf(changes.filter((change) => change.asksReason && change.kpis.includes(id))),
      });
    }
  },
});

function isBetter(status: (typeof STATUSES)[number], than: (typeof STATUSES)[number]): boolean {
  return STATUSES.indexOf(status) < STATUSES.indexOf(than);
}

/** Nothing is asked where no edit among the causes asks for words. */
function answerOf(causes: readonly Change[]): { answer?: Answer } {
  if (causes.length === 0) return {};
  const isExplained = causes.every(({ reason }) => reason !== null);
  const text = isExplained ? [...new Set(causes.flatMap(({ reason }) => reason ?? []))].join("; ") : null;
  return { answer: { text, advice: "the edit that caused it has no reason yet" } };
}
