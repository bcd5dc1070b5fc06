/** Completion of values: words of the format, ids, owners, timeframes, units and what else is in use. */

import { CompletionItemKind } from "vscode-languageserver";
import { yamlSource } from "../definition/explain/yaml-source.ts";
import type { JsonSchema } from "../definition/json-schema.ts";
import type { KeyPath } from "../text/source.ts";
import { snippetOffer } from "./key-offers.ts";
import { type Offer, offer } from "./offer.ts";
import { code, joined, own, words } from "./prose.ts";
import { alternatives, schemasAt } from "./schema-at.ts";
import { blockSnippet, flowSnippet } from "./snippet.ts";
import type { Place, Spot } from "./spot.ts";
import type { Used } from "./used.ts";

/** What values are offered from. */
export interface ValueContext {
  readonly root: JsonSchema;
  /** What the workspace holds; null before it is read, and for the config. */
  readonly used: Used | null;
  /** In the config, examples are what people write. */
  readonly showsExamples: boolean;
  readonly spot: Spot;
  /** Begins a line in the column of where the value is written. */
  readonly newline: string;
  /** Names of files that a path could go on with. */
  readonly filesAt: (typed: string) => readonly string[];
  readonly typed: string;
}

/** On a line of its own a value can be a list of items with dashes; elsewhere lists stand in brackets. */
export function valueOffers(place: Place, context: ValueContext): readonly Offer[] {
  const { root, spot } = context;
  const stated = schemasAt(root, place.path);
  const isBelow = spot.key !== null && !spot.needsDash;
  const offers: Offer[] = [];
  for (const schema of stated) {
    const lists = alternatives(schema, root).filter(({ type }) => type === "array");
    const others = alternatives(schema, root).filter(({ type }) => type !== "array");
    if (others.length > 0) offers.push(...scalarOffers(schema, others, place, context));
    const isItemOfList = typeof place.path.at(-1) === "number";
    for (const list of lists)
      offers.push(...listOffers(list, place, context, isBelow || (spot.needsDash && !isItemOfList)));
  }
  const known = new Set<string>();
  return offers.filter(({ label }) => !place.names.includes(label) && !known.has(label) && known.add(label));
}

/** Items of a list that has none yet. */
function listOffers({ items }: JsonSchema, place: Place, context: ValueContext, asLines: boolean): readonly Offer[] {
  if (items === undefined) return [];
  const first = Array.isArray(items) ? items[0] : (items as JsonSchema);
  if (first === undefined) return [];
  const path = [...place.path, 0];
  const inner = scalarOffers(first, alternatives(first, context.root), { path, names: [] }, context);
  if (asLines) {
    const snippets = schemasAt(context.root, place.path).flatMap(({ defaultSnippets = [] }) => defaultSnippets);
    const maps = snippets.map((one) => snippetOffer(one, blockSnippet(one.body, `${context.newline}  `)));
    return [...inner, ...maps].map((one) => ({ ...one, isItem: !context.spot.needsDash }));
  }
  return inner
    .filter(({ kind }) => kind !== CompletionItemKind.Snippet)
    .map((one) => ({ ...one, source: `[${one.source}]`, text: null, snippet: null }));
}

function scalarOffers(
  stated: JsonSchema,
  others: readonly JsonSchema[],
  place: Place,
  context: ValueContext,
): readonly Offer[] {
  const offers: Offer[] = [];
  const reference = [stated, ...others].find((schema) => schema["x-kpi-ref"] !== undefined)?.["x-kpi-ref"];
  if (reference !== undefined) offers.push(...(context.used?.ids(reference, place.path) ?? []));
  for (const schema of others) offers.push(...wordOffers(schema));
  if (context.showsExamples) offers.push(...[stated, ...others].flatMap(exampleOffers));
  if (reference === undefined) offers.push(...usedOffers(stated, place.path, context));
  if (!others.some(({ type }) => type === "object")) return offers;
  if (typeof place.path.at(-1) === "number") return [...offers, ...itemSnippets(place.path, context)];
  // On a line of its own, keys are offered instead.
  if (context.spot.key !== null) return offers;
  const snippets = stated.defaultSnippets ?? [];
  return [...offers, ...snippets.map((snippet) => snippetOffer(snippet, flowSnippet(snippet.body)))];
}

/** A whole item of a list of maps. */
function itemSnippets(path: KeyPath, { root, newline, spot }: ValueContext): readonly Offer[] {
  const snippets = schemasAt(root, path.slice(0, -1)).flatMap(({ defaultSnippets = [] }) => defaultSnippets);
  const inner = spot.needsDash ? `${newline}  ` : newline;
  return snippets.map((snippet) =>
    snippetOffer(snippet, spot.isFlow ? flowSnippet(snippet.body) : blockSnippet(snippet.body, inner)),
  );
}

function wordOffers(schema: JsonSchema): readonly Offer[] {
  const { enumDescriptions = [], markdownEnumDescriptions = [] } = schema;
  const listed = (schema.enum ?? []).map((value, index) => {
    const meaning = enumDescriptions[index] ?? "";
    return wordOffer(value, meaning, markdownEnumDescriptions[index] ?? meaning);
  });
  if (schema.const !== undefined) listed.push(wordOffer(schema.const, "", ""));
  if (schema.type === "boolean" && schema.const === undefined)
    listed.push(wordOffer(true, "", ""), wordOffer(false, "", ""));
  return listed;
}

function exampleOffers({ examples = [], default: usual }: JsonSchema): readonly Offer[] {
  return [...examples, usual]
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map((value) => (value === usual ? wordOffer(value, "the default", "the default") : wordOffer(value, "", "")));
}

function wordOffer(value: unknown, meaning: string, asMarkdown: string): Offer {
  return offer({
    label: String(value),
    kind: typeof value === "string" ? CompletionItemKind.EnumMember : CompletionItemKind.Value,
    source: yamlSource(value),
    text: typeof value === "string" ? value : null,
    detail: meaning,
    prose: meaning === "" ? null : joined([code(String(value)), own(meaning, asMarkdown)], ": "),
  });
}

/** What the rest of the workspace has in such a place, and what the calendar offers. */
function usedOffers(schema: JsonSchema, path: KeyPath, context: ValueContext): readonly Offer[] {
  const { used, typed } = context;
  if (used === null) return [];
  const form = schema["x-kpi-form"];
  if (form === "timeframe") return used.timeframes();
  if (form === "target") return used.targetForms(path);
  if (form === "date") return used.today();
  const field = path.findLast((segment) => typeof segment === "string");
  if (path[0] === "metrics" && field === "unit") return used.units();
  if (path[0] === "metrics" && path[2] === "data") return context.filesAt(typed).map(fileOffer);
  if (field === "tags" || field === "stakeholders" || field === "system") return used.texts(field);
  if (path[2] === "changes" && field === "field") return changedFields(context.root);
  return [];
}

function fileOffer(name: string): Offer {
  const kind = name.endsWith("/") ? CompletionItemKind.Folder : CompletionItemKind.File;
  return offer({ label: name, kind, source: yamlSource(name), text: name });
}

/** The fields whose change a reason can be given for. */
function changedFields(root: JsonSchema): readonly Offer[] {
  const names = [...schemasAt(root, ["kpis", "*"]), ...schemasAt(root, ["metrics", "*"])].flatMap(({ properties }) =>
    Object.entries(properties ?? {}),
  );
  return [...new Map(names)].map(([name, schema]) =>
    offer({
      label: name,
      kind: CompletionItemKind.Field,
      source: name,
      text: name,
      prose: typeof schema === "object" && schema.description !== undefined ? words(schema.description) : null,
    }),
  );
}
