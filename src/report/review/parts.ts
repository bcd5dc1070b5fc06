/** Puts text together from parts, and cuts it at whole rows where there is a limit. */

/** Rows with what stands before and after them. */
export interface Part {
  readonly head: string;
  readonly rows: readonly string[];
  readonly tail: string;
  /** Changes that one row stands for: 1, or 0 where they are told in another part as well. */
  readonly counts: 0 | 1;
}

const GAP = "\n\n";
/** UTF-16 code units that the last line may take. */
const LAST_LINE = 120;

/**
 * Parts after each other, each with as many rows as there is room for; a part without a row is left out. `more` says
 * how many changes are left out; 0 where only other rows are.
 */
export function joinedParts(
  start: string,
  parts: readonly Part[],
  limit: number,
  more: (changes: number) => string,
): string {
  const whole = [start, ...parts.map((part) => textOf(part, part.rows))].join(GAP);
  if (whole.length <= limit) return whole;
  let room = limit - start.length - GAP.length - LAST_LINE;
  let left = 0;
  const texts = [start];
  for (const part of parts) {
    const rows = fitting(part, room);
    left += part.counts * (part.rows.length - rows.length);
    if (rows.length === 0) continue;
    const text = textOf(part, rows);
    texts.push(text);
    room -= GAP.length + text.length;
  }
  texts.push(more(left));
  return texts.join(GAP);
}

function textOf({ head, tail }: Part, rows: readonly string[]): string {
  return `${head}${rows.join("\n")}${tail}`;
}

function fitting({ head, rows, tail }: Part, room: number): readonly string[] {
  let left = room - GAP.length - head.length - tail.length;
  const end = rows.findIndex((row) => {
    left -= row.length + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}
