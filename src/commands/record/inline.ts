/** `kpi record` into the `values` of a metric. */

import { terminal } from "../../report/untrusted.ts";
import { applyEdits, type Edit, lineEndOf } from "../../text/edits.ts";
import { type KeyPath, LineIndex } from "../../text/source.ts";
import { appendEntry } from "../../text/yaml-append.ts";
import { nextLine } from "../../text/yaml-events.ts";
import { type Pair, pairsOf } from "../../text/yaml-order.ts";
import { nodeAt, type YamlNode, yamlTrees } from "../../text/yaml-tree.ts";
import { lineStartOf } from "../../text/yaml-trivia.ts";
import type { Metric } from "../../workspace/model.ts";
import { UsageError } from "../errors.ts";
import { type Composed, duplicate, isSameDate, type NewRow, rankOf } from "./row.ts";
import type { RecordedValue } from "./value.ts";

/**
 * The definition file with a row more, the better way to place it first: in the order of dates, then at the end of the
 * map. `file` is how messages name it. Throws a UsageError where the map has the day already, or is not written there.
 */
export function composeInline(text: string, file: string, metric: Metric, row: NewRow): readonly Composed[] {
  const { document } = metric.origin;
  const path: KeyPath = ["metrics", metric.id, "values"];
  const tree = yamlTrees(text)[document];
  const values = nodeAt(tree, path);
  const pairs = values?.kind === "map" ? pairsOf(values) : [];
  const there = pairs.find(({ key }) => isSameDate(key.value, row));
  if (there !== undefined) {
    const line = new LineIndex(text).position(there.key.start).line;
    throw duplicate(text.slice(there.key.start, there.value.end), file, line, metric.id);
  }
  const entry = `${keyText(text, row.date.text, pairs)}: ${valueText(row)}`;
  // Says that this place can take an entry at all: that it is no alias, and that no alias shows it elsewhere.
  const last = appendEntry(text, tree, path, entry);
  if (values === null || last === null) {
    throw new UsageError(
      `The values of ${terminal(metric.id)} in ${terminal(file)} cannot take a row: they come from an alias or a merge key, or an alias shows them elsewhere too. Write the row by hand, or move the values into a data file.`,
    );
  }
  const sorted = amongEntries(text, values, pairs, row, entry);
  const edits = sorted === null ? [last] : [sorted, last];
  return edits.map((edit) => {
    const after = applyEdits(text, [edit]).text;
    return { text: after, line: lineOf(after, document, path, row) };
  });
}

function lineOf(text: string, document: number, path: KeyPath, row: NewRow): number {
  const values = nodeAt(yamlTrees(text)[document], path);
  const pair = values?.kind === "map" ? pairsOf(values).find(({ key }) => key.value === row.date.text) : undefined;
  return pair === undefined ? 1 : new LineIndex(text).position(pair.key.start).line;
}

/** The date as the other keys are written: in quotation marks where those are. */
function keyText(text: string, date: string, pairs: readonly Pair[]): string {
  const last = pairs.at(-1)?.key;
  return last?.style === "quoted" ? `${text[last.start]}${date}${text[last.start]}` : date;
}

function valueText({ value, note }: NewRow): string {
  if (value.kind === "number" && note === null) return value.number.text;
  const parts = valueParts(value);
  // JSON text is YAML text.
  if (note !== null) parts.push(`note: ${JSON.stringify(note)}`);
  return `{ ${parts.join(", ")} }`;
}

function valueParts(value: RecordedValue): string[] {
  if (value.kind === "gap") return ["value: null"];
  if (value.kind === "number") return [`value: ${value.number.text}`];
  return [`numerator: ${value.numerator.text}`, `denominator: ${value.denominator.text}`];
}

/** Before the first later row; null where the row is the newest, or the rows are not in order. */
function amongEntries(text: string, values: YamlNode, pairs: readonly Pair[], row: NewRow, entry: string): Edit | null {
  const ranks = pairs.map(({ key }) => rankOf(key.value));
  const isRising = ranks.every((rank, index) => rank !== null && (index === 0 || rank > (ranks[index - 1] ?? 0)));
  const index = ranks.findIndex((rank) => rank !== null && rank > row.date.period.end);
  const later = pairs[index];
  if (!isRising || later === undefined) return null;
  const line = lineStartOf(text, later.key.start);
  const indent = text.slice(line, later.key.start);
  const isOwnLine = /^ *$/.test(indent);
  if (values.style === "flow") {
    const gap = isOwnLine ? `,${lineEndOf(text)}${indent}` : ", ";
    return insertion(later.key.start, entry + gap);
  }
  if (!isOwnLine) return null;
  const before = pairs[index - 1];
  // Behind the row before, so that comments above the later one stay with it.
  const place = before === undefined ? line : lineBehind(text, before.value.end);
  return insertion(place, `${indent}${entry}${lineEndOf(text)}`);
}

/** The start of the line behind a node; a node may end with its line. */
function lineBehind(text: string, end: number): number {
  return text[end - 1] === "\n" ? end : nextLine(text, end);
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
