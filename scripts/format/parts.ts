/** Which parts of a schema get a section of their own: every object, and every union of three forms or more. */

import type { JsonSchema } from "../../src/definition/json-schema.ts";

/** An object, or a union of forms, with everything a section needs. */
export interface Part {
  readonly title: string;
  readonly schema: JsonSchema;
  /** Where it may stand, such as `kpis.<kpi-id>.review`; empty for the whole file. */
  readonly places: string[];
  /** The union that it is a form of. */
  readonly form: Part | null;
}

/** From this number of forms on a union has a section; smaller ones are told in their cell. */
const FORMS = 3;

/** The parts of a schema in the order of its keys; what stands in two places is one part. */
export function partsOf(schema: JsonSchema, title: string): readonly Part[] {
  const collector = new Collector();
  collector.visit(schema, "", null, title);
  return collector.parts;
}

/** The part that a schema is told in; null where a cell tells it. */
export function partFor(schema: JsonSchema, parts: readonly Part[]): Part | null {
  const key = keyOf(schema);
  return parts.find((part) => keyOf(part.schema) === key) ?? null;
}

/** Whether a schema describes an object with known keys. */
export function isObject(schema: JsonSchema): boolean {
  return schema.properties !== undefined;
}

/** The keys of an object with their schemas. */
export function propertiesOf(schema: JsonSchema): readonly (readonly [key: string, schema: JsonSchema])[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    typeof child === "object" ? [[key, child] as const] : [],
  );
}

/** The forms of a union that one table tells together, because each is a single key. */
export function shortForms(union: JsonSchema): readonly JsonSchema[] {
  return (union.anyOf ?? []).filter((form) => propertiesOf(form).length === 1);
}

function hasSection({ anyOf = [] }: JsonSchema): boolean {
  return anyOf.length >= FORMS;
}

class Collector {
  readonly parts: Part[] = [];

  visit(schema: JsonSchema, place: string, form: Part | null, title = schema.title ?? place): void {
    const isUnion = hasSection(schema);
    const isTold = form !== null && hasSection(form.schema) && propertiesOf(schema).length === 1;
    const isPart = isUnion || (isObject(schema) && !isTold);
    const part = isPart ? this.#add(schema, place, form, title) : null;
    for (const [key, child] of propertiesOf(schema)) this.visit(child, place === "" ? key : `${place}.${key}`, null);
    if (typeof schema.additionalProperties === "object") {
      this.visit(schema.additionalProperties, `${place}.<${schema.propertyNames?.title ?? "name"}>`, null);
    }
    for (const item of itemsOf(schema)) this.visit(item, `${place}[]`, null);
    const union = part ?? { title, schema, places: [], form: null };
    for (const one of schema.anyOf ?? []) this.visit(one, place, union);
  }

  #add(schema: JsonSchema, place: string, form: Part | null, title: string): Part {
    const known = partFor(schema, this.parts);
    if (known !== null) {
      if (!known.places.includes(place)) known.places.push(place);
      return known;
    }
    const part = { title: form === null ? title : titleIn(form, title), schema, places: [place], form };
    this.parts.push(part);
    return part;
  }
}

function titleIn(union: Part, title: string): string {
  return `${union.title}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function itemsOf({ items }: JsonSchema): readonly JsonSchema[] {
  if (items === undefined) return [];
  return isList(items) ? items : [items];
}

/** Whether items describe a tuple. */
export function isList(items: NonNullable<JsonSchema["items"]>): items is readonly JsonSchema[] {
  return Array.isArray(items);
}

/** What makes two schemas one part: their shape, whatever they are called where they stand. */
function keyOf(schema: JsonSchema): string {
  return JSON.stringify(schema.anyOf ?? [schema.title, schema.properties]);
}
