/** Which findings and changes are annotated, and on which lines of the pull request's own files. */

import type { LocatedChange } from "../engine/review.ts";
import type { Finding } from "../findings/finding.ts";
import { type Hunk, isChanged, lineAfter } from "../host/git-lines.ts";
import type { Annotation } from "../report/annotations.ts";
import { findingAnnotation } from "../report/github.ts";
import type { Annotate } from "./inputs.ts";
import { moved } from "./sarif.ts";

/** What differs between two versions, by file. */
export type Hunks = ReadonlyMap<string, readonly Hunk[]>;

export interface AnnotateInput {
  readonly mode: Annotate;
  readonly findings: readonly Finding[];
  readonly changes: readonly LocatedChange[];
  /** What the change set wrote; null where nothing is known, and then everything counts as changed. */
  readonly changed: Hunks | null;
  /** From the files that were checked to those of the pull request's head, which GitHub shows; null: the same. */
  readonly toHead: Hunks | null;
  /** From the top of the repository to the folder of the workspace, with `/` at its end. */
  readonly prefix: string;
}

/** Annotations in the order of what they are about; those without a line in the head's files are left out. */
export function annotationsOf(input: AnnotateInput): readonly Annotation[] {
  if (input.mode === "none") return [];
  const { prefix } = input;
  const findings = input.findings.map((finding) => findingAnnotation(moved(finding, prefix)));
  const changes = input.changes.filter(isAnnotated).map((change) => changeAnnotation(change, prefix));
  return [...changes, ...findings.filter((one) => isWanted(one, input))].flatMap((one) => onHead(one, input) ?? []);
}

/** A change is itself what the pull request does, wherever it stands; what is only told has no place beside the lines. */
export function isAnnotated({ side, severity }: LocatedChange): boolean {
  return side === "head" && severity !== "info";
}

function changeAnnotation(change: LocatedChange, prefix: string): Annotation {
  const { start, end } = change.range;
  return {
    severity: change.severity,
    title: change.ruleId,
    message: change.reason === null ? change.message : `${change.message}\nReason: ${change.reason}`,
    file: prefix + change.file,
    startLine: start.line,
    endLine: end.line,
    columns: start.line === end.line ? { start: start.column, end: end.column } : null,
  };
}

function isWanted({ file, startLine, endLine }: Annotation, { mode, changed, prefix }: AnnotateInput): boolean {
  if (mode === "all" || changed === null) return true;
  const hunks = changed.get(file.slice(prefix.length));
  if (hunks === undefined) return false;
  if (mode === "changed-files") return true;
  for (let line = startLine; line <= endLine; line++) if (isChanged(line, hunks)) return true;
  return false;
}

function onHead(annotation: Annotation, { toHead, prefix }: AnnotateInput): Annotation | null {
  const hunks = toHead?.get(annotation.file.slice(prefix.length));
  if (hunks === undefined) return annotation;
  const startLine = lineAfter(annotation.startLine, hunks);
  const endLine = lineAfter(annotation.endLine, hunks);
  return startLine === null || endLine === null ? null : { ...annotation, startLine, endLine };
}
