/** Where a comment goes that suppresses a finding. */

import type { Finding } from "../findings/finding.ts";
import { isUntouchable } from "../rules/untouchable.ts";
import { suppressionComments } from "../text/comments.ts";
import { lineEndOf } from "../text/edits.ts";
import { LineIndex } from "../text/source.ts";
import { mentionsOf } from "./finding-mentions.ts";
import type { LiveWorkspace } from "./live-workspace.ts";

/** A comment that lacks its reason: the person writes it between `text` and `behind`. */
export interface SuppressionEdit {
  /** Relative to the root. */
  readonly file: string;
  readonly offset: number;
  readonly text: string;
  readonly behind: string;
}

/** Null where the finding cannot be suppressed. */
export function suppressionFor(finding: Finding, workspace: LiveWorkspace): SuppressionEdit | null {
  if (isUntouchable(finding.ruleId)) return null;
  const place = placeFor(finding, workspace);
  const text = place === null ? null : workspace.currentText(place.file);
  if (place === null || text === null) return null;
  return aboveLine(text, place, finding.ruleId) ?? forFile(text, place.file, finding.ruleId);
}

interface Line {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A finding in a data file is suppressed where its metric is defined. */
function placeFor({ file, range, entity }: Finding, workspace: LiveWorkspace): Line | null {
  if (workspace.files.includes(file)) return { file, line: range.start.line };
  const metric = entity?.kind === "metric" ? workspace.model?.metrics.get(entity.id) : undefined;
  if (metric === undefined) return null;
  const home = metric.origin.file;
  const found = mentionsOf(workspace, home).find(
    (mention) => mention.kind === "metric" && mention.role === "definition" && mention.id === metric.id,
  );
  const text = workspace.currentText(home);
  if (found === undefined || text === null) return null;
  return { file: home, line: new LineIndex(text).position(found.start).line };
}

function aboveLine(text: string, { file, line }: Line, rule: string): SuppressionEdit | null {
  const index = new LineIndex(text);
  const start = index.offset(line, 1);
  const offset = start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
  const indent = /^ */.exec(text.slice(offset))?.[0] ?? "";
  const edit = { file, offset, text: `${indent}# kpi-disable-next-line ${rule} -- `, behind: lineEndOf(text) };
  return speaksOf(text, edit, line + 1) ? edit : null;
}

/** Inside of a text no comment can stand: then only the whole file can be spoken of. */
function forFile(text: string, file: string, rule: string): SuppressionEdit | null {
  const offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const edit = { file, offset, text: `# kpi-disable-file ${rule} -- `, behind: lineEndOf(text) };
  return speaksOf(text, edit, null) ? edit : null;
}

/** Whether the comment, once it has a reason, is one, and speaks of the line that is meant. */
function speaksOf(text: string, edit: SuppressionEdit, line: number | null): boolean {
  const after = `${text.slice(0, edit.offset)}${edit.text}reason${edit.behind}${text.slice(edit.offset)}`;
  return suppressionComments(after).some((comment) => {
    const isIt = comment.start >= edit.offset && comment.start < edit.offset + edit.text.length;
    return isIt && comment.line === line && comment.scope !== null;
  });
}
