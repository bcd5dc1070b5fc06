/** SMART cards for a terminal. */

import type { Mark, SmartCard } from "../engine/result.ts";
import { displayWidth } from "../text/display.ts";
import { paint } from "./colour.ts";
import type { ReportContext } from "./context.ts";
import { shorten, terminal } from "./untrusted.ts";
import { marks } from "./words.ts";

/** Columns that the five marks take, with the gap before them. */
const MARKS_WIDTH = 25;
const NARROWEST_ID = 12;

/** One line for each KPI: its id and five marks, each a letter and a shape. */
export function smartCards(cards: readonly SmartCard[], context: ReportContext): string {
  const paints = paint(context.colour);
  const styles = { pass: paints.green, warn: paints.yellow, fail: paints.red };
  const room = Math.max(NARROWEST_ID, context.width - MARKS_WIDTH);
  const ids = cards.map((card) => terminal(card.kpi)).map((id) => (displayWidth(id) > room ? shorten(id, room) : id));
  const widest = ids.reduce((most, id) => Math.max(most, displayWidth(id)), 0);
  const mark = (letter: string, value: Mark): string => styles[value](`${letter} ${marks[value].symbol}`);

  const rows = cards.map((card, index) => {
    const id = ids[index] ?? "";
    const shown = [
      mark("S", card.specific),
      mark("M", card.measurable),
      mark("A", card.achievable),
      mark("R", card.relevant),
      mark("T", card.timeBound),
    ];
    return `${id}${" ".repeat(widest - displayWidth(id))}  ${shown.join("  ")}`;
  });
  const legend = (["pass", "warn", "fail"] as const).map((value) => `${marks[value].symbol} ${marks[value].word}`);
  return [paints.bold("SMART"), ...rows, paints.dim(legend.join("  "))].join("\n");
}
