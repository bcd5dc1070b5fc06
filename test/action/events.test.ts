/** What each event compares, annotates and comments on. */

import { existsSync, rmSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { Folder } from "../support/cli.ts";
import { gitIn } from "../support/repository.ts";
import {
  type ActionEvent,
  deletedBranchEvent,
  mergeGroupEvent,
  newBranchEvent,
  pullRequestTargetEvent,
  pushEvent,
  scheduleEvent,
  workflowDispatchEvent,
} from "./support/events.ts";
import { commit, serverRepository } from "./support/git.ts";
import { EASED, EXPLAINED, edited, KPIS, RAISED, VAGUE } from "./support/kpis.ts";
import type { Step, StepResult } from "./support/runner.ts";
import { runAction } from "./support/runner.ts";
import { BUNDLE, checkedOut, DAY, reportOf, stage } from "./support/scene.ts";

const on = stage();

const ADVICE = "fetch-depth: 2";
const ruleIds = (result: StepResult) => reportOf(result).diff?.changes.map(({ ruleId }) => ruleId) ?? null;
const comparedWith = (result: StepResult) => reportOf(result).diff?.base ?? null;
const told = ({ annotations }: StepResult, level = "warning") =>
  annotations.filter((one) => one.level === level && one.file === null).map(({ message }) => message);
/** The clone loses its origin, as where credentials are not kept. */
const cutOff = (folder: string) => gitIn(folder, "remote", "set-url", "origin", "file:///nowhere");

describe("pull_request", () => {
  const later = { "kpi.yaml": edited(KPIS, ['owner: "@ceo"', 'owner: "@cfo"']), "other.yaml": "a: 1\n" };

  it.each([1, 2, 0])("compares the merge commit with its first parent (fetch-depth: %i)", async (depth) => {
    const { run, files } = await on.scene({ change: EXPLAINED, later, depth });
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { lane: "definition", "comment-action": "created" } });
    expect(comparedWith(result)).toBe(files.baseSha);
    expect(reportOf(result).sha).toBe(files.headSha);
    expect(ruleIds(result)).toEqual(["diff/status-by-definition", "diff/target-eased"]);
    expect(told(result)).toEqual([]);
  });

  it.each([1, 2, 0])("compares the head with where it left the base (fetch-depth: %i)", async (depth) => {
    const { run, files } = await on.scene({ change: EXPLAINED, later, depth, ref: "head" });
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "created" } });
    expect(comparedWith(result)).toBe(files.origin.git("rev-parse", `${files.headSha}^`));
    expect(ruleIds(result)).toEqual(["diff/status-by-definition", "diff/target-eased"]);
    expect(told(result)).toEqual([]);
  });

  it("compares with the base itself where nothing says what both come from, and says so", async () => {
    const { workspace, run, files } = await on.scene({ change: EXPLAINED, depth: 1, ref: "head" });
    const orphan = gitIn(workspace.path, "commit-tree", "HEAD^{tree}", "-m", "no parents");
    gitIn(workspace.path, "checkout", "-q", orphan);
    const result = await run();
    expect(comparedWith(result)).toBe(files.baseSha);
    expect(told(result)).toEqual([expect.stringMatching(/^The comparison may be wrong: .*`fetch-depth: 0`\.$/)]);
  });

  it.each([
    ["the merge commit", "merge"],
    ["the head", "head"],
  ] as const)("goes on without a base: %s alone, and no origin", async (_, ref) => {
    const { workspace, run } = await on.scene({ change: EASED, depth: 1, ref });
    cutOff(workspace.path);
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { conclusion: "success", lane: "", kpis: "1" } });
    expect(reportOf(result)).toMatchObject({ diff: null, noBase: expect.stringContaining(ADVICE) });
    expect(told(result)).toEqual([expect.stringMatching(/^Changes are not compared: .*`fetch-depth: 2`\.$/)]);
    expect(result.summary).toContain(ADVICE);
    const gated = await run({ "fail-on-change": "eased" });
    expect(gated).toMatchObject({ status: 1, outputs: { conclusion: "failure" } });
    expect(told(gated, "error")).toEqual([expect.stringMatching(/^fail-on-change cannot be judged: .*fetch-depth: 2/)]);
  });

  it("does not take the base for the pull request", async () => {
    const { run, number } = await on.scene({ change: EASED, ref: "base" });
    const result = await run();
    expect(ruleIds(result)).toBeNull();
    const advice = `the base of the pull request is checked out, and not the pull request; give actions/checkout \`ref: refs/pull/${number}/merge\``;
    expect(told(result)).toEqual([expect.stringContaining(advice)]);
  });

  it("goes on without a repository", async () => {
    const { workspace, run } = await on.scene({ change: EASED });
    rmSync(workspace.join(".git"), { recursive: true });
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { lane: "", kpis: "1" } });
    expect(told(result)).toEqual([expect.stringContaining("is in no git repository")]);
    expect(await run({ base: "main" })).toMatchObject({ status: 1, outputs: { conclusion: "failure" } });
  });

  it("goes on where the clone lacks files of the base", async () => {
    const { origin, first, next } = server();
    origin.git("config", "uploadpack.allowFilter", "true");
    const after = next(EASED);
    const partial = new Folder();
    onTestFinished(() => partial.drop());
    const git = (...args: readonly string[]) => gitIn(partial.path, ...args);
    git("init", "-q");
    git("remote", "add", "origin", `file://${origin.path}`);
    git("fetch", "-q", "--filter=blob:none", "--depth=2", "origin", after);
    git("checkout", "-q", after);
    const result = await runFor(pushEvent({ before: first, after }), partial.path);
    expect(result).toMatchObject({ status: 0, outputs: { lane: "", kpis: "1" } });
    expect(told(result)).toEqual([expect.stringContaining("This clone is partial (--filter) and lacks files")]);
  });
});

describe("pull_request_target", () => {
  const plugin = {
    "kpi.config.yaml": "version: 1\nplugins: [./rules.mjs]\nrules: { ours/none: error }\n",
    "rules.mjs": `import { writeFileSync } from "node:fs";
writeFileSync(new URL("./ran", import.meta.url), "");
const [level, letter, summary, messages] = ["warning", null, "Nothing", { none: "Nothing." }];
export const none = { id: "ours/none", summary, letter, level, messages, workspace: () => {} };
`,
  };
  const target = { fork: true, base: { "kpi.yaml": KPIS, ...plugin }, change: EXPLAINED } as const;

  it("reads the pull request as data, comments, and warns", async () => {
    const { run, files, workspace } = await on.scene(target);
    const step = { event: pullRequestTargetEvent(files), token: on.github.emulator.tokens.write };
    const result = await run({}, step);
    expect(result).toMatchObject({ status: 0, outputs: { lane: "definition", "comment-action": "created" } });
    expect(comparedWith(result)).toBe(files.baseSha);
    expect(told(result)).toEqual([
      expect.stringMatching(/^pull_request_target runs with a token that may write.*no plug-in runs/),
    ]);
    expect(existsSync(workspace.join("ran"))).toBe(false);
  });

  it("is the only event whose plug-ins do not run", async () => {
    const { run, workspace } = await on.scene(target);
    expect(await run()).toMatchObject({ status: 0, outputs: { conclusion: "success" } });
    expect(existsSync(workspace.join("ran"))).toBe(true);
  });

  it("says where only the base is checked out", async () => {
    const { run, files } = await on.scene({ ...target, ref: "base" });
    const result = await run({}, { event: pullRequestTargetEvent(files), token: on.github.emulator.tokens.write });
    expect(told(result)[1]).toContain("the base of the pull request is checked out");
    expect(result.status).toBe(0);
  });
});

/** A server with `main` at one commit, and what follows. */
function server() {
  const origin = serverRepository({ "kpi.yaml": KPIS });
  onTestFinished(() => origin.drop());
  const first = origin.git("rev-parse", "HEAD");
  return { origin, first, next: (text: string, message = "next") => commit(origin, { "kpi.yaml": text }, message) };
}

/** Runs the Action for an event that belongs to no pull request. */
function runFor(event: ActionEvent, folder: string, inputs = {}, step: Partial<Step> = {}): Promise<StepResult> {
  return runAction({
    bundle: BUNDLE,
    repositoryFolder: folder,
    event,
    apiUrl: on.github.proxy.url,
    token: on.github.emulator.tokens.write,
    inputs: { "as-of": DAY, ...inputs },
    ...step,
  });
}

const NO_COMMENT = (event: string) => ({
  "comment-action": "skipped",
  "comment-skip-reason": `${event} belongs to no pull request`,
  "comment-url": "",
});

describe("merge_group", () => {
  it.each([1, 2])("compares what goes in with what is there (fetch-depth: %i)", async (depth) => {
    const { origin, first, next } = server();
    const queue = `gh-readonly-queue/main/pr-1-${first}`;
    origin.git("checkout", "-q", "-b", queue);
    next(RAISED, "one");
    const head = next(EASED, "two");
    const { path } = checkedOut(origin, `refs/heads/${queue}`, head, depth);
    const before = on.github.proxy.exchanges.length;
    const result = await runFor(mergeGroupEvent({ headSha: head, baseSha: first }), path);
    expect(result).toMatchObject({ status: 1, outputs: { "eased-targets": "1", ...NO_COMMENT("merge_group") } });
    expect(comparedWith(result)).toBe(first);
    expect(result.annotations.map(({ file, line }) => [file, line])).toContainEqual(["kpi.yaml", 23]);
    expect(result.summary).toContain("nps-2026");
    expect(on.github.proxy.exchanges.length).toBe(before);
  });
});

describe("push", () => {
  it.each([1, 2, 0])("compares before with after (fetch-depth: %i)", async (depth) => {
    const { origin, first, next } = server();
    next(RAISED);
    const after = next(EXPLAINED);
    const { path } = checkedOut(origin, "refs/heads/main", after, depth);
    const result = await runFor(pushEvent({ before: first, after }), path);
    expect(result).toMatchObject({ status: 0, outputs: { "eased-targets": "1", ...NO_COMMENT("push") } });
    expect(comparedWith(result)).toBe(first);
    expect(reportOf(result)).toMatchObject({ sha: after, diff: { head: after } });
    expect(result.annotations.map(({ level }) => level)).toEqual(["warning", "warning"]);
  });

  it.each([
    ["of a new branch", false],
    ["that forces a branch", true],
  ])("%s compares with where it left the default branch", async (_, forced) => {
    const { origin, first, next } = server();
    origin.git("checkout", "-q", "-b", "change");
    const thrownAway = next(RAISED, "thrown away");
    origin.git("reset", "-q", "--hard", first);
    const after = next(EASED);
    origin.git("checkout", "-q", "main");
    next(edited(KPIS, ["baseline: 62", "baseline: 60"]));
    const event = forced
      ? pushEvent({ before: thrownAway, after, branch: "change", forced })
      : newBranchEvent(after, "change");
    const whole = await runFor(event, checkedOut(origin, "refs/heads/change", after, 0).path);
    expect(comparedWith(whole)).toBe(first);
    expect(ruleIds(whole)).toContain("diff/target-eased");
    const shallow = await runFor(event, checkedOut(origin, "refs/heads/change", after, 2).path);
    expect(shallow).toMatchObject({ status: 0, outputs: { kpis: "1", lane: "" } });
    expect(told(shallow)).toEqual([expect.stringContaining("give actions/checkout `fetch-depth: 0`")]);
  });

  it("that forces the default branch compares with what it was", async () => {
    const { origin, first, next } = server();
    const before = next(RAISED);
    origin.git("branch", "-q", "kept");
    origin.git("reset", "-q", "--hard", first);
    const after = next(EASED, "forced");
    const { path } = checkedOut(origin, "refs/heads/main", after, 2);
    expect(comparedWith(await runFor(pushEvent({ before, after, forced: true }), path))).toBe(before);
  });

  it("of a new branch that differs in nothing is a whole check, and nothing is missing", async () => {
    const { origin, first } = server();
    origin.git("branch", "-q", "change");
    const { path } = checkedOut(origin, "refs/heads/change", first, 0);
    const result = await runFor(newBranchEvent(first), path);
    expect(result).toMatchObject({ status: 0, annotations: [], outputs: { kpis: "1", lane: "" } });
  });

  it("that deletes a branch is over at once", async () => {
    const { origin, first } = server();
    const { path } = checkedOut(origin, "refs/heads/main", first);
    const result = await runFor(deletedBranchEvent("a".repeat(40), first), path);
    expect(result).toMatchObject({
      status: 0,
      summary: "",
      outputs: { conclusion: "success", "comment-action": "skipped" },
    });
    expect(told(result, "notice")).toEqual(["The branch was deleted: nothing to report."]);
  });
});

describe("events without a change", () => {
  const events: readonly (readonly [string, (sha: string) => ActionEvent])[] = [
    ["schedule", scheduleEvent],
    ["workflow_dispatch", workflowDispatchEvent],
    [
      "issue_comment",
      (sha) => ({ ...scheduleEvent(sha), name: "issue_comment", payload: { action: "created", issue: { number: 1 } } }),
    ],
    ["a_new_event", (sha) => ({ ...scheduleEvent(sha), name: "a_new_event", payload: {} })],
    [
      "pull_request",
      (sha) => ({ ...scheduleEvent(sha), name: "pull_request", payload: { pull_request: { number: "1; id" } } }),
    ],
    [
      "merge_group",
      (sha) => ({ ...scheduleEvent(sha), name: "merge_group", payload: { merge_group: { base_sha: "--output=x" } } }),
    ],
  ];

  it.each(events)("%s: the whole check, everything annotated", async (name, event) => {
    const { origin, next } = server();
    const sha = next(VAGUE);
    const { path } = checkedOut(origin, "refs/heads/main", sha, 1);
    const result = await runFor(event(sha), path);
    expect(result).toMatchObject({
      status: 0,
      outputs: { warnings: "1", "changed-kpis": "0", lane: "", ...NO_COMMENT(name) },
    });
    expect(result.annotations).toMatchObject([{ level: "warning", file: "kpi.yaml", line: 17 }]);
    expect(result.summary).toMatch(/1 warning/);
  });

  it("workflow_dispatch comments on the pull request that is named", async () => {
    const { number, comments, files } = await on.scene({ change: VAGUE });
    const { path } = checkedOut(files.origin, "refs/heads/main", files.baseSha);
    const event = workflowDispatchEvent(files.baseSha);
    const inputs = { "pr-number": `${number}`, comment: "always" };
    expect((await runFor(event, path, inputs)).outputs).toMatchObject({ "comment-action": "created" });
    expect(await comments()).toHaveLength(1);
    const missing = await runFor(event, path, { ...inputs, "pr-number": "9999" });
    expect(missing).toMatchObject({ status: 0, outputs: { "comment-action": "skipped" } });
    expect(told(missing)).toEqual([
      expect.stringContaining("there is no pull request 9999 that the token can see (404)"),
    ]);
  });
});

describe("base and head", () => {
  it("may be named", async () => {
    const { origin, first, next } = server();
    const second = next(RAISED);
    next(EASED);
    origin.git("tag", "v1", second);
    const { path } = checkedOut(origin, "refs/heads/main", origin.git("rev-parse", "HEAD"), 0);
    const event = scheduleEvent(second);
    expect(comparedWith(await runFor(event, path, { base: "v1" }))).toBe(second);
    const between = await runFor(event, path, { base: first, head: "v1" });
    expect(reportOf(between).diff).toMatchObject({ base: first, head: second });
    expect(ruleIds(between)).toEqual(["diff/target-raised"]);
  });

  it("are fetched by their ids where the clone lacks them", async () => {
    const { origin, first, next } = server();
    const second = next(RAISED);
    const third = next(EASED);
    const { path } = checkedOut(origin, "refs/heads/main", third, 1);
    const result = await runFor(scheduleEvent(third), path, { base: first, head: second });
    expect(reportOf(result).diff).toMatchObject({ base: first, head: second });
  });

  it.each([
    ["main", 0],
    ["main", 2],
    ["origin/main", 2],
    ["v1", 2],
  ] as const)(
    "may be a branch or tag of the origin that the clone has no name for: %s at depth %i",
    async (base, depth) => {
      const { run, files, workspace } = await on.scene({ change: EASED, depth, later: { "b.txt": "later\n" } });
      gitIn(files.origin.path, "tag", "-f", "v1", files.baseSha);
      expect(gitIn(workspace.path, "for-each-ref", "refs/heads")).toBe("");
      const result = await run({ base });
      expect(comparedWith(result)).toBe(files.baseSha);
      expect(ruleIds(result)).toContain("diff/target-eased");
    },
  );

  it("are asked back about with a question mark alone", async () => {
    const { run } = await on.scene({ change: EASED, depth: 0 });
    expect(told(await run({ base: "origin/mian" }), "error")).toEqual([
      expect.stringMatching(/^base: .* Did you mean .*main\?$/),
    ]);
  });

  it.each([
    ["base", "nothing-like-that", "base: There is no"],
    ["base", "main~9", "base: "],
    ["base", "refs/heads/*", 'base: "refs/heads/*" cannot name a commit'],
    ["base", "--output=/tmp/x", 'base: "--output=/tmp/x" cannot name a commit'],
    ["base", "a".repeat(40), "base: the commit aaaaaaaa is not in this clone and cannot be fetched"],
    ["head", "main..x", 'head: "main..x" cannot name a commit'],
    ["head", "./elsewhere", 'head: "./elsewhere" cannot name a commit'],
  ])("that name nothing are an error: %s %s", async (input, value, words) => {
    const { origin, first, next } = server();
    const after = next(RAISED);
    const { path } = checkedOut(origin, "refs/heads/main", after, 2);
    const result = await runFor(pushEvent({ before: first, after }), path, { [input]: value });
    expect(result).toMatchObject({
      status: 1,
      summary: "",
      outputs: { conclusion: "failure", "comment-action": "skipped" },
    });
    expect(told(result, "error")).toEqual([expect.stringContaining(words)]);
  });
});
