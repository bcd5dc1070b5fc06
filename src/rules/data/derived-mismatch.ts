import { someListed } from "../../text/listed.ts";
import { defineRule, placeOf, refOf } from "../define.ts";
import { changed } from "../examples.ts";
import { datesText } from "../wording.ts";

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

/** Parts that are named before the rest is only counted. */
const MOST_PARTS = 4;

export const rule = defineRule({
  id: "data/derived-mismatch",
  summary: "The parts of a derived metric have rows on different dates.",
  letter: "M",
  level: "warning",
  messages: {
    mismatch:
      "{id} has a value only on dates that all its parts have, and {lacking}; add the missing rows or align the dates.",
  },
  docs: "A derived metric has a row only on the dates that all its parts have. A date that one part lacks is lost for the whole, often without anybody noticing.",
  bad: derived("2026-06-29"),
  good: derived("2026-06-30"),
  metric: (metric, context) => {
    if (metric.missing.length === 0) return;
    const lacking = metric.missing.map((part) => `${part.metric} has none on ${datesText(part.days)}`);
    context.report({
      message: "mismatch",
      data: { id: metric.id, lacking: someListed(lacking, MOST_PARTS, "part") },
      place: placeOf(metric, { path: ["derived"] }),
      entity: refOf(metric),
      related: metric.missing.slice(0, MOST_PARTS).flatMap(({ metric: id }) => {
        const part = context.workspace.metrics.get(id);
        return part === undefined ? [] : [{ place: placeOf(part), message: `${id} is defined here` }];
      }),
    });
  },
});
