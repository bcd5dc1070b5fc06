/** Offsets of texts as positions of the protocol: lines and UTF-16 columns from 0. */

import type { Position, Range } from "vscode-languageserver";
import { LineIndex, type Range as TextRange } from "../text/source.ts";

const BYTE_ORDER_MARK = 0xfeff;

/** Looks up positions in one text. */
export class Lines {
  readonly text: string;
  readonly #index: LineIndex;
  readonly #mark: boolean;

  /** Editors do not show the byte order mark of a file; `fromDisk` says that the text may hold one. */
  constructor(text: string, fromDisk: boolean) {
    this.text = text;
    this.#index = new LineIndex(text);
    this.#mark = fromDisk && text.charCodeAt(0) === BYTE_ORDER_MARK;
  }

  position(offset: number): Position {
    const { line, column } = this.#index.position(offset);
    return shown(line, column, this.#mark);
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** The offset of a position, kept inside its line. */
  offset({ line, character }: Position): number {
    const start = this.#index.offset(line + 1, 1) + (this.#mark && line === 0 ? 1 : 0);
    return start + Math.min(character, this.#index.line(line + 1).length);
  }
}

/** A range of a finding; `mark` where the text on disk begins with a byte order mark. */
export function shownRange({ start, end }: TextRange, mark: boolean): Range {
  return { start: shown(start.line, start.column, mark), end: shown(end.line, end.column, mark) };
}

/** Whether a text from disk begins with a mark that editors do not show. */
export function hasMark(text: string | null): boolean {
  return text?.charCodeAt(0) === BYTE_ORDER_MARK;
}

function shown(line: number, column: number, mark: boolean): Position {
  return { line: line - 1, character: Math.max(0, column - 1 - (mark && line === 1 ? 1 : 0)) };
}
