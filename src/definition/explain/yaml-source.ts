/** Values as the YAML source that a suggestion writes: in flow style, so that it fits everywhere. */

/** Text that needs no quotes anywhere, neither in flow nor in block style. */
const PLAIN = /^(?:[+-][0-9]|[A-Za-z0-9_./])(?:[\w.%/+@?&=~-]| (?![#\s])|:(?=[\w/]))*$/;
const NOT_TEXT = /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0[ox][\da-f]+|[-+]?\.(?:inf|nan)|true|false|null)$/i;

/** One line of YAML that reads as `value`. */
export function yamlSource(value: unknown): string {
  if (typeof value === "string") return plainText(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(yamlSource).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, child]) => `${yamlSource(key)}: ${yamlSource(child)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  return String(value);
}

function plainText(text: string): boolean {
  return PLAIN.test(text) && !text.endsWith(" ") && !NOT_TEXT.test(text);
}
