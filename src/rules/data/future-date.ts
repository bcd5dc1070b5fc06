import { formatDay } from "../../workspace/day.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { defineRule, refOf } from "../define.ts";
import { good } from "../examples.ts";

export const rule = defineRule({
  id: "data/future-date",
  summary: "A value is dated after today.",
  letter: "M",
  level: "warning",
  messages: {
    future: "This row is dated {date}, after today ({today}); correct the date, or add the row when the day has come.",
  },
  docs: "A measured value cannot lie in the future: usually the year or the month is mistyped. One day is allowed for time zones, and a period counts by its first day. Where the day of the review is chosen with `--as-of`, later rows are simply not seen.",
  bad: { files: good.files, today: "2026-04-15" },
  good,
  metric: (metric, context) => {
    const series = metric.series;
    if (series === null || context.asOfGiven) return;
    for (let i = series.days.length - 1; i >= 0; i--) {
      const last = series.days[i] ?? 0;
      if (last <= context.asOf + 1) break;
      const first = series.starts?.[i] ?? last;
      if (first <= context.asOf + 1) continue;
      const place = placeOfRow(metric, metric.dataFile, series.places[i] ?? 0, "date");
      context.report({
        message: "future",
        data: { date: formatDay(first), today: formatDay(context.asOf) },
        place,
        entity: refOf(metric),
        discriminator: `${formatDay(last)} date`,
      });
    }
  },
});
