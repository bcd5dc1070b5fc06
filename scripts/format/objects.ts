/** The section of an object or a union: where it stands, what it means, and its fields as a table. */

import { yamlSource } from "../../src/definition/explain/yaml-source.ts";
import type { JsonSchema } from "../../src/definition/json-schema.ts";
import { code, heading, listed, table } from "./markdown.ts";
import { isObject, type Part, propertiesOf, shortForms } from "./parts.ts";
import { allowed, wordMeanings } from "./words.ts";

const HEAD = ["field", "required", "what may stand there", "meaning, default, example"];

/** What a section says besides its fields; by the title of the part. */
export type More = Readonly<Record<string, Addition>>;

/** `lead` stands in place of the description; the other pieces stand above the table of fields. */
interface Addition {
  readonly lead?: string;
  readonly pieces: (schema: JsonSchema) => readonly string[];
}

/** The section of one part, with its heading. */
export function section(part: Part, level: number, parts: readonly Part[], more: More = {}): string {
  const addition = more[part.title];
  const pieces = [
    heading(level, part.title),
    addition?.lead ?? lead(part.schema),
    standsAt(part),
    ...(addition?.pieces(part.schema) ?? []),
    ...fieldTables(part.schema, parts),
  ];
  return pieces.filter((piece) => piece !== "").join("\n\n");
}

/** A description without its list of forms, which tables tell. */
function lead(schema: JsonSchema): string {
  const [first = ""] = described(schema).split("\n\n");
  return first;
}

/** The list of forms in a description: what is written, and what it means. */
export function formsIn(
  schema: JsonSchema,
): readonly { readonly written: readonly string[]; readonly means: string }[] {
  return described(schema)
    .split("\n")
    .flatMap((line) => {
      const [, codes = "", means = ""] = /^- ((?:`[^`]+`,? ?)+): (.+)$/.exec(line) ?? [];
      return codes === "" ? [] : [{ written: [...codes.matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one), means }];
    });
}

function described(schema: JsonSchema): string {
  return schema.markdownDescription ?? schema.description ?? "";
}

function standsAt({ places }: Part): string {
  const shown = places.filter((place) => place !== "");
  return shown.length === 0 ? "" : `Stands at ${listed(shown.map(code))}.`;
}

function fieldTables(schema: JsonSchema, parts: readonly Part[]): readonly string[] {
  if (isObject(schema)) return [table(HEAD, rows(schema, parts, required))];
  const short = shortForms(schema);
  if (short.length === 0) return [];
  const isOne = short.length === 1 ? required : () => "one of these";
  const fields = table(
    HEAD,
    short.flatMap((form) => rows(form, parts, isOne)),
  );
  return short.length === 1 ? [`${short[0]?.title}:`, fields] : [fields];
}

function rows(schema: JsonSchema, parts: readonly Part[], isNeeded: typeof required): readonly (readonly string[])[] {
  return propertiesOf(schema).map(([key, field]) => [
    code(key),
    isNeeded(key, schema),
    allowed(field, parts),
    [meaning(field), wordMeanings(field), besides(key, schema), examples(field)]
      .filter((piece) => piece !== "")
      .join("<br>"),
  ]);
}

/** `yes`, or the condition under which a key is required; empty where it is not. */
function required(key: string, schema: JsonSchema): string {
  if (schema.required?.includes(key)) return "yes";
  for (const condition of schema.allOf ?? []) {
    const [name, state] = Object.entries(condition.if?.properties ?? {})[0] ?? [];
    if (name === undefined || typeof state !== "object") continue;
    const written = code(`${name}: ${yamlSource(state.const)}`);
    if (condition.then?.required?.includes(key)) return `with ${written}`;
    if (condition.else?.required?.includes(key)) return `unless ${written}`;
  }
  return "";
}

function meaning(field: JsonSchema): string {
  const text = lead(field);
  if (field.default === undefined || text.includes("Default:")) return text;
  return `${text} Default: ${code(yamlSource(field.default))}.`;
}

/** Which keys may not stand beside a key. */
function besides(key: string, { dependencies = {} }: JsonSchema): string {
  const excluded = (one: string): readonly string[] =>
    Object.entries(dependencies[one]?.properties ?? {}).flatMap(([other, allows]) => (allows === false ? [other] : []));
  const others = [...excluded(key), ...Object.keys(dependencies).filter((one) => excluded(one).includes(key))];
  return others.length === 0 ? "" : `Not beside ${listed(others.map(code), "or")}.`;
}

/** An example that is the default alone says nothing new. */
function examples({ examples: given = [], default: usual }: JsonSchema): string {
  const shown = given.map((example) => code(yamlSource(example)));
  if (given.length === 1 && given[0] === usual) return "";
  return shown.length === 0 ? "" : `${shown.length === 1 ? "Example" : "Examples"}: ${shown.join(", ")}`;
}
