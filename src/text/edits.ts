/** Text edits: applied in order, never overlapping. */

const BYTE_ORDER_MARK = 0xfeff;

/** Replaces the characters from `start` up to `end`, in UTF-16 units; an insertion where both are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text with some edits applied; those that touch an earlier one of the list, or lie outside the text, are skipped. */
export interface AppliedEdits<E extends Edit> {
  readonly text: string;
  readonly applied: readonly E[];
  readonly skipped: readonly E[];
}

/** Applies edits whose offsets all count in `text`. Of two that touch the same characters, the first in the list wins. */
export function applyEdits<E extends Edit>(text: string, edits: readonly E[]): AppliedEdits<E> {
  const plan = new EditPlan(text);
  const applied: E[] = [];
  const skipped: E[] = [];
  for (const edit of edits) (plan.add([edit]) ? applied : skipped).push(edit);
  return { text: plan.apply(), applied, skipped };
}

/** Collects edits of one text as long as they do not touch each other. */
export class EditPlan {
  readonly #text: string;
  /** By their offsets, none touching the next. */
  readonly #edits: Edit[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes all of these edits, or none and says false where one of them touches another or lies outside the text. */
  add(edits: readonly Edit[]): boolean {
    for (const [index, edit] of edits.entries()) {
      const at = this.#slotFor(edit);
      if (at === null) {
        this.remove(edits.slice(0, index));
        return false;
      }
      this.#edits.splice(at, 0, edit);
    }
    return true;
  }

  /** Gives up edits that were taken. */
  remove(edits: readonly Edit[]): void {
    for (const edit of edits) {
      const at = this.#edits.indexOf(edit);
      if (at >= 0) this.#edits.splice(at, 1);
    }
  }

  /** The text with all edits that were taken. */
  apply(): string {
    const pieces: string[] = [];
    let from = 0;
    for (const edit of this.#edits) {
      // What is written at the very start belongs behind the byte order mark.
      const start = edit.start === 0 && this.#text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : edit.start;
      pieces.push(this.#text.slice(from, start), edit.text);
      from = Math.max(start, edit.end);
    }
    pieces.push(this.#text.slice(from));
    return pieces.join("");
  }

  /** Where the edit belongs in the list; null where it cannot be taken. */
  #slotFor(edit: Edit): number | null {
    if (edit.start < 0 || edit.start > edit.end || edit.end > this.#text.length) return null;
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < edit.start) low = middle + 1;
      else high = middle;
    }
    const before = this.#edits[low - 1];
    const after = this.#edits[low];
    if (before !== undefined && touches(before, edit)) return null;
    if (after !== undefined && touches(edit, after)) return null;
    return low;
  }
}

/** Whether two edits, the first of them starting no later, change the same characters or insert at the same place. */
function touches(first: Edit, second: Edit): boolean {
  if (second.start !== first.end) return second.start < first.end;
  return first.start === first.end || second.start === second.end;
}

/** A piece of a text and its place in an order. */
export interface Ranked {
  readonly start: number;
  readonly end: number;
  readonly rank: number;
}

/**
 * The edit that lets pieces of a text change places until their ranks rise; equal ranks keep their order, and what
 * stands between the pieces stays where it is. Null where they are in order. The pieces are given in the order of the
 * text.
 */
export function reorder(text: string, pieces: readonly Ranked[]): Edit | null {
  const sorted = [...pieces].sort((a, b) => a.rank - b.rank);
  const first = sorted.findIndex((piece, index) => piece !== pieces[index]);
  if (first < 0) return null;
  const last = sorted.findLastIndex((piece, index) => piece !== pieces[index]);
  const written: string[] = [];
  for (let index = first; index <= last; index++) {
    const { start = 0, end = 0 } = sorted[index] ?? {};
    written.push(text.slice(start, end));
    if (index < last) written.push(text.slice(pieces[index]?.end, pieces[index + 1]?.start));
  }
  return { start: pieces[first]?.start ?? 0, end: pieces[last]?.end ?? 0, text: written.join("") };
}

/** How the lines of a text end, told by its first; a line feed where it has one line only. */
export function lineEndOf(text: string): "\n" | "\r\n" {
  const at = text.indexOf("\n");
  return at > 0 && text.charCodeAt(at - 1) === 13 ? "\r\n" : "\n";
}

/** What is to be put into a text, with the line ends of that text; what only moves inside it keeps its own. */
export function withLineEndsOf(text: string, inserted: string): string {
  return inserted.includes("\n") ? inserted.replace(/\r?\n/g, lineEndOf(text)) : inserted;
}
