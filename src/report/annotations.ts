/** Annotations as the commands that a GitHub runner reads from the output. */

import type { Severity } from "../findings/finding.ts";
import { shorten, workflowCommandData, workflowCommandProperty } from "./untrusted.ts";
import { MESSAGE_LENGTH, number } from "./words.ts";

/** A message at lines of a file; columns where it covers one line. */
export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly columns: { readonly start: number; readonly end: number } | null;
}

/** Annotations of a level that GitHub shows for a step; the last one says how many there are beside. */
export const MOST_ANNOTATIONS = 10;

const commands: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };
const order: readonly Severity[] = ["error", "warning", "info"];

/**
 * One command a line, the most severe level first; `where` says what lists those that are left out. `room` is how many
 * of a level GitHub still shows, the one that counts the others included.
 */
export function annotationLines(
  annotations: readonly Annotation[],
  where: string,
  room: (severity: Severity) => number = () => MOST_ANNOTATIONS,
): readonly string[] {
  const lines: string[] = [];
  for (const severity of order) {
    const most = room(severity) - 1;
    if (most < 0) continue;
    const some = annotations.filter((annotation) => annotation.severity === severity);
    for (const annotation of some.slice(0, most)) lines.push(command(annotation));
    const more = some.length - most;
    if (more > 0) lines.push(remainder(severity, more, where));
  }
  return lines;
}

function command({ severity, title, message, file, startLine, endLine, columns }: Annotation): string {
  const properties = [`file=${workflowCommandProperty(file)}`, `line=${Math.max(1, startLine)}`];
  properties.push(`endLine=${Math.max(1, endLine)}`);
  // The runner refuses columns where a range has several lines.
  if (columns !== null) properties.push(`col=${columns.start}`, `endColumn=${columns.end}`);
  properties.push(`title=${workflowCommandProperty(title)}`);
  return `::${commands[severity]} ${properties.join(",")}::${workflowCommandData(shorten(message, MESSAGE_LENGTH))}`;
}

function remainder(severity: Severity, more: number, where: string): string {
  const noun = `more ${severity}${more === 1 ? "" : "s"}`;
  const text = `${number(more)} ${noun} than GitHub shows here; ${where}.`;
  return `::${commands[severity]} title=kpi check::${workflowCommandData(text)}`;
}
