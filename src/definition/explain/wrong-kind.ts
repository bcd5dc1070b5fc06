/** Values of the wrong kind that still tell what was meant: a list for one word, a number for a title. */

import type { Form, JsonSchema } from "../json-schema.ts";
import { DATE, OWNER } from "../patterns.ts";
import type { ShapeChange } from "../shape-problem.ts";
import { branchesOf, kindOf, takes, type ValueKind } from "./spot.ts";
import { dateMeant } from "./traps/date.ts";
import { slug } from "./traps/names.ts";
import { write } from "./traps/trap.ts";

interface Meant {
  readonly messageId: string;
  /** Completes "`title` must be text, not a number: …". */
  readonly advice: string;
  readonly suggestions: readonly ShapeChange[];
}

interface WrongKind {
  readonly messageId: string;
  readonly got: readonly ValueKind[];
  /** The kind that the field takes, or the form it has. */
  readonly wanted: { readonly kind?: ValueKind; readonly form?: Form };
  readonly advice: string;
  /** What to write instead; null where the row does not apply. */
  readonly meant: (value: unknown, schema: JsonSchema) => readonly unknown[] | null;
}

const WRONG_KINDS: readonly WrongKind[] = [
  {
    messageId: "single-in-list",
    got: ["list"],
    wanted: {},
    advice: "write the single value without brackets",
    meant: (value, schema) => {
      const [item, ...rest] = value as readonly unknown[];
      const scalar = ["text", "number", "boolean"].includes(kindOf(item));
      return rest.length === 0 && scalar && takes(schema, kindOf(item)) ? [item] : null;
    },
  },
  {
    messageId: "owner-as-map",
    got: ["map"],
    wanted: { form: "owner" },
    advice: "write a team without a space after the colon",
    meant: (value) => {
      const team = (value as { readonly team?: unknown }).team;
      return typeof team === "string" && slug(team) !== "" ? [`team:${slug(team)}`] : null;
    },
  },
  {
    messageId: "several-owners",
    got: ["list"],
    wanted: { form: "owner" },
    advice: "one person or team answers, others may be stakeholders of the goal",
    meant: (value) => {
      const owners = (value as readonly unknown[]).filter((item) => typeof item === "string" && OWNER.test(item));
      return owners.slice(0, 3);
    },
  },
  {
    messageId: "range-as-list",
    got: ["list"],
    wanted: { form: "target" },
    advice: "a range has named ends",
    meant: (value) => {
      const [min, max, ...rest] = value as readonly unknown[];
      return typeof min === "number" && typeof max === "number" && rest.length === 0 && min <= max
        ? [{ min, max }]
        : null;
    },
  },
  {
    messageId: "days-as-list",
    got: ["list"],
    wanted: { form: "timeframe" },
    advice: "two days have names",
    meant: (value) => {
      const [start, end, ...rest] = value as readonly unknown[];
      const days = typeof start === "string" && typeof end === "string" && DATE.test(start) && DATE.test(end);
      return days && rest.length === 0 ? [{ start, end }] : null;
    },
  },
  {
    messageId: "list-for-map",
    got: ["list"],
    wanted: { kind: "map" },
    advice: "write a key before each entry instead of a dash",
    meant: (_, schema) => (schema.propertyNames === undefined ? null : []),
  },
  {
    messageId: "text-for-list",
    got: ["text", "number"],
    wanted: { kind: "list" },
    advice: "put it in brackets",
    meant: (value, schema) => {
      const items = branchesOf(schema).find((branch) => branch.type === "array")?.items;
      const item = Array.isArray(items) ? items[0] : items;
      if (item === undefined || !takes(item, "text")) return null;
      const words = String(value)
        .slice(0, 400)
        .split(/ *[,;] */)
        .filter((word) => word !== "");
      return words.length === 0 ? [] : [words];
    },
  },
  {
    messageId: "day-as-number",
    got: ["number"],
    wanted: { form: "date" },
    advice: "write it as YYYY-MM-DD",
    meant: (value) => {
      const day = dateMeant(String(value));
      return day === null ? null : [day];
    },
  },
  {
    messageId: "number-for-text",
    got: ["number", "boolean"],
    wanted: { kind: "text" },
    advice: "put it in quotes",
    meant: (value, schema) => {
      const text = String(value);
      const fits = branchesOf(schema).some(
        (branch) => branch.type === "string" && fitsText(branch, text) && (branch.enum?.includes(text) ?? true),
      );
      return fits ? [text] : null;
    },
  },
  {
    messageId: "truth-for-number",
    got: ["boolean"],
    wanted: { kind: "number" },
    advice: "1 stands for true and 0 for false",
    meant: (value, schema) => (schema.anyOf === undefined ? [value === true ? 1 : 0] : null),
  },
];

/** What a value of the wrong kind probably means; null where nothing better than the expected kinds can be said. */
export function meantByKind(schema: JsonSchema, form: Form | undefined, value: unknown): Meant | null {
  const kind = kindOf(value);
  for (const row of WRONG_KINDS) {
    if (!row.got.includes(kind)) continue;
    if (row.wanted.form !== undefined && row.wanted.form !== form) continue;
    if (row.wanted.kind !== undefined && !takes(schema, row.wanted.kind)) continue;
    const meant = row.meant(value, schema);
    if (meant === null) continue;
    return { messageId: row.messageId, advice: row.advice, suggestions: meant.map((written) => write(written)) };
  }
  return null;
}

/** Whether a text has the length and the pattern of a schema. */
export function fitsText(schema: JsonSchema, text: string): boolean {
  const length = lengthOf(text);
  return (
    length >= (schema.minLength ?? 0) &&
    length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (schema.pattern === undefined || patternOf(schema.pattern).test(text))
  );
}

/** Characters of a text, as JSON Schema counts them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

const PATTERNS = new Map<string, RegExp>();

/** A pattern of the schema, compiled once. */
export function patternOf(source: string): RegExp {
  const known = PATTERNS.get(source);
  if (known !== undefined) return known;
  const pattern = new RegExp(source, "u");
  PATTERNS.set(source, pattern);
  return pattern;
}
