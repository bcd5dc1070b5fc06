/** Edits of files of a workspace as an editor takes them. */

import type {
  TextEdit as ProtocolEdit,
  RenameFile,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { TextEdit } from "../findings/finding.ts";
import type { Client } from "./client.ts";
import type { LiveWorkspace } from "./live-workspace.ts";
import type { Session } from "./session.ts";

/** A file that gets another name, relative to the root. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Text edits of any files; files are moved first. Edits of files that cannot be read are left out. */
export function workspaceEdit(
  edits: readonly TextEdit[],
  workspace: LiveWorkspace,
  session: Session,
  client: Client,
  moves: readonly Move[] = [],
): WorkspaceEdit {
  const documents: TextDocumentEdit[] = [];
  for (const [file, own] of byFile(edits)) {
    const lines = session.linesOf(workspace, file);
    if (lines === null) continue;
    const uri = session.uriOf(workspace, file);
    documents.push({
      textDocument: { uri, version: session.versionOf(workspace, file) },
      edits: own.map(({ start, end, text }) => ({ range: lines.range(start, end), newText: text })),
    });
  }
  if (client.documentChanges) {
    const renames = moves.map(
      ({ from, to }): RenameFile => ({
        kind: "rename",
        oldUri: session.uriOf(workspace, from),
        newUri: session.uriOf(workspace, to),
      }),
    );
    return { documentChanges: [...renames, ...documents] };
  }
  const changes = documents.map(({ textDocument, edits: own }) => [textDocument.uri, own as ProtocolEdit[]] as const);
  return { changes: Object.fromEntries(changes) };
}

/** One insertion whose `$0` is where the cursor goes; only for editors that take snippets in edits. */
export function snippetInsertion(
  file: string,
  offset: number,
  snippet: string,
  workspace: LiveWorkspace,
  session: Session,
): WorkspaceEdit | null {
  const lines = session.linesOf(workspace, file);
  if (lines === null) return null;
  const edit: SnippetTextEdit = { range: lines.range(offset, offset), snippet: { kind: "snippet", value: snippet } };
  const textDocument = { uri: session.uriOf(workspace, file), version: session.versionOf(workspace, file) };
  return { documentChanges: [{ textDocument, edits: [edit] }] };
}

/** Text that a snippet takes as it is. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function byFile(edits: readonly TextEdit[]): ReadonlyMap<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const own = files.get(edit.file);
    if (own === undefined) files.set(edit.file, [edit]);
    else own.push(edit);
  }
  return files;
}
