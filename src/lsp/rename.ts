/** Renames an id in all files: where it is defined, wherever it is referred to, and its data file. */

import * as path from "node:path";
import { ErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from "vscode-languageserver";
import { yamlSource } from "../definition/explain/yaml-source.ts";
import { ID, ID_LENGTH } from "../definition/patterns.ts";
import type { EntityKind, TextEdit } from "../findings/finding.ts";
import { kindOf } from "../host/files.ts";
import { plain } from "../report/untrusted.ts";
import { appendEntry } from "../text/yaml-append.ts";
import { yamlTrees } from "../text/yaml-tree.ts";
import { isBroken } from "./broken.ts";
import type { Client } from "./client.ts";
import { type Move, workspaceEdit } from "./edits.ts";
import { type Found, mentionsEverywhere, mentionsOf } from "./finding-mentions.ts";
import type { LiveWorkspace } from "./live-workspace.ts";
import { type Mention, mentionAt } from "./mentions.ts";
import type { Context, Session } from "./session.ts";

const NAMES = { goal: "goal", metric: "metric", kpi: "KPI", removed: "entry" } as const;
const MAPS = { goal: "goals", metric: "metrics", kpi: "kpis" } as const;

/** The id at a position, with what it is of. */
interface Renamed {
  readonly kind: EntityKind | "removed";
  readonly id: string;
}

/** The id that would be renamed; null where none stands. */
export function prepareRename(context: Context, position: Position): { range: Range; placeholder: string } | null {
  const mention = mentionToRename(context, position);
  if (mention === null) return null;
  const source = context.document.text.slice(mention.start, mention.end);
  const inner = /^["']/.test(source) ? 1 : 0;
  return { range: context.lines.range(mention.start + inner, mention.end - inner), placeholder: mention.id };
}

/** What changes, and what somebody should know of it; throws a ResponseError that says why an id cannot be renamed. */
export function renameAt(
  context: Context,
  position: Position,
  newName: string,
  session: Session,
  client: Client,
): { readonly edit: WorkspaceEdit; readonly note: string | null } | null {
  const { workspace } = context;
  const mention = mentionToRename(context, position);
  if (mention === null) return null;
  const renamed = renamedBy(mention, workspace);
  const name = newName.trim();
  if (name === renamed.id) return { edit: { changes: {} }, note: null };
  refuseName(name, renamed, workspace);
  refuseBrokenFiles(renamed, workspace);
  const edits = placesOf(renamed, workspace).map((found) => editOf(found, name, workspace));
  const data = dataFileEdits(renamed, name, workspace, client);
  return {
    edit: workspaceEdit([...edits, ...data.edits], workspace, session, client, data.moves),
    note: knownNote(renamed, workspace),
  };
}

function mentionToRename({ workspace, file, lines, kind }: Context, position: Position): Mention | null {
  if (kind !== "definition") return null;
  const mention = mentionAt(mentionsOf(workspace, file), lines.offset(position));
  return mention === null || mention.kind === "owner" ? null : mention;
}

/** A key under `removed` stands for the goal or the KPI of its id, where there is one again. */
function renamedBy({ kind, id }: Mention, { model }: LiveWorkspace): Renamed {
  if (kind !== "removed") return { kind: kind as EntityKind, id };
  const isGoal = model?.goals.has(id) === true;
  const isKpi = model?.kpis.has(id) === true;
  if (isGoal && isKpi) {
    throw refusal(`Both a goal and a KPI have the id ${id}; rename one of them where it is defined.`);
  }
  return { kind: isGoal ? "goal" : isKpi ? "kpi" : "removed", id };
}

function refuseName(name: string, { kind }: Renamed, { model }: LiveWorkspace): void {
  if (!ID.test(name) || name.length > ID_LENGTH) {
    throw refusal(
      `"${plain(name)}" is no id: write lower-case letters and digits in words joined by hyphens, such as nps-2026, at most ${ID_LENGTH} characters.`,
    );
  }
  if (kind === "removed" || model === null) return;
  const taken = (kind === "goal" ? model.goals : kind === "metric" ? model.metrics : model.kpis).get(name);
  if (taken === undefined) return;
  throw refusal(`There is a ${NAMES[kind]} ${name} already, in ${plain(taken.origin.file)}; choose another id.`);
}

/** In a file that cannot be parsed nobody knows where the id stands. */
function refuseBrokenFiles({ id }: Renamed, workspace: LiveWorkspace): void {
  for (const file of workspace.files) {
    const text = workspace.currentText(file);
    if (text?.includes(id) !== true || !isBroken(text)) continue;
    throw refusal(`${plain(file)} holds ${id} and cannot be parsed; correct it first, so that nothing is left behind.`);
  }
}

function placesOf(renamed: Renamed, workspace: LiveWorkspace): readonly Found[] {
  const { kind, id } = renamed;
  const { model } = workspace;
  const isBoth = model?.goals.has(id) === true && model.kpis.has(id);
  return mentionsEverywhere(workspace, renamed).filter(
    // What an alias stands for is written elsewhere.
    (found) => found.role !== "alias" && (found.kind === kind || (found.kind === "removed" && !isBoth)),
  );
}

function editOf({ file, start, end, role }: Found, name: string, workspace: LiveWorkspace): TextEdit {
  const source = workspace.currentText(file)?.slice(start, end) ?? "";
  const mark = /^["']/.exec(source)?.[0] ?? "";
  // Keys are their own source text; a value such as 2026 would be read as a number.
  const text = mark !== "" ? mark + name + mark : role === "reference" ? yamlSource(name) : name;
  return { file, start, end, text };
}

/** A metric without `data` reads `data/<id>.csv`: the file moves along, or the metric names it from now on. */
function dataFileEdits(
  { kind, id }: Renamed,
  name: string,
  workspace: LiveWorkspace,
  client: Client,
): { readonly edits: readonly TextEdit[]; readonly moves: readonly Move[] } {
  const metric = kind === "metric" ? workspace.model?.metrics.get(id) : undefined;
  const from = metric?.dataFile;
  if (metric === undefined || from == null || metric.definition.data !== undefined) return { edits: [], moves: [] };
  const to = path.posix.join(path.posix.dirname(from), `${name}.csv`);
  const isFree = kindOf(workspace.absolute(to)) === "missing";
  if (client.documentChanges && client.movesFiles && isFree) return { edits: [], moves: [{ from, to }] };
  const { file, document } = metric.origin;
  const text = workspace.currentText(file) ?? "";
  const entry = appendEntry(text, yamlTrees(text)[document], [MAPS.metric, id], `data: data/${id}.csv`);
  if (entry === null) throw refusal(`Write data: data/${id}.csv into the metric ${id} first; its file keeps its name.`);
  return { edits: [{ file, start: entry.start, end: entry.end, text: entry.text }], moves: [] };
}

/** kpi.known.json tells findings apart by ids. */
function knownNote({ kind, id }: Renamed, { opened }: LiveWorkspace): string | null {
  const isKnown = opened?.known.entries.some(({ entity }) => entity === `${kind}/${id}`) === true;
  return isKnown ? `kpi.known.json records findings of ${id}; run kpi check --update-known once it is renamed.` : null;
}

function refusal(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message);
}
