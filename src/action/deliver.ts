/** Takes a report to the pull request. What fails here is a warning, never the verdict. */

import { cleanBody, hasNews, mayChangeMeaning, reportBody } from "../report/action/body.ts";
import type { ActionReport } from "../report/action/model.ts";
import { type CommentOutcome, deliverComment, markerOf, type Stamp } from "./comment.ts";
import type { Inputs } from "./inputs.ts";
import { runOf } from "./run-of.ts";
import type { Runner } from "./runner.ts";
import { tell } from "./tell.ts";

/** Characters of a comment with its marker: GitHub takes 65,536. */
const COMMENT_LIMIT = 60_000;

export interface CommentTarget {
  /** Null where the run belongs to no pull request. */
  readonly pull: number | null;
  /** Null where it is not asked for, such as for a pull request that was named by hand. */
  readonly headSha: string | null;
  /** Why there can be no comment; null where there can. */
  readonly noComment: string | null;
  readonly origin?: string;
}

/** Writes, updates or leaves the comment, as the workflow wants; a failure is told. */
export async function writeComment(
  runner: Runner,
  report: ActionReport,
  inputs: Inputs,
  { pull, headSha, noComment, origin }: CommentTarget,
): Promise<CommentOutcome> {
  if (inputs.comment === "never") return skip("comments are switched off (comment: never)");
  if (noComment !== null && pull !== null) tell(runner, "notice", `No comment is written: ${noComment}.`);
  if (pull === null || noComment !== null) return skip(noComment ?? "there is no pull request");
  if (inputs.token === "") return skip("there is no token");
  const says = inputs.comment === "always" || isWorthSaying(report, inputs);
  const { id: run, attempt } = runOf(runner); // of this run: what a report says of its own may be anything
  const stamp: Stamp = { key: inputs.commentKey, run, attempt, sha: report.sha };
  const limit = COMMENT_LIMIT - markerOf(stamp).length - 1;
  const body = runner.redact(reportBody(report, { limit, ...(origin === undefined ? {} : { origin }) }));
  // With on-change there may be news that are not for the comment, and then they must not be denied either.
  const quiet = hasNews(report) ? body : runner.redact(cleanBody(report, origin));
  const outcome = await deliverComment(runner.github(), {
    pull,
    body: says ? body : null,
    headSha,
    stamp,
    whenClean: inputs.whenClean === "delete" ? { kind: "delete" } : { kind: "update", body: quiet },
  });
  if (outcome.isFailure) tell(runner, "warning", `The comment was not written: ${outcome.reason ?? ""}.`);
  return outcome;
}

function skip(reason: string): CommentOutcome {
  return { action: "skipped", reason, url: null, isFailure: false };
}

function isWorthSaying(report: ActionReport, { comment }: Inputs): boolean {
  return comment === "on-change" ? mayChangeMeaning(report) : hasNews(report);
}
