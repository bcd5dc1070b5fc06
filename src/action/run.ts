/** One run of the Action: inputs and event → check, review and progress → report, annotations, comment, verdict. */

import * as path from "node:path";
import { verdictLevels } from "../changes/levels.ts";
import { ConfigError, UsageError } from "../commands/errors.ts";
import { asOfFrom, type Project } from "../commands/open.ts";
import { configResult } from "../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import type { Finding } from "../findings/finding.ts";
import { progressOf, type ScoredKpi } from "../progress/progress.ts";
import { worse } from "../progress/rollup.ts";
import type { ActionReport } from "../report/action/model.ts";
import { type Annotation, MOST_ANNOTATIONS } from "../report/annotations.ts";
import { findingAnnotation } from "../report/github.ts";
import { isGuardrailBroken } from "../report/progress/report.ts";
import { count } from "../report/words.ts";
import { annotationsFor } from "./annotate-lines.ts";
import { buildReport, shownKpis } from "./build-report.ts";
import { contextOf, type Place, type RunContext } from "./context.ts";
import { writeComment } from "./deliver.ts";
import { planOf } from "./event.ts";
import { writeFiles, writeSummary } from "./files.ts";
import { type Found, find } from "./find.ts";
import { InputError, type Inputs, inputsFrom } from "./inputs.ts";
import { logFindings, writeOutputs, writeShortOutputs } from "./outputs.ts";
import { publishReport } from "./publish.ts";
import { openReviewed } from "./reviewed.ts";
import { runOf } from "./run-of.ts";
import type { Runner } from "./runner.ts";
import { moved, sarifFromTop } from "./sarif.ts";
import { writeSite } from "./site.ts";
import { annotate, tell, tellAll } from "./tell.ts";
import { fails, failuresOf } from "./verdict.ts";

/** Sentences of one kind that stand above the annotations of lines. */
const MOST_TOLD = 5;

/** Runs the Action; its exit status. */
export async function runAction(runner: Runner): Promise<number> {
  try {
    const changeNames = verdictLevels.map(({ id }) => id.slice("diff/".length));
    const inputs = inputsFrom(runner.input, changeNames);
    const file = inputs.publishReport;
    if (file !== null) return await publishReport(runner, inputs, path.resolve(runner.workspace, file));
    return await report(runner, inputs);
  } catch (error) {
    if (!(error instanceof InputError || error instanceof UsageError || error instanceof ConfigError)) throw error;
    const sentences = error instanceof InputError ? error.sentences : [error.message];
    tellAll(runner, "error", sentences, MOST_ANNOTATIONS);
    writeShortOutputs(runner, "failure", "there is no report");
    return 1;
  }
}

async function report(runner: Runner, inputs: Inputs): Promise<number> {
  const plan = planOf(runner.event);
  for (const { level, text } of plan.notices) tell(runner, level, text);
  if (plan.isOver) {
    writeShortOutputs(runner, "success", "there is nothing to report");
    return 0;
  }
  const context = contextOf(runner, inputs, plan);
  const reviewed = await openReviewed(context);
  const { project, place } = reviewed;
  const problems = [...project.configProblems, ...readKnown(project.textOf(KNOWN_FILE)).problems];
  if (problems.length > 0) return refuseConfig(runner, { ...project, configProblems: problems }, place, context);
  return reportFindings(runner, await find(reviewed, context), place, context);
}

/** Findings about the config are all that can be trusted then. */
async function refuseConfig(runner: Runner, project: Project, place: Place, context: RunContext): Promise<number> {
  const { rules, config, textOf, configProblems } = project;
  const { asOf } = asOfFrom(context.options, context.host);
  const result = configResult(configProblems, { rules, config, asOf, textOf });
  const failures = [`${count(result.summary.errors, "error")} in the config`];
  const noBase = "the config is wrong";
  const made = reportOf(
    runner,
    { failures, review: null, ended: [], noBase, check: result, progress: null },
    place,
    context,
  );
  const annotations = result.findings.map((finding) => findingAnnotation(moved(finding, place.prefix)));
  return deliver(runner, { made, all: result, textOf, annotations }, place, context);
}

async function reportFindings(runner: Runner, found: Found, place: Place, context: RunContext): Promise<number> {
  const { opened, all, shown, review, ended, noBase, doubt } = found;
  const { inputs, options, host } = context;
  const progress = progressOf(opened.workspace, asOfFrom(options, host).asOf);
  const older = olderFindings(found);
  const failures = failuresOf({
    inputs,
    findings: inputs.newOnly ? shown.findings : [...shown.findings, ...older],
    older: new Set(older),
    review,
    noBase,
    statuses: (review === null ? progress.kpis : shownKpis(progress, review)).map(statusOf),
    unreadable: opened.unreadable,
  });
  const parts = { failures, review, ended, noBase: noBase ?? doubt, check: shown, progress };
  const made = reportOf(runner, parts, place, context);
  // Without any threshold they are no failure, which would have told them.
  if (failures.length === 0) tellAll(runner, "warning", opened.unreadable, MOST_TOLD);
  if (noBase !== null) tell(runner, "warning", `Changes are not compared: ${noBase}.`);
  if (doubt !== null) tell(runner, "warning", `The comparison may be wrong: ${doubt}.`);
  const annotations = await annotationsFor(found, place, context);
  if (!inputs.newOnly)
    logFindings(
      runner,
      older.filter(({ severity }) => fails(severity, inputs)),
      place.prefix,
    );
  if (inputs.htmlDir !== null) {
    const { asOf } = asOfFrom(options, host);
    writeSite(runner, inputs.htmlDir, place.prefix, { opened, result: all, asOf });
  }
  return deliver(runner, { made, all, textOf: opened.textOf, annotations }, place, context);
}

/** What stood before the change already, where something was compared. */
function olderFindings({ all, shown, review, opened }: Found): readonly Finding[] {
  if (review === null) return [];
  const fresh = new Set(shown.findings);
  return all.findings.filter((finding) => opened.shows(finding.file) && !fresh.has(finding));
}

/** A broken guardrail counts as off-track, as on the command line. */
function statusOf(scored: ScoredKpi) {
  const { status } = scored.progress;
  const counted = isGuardrailBroken(scored) ? (worse(status, "off-track") ?? status) : status;
  return { id: scored.kpi.id, status: counted };
}

type Parts = Pick<Parameters<typeof buildReport>[0], "failures" | "review" | "ended" | "noBase" | "check" | "progress">;

function reportOf(runner: Runner, parts: Parts, { prefix }: Place, { inputs, plan }: RunContext): ActionReport {
  return buildReport({
    ...parts,
    repository: runner.event.repository,
    sha: plan.headSha,
    run: runOf(runner),
    workspace: inputs.workingDirectory,
    prefix,
    sections: inputs.sections,
    redact: runner.redact,
  });
}

/** What a run has to tell. */
interface Outcome {
  readonly made: ActionReport;
  /** Findings of the whole workspace. */
  readonly all: CheckResult;
  readonly textOf: Project["textOf"];
  readonly annotations: readonly Annotation[];
}

/** Takes the report everywhere; the exit status. */
async function deliver(
  runner: Runner,
  { made, all, textOf, annotations }: Outcome,
  { prefix }: Place,
  { inputs, plan }: RunContext,
): Promise<number> {
  if (inputs.summary) writeSummary(runner, made);
  const files = writeFiles(runner, inputs, made, () => sarifFromTop(runner.redact(all), prefix, textOf));
  const isNamed = inputs.pull !== null && inputs.pull !== plan.pull;
  const comment = await writeComment(runner, made, inputs, {
    pull: inputs.pull ?? plan.pull,
    headSha: isNamed ? null : plan.headSha,
    noComment: isNamed ? null : plan.noComment,
  });
  tellAll(runner, "error", made.failures, MOST_TOLD);
  annotate(runner, annotations);
  writeOutputs(runner, made, files, comment);
  return made.conclusion === "success" ? 0 : 1;
}
