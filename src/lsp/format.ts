/** Formatting: what `kpi fmt` writes, as one edit of what differs. */

import type { TextEdit } from "vscode-languageserver";
import { canonOf } from "../definition/canonical.ts";
import { kpiSchema } from "../definition/published.ts";
import { formatYaml } from "../text/yaml-format.ts";
import type { Context } from "./session.ts";

/** Empty where the document is canonical; null where it cannot be formatted, because it cannot be read. */
export function formatted({ kind, document, lines }: Context): TextEdit[] | null {
  if (kind !== "definition") return null;
  const { text } = document;
  const result = formatYaml(text, canonOf(kpiSchema()));
  if (!result.ok) return null;
  if (result.text === text) return [];
  const start = commonStart(text, result.text);
  const length = commonEnd(text, result.text, start);
  const range = lines.range(start, text.length - length);
  return [{ range, newText: result.text.slice(start, result.text.length - length) }];
}

/** The offset of the first line that differs: no line end or character of two units is ever cut. */
function commonStart(a: string, b: string): number {
  let at = 0;
  let line = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) {
    if (a.charCodeAt(at) === 10) line = at + 1;
    at++;
  }
  return line;
}

/** How many characters of whole lines are the same at both ends. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  let lines = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) {
    if (a.charCodeAt(a.length - 1 - length) === 10) lines = length;
    length++;
  }
  return lines;
}
