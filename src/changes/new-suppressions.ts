/** Suppression comments that the older version does not have, wherever they stood. */

import { type SuppressionComment, suppressionComments } from "../text/comments.ts";
import type { ReviewedVersion } from "./version.ts";

export interface NewSuppression {
  readonly file: string;
  readonly comment: SuppressionComment;
  /** The rules that it names and that no comment of the same kind and reason named before. */
  readonly rules: readonly string[];
}

/** New ones by scope, rule and reason: a comment that moved, in its file or to another, is not new. */
export function newSuppressions(base: ReviewedVersion, head: ReviewedVersion): readonly NewSuppression[] {
  const old = new Map<string, number>();
  for (const { comment } of commentsOf(base, head)) {
    for (const { text } of comment.rules) {
      const key = keyOf(comment, text);
      old.set(key, (old.get(key) ?? 0) + 1);
    }
  }
  const found: NewSuppression[] = [];
  for (const { file, comment } of commentsOf(head, base)) {
    const rules: string[] = [];
    for (const { text } of comment.rules) {
      const key = keyOf(comment, text);
      const left = old.get(key) ?? 0;
      if (left > 0) old.set(key, left - 1);
      else rules.push(text);
    }
    if (rules.length > 0) found.push({ file, comment, rules });
  }
  return found;
}

/** The comments of the files whose text the other version does not have under the same name. */
function commentsOf(version: ReviewedVersion, other: ReviewedVersion): readonly Omit<NewSuppression, "rules">[] {
  return version.workspace.files.flatMap((file) => {
    const text = version.textOf(file) ?? "";
    if (text === other.textOf(file)) return [];
    return suppressionComments(text).flatMap((comment) => (comment.scope === null ? [] : [{ file, comment }]));
  });
}

function keyOf({ scope, reason }: SuppressionComment, rule: string): string {
  return `${scope} ${rule} ${reason ?? ""}`;
}
