/** Values of the wrong kind that still tell what was meant: a list for one word, a number for a title. */

import type { Form, JsonSchema } from "../json-schema.ts";
import { DATE, OWNER } from "../patterns.ts";
import type { ShapeChange } from "../shape-problem.ts";
import { branchesOf, kindOf, takes, type ValueKind } from "./spot.ts";
import { dateMeant } from "./traps/date.ts";
import { slug } from "./traps/names.ts";
import { write } from "./traps/trap.ts";
import { yamlSource } from "./yaml-source.ts";

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
  readonly meant: (value: unknown, schema: JsonSchema, source: () => string | null) => readonly unknown[] | null;
}

/** Longest source, in characters, that a suggestion writes anew. */
const LONGEST_SOURCE = 120;

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
    wanted: { kind: "map" },
    advice: "a range has named ends",
    meant: (value, schema) => {
      const [min, max, ...rest] = value as readonly unknown[];
      const pair = typeof min === "number" && typeof max === "number" && rest.length === 0 && min <= max;
      return pair && hasFields(schema, "min", "max") ? [{ min, max }] : null;
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
    messageId: "review-as-text",
    got: ["text"],
    wanted: { kind: "map" },
    advice: "name how often",
    meant: (value, schema) => {
      const every = branchesOf(schema)[0]?.properties?.every;
      const fits = typeof every === "object" && every.enum?.includes(value) === true;
      return fits ? [{ every: value }] : null;
    },
  },
  {
    messageId: "source-as-text",
    got: ["text"],
    wanted: { kind: "map" },
    advice: "name the system, and how the values get here",
    meant: (value, schema) => {
      const short = typeof value === "string" && value.length <= LONGEST_SOURCE && hasFields(schema, "system", "how");
      return short ? ["automatic", "manual"].map((how) => ({ system: value, how })) : null;
    },
  },
  {
    messageId: "single-for-list",
    got: ["map"],
    wanted: { kind: "list" },
    advice: "put it in brackets, or a dash before it",
    meant: (value, schema) => {
      const items = branchesOf(schema).find((branch) => branch.type === "array")?.items;
      if (items === undefined || Array.isArray(items) || !takes(items as JsonSchema, "map")) return null;
      return isShort(value as Readonly<Record<string, unknown>>) ? [[value]] : [];
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
      return words.length > 0 && words.every((word) => fitsWord(item, word)) ? [words] : null;
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
    messageId: "false-for-off",
    got: ["boolean"],
    wanted: { kind: "text" },
    advice: "write off",
    meant: (value, schema) => {
      return value === false && branchesOf(schema).some((branch) => branch.enum?.includes("off")) ? ["off"] : null;
    },
  },
  {
    messageId: "number-for-text",
    got: ["number", "boolean"],
    wanted: { kind: "text" },
    advice: "put it in quotes",
    meant: (value, schema, source) => {
      const text = source() ?? String(value);
      const fits = branchesOf(schema).some((branch) => branch.type === "string" && fitsWord(branch, text));
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

/** What a value of the wrong kind probably means, `source` being its text in the file; null where nothing better than the expected kinds can be said. */
export function meantByKind(
  schema: JsonSchema,
  form: Form | undefined,
  value: unknown,
  source: () => string | null,
): Meant | null {
  const kind = kindOf(value);
  for (const row of WRONG_KINDS) {
    if (!row.got.includes(kind)) continue;
    if (row.wanted.form !== undefined && row.wanted.form !== form) continue;
    if (row.wanted.kind !== undefined && !takes(schema, row.wanted.kind)) continue;
    const meant = row.meant(value, schema, source);
    if (meant === null) continue;
    return { messageId: row.messageId, advice: row.advice, suggestions: meant.map((written) => write(written)) };
  }
  return null;
}

/** A map of a few scalars, which a suggestion can write on one line. */
function isShort(value: Readonly<Record<string, unknown>>): boolean {
  const scalars = Object.values(value).every((child) => typeof child !== "object" || child === null);
  return scalars && Object.keys(value).length <= 6 && yamlSource(value).length <= LONGEST_SOURCE;
}

function hasFields(schema: JsonSchema, ...keys: readonly string[]): boolean {
  return branchesOf(schema).some((branch) => keys.every((key) => branch.properties?.[key] !== undefined));
}

function fitsWord(schema: JsonSchema, text: string): boolean {
  return fitsText(schema, text) && (schema.enum?.includes(text) ?? true);
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
function patternOf(source: string): RegExp {
  const known = PATTERNS.get(source);
  if (known !== undefined) return known;
  const pattern = new RegExp(source, "u");
  PATTERNS.set(source, pattern);
  return pattern;
}
