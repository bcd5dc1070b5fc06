/** The fix of data/unsorted: rows change places as they are written, with their comments. */

import { csvRecords } from "../text/csv-records.ts";
import { type Ranked, reorder } from "../text/edits.ts";
import { type Pair, pairsOf } from "../text/yaml-order.ts";
import { nodeAt, nodesOf, type YamlNode } from "../text/yaml-tree.ts";
import { lineStartOf } from "../text/yaml-trivia.ts";
import { parsePeriod } from "../workspace/timeframe.ts";
import type { FixContext, MadeFix } from "./made-fix.ts";

const TITLE = "Sort the rows by date";

/** Sorts a data file or the `values` of a metric; null where a row has no date or could not move alone. */
export function sortRows({ problem, text, trees }: FixContext): MadeFix | null {
  const { place } = problem;
  const rows =
    "path" in place ? inlineRows(text, nodeAt(trees()[place.document], place.path.slice(0, -1))) : fileRows(text);
  const edit = rows === null ? null : reorder(text, rows);
  return edit === null ? null : { title: TITLE, edits: [edit] };
}

function fileRows(text: string): readonly Ranked[] | null {
  const rows: Ranked[] = [];
  for (const { start, end, first } of csvRecords(text)?.slice(1) ?? []) {
    const rank = dayOf(first);
    if (rank === null) return null;
    rows.push({ start, end, rank });
  }
  return rows;
}

function inlineRows(text: string, values: YamlNode | null): readonly Ranked[] | null {
  if (values?.kind !== "map" || hasAnchors(values)) return null;
  const pairs = pairsOf(values);
  const rows: Ranked[] = [];
  for (const [index, pair] of pairs.entries()) {
    const extent = values.style === "block" ? lines(text, pair) : { start: pair.key.start, end: pair.value.end };
    const rank = dayOf(pair.key.value);
    if (extent === null || rank === null) return null;
    const before = pairs[index - 1];
    // A comment between the brackets would stay where another row comes.
    if (values.style !== "block" && before !== undefined && text.slice(before.value.end, pair.key.start).includes("#"))
      return null;
    rows.push({ start: extent.start, end: extent.end, rank });
  }
  return rows;
}

/** An alias has to stay behind its anchor. */
function hasAnchors(values: YamlNode): boolean {
  for (const node of nodesOf(values)) {
    if (node !== values && (node.anchor !== null || node.kind === "alias")) return true;
  }
  return false;
}

/** The lines of a row: from the comments directly above it to the end of its last line and the comments inside it. */
function lines(text: string, { key, value }: Pair): { start: number; end: number } | null {
  const line = lineStartOf(text, key.start);
  const column = key.start - line;
  if (/[^ ]/.test(text.slice(line, key.start)) || [...nodesOf(value)].some((node) => node.keepsBlankLines)) return null;
  let start = line;
  for (let above = start; above > 0; ) {
    above = lineStartOf(text, above - 1);
    const found = commentColumn(text, above);
    if (found === null || found > column) break;
    start = above;
  }
  let end = lineEnd(text, value.end);
  for (let below = text.indexOf("\n", end) + 1; below > 0; below = text.indexOf("\n", below) + 1) {
    const found = commentColumn(text, below);
    if (found === null || found <= column) break;
    end = lineEnd(text, below);
  }
  return { start, end };
}

/** The column of the comment on a line of its own; null where the line holds anything else. */
function commentColumn(text: string, line: number): number | null {
  const content = text.slice(line, lineEnd(text, line));
  return /^[ \t]*#/.test(content) ? content.indexOf("#") : null;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  if (at < 0) return text.length;
  return text.charCodeAt(at - 1) === 13 ? at - 1 : at;
}

function dayOf(text: string): number | null {
  return parsePeriod(text)?.end ?? null;
}
