/** Numbers such as `1,200` in a flow map: YAML ends the value at the comma and reads `200` as a key without a value. */

import type { ScalarEvent } from "js-yaml";
import { EVENT_ID, getScalarValue } from "js-yaml";
import type { YamlEvent } from "./yaml-events.ts";

/** A number in pieces, put together again. */
interface SplitNumber {
  /** The key it is the value of. */
  readonly key: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The event behind the last piece. */
  readonly next: number;
}

const GROUPED = /[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?=[\s,}])/y;

/** The number whose second piece is the key at `index`; null where the key is no piece of a number. */
export function splitNumber(text: string, events: readonly YamlEvent[], index: number): SplitNumber | null {
  const [key, value, rest] = [events[index - 2], events[index - 1], events[index]];
  if (!isScalar(key) || !isScalar(value) || !isScalar(rest) || rest.valueStart !== value.valueEnd + 1) return null;
  GROUPED.lastIndex = value.valueStart;
  const source = GROUPED.exec(text)?.[0];
  if (source === undefined) return null;
  const end = value.valueStart + source.length;
  let next = index;
  for (let piece: YamlEvent | undefined = rest; isScalar(piece) && piece.valueStart < end; piece = events[next]) {
    const nothing = events[next + 1];
    if (!isScalar(nothing) || nothing.valueStart >= 0) return null;
    next += 2;
  }
  const written = Number(source.replaceAll(",", ""));
  return { key: getScalarValue(text, key), value: written, start: value.valueStart, end, next };
}

function isScalar(event: YamlEvent | undefined): event is ScalarEvent {
  return event?.type === EVENT_ID.SCALAR;
}
