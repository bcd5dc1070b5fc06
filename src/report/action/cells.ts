/** Names, places and links of a report as Markdown that fits into a cell. */

import type { EntityRef, Severity } from "../../findings/finding.ts";
import { markdown, markdownCode, shorten, webAddress } from "../untrusted.ts";
import { levels } from "../words.ts";

/** Characters of ids, titles and file names; the whole of them stands in JSON. */
const NAME_LENGTH = 80;

/** Cells with a line end between them become one cell; empty ones are left out. */
export function lines(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("<br>");
}

/** A row of a table; its cells are safe already. */
export function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** The head of a table with a column for each name. */
export function tableHead(...names: readonly string[]): string {
  return `${row(...names)}\n|${"---|".repeat(names.length)}\n`;
}

/** An id as code; metrics and goals say what they are. */
export function entityName(entity: EntityRef | null): string {
  if (entity === null) return "config";
  const id = code(entity.id);
  return entity.kind === "kpi" ? id : `${entity.kind} ${id}`;
}

/** A short text as code. */
export function code(text: string): string {
  return markdownCode(shorten(text, NAME_LENGTH));
}

/** A title as far as it fits; empty where there is none. */
export function titleText(title: string | null): string {
  return title === null ? "" : inline(shorten(title, NAME_LENGTH));
}

/** A file and the line in it. */
export function placeText(file: string, line: number): string {
  return markdownCode(`${shorten(file, NAME_LENGTH)}:${line}`);
}

/** `✖ [target eased](…)`: a level, and what a change or a rule is called. */
export function levelAndRule(severity: Severity, name: string, url: string): string {
  return `${levels[severity].symbol} ${link(name, url)}`;
}

/** A link where the address can be one. */
export function link(name: string, url: string): string {
  const address = webAddress(url);
  const text = inline(shorten(name, NAME_LENGTH));
  return address === null ? text : `[${text}](${address})`;
}

/** A sentence of at most `limit` UTF-16 code units in which pieces between backticks are code. */
export function sentence(text: string, limit: number): string {
  const parts = shorten(text, limit).split("`");
  // An odd backtick opens nothing.
  if (parts.length % 2 === 0) return inline(parts.join("`"));
  return parts.map((part, i) => (i % 2 === 1 ? markdownCode(part) : inline(part))).join("");
}

/**
 * Text inside a line, with the spaces at its edges. What begins a list or a heading does so at the start of a line
 * only, so numbers stay as they are here.
 */
export function inline(text: string): string {
  const words = markdown(`${INSIDE}${text}`).slice(INSIDE.length);
  return text.endsWith(" ") && words !== "" ? `${words} ` : words;
}

/** Neither a letter nor a digit, and nothing to Markdown: what follows it does not begin a line. */
const INSIDE = "·";
