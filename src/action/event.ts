/** What a GitHub event means for a run: what to compare, and where the report may go. */

/** The event as the runner hands it over; the payload is untrusted. */
export interface GitHubEvent {
  readonly name: string;
  readonly payload: unknown;
  /** Who caused the run. */
  readonly actor: string;
  /** `owner/name` of the repository that the workflow runs in. */
  readonly repository: string;
  /** The commit that was checked out by default. */
  readonly sha: string;
}

/** How to find the commit to compare with. */
export type BasePlan =
  /** The first parent of the checked-out merge commit where its second parent is `headSha`; else `baseSha`. */
  | { readonly kind: "merge"; readonly pull: number; readonly headSha: string; readonly baseSha: string }
  | { readonly kind: "commit"; readonly sha: string }
  /** Where the branch left the default branch. */
  | { readonly kind: "default-branch"; readonly name: string | null }
  /** Nothing: the whole workspace is reported. */
  | { readonly kind: "none" };

export interface EventPlan {
  readonly base: BasePlan;
  /** The pull request whose changes these are; null for other events. */
  readonly pull: number | null;
  /** The head of that pull request. */
  readonly headSha: string;
  /** Why there is no comment on it; null where there may be one. */
  readonly noComment: string | null;
  /** Everything is annotated, because nothing is a change. */
  readonly annotatesAll: boolean;
  /** Whether rules of plug-ins may run: not where the files are somebody else's and the token is ours. */
  readonly runsPlugins: boolean;
  /** Said once, as a notice or a warning. */
  readonly notices: readonly { readonly level: "notice" | "warning"; readonly text: string }[];
  /** There is nothing to look at, such as after a branch was deleted. */
  readonly isOver: boolean;
}

const TARGET =
  "pull_request_target runs with a token that may write: files of the pull request are read as data only, and no plug-in runs. pull_request with workflow_run is the safe pair; see docs/action.md.";
const DEPENDABOT = "dependabot[bot]";
const NO_COMMIT = /^0*$/;
const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Plans a run. A payload that lacks what its event should have is treated like an event without a base. */
export function planOf(event: GitHubEvent): EventPlan {
  switch (event.name) {
    case "pull_request":
    case "pull_request_target":
      return pullRequestPlan(event);
    case "merge_group":
      return mergeGroupPlan(event);
    case "push":
      return pushPlan(event);
    default:
      return wholePlan(event);
  }
}

function pullRequestPlan(event: GitHubEvent): EventPlan {
  const pull = at(event.payload, "pull_request");
  const number = numberAt(pull, "number");
  const headSha = shaAt(pull, "head", "sha");
  const baseSha = shaAt(pull, "base", "sha");
  if (number === null || headSha === null || baseSha === null) return wholePlan(event);
  const isTarget = event.name === "pull_request_target";
  const noComment = isTarget ? null : whyNoComment(event, pull);
  return {
    base: { kind: "merge", pull: number, headSha, baseSha },
    pull: number,
    headSha,
    noComment,
    annotatesAll: false,
    runsPlugins: !isTarget,
    notices: isTarget ? [{ level: "warning", text: TARGET }] : [],
    isOver: false,
  };
}

/** Tokens of forks and of Dependabot can only read. */
function whyNoComment({ actor, repository }: GitHubEvent, pull: unknown): string | null {
  const pair = "the job summary has the report, and json-file with a workflow_run workflow can post it";
  const from = textAt(pull, "head", "repo", "full_name");
  if (from?.toLowerCase() !== repository.toLowerCase()) {
    return `the pull request comes from a fork, whose token can only read; ${pair}`;
  }
  // Its rights go with who caused the run: a person's push to Dependabot's branch has that person's.
  return actor === DEPENDABOT ? `Dependabot's token can only read; ${pair}` : null;
}

function mergeGroupPlan(event: GitHubEvent): EventPlan {
  const sha = shaAt(event.payload, "merge_group", "base_sha");
  const headSha = shaAt(event.payload, "merge_group", "head_sha");
  if (sha === null) return wholePlan(event);
  return withoutPull(event, { kind: "commit", sha }, headSha ?? event.sha);
}

function pushPlan(event: GitHubEvent): EventPlan {
  const { payload } = event;
  const before = textAt(payload, "before") ?? "";
  const after = textAt(payload, "after") ?? "";
  const name = textAt(payload, "repository", "default_branch");
  if (at(payload, "deleted") === true || NO_COMMIT.test(after)) {
    return {
      ...wholePlan(event),
      isOver: true,
      notices: [{ level: "notice", text: "The branch was deleted: nothing to report." }],
    };
  }
  // Where the default branch itself was forced, nothing but what it was before can be compared with.
  const isForced = at(payload, "forced") === true && textAt(payload, "ref") !== `refs/heads/${name}`;
  const isNew = NO_COMMIT.test(before) || !SHA.test(before) || isForced;
  const base: BasePlan = isNew ? { kind: "default-branch", name } : { kind: "commit", sha: before };
  return withoutPull(event, base, SHA.test(after) ? after : event.sha);
}

function withoutPull(event: GitHubEvent, base: BasePlan, headSha: string): EventPlan {
  return { ...wholePlan(event), base, headSha, annotatesAll: false };
}

/** Schedules, manual runs and whatever else there is: the whole workspace. */
function wholePlan({ name, sha }: GitHubEvent): EventPlan {
  return {
    base: { kind: "none" },
    pull: null,
    headSha: sha,
    noComment: `${name === "" ? "this event" : name} belongs to no pull request`,
    annotatesAll: true,
    runsPlugins: true,
    notices: [],
    isOver: false,
  };
}

/** A value inside untrusted JSON. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return found;
}

/** A text inside untrusted JSON; null for anything else. */
export function textAt(value: unknown, ...path: readonly string[]): string | null {
  const found = at(value, ...path);
  return typeof found === "string" ? found : null;
}

/** A positive whole number inside untrusted JSON; null for anything else. */
export function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = at(value, ...path);
  return Number.isSafeInteger(found) && Number(found) > 0 ? Number(found) : null;
}

/** A full commit id inside untrusted JSON; null for anything else. */
export function shaAt(value: unknown, ...path: readonly string[]): string | null {
  const found = textAt(value, ...path);
  return found !== null && SHA.test(found) ? found : null;
}
