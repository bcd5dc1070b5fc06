/** A standing KPI: every period counts anew, the earlier ones are its record. */

import { judge } from "../../src/progress/judge.ts";
import type { Calculated } from "../../src/report/explain/calculated.ts";
import { bare, measured } from "../../src/report/progress/figures.ts";
import { recordText } from "../../src/report/progress/notes.ts";
import { type Held, periodStrip } from "../../src/report/svg/sparkline.ts";
import { n } from "../../src/report/svg/svg.ts";
import { periodsUntil, windowLabel } from "../../src/workspace/timeframe.ts";
import { known } from "./company.ts";
import { monthText } from "./frame.ts";
import { box, LEFT, type Picture, path, placed, statusAt, text } from "./ink.ts";

const CELL = 46;
/** A square of the strip and the room to the next one, as shares of its cell: 9 and 3 of 12. */
const SQUARE = 9 / 12;

/** A KPI with a recurring timeframe and a bound that must hold in every period. */
export function recurringPicture(given: Calculated): Picture {
  const { progress, unit, kpi } = given;
  const record = known(progress.record, "a record");
  const periods = periodsOf(given);
  const current = measured(known(progress.current, "a value").value, unit);
  const words = known(recordText({ kpi, progress }), "a record");
  const missed = windowLabel(known(record.lastMissed, "a miss"));
  const min = measured(known(progress.target?.min, "a lower bound"), unit);
  const title = `Every month anew: available at least ${min}`;
  const x = (i: number): number => LEFT + i * CELL + (CELL * SQUARE) / 2 + CELL / 12;
  const strip = periodStrip(
    periods.map(({ held }) => held),
    words,
  );
  const now = LEFT + periods.length * CELL + 24;
  const [first, last] = [periods.length - record.streak, periods.length - 1];
  return {
    name: "recurring",
    title,
    description: `${title}. Of ${record.periods} earlier months ${record.held} held, ${missed} was missed, and the last ${record.streak} held in a row. The current month, at ${current}, is ${progress.status} and still open.`,
    figures: [words, current, ...periods.filter(({ held }) => held === "missed").map(({ value }) => value)],
    height: 264,
    parts: [
      text(LEFT, 56, "The month that holds the day is scored; earlier months are judged as closed.", "small muted"),
      text(LEFT, 92, "earlier months", "strong"),
      text(now, 92, "this month", "strong"),
      placed(strip, LEFT, 106, periods.length * CELL, (11 / 12) * CELL),
      ...periods.flatMap(({ label, value }, i) => [
        text(x(i), 164, value, "small middle"),
        text(x(i), 181, label, "small muted middle"),
      ]),
      box("box", now, 102, RIGHT_EDGE - now, 86, 6),
      statusAt(progress.status, now + 12, 128),
      text(now + 12, 150, current),
      text(now + 12, 170, `${monthText(given.asOf)}, open`, "small muted"),
      path("bracket", `M${n(x(first) - 16)} 192v6H${n(x(last) + 16)}v-6`),
      text((x(first) + x(last)) / 2, 216, `streak: ${record.streak}`, "strong middle"),
      text(LEFT, 216, "filled: held, crossed: missed", "small muted"),
      text(LEFT, 242, words),
    ],
  };
}

const RIGHT_EDGE = 696;

interface Period {
  readonly held: Held;
  readonly label: string;
  readonly value: string;
}

/** The periods before the scored one, oldest first. */
function periodsOf({ kpi, terms, series, asOf, lines, unit }: Calculated): readonly Period[] {
  return periodsUntil(known(kpi.timeframe, "a timeframe"), asOf)
    .slice(0, -1)
    .map((window) => {
      const { status, current } = judge(terms, series, window, asOf, lines);
      return {
        held: status === "achieved" ? "held" : status === "missed" ? "missed" : "unknown",
        label: monthText(window.start),
        value: bare(known(current, "a value").value, unit),
      };
    });
}
