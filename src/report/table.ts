/** Plain tables for a terminal: columns as wide as their content, the last one wrapped. */

import { displayWidth } from "../text/display.ts";

export interface TableOptions {
  readonly width: number;
  /** Styles the header line. */
  readonly header: (text: string) => string;
}

const GAP = "  ";
/** A last column narrower than this is not wrapped but runs over. */
const NARROWEST = 24;

/** Cells may hold colour; their width is that of what shows. The text ends without a line end. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], options: TableOptions): string {
  const last = head.length - 1;
  const widths = head.map((name, i) => Math.max(...[name, ...rows.map((row) => row[i] ?? "")].map(widthOf)));
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0);
  const room = Math.max(NARROWEST, options.width - before);
  const line = (cells: readonly string[]): string[] => {
    const start = cells.slice(0, last).map((cell, i) => cell + " ".repeat((widths[i] ?? 0) - widthOf(cell)) + GAP);
    const [first = "", ...rest] = wrapped(cells[last] ?? "", room);
    return [`${start.join("")}${first}`.trimEnd(), ...rest.map((part) => " ".repeat(before) + part)];
  };
  return [options.header(line(head).join("\n")), ...rows.flatMap(line)].join("\n");
}

function widthOf(cell: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  return displayWidth(cell.replace(/\u001B\[[0-9;]*m/g, ""));
}

/** Breaks text at spaces so that no line is wider than `room`, where words allow. */
export function wrapped(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}
