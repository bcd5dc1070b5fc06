/** Completion of keys: what a map may hold and does not hold yet. */

import { CompletionItemKind } from "vscode-languageserver";
import type { JsonSchema, Snippet } from "../definition/json-schema.ts";
import { type Offer, offer } from "./offer.ts";
import { own } from "./prose.ts";
import { alternatives, followed, kindOfValue, schemasAt } from "./schema-at.ts";
import { blockSnippet, flowSnippet, withoutPlaces } from "./snippet.ts";
import type { Place, Spot } from "./spot.ts";

/** `newline` begins a line in the column of the key. */
export function keyOffers(place: Place, spot: Spot, root: JsonSchema, newline: string): readonly Offer[] {
  const maps = schemasAt(root, place.path)
    .flatMap((schema) => alternatives(schema, root))
    .filter(({ type, properties, additionalProperties }) => type === "object" && (properties ?? additionalProperties));
  const fitting = maps.filter((map) => place.names.every((name) => allows(map, name)));
  const keys = (fitting.length > 0 ? fitting : maps).flatMap((map) =>
    Object.entries(map.properties ?? {}).flatMap(([key, value]) =>
      place.names.includes(key) || typeof value === "boolean" ? [] : [{ key, value: followed(value, root) }],
    ),
  );
  const offers = keys.map(({ key, value }) => keyOffer(key, value, spot, root, newline));
  const entries =
    spot.hasColon || spot.quote !== null ? [] : maps.flatMap((map) => entryOffers(map, place, root, spot, newline));
  return [...unique(offers), ...entries];
}

function allows({ properties, patternProperties, additionalProperties }: JsonSchema, key: string): boolean {
  if (properties !== undefined && Object.hasOwn(properties, key)) return true;
  if (Object.keys(patternProperties ?? {}).some((pattern) => new RegExp(pattern).test(key))) return true;
  return typeof additionalProperties === "object";
}

function keyOffer(key: string, value: JsonSchema, spot: Spot, root: JsonSchema, newline: string): Offer {
  const { source, snippet } = spot.hasColon ? { source: key, snippet: null } : written(key, value, spot, root, newline);
  const { title, description, markdownDescription } = value;
  return offer({
    label: key,
    kind: CompletionItemKind.Property,
    source,
    text: key,
    snippet,
    detail: title ?? "",
    isKey: true,
    prose: description === undefined ? null : own(description, markdownDescription ?? description),
  });
}

/** A key with what its value begins with. */
function written(
  key: string,
  value: JsonSchema,
  spot: Spot,
  root: JsonSchema,
  newline: string,
): { source: string; snippet: string | null } {
  const kind = kindOfValue(value, root);
  const [first, ...others] = value.defaultSnippets ?? [];
  const body = first !== undefined && others.length === 0 ? first.body : null;
  if (spot.isFlow) {
    if (kind === "scalar") return { source: `${key}: `, snippet: null };
    const inside = kind === "map" && body !== null ? flowSnippet(body) : kind === "map" ? "{ $1 }" : "[$1]";
    return { source: `${key}: `, snippet: `${key}: ${inside}` };
  }
  if (kind === "scalar") return { source: `${key}: `, snippet: null };
  const inner = `${newline}  `;
  if (kind === "map") {
    return { source: `${key}:`, snippet: `${key}:${inner}${body === null ? "$0" : blockSnippet(body, inner)}` };
  }
  if (body === null) return { source: `${key}: `, snippet: `${key}: [$1]` };
  return { source: `${key}:`, snippet: `${key}:${inner}- ${blockSnippet(body, `${inner}  `)}` };
}

/** Entries of a map of ids or dates, which the schema has a snippet for. */
function entryOffers(map: JsonSchema, place: Place, root: JsonSchema, spot: Spot, newline: string): readonly Offer[] {
  if (map.properties !== undefined) return [];
  const snippets = schemasAt(root, place.path).flatMap(({ defaultSnippets = [] }) => defaultSnippets);
  return snippets.map((snippet) => ({
    ...snippetOffer(snippet, spot.isFlow ? flowEntry(snippet.body) : blockSnippet(snippet.body, newline)),
    isKey: true,
  }));
}

function flowEntry(body: unknown): string {
  return flowSnippet(body).replace(/^\{ | \}$/g, "");
}

/** A snippet of the schema, as text where the editor has no places to fill in. */
export function snippetOffer({ label, description }: Snippet, snippet: string): Offer {
  return offer({
    label,
    kind: CompletionItemKind.Snippet,
    source: withoutPlaces(snippet),
    snippet,
    detail: description,
  });
}

function unique(offers: readonly Offer[]): readonly Offer[] {
  const labels = new Set<string>();
  return offers.filter(({ label }) => !labels.has(label) && labels.add(label));
}
