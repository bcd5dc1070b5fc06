/** What a change says, short enough for people; not made safe for where it goes. */

import { formatExact } from "../../workspace/units.ts";
import { shorten } from "../untrusted.ts";
import type { ChangeView } from "./view.ts";

/** Characters of one side; the whole of it stands in JSON. */
const SIDE_LENGTH = 60;

/**
 * `75 → 72 points`; what does not state its number says what it comes to, as in `-50% → -40% (2 → 2.4 %)`. Empty
 * where the change has no sides.
 */
export function sidesText(change: ChangeView): string {
  const { before, after, resolvedBefore, resolvedAfter } = change;
  if (before === null && after === null) return "";
  const unit = change.unit === null || change.unit === "" ? "" : ` ${shorten(change.unit, SIDE_LENGTH)}`;
  const isStated = states(before, resolvedBefore) && states(after, resolvedAfter);
  if (!isStated && resolvedBefore !== null && resolvedAfter !== null) {
    const numbers = `${formatExact(resolvedBefore)} → ${formatExact(resolvedAfter)}${unit}`;
    return `${side(before)} → ${side(after)} (${numbers})`;
  }
  const measured = (text: string): string => (/\d$/.test(text) ? text + unit : text);
  return after === null ? `${measured(side(before))} → none` : `${side(before)} → ${measured(side(after))}`;
}

/** Whether a text ends with its number: `75`, `at most 96,000`; not `-50%`, nor `+10` for ten more. */
function states(text: string | null, number: number | null): boolean {
  return text !== null && number !== null && text.split(" ").at(-1) === formatExact(number);
}

function side(text: string | null): string {
  return text === null || text === "" ? "none" : shorten(text, SIDE_LENGTH);
}

/** A message of at most `limit` UTF-16 code units, cut in the middle: its end says what to write. */
export function shortMessage(message: string, limit: number): string {
  if (message.length <= limit) return message;
  const end = Math.floor(limit / 2);
  const tail = message.slice(message.length - end).replace(/^[\udc00-\udfff]/, "");
  return shorten(message, limit - end) + tail;
}
