/** The first line of a data file: which columns it names, or what it should be. */

import type { RowFault } from "./row-faults.ts";
import type { RowColumn } from "./series.ts";
import { parsePeriod } from "./timeframe.ts";
import { quoteText } from "./units.ts";

/** The columns of a data file in their order. */
export interface Columns {
  readonly names: readonly RowColumn[];
  readonly ratio: boolean;
  readonly note: boolean;
}

const HEADERS: readonly Columns[] = [
  { names: ["date", "value"], ratio: false, note: false },
  { names: ["date", "value", "note"], ratio: false, note: true },
  { names: ["date", "numerator", "denominator"], ratio: true, note: false },
  { names: ["date", "numerator", "denominator", "note"], ratio: true, note: true },
];

/** The columns that a header names, in any case and with blanks around; null for every other header. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) => cell.toLowerCase());
  const found = HEADERS.find(
    (header) => header.names.length === names.length && header.names.every((name, index) => name === names[index]),
  );
  return found ?? null;
}

/** Says what to write instead of a first line; empty where the file is. */
export function wrongHeader(line: string): RowFault {
  const separator = /[;\t|,]/.exec(line)?.[0] ?? ",";
  const cells = line.split(separator).map((cell) => cell.replaceAll('"', "").trim().toLowerCase());
  const expected = expectedFor(cells);
  if (line === "") {
    return headerFault("empty", `This data file is empty; write the header ${expected} and below it the rows.`);
  }
  if (parsePeriod(cells[0] ?? "") !== null && separator === ",") {
    const title = `Write ${expected} above the first row`;
    return headerFault("missing", `This data file has no header; write ${expected} as its first line.`, {
      title,
      replace: `${expected}\n${line}`,
    });
  }
  if (separator !== ",") {
    const name = SEPARATORS[separator] ?? "other characters";
    return headerFault(
      "separator",
      `The cells of this data file are separated by ${name}; save it with commas and the header ${expected}.`,
    );
  }
  if (line.startsWith("#")) {
    return headerFault("header", `A data file has no comments; remove this line, and begin with ${expected}.`);
  }
  const message = `${quoteText(line)} does not name the columns of a data file; write ${expected}`;
  if (!isRenaming(cells, expected.split(","))) {
    return headerFault("header", `${message}, and the cells of every row in that order.`);
  }
  return headerFault("header", `${message}.`, { title: `Write ${expected}`, replace: expected });
}

/** Whether other names for the columns are all it takes: there are as many, and none stands in another's place. */
function isRenaming(cells: readonly string[], expected: readonly string[]): boolean {
  const filled = cells.findLastIndex((cell) => cell !== "") + 1;
  const known = (cell: string) => HEADERS.some(({ names }) => names.some((name) => name === cell));
  return (
    filled === expected.length && expected.every((name, index) => name === cells[index] || !known(cells[index] ?? ""))
  );
}

const SEPARATORS: Readonly<Record<string, string>> = { ";": "semicolons", "\t": "tabs", "|": "vertical bars" };

/** The header that fits best: a ratio where one of its columns is named, a note where there is a cell more. */
function expectedFor(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== "");
  const ratio = filled.some((cell) => cell === "numerator" || cell === "denominator");
  const note = filled.length > (ratio ? 3 : 2);
  return `date,${ratio ? "numerator,denominator" : "value"}${note ? ",note" : ""}`;
}

function headerFault(
  messageId: string,
  message: string,
  suggestion?: { readonly title: string; readonly replace: string },
): RowFault {
  return { ruleId: "data/header", messageId, message, column: null, suggestion };
}
