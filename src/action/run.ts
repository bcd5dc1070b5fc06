/** One run of the Action: inputs and event → check, review and progress → report, annotations, comment, verdict. */

import * as path from "node:path";
import { verdictLevels } from "../changes/levels.ts";
import { DataCache } from "../commands/data-cache.ts";
import { ConfigError, UsageError } from "../commands/errors.ts";
import type { CommonOptions, Host } from "../commands/host.ts";
import { asOfFrom, noFiles, type Opened, openProject, type Project, readProject } from "../commands/open.ts";
import { openSides } from "../commands/sides.ts";
import { type HeadVersion, openVersion } from "../commands/version.ts";
import { type CheckInput, check, configResult } from "../engine/check.ts";
import { KNOWN_FILE, readKnown } from "../engine/known-file.ts";
import type { CheckResult } from "../engine/result.ts";
import { type ReviewResult, review } from "../engine/review.ts";
import { newSince } from "../engine/since.ts";
import { kindOf } from "../host/files.ts";
import { type Repository, repositoryOf, resolveRef } from "../host/git.ts";
import { type Hunk, hunksBetween } from "../host/git-lines.ts";
import { progressOf } from "../progress/progress.ts";
import { reportBody } from "../report/action/body.ts";
import type { ActionReport } from "../report/action/model.ts";
import { annotationLines } from "../report/annotations.ts";
import { checkReporters } from "../report/formats.ts";
import { jsonText, terminal } from "../report/untrusted.ts";
import { count, severityCounts } from "../report/words.ts";
import { annotationsOf } from "./annotate.ts";
import { findBase, namedBase } from "./base.ts";
import { buildReport, shownKpis } from "./build-report.ts";
import type { CommentOutcome } from "./comment.ts";
import { tell, writeComment, writeFile, writeSummary } from "./deliver.ts";
import { type EventPlan, planOf } from "./event.ts";
import { InputError, type Inputs, inputsFrom } from "./inputs.ts";
import { publishReport } from "./publish.ts";
import { runOf } from "./run-of.ts";
import type { Runner } from "./runner.ts";

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
    for (const line of error.message.split("\n")) tell(runner, "error", line);
    runner.output("conclusion", "failure");
    return 1;
  }
}

/** Everything that a run has found, before it is told. */
interface Found {
  readonly opened: Opened;
  /** Findings of the whole workspace, and those to show: new ones where something was compared. */
  readonly all: CheckResult;
  readonly shown: CheckResult;
  readonly review: ReviewResult | null;
  readonly noBase: string | null;
  readonly base: string | null;
  readonly repository: Repository | null;
}

async function report(runner: Runner, inputs: Inputs): Promise<number> {
  const plan = planOf(runner.event);
  for (const { level, text } of plan.notices) tell(runner, level, text);
  if (plan.isOver) {
    runner.output("conclusion", "success");
    return 0;
  }
  const host = hostIn(runner, inputs);
  const options: CommonOptions = {
    color: false,
    quiet: true,
    plugins: plan.runsPlugins,
    ...(inputs.config === null ? {} : { config: inputs.config }),
    ...(inputs.asOf === null ? {} : { asOf: inputs.asOf }),
  };
  const project = await openProject(inputs.paths, options, host);
  const known = readKnown(project.textOf(KNOWN_FILE));
  if (project.configProblems.length + known.problems.length > 0) {
    return refuseConfig(runner, project, [...project.configProblems, ...known.problems], options, host);
  }
  if (project.files.length === 0) throw new UsageError(noFiles(inputs.paths, project, host));
  const found = await find(project, plan, inputs, options, host);
  return await deliver(runner, inputs, plan, found, options, host);
}

function hostIn(runner: Runner, { workingDirectory }: Inputs): Host {
  const cwd = path.resolve(runner.workspace, workingDirectory);
  if (kindOf(cwd) !== "directory") {
    throw new UsageError(`working-directory: there is no folder "${workingDirectory}" in the checkout.`);
  }
  return { ...runner.host, cwd, startedIn: cwd };
}

/** Findings about the config are all that can be trusted then. */
function refuseConfig(
  runner: Runner,
  project: Project,
  problems: Project["configProblems"],
  options: CommonOptions,
  host: Host,
): number {
  const { rules, config, textOf } = project;
  const result = configResult(problems, { rules, config, asOf: asOfFrom(options, host).asOf, textOf });
  const context = { textOf, colour: false, width: 100, elapsedMs: null, smart: false, quiet: false };
  for (const line of checkReporters.github(result, context).split("\n")) if (line !== "") runner.print(line);
  runner.output("conclusion", "failure");
  runner.output("errors", String(result.summary.errors));
  return 1;
}

async function find(
  project: Project,
  plan: EventPlan,
  inputs: Inputs,
  options: CommonOptions,
  host: Host,
): Promise<Found> {
  const data = new DataCache(project.root);
  const opened = await readProject(project, options, host, new Map(), new Map(), data.read);
  const { asOf, asOfGiven } = asOfFrom(options, host);
  const { workspace, config, rules, textOf, matches, shows } = opened;
  const known = readKnown(textOf(KNOWN_FILE));
  const input: CheckInput = { workspace, config, rules, asOf, asOfGiven, textOf, matches, known };
  const all = check(input);
  const git = await repositoryOf(project.root, host.env);
  const base = git.ok
    ? await (inputs.base === null ? findBase(plan.base, git.value) : namedBase(inputs.base, git.value))
    : ({ ok: false, isExpected: false, why: git.message.replace(/\.$/, "") } as const);
  if (inputs.base !== null && !base.ok) throw new UsageError(`base: ${base.why}.`);
  if (!(git.ok && base.ok)) {
    const noBase = base.ok || base.isExpected ? null : base.why;
    const shown = check({ ...input, shows });
    return { opened, all, shown, review: null, noBase, base: null, repository: git.ok ? git.value : null };
  }
  const { root, configFile, configSource, texts, contributions } = opened;
  const files = [...contributions.keys()];
  const head: HeadVersion = {
    root,
    config,
    configFile,
    configSource,
    files,
    texts,
    contributions,
    readData: data.read,
  };
  const version = await openVersion(git.value, base.commit, head);
  const then = version.isSame ? all : check({ ...input, workspace: version.workspace, textOf: version.textOf });
  return {
    opened,
    all,
    shown: newSince(all, then, shows).result,
    review: await reviewOf(base.commit, inputs.head, options, host),
    noBase: null,
    base: base.commit,
    repository: git.value,
  };
}

async function reviewOf(base: string, head: string | null, options: CommonOptions, host: Host): Promise<ReviewResult> {
  const sides = await openSides({ base, head, direct: true }, options, host);
  if ("wrong" in sides)
    throw new UsageError(`The config of "${head ?? "the checkout"}" is wrong; kpi config says where.`);
  const { config } = sides.base.version;
  const { globTest } = await import("../host/glob.ts");
  return review({
    base: sides.base,
    head: sides.head,
    asOf: asOfFrom(options, host).asOf,
    notBefore: sides.notBefore,
    names: { base: sides.base.name, head: sides.head.name },
    config,
    matches: (globs, file) => globTest(globs)(file),
  });
}

async function deliver(
  runner: Runner,
  inputs: Inputs,
  plan: EventPlan,
  found: Found,
  options: CommonOptions,
  host: Host,
): Promise<number> {
  const { opened, all, shown, review: changes } = found;
  const { asOf } = asOfFrom(options, host);
  const progress = progressOf(opened.workspace, asOf);
  const touched = changes === null ? progress.kpis : shownKpis(progress, changes);
  const { failuresOf } = await import("./verdict.ts");
  const failures = failuresOf({
    inputs,
    findings: inputs.newOnly ? shown.findings : all.findings.filter(({ file }) => opened.shows(file)),
    review: changes,
    statuses: touched.map(({ kpi, progress: { status } }) => ({ id: kpi.id, status })),
    unreadable: opened.unreadable,
  });
  const report = buildReport({
    repository: runner.event.repository,
    sha: plan.headSha,
    run: runOf(runner),
    workspace: inputs.workingDirectory,
    failures,
    review: changes,
    noBase: found.noBase,
    check: shown,
    progress,
    sections: inputs.sections,
  });
  await annotate(runner, inputs, plan, found);
  if (inputs.summary) writeSummary(runner, report);
  const files = writeFiles(runner, inputs, report, found);
  const pull = inputs.pull ?? plan.pull;
  const isNamed = inputs.pull !== null && inputs.pull !== plan.pull;
  const comment = await writeComment(runner, report, inputs, {
    pull,
    headSha: isNamed ? null : plan.headSha,
    noComment: isNamed ? null : plan.noComment,
  });
  for (const failure of failures) tell(runner, "error", failure);
  writeOutputs(runner, report, files, comment);
  return failures.length === 0 ? 0 : 1;
}

async function annotate(runner: Runner, inputs: Inputs, plan: EventPlan, found: Found): Promise<void> {
  const { repository, base } = found;
  const mode = plan.annotatesAll && inputs.annotate !== "none" ? "all" : inputs.annotate;
  const annotations = annotationsOf({
    mode,
    findings: mode === "all" ? found.all.findings.filter(({ file }) => found.opened.shows(file)) : found.shown.findings,
    changes: found.review?.changes ?? [],
    changed: repository === null || base === null ? null : await hunks(repository, base, "HEAD"),
    toHead: repository === null ? null : await hunksToHead(repository, plan.headSha),
    prefix: repository?.prefix ?? "",
  });
  for (const line of annotationLines(annotations, "the job summary has the rest")) runner.print(line);
}

/** GitHub shows the files of the pull request's head, which may lack what the merge brought in. */
async function hunksToHead(
  repository: Repository,
  headSha: string,
): Promise<ReadonlyMap<string, readonly Hunk[]> | null> {
  const checkedOut = await resolveRef(repository, "HEAD");
  if (!checkedOut.ok || checkedOut.value === headSha) return null;
  const head = await resolveRef(repository, headSha);
  return head.ok ? hunks(repository, checkedOut.value, head.value) : null;
}

/** Null where it cannot be said; then everything counts as changed, and no line is moved. */
async function hunks(
  repository: Repository,
  before: string,
  after: string,
): Promise<ReadonlyMap<string, readonly Hunk[]> | null> {
  const found = await hunksBetween(repository, before, after);
  return found.ok ? found.value : null;
}

interface Files {
  readonly json: string | null;
  readonly markdown: string | null;
  readonly sarif: string | null;
}

/** The report as JSON and Markdown always stands somewhere, so that later steps can read it. */
function writeFiles(runner: Runner, inputs: Inputs, report: ActionReport, { all, opened }: Found): Files {
  const folder = runner.env.RUNNER_TEMP ?? runner.workspace;
  const at = (file: string): string => path.resolve(runner.workspace, file);
  const json = inputs.jsonFile === null ? path.join(folder, "kpi-report.json") : at(inputs.jsonFile);
  const context = { textOf: opened.textOf, colour: false, width: 100, elapsedMs: null, smart: false, quiet: false };
  return {
    json: writeFile(runner, json, jsonText(report)),
    markdown: writeFile(runner, path.join(folder, "kpi-report.md"), reportBody(report, { limit: 1_000_000 })),
    sarif:
      inputs.sarifFile === null ? null : writeFile(runner, at(inputs.sarifFile), checkReporters.sarif(all, context)),
  };
}

function writeOutputs(runner: Runner, report: ActionReport, files: Files, comment: CommentOutcome): void {
  const { check: found, diff, progress } = report;
  const values: Readonly<Record<string, string | number>> = {
    conclusion: report.conclusion,
    lane: diff?.lane ?? "",
    errors: found.counts.errors,
    warnings: found.counts.warnings,
    infos: found.counts.infos,
    kpis: progress.kpis,
    "changed-kpis": diff?.summary.kpisChanged ?? 0,
    "eased-targets": diff?.summary.eased ?? 0,
    "off-track": progress.byStatus["off-track"] ?? 0,
    "report-json": files.json ?? "",
    "report-markdown": files.markdown ?? "",
    "sarif-file": files.sarif ?? "",
    "comment-action": comment.action,
    "comment-skip-reason": comment.reason ?? "",
    "comment-url": comment.url ?? "",
  };
  for (const [name, value] of Object.entries(values)) runner.output(name, String(value));
  const counts = severityCounts(found.counts) || "no findings";
  const line = `${report.conclusion}: ${counts} in ${count(progress.kpis, "KPI")}; comment ${comment.action}`;
  runner.print(terminal(comment.reason === null ? line : `${line} (${comment.reason})`));
}
