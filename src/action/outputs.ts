/** The outputs of a step, and the lines of its log. */

import type { Finding } from "../findings/finding.ts";
import type { ActionReport } from "../report/action/model.ts";
import { terminal } from "../report/untrusted.ts";
import { count, severityCounts } from "../report/words.ts";
import type { CommentOutcome } from "./comment.ts";
import type { Files } from "./files.ts";
import type { Runner } from "./runner.ts";

/** Findings that are listed in the log. */
const LISTED = 50;

/** Sets every output, and says in one line how the run ended. */
export function writeOutputs(runner: Runner, report: ActionReport, files: Files, comment: CommentOutcome): void {
  const { check, diff, progress } = report;
  const values: Readonly<Record<string, string | number>> = {
    conclusion: report.conclusion,
    lane: diff?.lane ?? "",
    errors: check.counts.errors,
    warnings: check.counts.warnings,
    infos: check.counts.infos,
    kpis: progress.kpis,
    "changed-kpis": diff?.summary.kpisChanged ?? 0,
    "eased-targets": diff?.summary.eased ?? 0,
    "off-track": progress.byStatus["off-track"] ?? 0,
    "report-json": files.json ?? "",
    "report-markdown": files.markdown ?? "",
    "sarif-file": files.sarif ?? "",
  };
  for (const [name, value] of Object.entries(values)) runner.output(name, String(value));
  writeCommentOutputs(runner, comment);
  const counts = severityCounts(check.counts) || "no findings";
  const news = diff !== null && counts !== "no findings" ? `new: ${counts}` : counts;
  printEnd(runner, `${report.conclusion}: ${news}; ${count(progress.kpis, "KPI")}`, comment);
}

/** The last line of the log: how the run ended, and what became of the comment. */
export function printEnd(runner: Runner, how: string, { action, reason }: CommentOutcome): void {
  const line = `${how}; comment ${action}`;
  runner.print(terminal(reason === null ? line : `${line} (${reason})`));
}

/** Where a run ends before there is a report. */
export function writeShortOutputs(runner: Runner, conclusion: "success" | "failure", why: string): void {
  runner.output("conclusion", conclusion);
  writeCommentOutputs(runner, { action: "skipped", reason: why, url: null, isFailure: false });
}

/** What became of the comment. */
export function writeCommentOutputs(runner: Runner, { action, reason, url }: CommentOutcome): void {
  runner.output("comment-action", action);
  runner.output("comment-skip-reason", reason ?? "");
  runner.output("comment-url", url ?? "");
}

/** Lists findings that count although nothing else shows them, because they are older than the change. */
export function logFindings(runner: Runner, findings: readonly Finding[], prefix: string): void {
  if (findings.length === 0) return;
  runner.print("Older than this change:");
  for (const { file, range, severity, message, ruleId } of findings.slice(0, LISTED)) {
    runner.print(terminal(`${prefix}${file}:${range.start.line} ${severity} ${message} (${ruleId})`));
  }
  const more = findings.length - LISTED;
  if (more > 0) runner.print(`${count(more, "more finding")}; kpi check lists all of them.`);
}
