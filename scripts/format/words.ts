/** What may stand in a field, in words: the second half of a table's row. */

import { yamlSource } from "../../src/definition/explain/yaml-source.ts";
import type { JsonSchema, Reference } from "../../src/definition/json-schema.ts";
import { SAID } from "../../src/definition/patterns.ts";
import { code, linkTo, listed } from "./markdown.ts";
import { isList, type Part, partFor } from "./parts.ts";

/** The heading under which the forms of text are told. */
export const TEXT_FORMS = "Forms of text";

/** What forms of text are called in cells. */
export const FORM_NAMES: Readonly<Record<string, string>> = {
  date: "date",
  "month-day": "day of the year",
  owner: "owner",
  link: "link",
  id: "id",
  period: "date or period",
};

/** What a schema allows, for a cell; `parts` are linked. */
export function allowed(schema: JsonSchema, parts: readonly Part[]): string {
  const part = partFor(schema, parts);
  if (part !== null) return linkTo(shortTitle(part), part.title);
  if (schema.const !== undefined) return code(yamlSource(schema.const));
  if (schema.enum !== undefined) return words(schema.enum);
  if (schema.anyOf !== undefined) return anyOf(schema.anyOf, parts);
  switch (schema.type) {
    case "string":
      return text(schema);
    case "number":
    case "integer":
      return number(schema);
    case "null":
      return code("null");
    case "array":
      return list(schema, parts);
    case "object":
      return map(schema, parts);
    default:
      return "anything";
  }
}

/** A form of a union is named without the union, which the field names already. */
function shortTitle({ title, form }: Part): string {
  return form === null ? title : title.slice(form.title.length + 2);
}

/** What each word of a choice means, one a line; empty for everything else. */
export function wordMeanings(schema: JsonSchema): string {
  const { enum: words = [], markdownEnumDescriptions: meanings = [] } = schema.anyOf?.[0] ?? schema;
  return words
    .flatMap((word, index) => (meanings[index] === undefined ? [] : [`${code(yamlSource(word))} ${meanings[index]}`]))
    .join("<br>");
}

function words(choice: readonly unknown[]): string {
  return listed(
    choice.map((word) => code(yamlSource(word))),
    "or",
  );
}

function anyOf(forms: readonly JsonSchema[], parts: readonly Part[]): string {
  const [first, ...rest] = forms;
  if (first === undefined) return "anything";
  const others = rest.map((form) => {
    const repeats = form.items !== undefined && JSON.stringify(form.items) === JSON.stringify(first);
    return repeats ? `a list of ${count(form, "of them")}` : allowed(form, parts);
  });
  return [allowed(first, parts), ...others].join(first.enum === undefined ? " or " : ", or ");
}

function text(schema: JsonSchema): string {
  const form = schema["x-kpi-form"];
  const named = referred(schema);
  if (named !== null) return `id of a ${linkTo(named === "kpi" ? "KPI" : named, named)}`;
  const name = form === undefined ? undefined : FORM_NAMES[form];
  if (name !== undefined) return linkTo(name, TEXT_FORMS);
  const { pattern, patternErrorMessage, minLength: min, maxLength: max } = schema;
  const needed = pattern === SAID.source;
  if (patternErrorMessage !== undefined && !needed) return patternErrorMessage;
  if (min === undefined || max === undefined) return needed ? "text, not blank" : "text";
  return `text, ${min} to ${max} characters`;
}

/** The kind of thing whose id stands here; owners are no ids. */
function referred({ "x-kpi-ref": reference }: JsonSchema): Exclude<Reference, "owner"> | null {
  return reference === undefined || reference === "owner" ? null : reference;
}

function number(schema: JsonSchema): string {
  const { minimum: min, maximum: max, exclusiveMinimum: above } = schema;
  const noun = schema.type === "integer" ? "whole number" : "number";
  if (above !== undefined) return `${noun} above ${above}`;
  if (min === undefined) return noun;
  return max === undefined || max >= Number.MAX_SAFE_INTEGER ? `${noun} from ${min}` : `${noun} from ${min} to ${max}`;
}

function list(schema: JsonSchema, parts: readonly Part[]): string {
  const { items } = schema;
  if (items === undefined) return "list";
  if (!isList(items)) return `list of ${count(schema, several(items, parts))}`;
  const each = items.map((item) => [allowed(item, parts), item.description].filter((piece) => piece !== undefined));
  return `list of ${items.length}: ${listed(each.map(([what = "", why]) => (why === undefined ? what : `${what} (${lower(why)})`)))}`;
}

/** The items of a list, in the plural where there is one. */
function several(item: JsonSchema, parts: readonly Part[]): string {
  const named = referred(item);
  if (named !== null) return `ids of ${linkTo(named === "kpi" ? "KPIs" : `${named}s`, named)}`;
  const part = partFor(item, parts);
  if (part !== null) return linkTo(`${part.title.toLowerCase()}s`, part.title);
  const one = allowed(item, parts);
  return one === "text" ? "texts" : one;
}

function count({ minItems: min, maxItems: max, uniqueItems }: JsonSchema, what: string): string {
  if (max !== undefined) return `${min ?? 0} to ${max} ${what}${uniqueItems === true ? ", each once" : ""}`;
  return min === undefined ? what : `${what}, at least ${min}`;
}

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, "")}`;
}

function map({ propertyNames, additionalProperties }: JsonSchema, parts: readonly Part[]): string {
  const form = propertyNames?.["x-kpi-form"];
  const key = form === undefined ? (propertyNames?.title ?? "name") : linkTo(FORM_NAMES[form] ?? form, TEXT_FORMS);
  return typeof additionalProperties === "object"
    ? `map from ${key} to ${allowed(additionalProperties, parts)}`
    : "map";
}
