/** Events as a workflow is run by them: the payload that GitHub sends, and what the runner makes of it. */

import { REPOSITORY, SERVER_URL } from "./emulator-messages.ts";
import {
  account,
  end,
  headCommit,
  type Payload,
  type PullRequestFacts,
  pullRequest,
  repository,
} from "./payload-parts.ts";

/** An event of a workflow run. */
export interface ActionEvent {
  readonly name: string;
  readonly payload: Payload;
  readonly repository: string;
  readonly actor: string;
  /** GITHUB_REF. */
  readonly ref: string;
  /** GITHUB_SHA: what `actions/checkout` checks out. */
  readonly sha: string;
  /** GITHUB_HEAD_REF and GITHUB_BASE_REF; empty outside of pull requests. */
  readonly headRef: string;
  readonly baseRef: string;
}

/** The commits of a pull request, and what differs from a usual one. */
export interface PullRequestOptions {
  readonly headSha: string;
  readonly baseSha: string;
  /** The test merge; null where GitHub has not made one. */
  readonly mergeSha?: string | null;
  readonly number?: number;
  readonly repository?: string;
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly title?: string;
  readonly action?: "opened" | "synchronize" | "reopened" | "closed";
  readonly draft?: boolean;
}

/** The commit that stands for "there is none" in a push. */
export const NO_COMMIT = "0".repeat(40);

/** A pull request from a branch of the same repository, by `ana`. */
export function pullRequestEvent(options: PullRequestOptions): ActionEvent {
  return onPullRequest("pull_request", options, "ana", options.repository ?? REPOSITORY, "change");
}

/** A pull request from the fork of `mallory`: its token is read-only. */
export function forkPullRequestEvent(options: PullRequestOptions): ActionEvent {
  return onPullRequest("pull_request", options, "mallory", "mallory/kpis", "patch-1");
}

/** A pull request of Dependabot, from the same repository: its token is read-only too. */
export function dependabotPullRequestEvent(options: PullRequestOptions): ActionEvent {
  const branch = "dependabot/npm_and_yarn/left-1.0.1";
  return onPullRequest("pull_request", options, "dependabot[bot]", options.repository ?? REPOSITORY, branch);
}

/** A pull request from the fork, run with the base's workflow, commit and rights. */
export function pullRequestTargetEvent(options: PullRequestOptions): ActionEvent {
  return onPullRequest("pull_request_target", options, "mallory", "mallory/kpis", "patch-1");
}

/** The end of a run that another event started; `pull_requests` is empty for a fork's, as GitHub has it. */
export function workflowRunEvent(options: {
  readonly headSha: string;
  /** The tip of the default branch, where this run happens. */
  readonly defaultSha: string;
  readonly headRef?: string;
  readonly fork?: boolean;
  readonly number?: number;
  readonly conclusion?: "success" | "failure" | "cancelled";
  readonly event?: string;
}): ActionEvent {
  const { headSha, defaultSha, fork = true, number = 1, event = "pull_request" } = options;
  const headRef = options.headRef ?? (fork ? "patch-1" : "change");
  const head = fork ? "mallory/kpis" : REPOSITORY;
  const actor = fork ? "mallory" : "ana";
  const pulls = [
    {
      id: 2_000_000_000 + number,
      number,
      head: end(head, headRef, headSha),
      base: end(REPOSITORY, "main", defaultSha),
    },
  ];
  const id = 7_000_000_000;
  const run = {
    id,
    name: "KPIs",
    node_id: "WFR_1",
    head_branch: headRef,
    head_sha: headSha,
    path: ".github/workflows/kpi.yml",
    display_title: "Change a target",
    run_number: 11,
    run_attempt: 1,
    event,
    status: "completed",
    conclusion: options.conclusion ?? "success",
    workflow_id: 501,
    html_url: `${SERVER_URL}/${REPOSITORY}/actions/runs/${id}`,
    pull_requests: fork || event !== "pull_request" ? [] : pulls,
    created_at: "2026-08-15T09:00:00Z",
    updated_at: "2026-08-15T09:01:00Z",
    actor: account(actor),
    triggering_actor: account(actor),
    head_commit: headCommit(headSha, "Change a target"),
    repository: repository(REPOSITORY),
    head_repository: repository(head),
  };
  const workflow = { id: 501, name: "KPIs", path: ".github/workflows/kpi.yml", state: "active" };
  return onBranch("workflow_run", "main", defaultSha, actor, { action: "completed", workflow_run: run, workflow });
}

/** A merge queue's group. */
export function mergeGroupEvent(options: {
  readonly headSha: string;
  readonly baseSha: string;
  readonly number?: number;
}): ActionEvent {
  const { headSha, baseSha, number = 1 } = options;
  const branch = `gh-readonly-queue/main/pr-${number}-${baseSha}`;
  const group = {
    head_sha: headSha,
    head_ref: `refs/heads/${branch}`,
    base_sha: baseSha,
    base_ref: "refs/heads/main",
    head_commit: headCommit(headSha, `Merge pull request #${number}`),
  };
  return onBranch("merge_group", branch, headSha, "ana", { action: "checks_requested", merge_group: group });
}

/** What differs from a usual push to `main`. */
export interface PushOptions {
  readonly before: string;
  readonly after: string;
  readonly branch?: string;
  /** A push that throws commits away. */
  readonly forced?: boolean;
}

/** A push of commits. */
export function pushEvent({ before, after, branch = "main", forced = false }: PushOptions): ActionEvent {
  const isNew = before === NO_COMMIT;
  const commit = headCommit(after, "Change a target");
  return onBranch("push", branch, after, "ana", {
    ref: `refs/heads/${branch}`,
    before,
    after,
    created: isNew,
    deleted: false,
    forced,
    base_ref: null,
    compare: `${SERVER_URL}/${REPOSITORY}/compare/${before}...${after}`,
    commits: [commit],
    head_commit: commit,
    pusher: { name: "ana", email: "ana@example.com" },
  });
}

/** The first push of a branch. */
export function newBranchEvent(after: string, branch = "change"): ActionEvent {
  return pushEvent({ before: NO_COMMIT, after, branch });
}

/** A branch is deleted; the run happens on the default branch's tip. */
export function deletedBranchEvent(before: string, defaultSha: string, branch = "change"): ActionEvent {
  const pushed = pushEvent({ before, after: NO_COMMIT, branch });
  const payload = { ...pushed.payload, created: false, deleted: true, commits: [], head_commit: null };
  return { ...pushed, payload, sha: defaultSha, ref: "refs/heads/main" };
}

/** A schedule; it runs on the default branch. */
export function scheduleEvent(sha: string): ActionEvent {
  return onBranch("schedule", "main", sha, "ana", { schedule: "0 6 * * 1", workflow: ".github/workflows/kpi.yml" });
}

/** Somebody starts the workflow by hand. */
export function workflowDispatchEvent(sha: string, inputs: Readonly<Record<string, string>> = {}): ActionEvent {
  const payload = { inputs, ref: "refs/heads/main", workflow: ".github/workflows/kpi.yml" };
  return onBranch("workflow_dispatch", "main", sha, "ana", payload);
}

function onPullRequest(
  name: "pull_request" | "pull_request_target",
  options: PullRequestOptions,
  actor: string,
  headRepository: string,
  branch: string,
): ActionEvent {
  const { headSha, baseSha, mergeSha = null, action = "synchronize" } = options;
  const facts: PullRequestFacts = {
    number: options.number ?? 1,
    title: options.title ?? "Change a target",
    author: actor,
    repository: options.repository ?? REPOSITORY,
    headRepository,
    headRef: options.headRef ?? branch,
    headSha,
    baseRef: options.baseRef ?? "main",
    baseSha,
    mergeSha,
    draft: options.draft ?? false,
  };
  const isTarget = name === "pull_request_target";
  const moved = action === "synchronize" ? { before: "3".repeat(40), after: headSha } : {};
  const payload = { action, number: facts.number, ...moved, pull_request: pullRequest(facts) };
  return {
    name,
    payload: { ...payload, ...surroundings(facts.repository, actor) },
    repository: facts.repository,
    actor,
    ref: isTarget ? `refs/heads/${facts.baseRef}` : `refs/pull/${facts.number}/merge`,
    sha: isTarget ? baseSha : (mergeSha ?? headSha),
    headRef: facts.headRef,
    baseRef: facts.baseRef,
  };
}

function onBranch(name: string, branch: string, sha: string, actor: string, payload: Payload): ActionEvent {
  return {
    name,
    payload: { ...payload, ...surroundings(REPOSITORY, actor) },
    repository: REPOSITORY,
    actor,
    ref: `refs/heads/${branch}`,
    sha,
    headRef: "",
    baseRef: "",
  };
}

/** What every payload has. */
function surroundings(fullName: string, actor: string): Payload {
  const [owner = ""] = fullName.split("/");
  return {
    repository: repository(fullName),
    organization: {
      login: owner,
      id: 1,
      node_id: "O_1",
      url: `https://api.github.test/orgs/${owner}`,
      description: "",
    },
    sender: account(actor),
  };
}
