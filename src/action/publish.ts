/** `publish-report`: posts what the run of a fork reported, from a workflow that may write. */

import { ruleUrl } from "../definition/urls.ts";
import { readText } from "../host/files.ts";
import type { ActionReport } from "../report/action/model.ts";
import { readReport } from "../report/action/model.ts";
import type { CommentOutcome } from "./comment.ts";
import { tell, writeComment, writeSummary } from "./deliver.ts";
import { numberAt, shaAt, textAt } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { pageOf } from "./run-of.ts";
import type { Runner } from "./runner.ts";

const ORIGIN = "reported by the fork's run";
/** A report holds some hundred findings and KPIs; a longer file is none of ours. */
const MAX_LENGTH = 5_000_000;

/**
 * Reads the report as data, checks that it belongs to the run that this event is about, finds its pull request and
 * renders everything again. No text of the file is posted as it is.
 */
export async function publishReport(runner: Runner, inputs: Inputs, file: string): Promise<number> {
  const read = reportIn(runner, file);
  if (read === null) return 1;
  const report = withOwnLinks(read, runner);
  const { payload } = runner.event;
  const sha = shaAt(payload, "workflow_run", "head_sha");
  const owner = textAt(payload, "workflow_run", "head_repository", "owner", "login");
  const branch = textAt(payload, "workflow_run", "head_branch");
  const refuse = (why: string): number => {
    tell(runner, "error", `The report is not published: ${why}.`);
    outputsOf(runner, report, { action: "skipped", reason: why, url: null });
    return 1;
  };
  if (sha === null || owner === null || branch === null) return refuse("publish-report works in workflow_run only");
  if (report.sha !== sha) return refuse("it is about another commit than the run that it comes from");
  if (report.repository.toLowerCase() !== runner.event.repository.toLowerCase()) {
    return refuse("it is about another repository");
  }
  writeSummary(runner, report, ORIGIN);
  const pull = await pullOf(runner, inputs, owner, branch, sha);
  const outcome =
    typeof pull === "string"
      ? { action: "skipped" as const, reason: pull, url: null }
      : await writeComment(runner, report, inputs, { pull, headSha: sha, noComment: null, origin: ORIGIN });
  if (typeof pull === "string") tell(runner, "warning", `The comment was not written: ${pull}`);
  outputsOf(runner, report, outcome);
  return 0;
}

/** Links lead where this Action itself would lead: the page of a rule of ours, the page of the run. */
function withOwnLinks(report: ActionReport, { env, event }: Runner): ActionReport {
  const id = numberAt(event.payload, "workflow_run", "id") ?? 0;
  const attempt = numberAt(event.payload, "workflow_run", "run_attempt") ?? 1;
  const linked = <Item extends { readonly ruleId: string }>(item: Item) => ({ ...item, url: ownPage(item.ruleId) });
  return {
    ...report,
    run: { id, attempt, url: pageOf(env.GITHUB_SERVER_URL ?? "https://github.com", event.repository, id) },
    diff: report.diff === null ? null : { ...report.diff, changes: report.diff.changes.map(linked) },
    check: { ...report.check, findings: report.check.findings.map(linked) },
  };
}

function ownPage(ruleId: string): string {
  return /^[a-z]+\/[a-z-]+$/.test(ruleId) ? ruleUrl(ruleId) : "";
}

function reportIn(runner: Runner, file: string): ActionReport | null {
  const read = readText(file);
  const failed = (why: string): null => {
    tell(runner, "error", `publish-report: ${file} is no report of this Action: ${why}.`);
    return null;
  };
  if (!read.ok) return failed(read.detail === "" ? "it cannot be read" : read.detail);
  if (read.text.length > MAX_LENGTH) return failed("it is far too long");
  const parsed = readReport(read.text);
  return parsed.ok ? parsed.report : failed(parsed.why);
}

/** The pull request of a branch and commit: a look-up by commit finds nothing for forks. A sentence where there is none. */
async function pullOf(
  runner: Runner,
  { token }: Inputs,
  owner: string,
  branch: string,
  sha: string,
): Promise<number | string> {
  if (token === "") return "there is no token";
  const listed = await runner.connect(token).pullsFrom(owner, branch);
  if (!listed.ok) return `its pull request cannot be found: ${listed.message}`;
  const found = listed.value.find(({ headSha, isOpen }) => isOpen && headSha === sha);
  return found?.number ?? "no open pull request has this commit as its head";
}

function outputsOf(runner: Runner, { conclusion }: ActionReport, outcome: CommentOutcome): void {
  runner.output("conclusion", conclusion);
  runner.output("comment-action", outcome.action);
  runner.output("comment-skip-reason", outcome.reason ?? "");
  runner.output("comment-url", outcome.url ?? "");
}
