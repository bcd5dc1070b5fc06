/** `publish-report`: posts what the run of a fork reported, from a workflow that may write. */

import { ruleUrl } from "../definition/urls.ts";
import { readText } from "../host/files.ts";
import type { ActionReport } from "../report/action/model.ts";
import { readReport } from "../report/action/model.ts";
import { parseDay } from "../workspace/day.ts";
import { MOST_LENGTH } from "./build-report.ts";
import { type CommentOutcome, wordsOf } from "./comment.ts";
import { writeComment } from "./deliver.ts";
import { numberAt, shaAt, textAt } from "./event.ts";
import { writeSummary } from "./files.ts";
import type { Inputs } from "./inputs.ts";
import { printEnd, writeCommentOutputs, writeShortOutputs } from "./outputs.ts";
import { pageOf } from "./run-of.ts";
import type { Runner } from "./runner.ts";
import { tell } from "./tell.ts";

/** The run that this one follows, as GitHub tells it. */
interface Origin {
  readonly sha: string;
  /** Whose branch its head is. */
  readonly owner: string;
  readonly branch: string;
  readonly run: ActionReport["run"];
  /** Says where the report was made. */
  readonly label: string;
}

/**
 * Reads the report as data, checks that it belongs to the run that this event is about, finds its pull request and
 * renders everything again. No text of the file is posted as it is.
 */
export async function publishReport(runner: Runner, inputs: Inputs, file: string): Promise<number> {
  const origin = originOf(runner);
  if (origin === null) {
    return refuse(runner, "publish-report works in the run of a workflow_run event, for a branch that still exists");
  }
  const read = reportIn(file);
  if (typeof read === "string") return refuse(runner, `${inputs.publishReport} is no report of this Action: ${read}`);
  if (read.sha !== origin.sha) return refuse(runner, "it is about another commit than the run that it comes from");
  if (read.repository.toLowerCase() !== runner.event.repository.toLowerCase()) {
    return refuse(runner, "it is about another repository");
  }
  const report = runner.redact(withOwnLinks(read, origin));
  if (inputs.summary) writeSummary(runner, report, origin.label);
  const outcome = await comment(runner, inputs, report, origin);
  runner.output("conclusion", report.conclusion);
  writeCommentOutputs(runner, outcome);
  printEnd(runner, `${report.conclusion}, as reported`, outcome);
  return 0;
}

function refuse(runner: Runner, why: string): number {
  tell(runner, "error", `The report is not published: ${why}.`);
  writeShortOutputs(runner, "failure", why);
  return 1;
}

function originOf({ event, env }: Runner): Origin | null {
  const { payload } = event;
  const sha = shaAt(payload, "workflow_run", "head_sha");
  const owner = textAt(payload, "workflow_run", "head_repository", "owner", "login");
  const branch = textAt(payload, "workflow_run", "head_branch");
  const id = numberAt(payload, "workflow_run", "id");
  if (event.name !== "workflow_run" || sha === null || owner === null || branch === null || id === null) return null;
  const attempt = numberAt(payload, "workflow_run", "run_attempt") ?? 1;
  const url = pageOf(env.GITHUB_SERVER_URL ?? "https://github.com", event.repository, id);
  const from = textAt(payload, "workflow_run", "head_repository", "full_name");
  const isOwn = from?.toLowerCase() === event.repository.toLowerCase();
  const label = `reported by the ${isOwn ? "pull request" : "fork"}'s run`;
  return { sha, owner, branch, run: { id, attempt, url }, label };
}

/** Links lead where this Action itself would lead: the page of a rule of ours, the page of the run. */
function withOwnLinks(report: ActionReport, { run }: Origin): ActionReport {
  const linked = <Item extends { readonly ruleId: string }>(item: Item) => ({ ...item, url: ownPage(item.ruleId) });
  return {
    ...report,
    run,
    diff: report.diff === null ? null : { ...report.diff, changes: report.diff.changes.map(linked) },
    check: { ...report.check, findings: report.check.findings.map(linked) },
  };
}

function ownPage(ruleId: string): string {
  return /^[a-z]+\/[a-z-]+$/.test(ruleId) ? ruleUrl(ruleId) : "";
}

/** The report in a file; or what is wrong with it, without a full stop. */
function reportIn(file: string): ActionReport | string {
  const read = readText(file);
  if (!read.ok) return read.reason === "missing" ? "there is no such file" : "it cannot be read";
  if (read.text.length > MOST_LENGTH) return "it is far too long";
  const parsed = readReport(read.text);
  if (!parsed.ok) return parsed.why;
  const days = [parsed.report.asOf, parsed.report.diff?.asOf ?? parsed.report.asOf];
  return days.every((day) => parseDay(day) !== null) ? parsed.report : "its day is no day";
}

/** Comments on the pull request of the run; that there is none is told. */
async function comment(runner: Runner, inputs: Inputs, report: ActionReport, origin: Origin): Promise<CommentOutcome> {
  const skip = (reason: string): CommentOutcome => ({ action: "skipped", reason, url: null, isFailure: true });
  if (inputs.token === "") return skip("there is no token");
  const listed = await runner.github().pullsFrom(origin.owner, origin.branch);
  // A look-up by commit finds nothing for forks.
  const found = listed.ok ? listed.value.find(({ headSha }) => headSha === origin.sha) : null;
  if (found !== undefined && found !== null) {
    const target = { pull: found.number, headSha: origin.sha, noComment: null, origin: origin.label };
    return writeComment(runner, report, inputs, target);
  }
  const why = listed.ok
    ? "no open pull request has this commit as its head"
    : `its pull request cannot be found: ${wordsOf(listed)}`;
  tell(runner, "warning", `The comment was not written: ${why}.`);
  return skip(why);
}
