/** One comment on a pull request: created once, kept up to date, never two of them. */

import type { Comment, GitHub, GitHubFailure } from "../host/github.ts";

/** Which run a comment was written by; newer runs win. */
export interface Stamp {
  /** Tells comments of several reports on one pull request apart. */
  readonly key: string;
  readonly run: number;
  readonly attempt: number;
  readonly sha: string;
}

export interface CommentRequest {
  readonly pull: number;
  /** Markdown without the marker; null: there is nothing to say, and nothing is created. */
  readonly body: string | null;
  readonly stamp: Stamp;
  /** The commit that the pull request must still be at; null where that does not matter. */
  readonly headSha: string | null;
  /** What becomes of an older comment where there is nothing to say. */
  readonly whenClean: { readonly kind: "update"; readonly body: string } | { readonly kind: "delete" };
}

export interface CommentOutcome {
  readonly action: "created" | "updated" | "unchanged" | "deleted" | "skipped";
  /** Why it was skipped: a sentence; null otherwise. */
  readonly reason: string | null;
  readonly url: string | null;
}

const MARKER = /^<!-- kpi-as-code:v1 key=(\S*) run=(\d+) attempt=(\d+) sha=([0-9a-f]*) -->(?:\r?\n|$)/;
/** Who writes with the token that every workflow has. */
const WORKFLOW_BOT = "github-actions[bot]";

/** Creates, updates or removes the comment. Failures are told, never thrown. */
export async function deliverComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const login = await github.login();
  if (!login.ok) return failed(login);
  const listed = await ownComments(github, request, login.value);
  if ("ok" in listed) return failed(listed);
  const stale = await supersededBy(github, request, listed);
  if (stale !== null) return skipped(stale);
  const [first, ...extra] = listed;
  if (first === undefined)
    return request.body === null ? skipped("there is nothing to say") : create(github, request, login.value);
  for (const one of extra) await github.remove(one.id);
  return refresh(github, request, first);
}

/** The marker that stands in the first line. */
export function markerOf({ key, run, attempt, sha }: Stamp): string {
  return `<!-- kpi-as-code:v1 key=${encodeURIComponent(key).replaceAll("-", "%2D")} run=${run} attempt=${attempt} sha=${sha} -->`;
}

/** The stamp of a comment; null where it has none. */
export function stampOf(body: string): Stamp | null {
  const match = MARKER.exec(body);
  if (match === null) return null;
  const [, key = "", run, attempt, sha = ""] = match;
  try {
    return { key: decodeURIComponent(key), run: Number(run), attempt: Number(attempt), sha };
  } catch {
    return null; // a key that no run of ours has written
  }
}

/** Comments with our marker and key that the token's own account wrote, oldest first. */
async function ownComments(
  github: GitHub,
  { pull, stamp }: CommentRequest,
  login: string | null,
): Promise<readonly Comment[] | GitHubFailure> {
  const listed = await github.comments(pull);
  if (!listed.ok) return listed;
  return listed.value.filter((comment) => isBy(comment, login) && stampOf(comment.body)?.key === stamp.key);
}

/** Where a token cannot say whose it is, only the workflow's own bot counts as us. */
function isBy({ author, isBot }: Comment, login: string | null): boolean {
  if (author === null) return false;
  const wanted = login ?? WORKFLOW_BOT;
  if (author === wanted) return true;
  // GraphQL names an app's bot without the suffix that REST shows.
  return isBot && author === `${wanted}[bot]`;
}

/** Why this run must leave the comment alone: a newer run wrote it, or the pull request has moved on. */
async function supersededBy(
  github: GitHub,
  { pull, stamp, headSha }: CommentRequest,
  comments: readonly Comment[],
): Promise<string | null> {
  for (const { body } of comments) {
    const other = stampOf(body);
    if (other === null) continue;
    const isNewer = other.run > stamp.run || (other.run === stamp.run && other.attempt > stamp.attempt);
    if (isNewer) return `run ${other.run} is newer and has already commented`;
  }
  if (headSha === null) return null;
  const found = await github.pull(pull);
  if (!found.ok) return found.reason === "denied" ? null : `the pull request cannot be read: ${found.message}`;
  return found.value.headSha === headSha ? null : "the pull request has new commits; their run will comment";
}

async function create(github: GitHub, request: CommentRequest, login: string | null): Promise<CommentOutcome> {
  const body = withMarker(request.stamp, request.body ?? "");
  const created = await github.create(request.pull, body);
  // It may have been written although the answer was lost; and a run beside this one may have written its own.
  const listed = await ownComments(github, request, created.ok ? (created.value.author ?? login) : login);
  if ("ok" in listed) return created.ok ? done("created", created.value) : failed(created);
  const [first, ...extra] = listed;
  if (first === undefined) return created.ok ? done("created", created.value) : failed(created);
  for (const one of extra) await github.remove(one.id);
  const isMine = created.ok ? first.id === created.value.id : withoutStamp(first.body) === withoutStamp(body);
  return isMine ? done("created", first) : refresh(github, request, first);
}

async function refresh(github: GitHub, request: CommentRequest, comment: Comment): Promise<CommentOutcome> {
  const { body, whenClean, stamp } = request;
  if (body === null && whenClean.kind === "delete") {
    const removed = await github.remove(comment.id);
    return removed.ok ? { action: "deleted", reason: null, url: null } : failed(removed);
  }
  const wanted = withMarker(stamp, body ?? (whenClean.kind === "update" ? whenClean.body : ""));
  if (withoutStamp(comment.body) === withoutStamp(wanted)) return done("unchanged", comment);
  const updated = await github.update(comment.id, wanted);
  return updated.ok ? done("updated", updated.value) : failed(updated);
}

function withMarker(stamp: Stamp, body: string): string {
  return `${markerOf(stamp)}\n${body}`;
}

/** The text alone: GitHub may hand line ends back in its own way. */
function withoutStamp(body: string): string {
  return body.replace(MARKER, "").replace(/\r\n/g, "\n").trimEnd();
}

function done(action: "created" | "updated" | "unchanged", { url }: Comment): CommentOutcome {
  return { action, reason: null, url };
}

function skipped(reason: string): CommentOutcome {
  return { action: "skipped", reason, url: null };
}

function failed({ reason, status, message }: GitHubFailure): CommentOutcome {
  const code = status === null ? "" : ` (${status})`;
  if (reason === "denied") {
    const advice = "give the job `permissions: pull-requests: write`; pull requests from forks never have it";
    return skipped(`the token may not write comments${code}: ${advice}`);
  }
  return skipped(`GitHub could not be reached or refused${code}: ${message}`);
}
