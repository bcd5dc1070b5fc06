/** Document symbols: goals, metrics, KPIs and what was removed, by id and title; and the same of all files. */

import { type DocumentSymbol, type SymbolInformation, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver";
import { plain, shorten } from "../report/untrusted.ts";
import type { Entity, Workspace } from "../workspace/model.ts";
import { mentionsOf } from "./finding-mentions.ts";
import { type LooseKey, looseKeys } from "./loose-yaml.ts";
import type { Context, Session } from "./session.ts";

const TITLE_LENGTH = 120;
/** Answers to a search over all files. */
const MOST_FOUND = 200;

const SECTIONS: Readonly<Record<string, { readonly name: string; readonly kind: SymbolKind }>> = {
  goals: { name: "Goals", kind: SymbolKind.Event },
  metrics: { name: "Metrics", kind: SymbolKind.Variable },
  kpis: { name: "KPIs", kind: SymbolKind.Key },
  removed: { name: "Removed", kind: SymbolKind.Null },
};

/** The outline of a document, half-written ones included. */
export function symbolsOf(context: Context): DocumentSymbol[] {
  if (context.kind !== "definition") return [];
  const keys = looseKeys(context.document.text);
  const symbols: (DocumentSymbol & { children: DocumentSymbol[] })[] = [];
  for (const [index, key] of keys.entries()) {
    const [section = "", id] = key.path.map(String);
    const known = SECTIONS[section];
    if (known === undefined) continue;
    if (id === undefined) {
      const end = endOf(keys, index, 1, context.document.text);
      symbols.push({ ...symbolOf(known.name, "", SymbolKind.Namespace, key, end, context), children: [] });
      continue;
    }
    const title = titleOf(section, id, context.workspace.model);
    const end = endOf(keys, index, 2, context.document.text);
    symbols.at(-1)?.children.push(symbolOf(id, title, known.kind, key, end, context));
  }
  return symbols;
}

/** The same as a list, for editors that show no tree. */
export function flatSymbols(context: Context): SymbolInformation[] {
  return symbolsOf(context).flatMap(({ name: containerName, children = [] }) =>
    children.map(({ name, kind, range }) => ({
      name,
      kind,
      containerName,
      location: { uri: context.document.uri, range },
    })),
  );
}

/** Goals, metrics and KPIs of all workspaces whose id or title holds every word. */
export function symbolsNamed(query: string, session: Session): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: WorkspaceSymbol[] = [];
  for (const workspace of session.workspaces) {
    const { model } = workspace;
    if (model === null) continue;
    for (const entity of [...model.kpis.values(), ...model.goals.values(), ...model.metrics.values()]) {
      const title = entity.definition.title ?? "";
      const text = `${entity.id} ${title}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
      const symbol = placed(entity, title, session, workspace);
      if (symbol !== null) found.push(symbol);
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}

function placed(
  entity: Entity,
  title: string,
  session: Session,
  workspace: Session["workspaces"][number],
): WorkspaceSymbol | null {
  const { kind, id, origin } = entity;
  const lines = session.linesOf(workspace, origin.file);
  const mention = mentionsOf(workspace, origin.file).find(
    (one) => one.kind === kind && one.role === "definition" && one.id === id,
  );
  if (lines === null || mention === undefined) return null;
  return {
    name: plain(id) || "?",
    kind: SECTIONS[`${kind}s`]?.kind ?? SymbolKind.Key,
    containerName: shorten(plain(title), TITLE_LENGTH),
    location: { uri: session.uriOf(workspace, origin.file), range: lines.range(mention.start, mention.end) },
  };
}

function titleOf(section: string, id: string, model: Workspace | null): string {
  const maps: Readonly<Record<string, ReadonlyMap<string, Entity> | undefined>> = {
    goals: model?.goals,
    metrics: model?.metrics,
    kpis: model?.kpis,
  };
  return maps[section]?.get(id)?.definition.title ?? "";
}

/** Up to the next key of the same level or one above, without the space before it. */
function endOf(keys: readonly LooseKey[], index: number, level: number, text: string): number {
  const next = keys.slice(index + 1).find(({ path }) => path.length <= level);
  const from = keys[index]?.end ?? 0;
  return Math.max(from, from + text.slice(from, next?.start ?? text.length).trimEnd().length);
}

function symbolOf(
  name: string,
  title: string,
  kind: SymbolKind,
  key: LooseKey,
  end: number,
  { lines }: Context,
): DocumentSymbol {
  return {
    // Editors refuse a symbol without a name.
    name: plain(name) || "?",
    detail: shorten(plain(title), TITLE_LENGTH),
    kind,
    range: lines.range(key.start, end),
    selectionRange: lines.range(key.start, key.end),
  };
}
