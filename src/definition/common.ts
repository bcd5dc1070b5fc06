/** Pieces that goals, metrics, KPIs and the config share. Descriptions are Markdown: editors show them on hover. */

import { z } from "zod";
import type { Form, Reference, Snippet } from "./json-schema.ts";
import { DATE, ID, ID_LENGTH, OWNER, SAID } from "./patterns.ts";

/** What an editor shows of a field. The first sentence says what it means; then unit, default and a tip. */
export interface FieldDoc {
  readonly title: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly default?: unknown;
  readonly defaultSnippets?: readonly Snippet[];
  readonly patternErrorMessage?: string;
}

type Strict<S extends z.core.$ZodLooseShape> = z.ZodObject<S, z.core.$strict>;

/** An object with these fields only, and any keys that begin with `x-`. */
export function fields<S extends z.core.$ZodLooseShape>(shape: S): z.ZodType<z.output<Strict<S>>, z.input<Strict<S>>> {
  return z
    .object(shape)
    .catchall(z.unknown())
    .check(({ value, issues }) => {
      const keys = Object.keys(value).filter((key) => !Object.hasOwn(shape, key) && !key.startsWith("x-"));
      if (keys.length > 0) issues.push({ code: "unrecognized_keys", keys, input: value });
    });
}

/** For `allOf`: where `key` is `value` ("then"), or is not ("else"), these keys are required. A check beside it says the same to zod. */
export function requireWhen(key: string, value: string | null, branch: "then" | "else", required: readonly string[]) {
  const type = value === null ? "null" : "string";
  const condition = { type: "object", properties: { [key]: { type, const: value } }, required: [key] };
  return { if: condition, [branch]: { type: "object", required } };
}

/** Text of any length, which may be blank: it then counts as left out. */
export function text(doc: FieldDoc) {
  return z.string().meta({ ...doc });
}

/** Text that something needs, so it may not be blank. */
export function neededText(doc: FieldDoc) {
  return z
    .string()
    .regex(SAID)
    .meta({ ...doc, patternErrorMessage: "Write some text here." });
}

/** Text that is not blank, whose length is counted in characters, not in UTF-16 units, as JSON Schema does. */
function boundedText(min: number, max: number, doc: FieldDoc) {
  return z
    .string()
    .check(({ value, issues }) => {
      const length = [...value].length;
      if (length < min) issues.push({ code: "too_small", origin: "string", minimum: min, input: value });
      if (length > max) issues.push({ code: "too_big", origin: "string", maximum: max, input: value });
    })
    .regex(SAID)
    .meta({ ...doc, minLength: min, maxLength: max, patternErrorMessage: "Write some text here." });
}

/** Text of one form, with the sentence that an editor shows where it is not met. */
export function formed(form: Form | null, pattern: RegExp, doc: FieldDoc & { readonly patternErrorMessage: string }) {
  return z
    .string()
    .regex(pattern)
    .meta(form === null ? { ...doc } : { ...doc, "x-kpi-form": form });
}

/** One of a few words, each with its meaning. */
export function choice<const W extends Readonly<Record<string, string>>>(words: W, doc: FieldDoc) {
  const names = Object.keys(words) as (keyof W & string)[];
  const meanings = Object.values(words);
  return z.enum(names).meta({ ...doc, enumDescriptions: meanings, markdownEnumDescriptions: meanings });
}

/** Several texts. */
export function texts(doc: FieldDoc) {
  return z.array(z.string()).meta({ ...doc });
}

/** The title of a goal, metric or KPI. */
export function titleText(doc: FieldDoc) {
  return boundedText(3, 250, doc);
}

/** A real calendar day. */
export function date(doc: FieldDoc) {
  return formed("date", DATE, {
    ...doc,
    patternErrorMessage: "Write a real day as YYYY-MM-DD, such as 2026-06-30.",
  }).meta({ format: "date" });
}

const ID_MESSAGE = `An id is lower-case letters and digits in words joined by hyphens, such as nps-2026, at most ${ID_LENGTH} characters.`;

/** The id of something that is defined elsewhere. */
export function idOf(kind: Reference, doc: FieldDoc) {
  return z
    .string()
    .regex(ID)
    .max(ID_LENGTH)
    .meta({ ...doc, patternErrorMessage: ID_MESSAGE, "x-kpi-form": "id", "x-kpi-ref": kind });
}

/** A map key that names what stands below it. */
export function idKey(what: string) {
  return z.string().regex(ID).max(ID_LENGTH).meta({ title: what, patternErrorMessage: ID_MESSAGE, "x-kpi-form": "id" });
}

/** The person or team that answers. */
export function owner(description: string) {
  return formed("owner", OWNER, {
    title: "Owner",
    description,
    examples: ["@ana", "@acme/growth", "team:marketing", "ana@example.com"],
    patternErrorMessage: 'An owner is "@handle", "@org/team", team:name or an e-mail address.',
  }).meta({ "x-kpi-ref": "owner" });
}

/** Words to find things by. */
export function tags(what: string) {
  return texts({
    title: "Tags",
    description: `Words to group and filter by, such as \`kpi progress --tag growth\`. They do not change how the ${what} is judged.`,
    examples: [["growth", "board"]],
  });
}

const CADENCES = {
  daily: "A value each day.",
  weekly: "A value each week; weeks start on Monday.",
  biweekly: "A value every 14 days.",
  monthly: "A value each month.",
  quarterly: "A value each quarter.",
  yearly: "A value each year.",
};

/** How often something happens. */
export function cadence(doc: FieldDoc) {
  return choice(CADENCES, doc);
}
