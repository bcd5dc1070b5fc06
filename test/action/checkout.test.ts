/** The checkouts and events that steps are given are those of GitHub's runners. */

import { existsSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { gitIn } from "../support/repository.ts";
import * as events from "./support/events.ts";
import {
  type Change,
  type CheckoutOptions,
  checkout,
  commit,
  type PullRequestFiles,
  pullRequestRepository,
  serverRepository,
} from "./support/git.ts";
import { annotationsOf, readCommands, readFileCommands } from "./support/runner-files.ts";

const BASE = { "kpi.yaml": "version: 1\n", "old.yaml": "a: 1\n" };
const CHANGES: readonly Change[] = [{ "kpi.yaml": "version: 2\n" }, { "kpi.yaml": "version: 3\n", "old.yaml": null }];

function pullRequest(more: Partial<PullRequestFiles> = {}) {
  const made = pullRequestRepository({ base: BASE, changes: CHANGES, later: { "other.yaml": "b: 1\n" }, ...more });
  onTestFinished(() => made.drop());
  return made;
}

function checkedOut(...args: Parameters<typeof checkout>) {
  const folder = checkout(...args);
  onTestFinished(() => folder.drop());
  return { folder, git: (...rest: readonly string[]) => gitIn(folder.path, ...rest) };
}

describe("a pull request's checkout", () => {
  it("is the test merge: its first parent is the base, its second the head", () => {
    const { origin, baseSha, headSha, mergeSha } = pullRequest();
    const { folder, git } = checkedOut(origin, "refs/pull/1/merge", mergeSha, { depth: 2 });
    expect(git("rev-list", "--parents", "-1", "HEAD")).toBe(`${mergeSha} ${baseSha} ${headSha}`);
    expect(git("show", "HEAD^1:kpi.yaml")).toBe("version: 1");
    expect(git("show", "HEAD:kpi.yaml")).toBe("version: 3");
    expect(git("for-each-ref", "--format=%(refname)")).toBe("refs/remotes/pull/1/merge");
    expect(git("status", "--porcelain")).toBe("");
    expect(git("rev-parse", "--is-shallow-repository", "--abbrev-ref", "HEAD")).toBe("true\nHEAD");
    expect(existsSync(folder.join("old.yaml"))).toBe(false);
    expect(() => git("rev-parse", "--verify", "-q", `${headSha}^^`)).toThrow();
  });

  it.each<[string, CheckoutOptions, boolean, number]>([
    ["has no parents with a depth of 1", {}, false, 1],
    ["has both parents with a depth of 2", { depth: 2 }, true, 3],
    ["has everything with a depth of 0", { depth: 0 }, true, 5],
  ])("%s", (_, options, hasBase, commits) => {
    const { origin, baseSha, mergeSha } = pullRequest();
    const { git } = checkedOut(origin, "refs/pull/1/merge", mergeSha, options);
    expect(git("rev-list", "--count", "HEAD")).toBe(String(commits));
    const base = () => git("cat-file", "-e", baseSha);
    if (hasBase) base();
    else expect(base).toThrow();
  });

  it("of a fork has no branch on GitHub's side, and a commit can be fetched by its id", () => {
    const { origin, baseSha, headSha, mergeSha } = pullRequest({ fork: true, branch: "patch-1", number: 7 });
    expect(origin.git("for-each-ref", "--format=%(refname)")).toBe(
      "refs/heads/main\nrefs/pull/7/head\nrefs/pull/7/merge",
    );
    const { git } = checkedOut(origin, "refs/pull/7/merge", mergeSha);
    git("fetch", "-q", "--depth=1", "origin", baseSha);
    expect(git("show", `${baseSha}:other.yaml`)).toBe("b: 1");
    expect(origin.git("rev-parse", "refs/pull/7/head")).toBe(headSha);
  });
});

it("a push's checkout is the branch", () => {
  const origin = serverRepository(BASE);
  onTestFinished(() => origin.drop());
  const after = commit(origin, { "kpi.yaml": "version: 2\n" }, "second");
  const { git } = checkedOut(origin, "refs/heads/main", after, { depth: 2 });
  expect(git("rev-parse", "HEAD", "--abbrev-ref", "HEAD")).toBe(`${after}\nmain`);
  expect(git("rev-list", "--count", "HEAD")).toBe("2");
});

describe("events", () => {
  const sha = (digit: string) => digit.repeat(40);
  const shas = { headSha: sha("2"), baseSha: sha("1"), mergeSha: sha("3") };
  const merge = { ref: "refs/pull/1/merge", sha: sha("3"), baseRef: "main" };
  const own = { full_name: "acme/kpis", fork: false };
  const fork = { full_name: "mallory/kpis", fork: true };
  const head = (repo: object) => ({
    pull_request: { number: 1, head: { sha: sha("2"), repo }, base: { sha: sha("1") } },
  });
  const main = { ref: "refs/heads/main", headRef: "", baseRef: "" };
  const gone = { created: false, deleted: true, after: events.NO_COMMIT, head_commit: null };

  it.each([
    [events.pullRequestEvent(shas), merge, head(own)],
    [events.forkPullRequestEvent(shas), { ...merge, headRef: "patch-1", actor: "mallory" }, head(fork)],
    [events.dependabotPullRequestEvent(shas), { ...merge, actor: "dependabot[bot]" }, head(own)],
    [events.pullRequestTargetEvent(shas), { ref: "refs/heads/main", sha: sha("1"), baseRef: "main" }, head(fork)],
    [
      events.workflowRunEvent({ headSha: sha("2"), defaultSha: sha("1") }),
      { ...main, sha: sha("1") },
      { workflow_run: { head_sha: sha("2"), head_branch: "patch-1", head_repository: fork, pull_requests: [] } },
    ],
    [
      events.workflowRunEvent({ headSha: sha("2"), defaultSha: sha("1"), fork: false }),
      { ...main, sha: sha("1") },
      { workflow_run: { head_branch: "change", head_repository: own, pull_requests: [{ number: 1 }] } },
    ],
    [
      events.mergeGroupEvent(shas),
      { ref: `refs/heads/gh-readonly-queue/main/pr-1-${sha("1")}`, sha: sha("2") },
      { merge_group: { base_sha: sha("1"), head_sha: sha("2") } },
    ],
    [
      events.pushEvent({ before: sha("1"), after: sha("2"), forced: true }),
      { ...main, sha: sha("2") },
      { before: sha("1"), after: sha("2"), created: false, forced: true },
    ],
    [
      events.newBranchEvent(sha("2")),
      { ref: "refs/heads/change", sha: sha("2") },
      { before: events.NO_COMMIT, created: true },
    ],
    [events.deletedBranchEvent(sha("2"), sha("1")), { ...main, sha: sha("1") }, gone],
    [events.scheduleEvent(sha("1")), main, { schedule: "0 6 * * 1" }],
    [events.workflowDispatchEvent(sha("1"), { day: "today" }), main, { inputs: { day: "today" } }],
  ])("%#: $name", (event, facts, payload) => {
    expect(event).toMatchObject(facts);
    expect(event.payload).toMatchObject({ ...payload, repository: { full_name: "acme/kpis", default_branch: "main" } });
    expect(JSON.parse(JSON.stringify(event.payload))).toEqual(event.payload);
  });
});

describe("what a step leaves", () => {
  it("is read from its files as the runner reads it", () => {
    const text = "a=1\r\nb<<END\n\nx<<y\nEND\n\nc==2\n";
    expect(readFileCommands(text)).toEqual({ a: "1", b: "\nx<<y", c: "=2" });
  });

  it.each(["no value\n", "a<<END\n1\n", "<<END\nEND\n", "a<<\n\n"])("is refused: %j", (text) => {
    expect(() => readFileCommands(text)).toThrow("The runner");
  });

  it("is read from its lines, wherever the runner looks for commands", () => {
    const lines = ["  ::notice file=a,line=2::hi%250A", "x ::error::no", "x ##[error line=3;]yes", "::debug::d"];
    expect(annotationsOf(readCommands(lines.join("\n")))).toMatchObject([
      { level: "notice", file: "a", line: 2, message: "hi%0A" },
      { level: "error", line: 3, message: "yes" },
    ]);
  });

  it("has no commands while they are stopped", () => {
    const lines = ["::stop-commands::word", "::error::no", "##[error]no", "::word::", "::error::yes"];
    expect(readCommands(lines.join("\n")).map(({ message }) => message)).toEqual(["word", "yes"]);
  });
});
