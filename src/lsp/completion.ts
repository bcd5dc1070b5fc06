/** Completion: keys, words, ids, owners, timeframes, units, and suppression comments, in half-written files too. */

import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Position,
} from "vscode-languageserver";
import { kpiSchema, publishedConfigSchema } from "../definition/published.ts";
import { plain } from "../report/untrusted.ts";
import type { Client } from "./client.ts";
import { commentOffers } from "./comment-offers.ts";
import { filesBeside } from "./data-paths.ts";
import { entityProse } from "./entity-prose.ts";
import { keyOffers } from "./key-offers.ts";
import { spotAt } from "./loose-yaml.ts";
import type { Offer } from "./offer.ts";
import type { Lines } from "./positions.ts";
import { markup } from "./prose.ts";
import type { Context, Session } from "./session.ts";
import type { Spot } from "./spot.ts";
import { Used } from "./used.ts";
import { valueOffers } from "./value-offers.ts";

/** Items of one answer; beyond them, those that fit what is typed are looked for again with every letter. */
const MOST_ITEMS = 400;

/** What an item is told of later. */
interface ItemData {
  readonly root: string;
  readonly kind: "goal" | "metric" | "kpi";
  readonly id: string;
}

/** Nothing is offered inside of texts, and in files that are not ours. */
export function completionAt(context: Context, position: Position, client: Client): CompletionList {
  const { kind, document, lines, workspace } = context;
  const none = { isIncomplete: false, items: [] };
  if (kind !== "definition" && kind !== "config") return none;
  const cursor = lines.offset(position);
  const spot = spotAt(document.text, cursor);
  if (spot === null) return none;
  if (spot.isComment) {
    const rules = workspace.opened?.rules ?? [];
    const told = kind === "definition" ? commentOffers(document.text, spot, cursor, rules) : null;
    return told === null ? none : listOf(told.offers, told.spot, context, cursor, client);
  }
  return listOf(offersAt(spot, context, cursor), spot, context, cursor, client);
}

/** The text of an id, looked up when an editor shows it. */
export function completionProse(item: CompletionItem, session: Session, client: Client): CompletionItem {
  const data = item.data as Partial<ItemData> | undefined;
  const workspace = session.workspaces.find(({ root }) => root === data?.root);
  const model = workspace?.model;
  if (workspace === undefined || model == null || data?.id === undefined) return item;
  const entities = data.kind === "goal" ? model.goals : data.kind === "metric" ? model.metrics : model.kpis;
  const entity = entities.get(data.id);
  if (entity === undefined) return item;
  return { ...item, documentation: markup(entityProse(entity, workspace, model), client.markdownItems) };
}

function offersAt(spot: Spot, context: Context, cursor: number): readonly Offer[] {
  const { kind, document, workspace, file } = context;
  const root = kind === "config" ? publishedConfigSchema() : kpiSchema();
  const newline = newlineAt(document.text, spot.from) + spot.gap;
  const typed = unquoted(document.text.slice(spot.from, cursor));
  const offers: Offer[] = [];
  if (spot.value !== null) {
    const { model } = workspace;
    const used = model === null || kind === "config" ? null : new Used(model, workspace.day.asOf);
    const filesAt = (text: string): readonly string[] => filesBeside(workspace, file, text);
    const showsExamples = kind === "config";
    offers.push(...valueOffers(spot.value, { root, used, showsExamples, spot, newline, filesAt, typed }));
  }
  if (spot.key !== null) offers.push(...keyOffers(spot.key, spot, root, newline));
  return offers;
}

/**
 * A line break and what leads from the indentation of the line at an offset to the column of that offset: editors
 * indent the lines of what is inserted like the line it is inserted into.
 */
function newlineAt(text: string, offset: number): string {
  const line = text.lastIndexOf("\n", offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, offset))?.[0].length ?? 0;
  return `\n${" ".repeat(offset - line - indent)}`;
}

function unquoted(typed: string): string {
  return typed.replace(/^["']/, "");
}

function listOf(
  offers: readonly Offer[],
  spot: Spot,
  context: Context,
  cursor: number,
  client: Client,
): CompletionList {
  const typed = unquoted(context.document.text.slice(spot.from, cursor)).toLowerCase();
  const isMany = offers.length > MOST_ITEMS;
  const fitting = isMany ? mostFitting(offers, typed) : offers;
  const items = fitting.flatMap((offer, index) => itemOf(offer, spot, index, context, client) ?? []);
  return { isIncomplete: isMany, items };
}

function mostFitting(offers: readonly Offer[], typed: string): readonly Offer[] {
  const texts = (offer: Offer): string => `${offer.label} ${offer.detail}`.toLowerCase();
  const starting = offers.filter(({ label }) => label.toLowerCase().startsWith(typed));
  const holding = offers.filter(
    (offer) => !offer.label.toLowerCase().startsWith(typed) && texts(offer).includes(typed),
  );
  return [...starting, ...holding].slice(0, MOST_ITEMS);
}

/** Null for what cannot be written inside of quotation marks. */
function itemOf(offer: Offer, spot: Spot, index: number, context: Context, client: Client): CompletionItem | null {
  const { lines, workspace } = context;
  const isSnippet = offer.snippet !== null && client.snippets && spot.quote === null;
  const body = spot.quote === null ? (isSnippet ? (offer.snippet ?? "") : offer.source) : inQuotes(offer, spot);
  // Only snippets are indented by every editor.
  if (body === null || (!isSnippet && body.includes("\n"))) return null;
  const dash = offer.isItem || (spot.needsDash && !offer.isKey) ? "- " : "";
  // Editors show labels as they are.
  const label = plain(offer.label);
  if (label === "") return null;
  return {
    label,
    kind: offer.kind,
    ...(offer.detail === "" ? {} : { detail: offer.detail }),
    ...(offer.prose === null ? {} : { documentation: markup(offer.prose, client.markdownItems) }),
    ...(offer.entity === null ? {} : { data: { root: workspace.root, kind: offer.entity.kind, id: offer.entity.id } }),
    sortText: String(index).padStart(5, "0"),
    filterText: (spot.quote ?? "") + offer.label,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(client.indents ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
    textEdit: { range: lineRange(lines, spot), newText: spot.gap + dash + body },
  };
}

/** Editors complete on one line only. */
function lineRange(lines: Lines, spot: Spot): { start: Position; end: Position } {
  const range = lines.range(spot.from, spot.to);
  return range.start.line === range.end.line ? range : { start: range.start, end: range.start };
}

function inQuotes({ text }: Offer, { quote, hasColon, key }: Spot): string | null {
  if (text === null) return null;
  const written = quote === '"' ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
  return key !== null && !hasColon ? `${written}: ` : written;
}
