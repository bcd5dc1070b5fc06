/** The snippets of the published schema as text: bodies are values whose texts hold places to fill in. */

/** A mark in front of a place for a number, which has no quotation marks in any notation. */
const NUMBER_MARK = /^\^/;

/** On one line: `{ min: ${1:99.9} }`. */
export function flowSnippet(body: unknown): string {
  if (Array.isArray(body)) return `[${body.map(flowSnippet).join(", ")}]`;
  if (typeof body !== "object" || body === null) return scalarSnippet(body);
  const pairs = Object.entries(body).map(([key, value]) => `${key}: ${flowSnippet(value)}`);
  // A closing brace would end a place to fill in, but stands behind it here.
  return `{ ${pairs.join(", ")} }`;
}

/** On lines of its own, the first one without indentation; lines are joined by `newline`. */
export function blockSnippet(body: unknown, newline: string): string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return flowSnippet(body);
  return Object.entries(body)
    .map(([key, value]) => `${key}:${entrySnippet(value, `${newline}  `)}`)
    .join(newline);
}

function entrySnippet(value: unknown, newline: string): string {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isMap) return ` ${flowSnippet(value)}`;
  return Object.keys(value).length > 2 ? `${newline}${blockSnippet(value, newline)}` : ` ${flowSnippet(value)}`;
}

function scalarSnippet(value: unknown): string {
  return typeof value === "string" ? value.replace(NUMBER_MARK, "") : String(value);
}

/** A snippet as the text that stands there when nothing is filled in. */
export function withoutPlaces(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|}]*)[^|}]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replace(/\$\{?\d+\}?/g, "");
}
