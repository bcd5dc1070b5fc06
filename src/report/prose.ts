/** Markdown of documentation for a terminal. */

import { wrapped } from "./table.ts";

/** Wraps paragraphs; tables and lists keep their lines. */
export function prose(text: string, room: number): string {
  return text
    .split("\n\n")
    .map((part) => (/^[|\-*]/m.test(part) ? part : wrapped(part.replaceAll("\n", " "), room).join("\n")))
    .join("\n\n");
}
