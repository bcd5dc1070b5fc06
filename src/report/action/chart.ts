/** Small charts that GitHub draws from text. */

import { plain, shorten } from "../untrusted.ts";
import type { ActionKpi } from "./model.ts";

/** A line of fewer values says nothing that a table does not. */
const FEWEST = 4;
/** Values that fit on a phone. */
const MOST = 12;
const UNIT_LENGTH = 20;

/** A Mermaid chart of the last values with the target as a second line; null below four values. */
export function chartOf({ values, line, unit }: ActionKpi): string | null {
  const shown = values.slice(-MOST);
  if (shown.length < FEWEST) return null;
  const lines = [
    "```mermaid",
    "xychart-beta",
    `    x-axis [${shown.map(([date]) => quoted(date)).join(", ")}]`,
    `    y-axis ${quoted(shorten(unit ?? "value", UNIT_LENGTH))}`,
    `    line [${shown.map(([, value]) => numberText(value)).join(", ")}]`,
    ...(line === null ? [] : [`    line [${shown.map(() => numberText(line)).join(", ")}]`]),
    "```",
  ];
  return lines.join("\n");
}

/** A text between quotation marks that can neither end them, nor the code block, nor the line. */
function quoted(text: string): string {
  return `"${plain(text).replace(/[^\p{L}\p{N}\p{Sc} %./:_-]/gu, "") || "value"}"`;
}

/** Mermaid reads no exponents. */
function numberText(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.includes("e") ? value.toFixed(6) : text;
}
