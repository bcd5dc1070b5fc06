/**
 * Takes the token out of everything that a run says.
 *
 * `::add-mask::` is not used: the command itself prints the token, and the runner hides its own token anyway.
 */

/** Gives a text, or a plain value with texts in it, without the token. */
export type Redact = <Value>(value: Value) => Value;

/** Shorter ones are no secrets, and would tear words apart. */
const SHORTEST = 8;
const HIDDEN = "***";

/** Hides a secret as it is, and as git sends it. */
export function redactor(secret: string): Redact {
  if (secret.length < SHORTEST) return (value) => value;
  const forms = [secret, base64(`x-access-token:${secret}`), base64(secret)];
  const clean = (text: string): string => forms.reduce((found, form) => found.replaceAll(form, HIDDEN), text);
  return (value) => mapTexts(value, clean);
}

/** A copy of plain data with each text in it changed. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
  return mapped(value, change) as Value;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((part) => mapped(part, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapped(part, change)]));
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
