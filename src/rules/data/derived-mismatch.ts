import { formatDay } from "../../workspace/day.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";

const derived = (last: string) =>
  changed([
    "  nps:\n",
    `  promoters:
    title: Customers who answered 9 or 10
    unit: customers
    values:
      2026-03-31: 402
      2026-06-30: 437
  answers:
    title: Customers who answered the survey
    unit: customers
    values:
      2026-03-31: 540
      ${last}: 560
  promoter-share:
    title: Share of promoters among the answers
    unit: "%"
    derived: { ratio: [promoters, answers] }
  nps:
`,
  ]);

/** Dates that are named before the rest is only counted. */
const NAMED = 4;

export const rule = defineRule({
  id: "data/derived-mismatch",
  summary: "The parts of a derived metric have rows on different dates.",
  letter: "M",
  level: "warning",
  messages: {
    mismatch:
      "{id} has no value on {dates}, because {parts} without a row there; add the missing rows or align the dates.",
  },
  docs: "A derived metric has a row only on the dates that all its parts have. A date that one part lacks is lost for the whole, often without anybody noticing.",
  bad: derived("2026-06-29"),
  good: derived("2026-06-30"),
  metric: (metric, context) => {
    if (metric.missing.length === 0) return;
    const days = [...new Set(metric.missing.flatMap((part) => part.days))].sort((a, b) => a - b);
    const named = days.slice(0, NAMED).map(formatDay).join(", ");
    const ids = metric.missing.map((part) => part.metric);
    context.report({
      message: "mismatch",
      data: {
        id: metric.id,
        dates: days.length > NAMED ? `${named} and ${days.length - NAMED} more dates` : named,
        parts: ids.length === 1 ? `${ids[0]} is` : `${ids.join(" and ")} are`,
      },
      place: placeOf(metric, { path: ["derived"] }),
      entity: refOf(metric),
      related: ids.flatMap((id) => {
        const part = context.workspace.metrics.get(id);
        return part === undefined ? [] : [{ place: placeOf(part), message: `${id} is defined here` }];
      }),
    });
  },
});
