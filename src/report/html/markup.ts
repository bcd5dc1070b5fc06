/** HTML that is put together so that text can never become markup. */

import { html, manyLines } from "../untrusted.ts";

/** Markup that may go into a page as it is. */
export interface Safe {
  readonly markup: string;
}

/** What may stand in a template: texts and numbers are escaped, nothing is left out, lists are joined. */
export type Piece = string | number | Safe | null | undefined | false | readonly Piece[];

/** Templates without the line ends and the indentation of their source. */
const compacted = new WeakMap<TemplateStringsArray, readonly string[]>();

/**
 * A template whose values are escaped, unless they are markup themselves; for elements and quoted attributes.
 * Its own line ends and what indents the next line are left out.
 */
export function h(strings: TemplateStringsArray, ...values: readonly Piece[]): Safe {
  let parts = compacted.get(strings);
  if (parts === undefined) {
    parts = strings.map((part) => part.replace(/\n\s*/g, ""));
    compacted.set(strings, parts);
  }
  let markup = parts[0] ?? "";
  for (let i = 0; i < values.length; i++) markup += text(values[i]) + (parts[i + 1] ?? "");
  return { markup };
}

/** Markup that was made elsewhere, such as a chart. */
export function raw(markup: string): Safe {
  return { markup };
}

/** Nothing. */
export const EMPTY: Safe = { markup: "" };

/**
 * Data for a script: JSON in which nothing can end the element or begin a comment, and no text has hidden characters.
 * `number` writes numbers shorter.
 */
export function jsonScript(value: unknown, number: (value: number) => number = (given) => given): Safe {
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string") return HARMLESS.test(part) ? part : manyLines(part);
    return typeof part === "number" ? number(part) : part;
  })
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e")
    .replaceAll("&", "\\u0026");
  return { markup: `<script type="application/json">${json}</script>` };
}

/** Printable ASCII without a meaning in HTML: most texts, which need not be looked at twice. */
const HARMLESS = /^[\x20\x21\x23-\x25\x28-\x3b\x3d\x3f-\x7e]*$/;

function text(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (typeof piece === "string") return HARMLESS.test(piece) ? piece : html(piece);
  if (typeof piece === "number") return String(piece);
  if (isSafe(piece)) return piece.markup;
  let all = "";
  for (const one of piece) all += text(one);
  return all;
}

function isSafe(piece: Safe | readonly Piece[]): piece is Safe {
  return "markup" in piece;
}
