/** How statuses are shown: a shape, a word and a colour, so that none of them is needed alone. */

import { STATUSES, type Status } from "../../progress/status.ts";
import type { Paints, Style } from "../colour.ts";
import { number } from "../words.ts";

interface StatusLook {
  readonly symbol: string;
  /** For terminals that show nothing but ASCII. */
  readonly ascii: string;
}

/** The shape of every status; its word is the status itself, as `--status` takes it. */
const statusLooks: Readonly<Record<Status, StatusLook>> = {
  achieved: { symbol: "★", ascii: "*" },
  "on-track": { symbol: "✓", ascii: "+" },
  "not-started": { symbol: "○", ascii: "-" },
  "no-data": { symbol: "?", ascii: "?" },
  "awaiting-data": { symbol: "◔", ascii: "~" },
  "at-risk": { symbol: "▲", ascii: "!" },
  "off-track": { symbol: "▼", ascii: "v" },
  missed: { symbol: "✖", ascii: "x" },
  invalid: { symbol: "⊘", ascii: "#" },
};

/** From worst to best: the order in which counts are read. */
const WORST_FIRST: readonly Status[] = [...STATUSES].reverse();

/** `▲ at-risk`. */
export function statusText(status: Status, ascii = false): string {
  const look = statusLooks[status];
  return `${ascii ? look.ascii : look.symbol} ${status}`;
}

/** The colour of a status; one that is stale never looks fine. */
export function statusStyle(status: Status, paints: Paints, stale = false): Style {
  switch (status) {
    case "achieved":
    case "on-track":
      return stale ? paints.yellow : paints.green;
    case "at-risk":
      return paints.yellow;
    case "off-track":
    case "missed":
    case "invalid":
      return paints.red;
    default:
      return paints.blue;
  }
}

/** `1 missed`, `2 off-track`, `9 on-track`: the worst first and without what is zero. */
export function counted(counts: Readonly<Record<Status, number>>): readonly string[] {
  return WORST_FIRST.filter((status) => counts[status] > 0).map((status) => `${number(counts[status])} ${status}`);
}
