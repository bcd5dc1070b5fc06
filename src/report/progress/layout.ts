/** How wide the columns of progress rows are, and whether rows fit at all. */

import { displayWidth } from "../../text/display.ts";
import type { KpiCells } from "./cells.ts";

/** Columns of each part; 0 where a part is left out. */
export interface RowLayout {
  readonly status: number;
  readonly id: number;
  readonly title: number;
  /** Cells of the bar; the column is one wider, for the plan's mark. */
  readonly bar: number;
  readonly percent: number;
  readonly now: number;
  readonly pace: number;
  readonly outlook: number;
  /** Whether the likely range stands beside the outlook. */
  readonly range: boolean;
}

/** One KPI's texts, safe for a terminal. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly cells: KpiCells;
}

/** Column heads; each column is at least as wide. */
export const HEADS = {
  status: "status",
  id: "KPI",
  title: "title",
  bar: "progress | plan",
  shortBar: "progress",
  now: "now → target",
  pace: "pace",
  outlook: "outlook",
} as const;

export const GAP = 2;
/** Cells of the shortest bar. */
export const SHORTEST_BAR = 8;
const LONGEST_BAR = 20;
const NARROWEST_TITLE = 24;
/** The longest row that eyes can follow. */
const WIDEST_ROW = 200;

/** Columns for all KPIs of a report; null where rows do not fit, so that each KPI takes several lines. */
export function layoutOf(lines: readonly Line[], width: number): RowLayout | null {
  const widest = (head: string, text: (line: Line) => string): number =>
    lines.reduce((most, line) => Math.max(most, displayWidth(text(line))), head.length);
  const status = widest(HEADS.status, ({ cells }) => cells.status);
  const id = widest(HEADS.id, (line) => line.id);
  const pace = widest(HEADS.pace, ({ cells }) => cells.pace);
  const percent = widest("", ({ cells }) => cells.percent);
  const outlook = widest(HEADS.outlook, ({ cells }) => cells.outlook);
  // A row that ends with its value may use the columns of pace and outlook for it.
  const ending = widest("", ({ cells }) => (endsWithNow(cells) ? cells.now : ""));
  const followed = widest(HEADS.now, ({ cells }) => (endsWithNow(cells) ? "" : cells.now));
  const now = Math.max(followed, ending - pace - outlook - 2 * GAP);
  const withRange = widest(HEADS.outlook, ({ cells }) => outlookText(cells, true));
  const title = widest(HEADS.title, (line) => line.title);
  const held = widest("", ({ cells }) => cells.held);
  let bar = Math.max(SHORTEST_BAR, held - 1);

  let room = Math.min(width, WIDEST_ROW) - (status + id + bar + 1 + now + pace + outlook + 5 * GAP);
  if (room < 0) return null;
  const take = (columns: number): boolean => {
    if (columns > room) return false;
    room -= columns;
    return true;
  };
  const hasPercent = take(percent + GAP);
  const range = take(withRange - outlook);
  const grown = Math.max(0, Math.min(room, LONGEST_BAR - bar));
  bar += grown;
  room -= grown;
  const titleRoom = Math.min(title, room - GAP);
  return {
    status,
    id,
    title: titleRoom >= Math.min(title, NARROWEST_TITLE) ? titleRoom : 0,
    bar,
    percent: hasPercent ? percent : 0,
    now,
    pace,
    outlook: range ? withRange : outlook,
    range,
  };
}

function endsWithNow({ pace, outlook }: KpiCells): boolean {
  return pace === "" && outlook === "";
}

/** `uncertain, 70.2 to 76 points`. */
export function outlookText(cells: KpiCells, range: boolean): string {
  return range && cells.range !== "" ? `${cells.outlook}, ${cells.range}` : cells.outlook;
}
