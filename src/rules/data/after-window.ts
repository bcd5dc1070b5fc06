import { awaitingOf } from "../../progress/awaiting.ts";
import { formatDay } from "../../workspace/day.ts";
import { placeOfRow } from "../../workspace/row-place.ts";
import { defineRule, refOf } from "../define.ts";
import { changed, good, on } from "../examples.ts";

export const rule = defineRule({
  id: "data/after-window",
  summary: "A value is dated shortly after a window that still awaits its final value.",
  letter: "M",
  level: "warning",
  fixable: "suggestion",
  messages: {
    after:
      'This value is dated {date}, {days} after the window of KPI "{kpi}" ended, which still awaits its final value; date it {end} if it is the closing figure.',
  },
  docs: "The closing figure of a quarter usually arrives days after the quarter. Dated on the day it arrived, it falls outside the window: the KPI keeps waiting and in the end is judged without it. `kpi record` proposes the closing date. A value that belongs to the next window is right as it is; give the old one its own.",
  bad: on(
    "2026-07-10",
    changed(
      ["by 31 December 2026", "by 30 June 2026"],
      ["    timeframe: 2026\n    baseline", "    timeframe: 2026-H1\n    baseline"],
      [
        "      2026-03-31: 64\n      2026-06-30: 68\n",
        "      2026-01-01: 64\n      2026-04-01: 68\n      2026-07-08: 74\n",
      ],
    ),
  ),
  good,
  metric: (metric, context) => {
    const { series } = metric;
    const newest = series?.days.at(-1);
    if (series === null || newest === undefined || metric.unread > 0) return;
    const { asOf, workspace } = context;
    const told = new Set<number>();
    for (const { kpi, window } of awaitingOf(metric, workspace, asOf)) {
      const row = series.days.findIndex((day) => day > window.end);
      const day = series.days[row];
      if (day === undefined || day > asOf || told.has(row)) continue;
      // A row that stands for a whole period says itself which days it belongs to.
      if ((series.starts?.[row] ?? day) !== day) continue;
      told.add(row);
      const end = formatDay(window.end);
      const after = day - window.end;
      context.report({
        message: "after",
        data: { date: formatDay(day), days: after === 1 ? "one day" : `${after} days`, kpi: kpi.id, end },
        place: placeOfRow(metric, metric.dataFile, series.places[row] ?? 0, "date"),
        entity: refOf(metric),
        suggestions: [{ title: `Date it ${end}.`, replace: end }],
        discriminator: `${formatDay(day)} date`,
      });
    }
  },
});
