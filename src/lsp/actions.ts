/** Code actions: fixes and suggestions of findings, suppressing one with a reason, and fixing all of a file. */

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Finding, Suggestion, TextEdit } from "../findings/finding.ts";
import { plain, shorten } from "../report/untrusted.ts";
import { EditPlan } from "../text/edits.ts";
import type { Client } from "./client.ts";
import { contextOf, diagnosticOf } from "./diagnostics.ts";
import { inSnippet, snippetInsertion, workspaceEdit } from "./edits.ts";
import type { Context, Session } from "./session.ts";
import { suppressionFor } from "./suppressing.ts";

/** The kind under which an editor can fix a file when it is saved. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.kpi`;

/** Puts the cursor where a reason is to be written: for editors that take no snippets in edits. */
export const SHOW_PLACE = "kpi-as-code.showPlace";

const TITLE_LENGTH = 120;

/** What can be done about the findings that a range touches; fixes first. */
export function actionsAt(
  context: Context,
  { range, context: wanted }: Pick<CodeActionParams, "range" | "context">,
  session: Session,
  client: Client,
): CodeAction[] {
  const { workspace, file } = context;
  const own = workspace.findings.filter((finding) => finding.file === file);
  if (isWanted(wanted.only, FIX_ALL) && wanted.only !== undefined) return fixAll(own, context, session, client);
  if (!isWanted(wanted.only, CodeActionKind.QuickFix)) return [];
  const touched = own.filter((finding) => touches(finding, range, context));
  return touched.flatMap((finding) => actionsFor(finding, context, session, client));
}

/** An action is wanted where a kind that is asked for is its own or one above it. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((some) => some === "" || kind === some || kind.startsWith(`${some}.`));
}

function touches({ range }: Finding, { start, end }: Range, { lines }: Context): boolean {
  return range.start.offset <= lines.offset(end) && lines.offset(start) <= range.end.offset;
}

function actionsFor(finding: Finding, context: Context, session: Session, client: Client): CodeAction[] {
  const { workspace, document } = context;
  const shown = contextOf(workspace, (file) => (workspace.absolute(file) === document.path ? document.uri : undefined));
  const diagnostics = [diagnosticOf(finding, shown)];
  const action = (title: string, edit: WorkspaceEdit, isPreferred: boolean): CodeAction => ({
    title: shorten(plain(title), TITLE_LENGTH),
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit,
    isPreferred,
  });
  const { fix, suggestions } = finding;
  const others = suggestions.filter((suggestion) => suggestion.edits.length > 0 && !isSameChange(suggestion, fix));
  const all = [...(fix === null ? [] : [fix]), ...others];
  const actions = all.map((one) =>
    action(one.title, workspaceEdit(one.edits, workspace, session, client), one === fix || all.length === 1),
  );
  const suppress = suppressAction(finding, context, session, client, action);
  return suppress === null ? actions : [...actions, suppress];
}

function isSameChange(a: Suggestion, b: Suggestion | null): boolean {
  return b !== null && JSON.stringify(a.edits) === JSON.stringify(b.edits);
}

/**
 * The reason is left empty, because one that nobody has written is none: the cursor goes there where the editor lets
 * it, and until something stands there a finding says that the reason is missing.
 */
function suppressAction(
  finding: Finding,
  { workspace }: Context,
  session: Session,
  client: Client,
  action: (title: string, edit: WorkspaceEdit, isPreferred: boolean) => CodeAction,
): CodeAction | null {
  const place = suppressionFor(finding, workspace);
  if (place === null) return null;
  const { file, offset, text, behind } = place;
  const scope = text.includes("kpi-disable-file") ? " in this file" : "";
  const title = `Suppress ${finding.ruleId}${scope} with a reason`;
  if (client.snippetEdits && client.documentChanges) {
    const snippet = `${inSnippet(text)}$0${inSnippet(behind)}`;
    const edit = snippetInsertion(file, offset, snippet, workspace, session);
    return edit === null ? null : action(title, edit, false);
  }
  const edit = { file, start: offset, end: offset, text: text + behind };
  const suppress = action(title, workspaceEdit([edit], workspace, session, client), false);
  const lines = session.linesOf(workspace, file);
  if (!client.showsDocuments || lines === null) return suppress;
  const { line } = lines.position(offset);
  const uri = session.uriOf(workspace, file);
  const cursor = { line, character: text.length };
  return { ...suppress, command: { title: "Write the reason", command: SHOW_PLACE, arguments: [uri, cursor] } };
}

/** The fixes of a file that do not touch each other; the next run takes the rest. */
function fixAll(findings: readonly Finding[], context: Context, session: Session, client: Client): CodeAction[] {
  const { workspace, document, file } = context;
  const plan = new EditPlan(document.text);
  const edits: TextEdit[] = [];
  for (const { fix } of findings) {
    if (fix === null || fix.edits.some((edit) => edit.file !== file) || !plan.add(fix.edits)) continue;
    edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  const edit = workspaceEdit(edits, workspace, session, client);
  return [{ title: "Fix all that is safe to fix", kind: FIX_ALL, edit }];
}
