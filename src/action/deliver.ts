/** Where a report goes: files, the job summary, the comment. What fails here is a warning, never the verdict. */

import { appendFileSync, mkdirSync } from "node:fs";
import * as path from "node:path";
import { writeWhole } from "../host/files.ts";
import { cleanBody, hasNews, reportBody } from "../report/action/body.ts";
import type { ActionReport } from "../report/action/model.ts";
import { workflowCommandData } from "../report/untrusted.ts";
import { type CommentOutcome, deliverComment } from "./comment.ts";
import type { Inputs } from "./inputs.ts";
import { runOf } from "./run-of.ts";
import type { Runner } from "./runner.ts";

/** Characters of a comment: GitHub takes 65,536. */
const COMMENT_LIMIT = 60_000;
/** Units of the summary: GitHub takes a million bytes, and a unit has three at most. */
const SUMMARY_LIMIT = 300_000;

/** A notice, warning or error that belongs to no file. */
export function tell(runner: Runner, level: "notice" | "warning" | "error", text: string): void {
  runner.print(`::${level} title=kpi-as-code::${workflowCommandData(text)}`);
}

/** Writes a file whole; a failure is told. Null where it was not written. */
export function writeFile(runner: Runner, file: string, text: string): string | null {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeWhole(file, text);
    return file;
  } catch (error) {
    tell(runner, "warning", `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** Appends the report to the job summary, where the runner has one. */
export function writeSummary(runner: Runner, report: ActionReport, origin?: string): void {
  const file = runner.env.GITHUB_STEP_SUMMARY ?? "";
  if (file === "") return;
  try {
    appendFileSync(
      file,
      `${reportBody(report, { limit: SUMMARY_LIMIT, ...(origin === undefined ? {} : { origin }) })}\n`,
    );
  } catch (error) {
    tell(
      runner,
      "warning",
      `The job summary cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export interface CommentTarget {
  /** Null where the run belongs to no pull request. */
  readonly pull: number | null;
  /** Null where it is not asked for, such as for a pull request that was named by hand. */
  readonly headSha: string | null;
  /** Why there can be no comment; null where there can. */
  readonly noComment: string | null;
  readonly origin?: string;
}

/** Writes, updates or leaves the comment, as the workflow wants; the outcome is always told in one line. */
export async function writeComment(
  runner: Runner,
  report: ActionReport,
  inputs: Inputs,
  { pull, headSha, noComment, origin }: CommentTarget,
): Promise<CommentOutcome> {
  const skip = (reason: string): CommentOutcome => ({ action: "skipped", reason, url: null });
  if (inputs.comment === "never") return skip("comments are switched off (comment: never)");
  if (pull === null || noComment !== null) return skip(noComment ?? "there is no pull request");
  if (inputs.token === "") return skip("there is no token");
  const says = inputs.comment === "always" || isWorthSaying(report, inputs);
  const body = reportBody(report, { limit: COMMENT_LIMIT, ...(origin === undefined ? {} : { origin }) });
  const outcome = await deliverComment(runner.connect(inputs.token), {
    pull,
    body: says ? body : null,
    headSha,
    stamp: { key: inputs.commentKey, ...stampRun(runner), sha: report.sha },
    whenClean: inputs.whenClean === "delete" ? { kind: "delete" } : { kind: "update", body: cleanBody(report) },
  });
  const isFailure = outcome.action === "skipped" && says;
  if (isFailure) tell(runner, "warning", `The comment was not written: ${outcome.reason ?? ""}`);
  return outcome;
}

/** Always of this run: what a report says of its own may be anything. */
function stampRun(runner: Runner): { readonly run: number; readonly attempt: number } {
  const { id, attempt } = runOf(runner);
  return { run: id, attempt };
}

function isWorthSaying(report: ActionReport, { comment }: Inputs): boolean {
  if (comment === "on-change") return report.diff !== null && report.diff.changes.length > 0;
  return hasNews(report);
}
