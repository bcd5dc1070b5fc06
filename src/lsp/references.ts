/** Find references, and the other mentions of an id in its file. */

import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from "vscode-languageserver";
import { mentionsEverywhere, mentionsOf } from "./finding-mentions.ts";
import { isSame, mentionAt } from "./mentions.ts";
import type { Context, Session } from "./session.ts";

/** Every place that names the id at a position, in all files; without definitions unless they are asked for. */
export function referencesAt(
  context: Context,
  position: Position,
  withDefinitions: boolean,
  session: Session,
): Location[] {
  const { workspace, file, lines, kind } = context;
  if (kind !== "definition") return [];
  const mention = mentionAt(mentionsOf(workspace, file), lines.offset(position));
  if (mention === null) return [];
  return mentionsEverywhere(workspace, mention).flatMap((found) => {
    if (found.role === "definition" && !withDefinitions) return [];
    const there = found.file === file ? lines : session.linesOf(workspace, found.file);
    if (there === null) return [];
    return [{ uri: session.uriOf(workspace, found.file), range: there.range(found.start, found.end) }];
  });
}

/** The same id in the document itself. */
export function highlightsAt({ workspace, file, lines, kind }: Context, position: Position): DocumentHighlight[] {
  if (kind !== "definition") return [];
  const mentions = mentionsOf(workspace, file);
  const mention = mentionAt(mentions, lines.offset(position));
  if (mention === null) return [];
  return mentions
    .filter((other) => isSame(other, mention))
    .map(({ start, end, role }) => ({
      range: lines.range(start, end),
      kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}
