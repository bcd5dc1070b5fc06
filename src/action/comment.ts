/** One comment on a pull request: created once, kept up to date, never two of them. */

import type { Comment, GitHub, GitHubFailure, GitHubResult } from "../host/github.ts";
import { plain, shorten } from "../report/untrusted.ts";

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
  /** Why it was skipped, without a full stop; null otherwise. */
  readonly reason: string | null;
  readonly url: string | null;
  /** It was skipped although there was something to do. */
  readonly isFailure: boolean;
}

const MARKER = /^<!-- kpi-as-code:v1 key=(\S*) run=(\d+) attempt=(\d+) sha=([0-9a-f]*) -->(?:\r?\n|$)/;
/** Characters of what GitHub says of a failure. */
const WORDS_LENGTH = 200;
/** Who writes with the token that every workflow has. */
const WORKFLOW_BOT = "github-actions[bot]";

/** Creates, updates or removes the comment. Failures are told, never thrown. */
export async function deliverComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const { pull, body, stamp } = request;
  const login = await github.login();
  if (!login.ok) return failed(login, pull);
  const listed = await ownComments(github, request, login.value);
  if (!listed.ok) return failed(listed, pull);
  const [first, ...extra] = listed.value;
  if (first === undefined && body === null) return skipped("there is nothing to say");
  const newer = newerRun(listed.value, stamp);
  if (newer !== null) return leftTo(newer);
  const moved = await movedOn(github, request);
  if (moved !== null) return moved;
  if (first === undefined) return create(github, request, login.value);
  await removeAll(github, extra);
  const refreshed = await refresh(github, request, first);
  if (refreshed !== null) return refreshed;
  return body === null ? skipped("there is nothing to say") : create(github, request, login.value);
}

/** The marker that stands in the first line. */
export function markerOf({ key, run, attempt, sha }: Stamp): string {
  const name = encodeURIComponent(key).replaceAll("-", "%2D"); // two of them would end the marker
  return `<!-- kpi-as-code:v1 key=${name} run=${run} attempt=${attempt} sha=${sha} -->`;
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
): Promise<GitHubResult<readonly Comment[]>> {
  const listed = await github.comments(pull);
  if (!listed.ok) return listed;
  const isOurs = (comment: Comment): boolean => isBy(comment, login) && stampOf(comment.body)?.key === stamp.key;
  return { ok: true, value: listed.value.filter(isOurs) };
}

/** Where a token cannot say whose it is, only the workflow's own bot counts as us. */
function isBy({ author, isBot }: Comment, login: string | null): boolean {
  if (author === null) return false;
  const wanted = login ?? WORKFLOW_BOT;
  if (author === wanted) return true;
  // GraphQL names an app's bot without the suffix that REST shows.
  return isBot && author === `${wanted}[bot]`;
}

/** A run after this one that has written one of the comments; null where there is none. */
function newerRun(comments: readonly Comment[], { run, attempt }: Stamp): number | null {
  for (const { body } of comments) {
    const other = stampOf(body);
    if (other === null) continue;
    if (other.run > run || (other.run === run && other.attempt > attempt)) return other.run;
  }
  return null;
}

/** Why the comment must be left alone because of where the pull request is now; null where nothing speaks against it. */
async function movedOn(github: GitHub, { pull, headSha }: CommentRequest): Promise<CommentOutcome | null> {
  if (headSha === null) return null;
  const found = await github.pull(pull);
  // A token that may comment but not read pull requests is told nothing; then the comment is written all the same.
  if (!found.ok) return found.reason === "denied" ? null : failed(found, pull);
  return found.value.headSha === headSha ? null : skipped("the pull request has new commits; their run will comment");
}

async function create(github: GitHub, request: CommentRequest, login: string | null): Promise<CommentOutcome> {
  const { pull, stamp } = request;
  const body = withMarker(stamp, request.body ?? "");
  const created = await github.create(pull, body, async () => {
    const listed = await ownComments(github, request, login);
    return listed.ok ? { ok: true, value: listed.value.find((one) => isSame(one.body, body)) ?? null } : listed;
  });
  if (!created.ok) return failed(created, pull);
  // A run beside this one may have written its own: both look, and the oldest of them stays.
  const listed = await ownComments(github, request, created.value.author ?? login);
  if (!listed.ok) return done("created", created.value);
  const [first = created.value, ...extra] = listed.value;
  await removeAll(github, extra);
  if (first.id === created.value.id) return done("created", first);
  const newer = newerRun(listed.value, stamp);
  if (newer !== null) return leftTo(newer);
  return (await refresh(github, request, first)) ?? { ...skipped("it was deleted meanwhile"), isFailure: true };
}

/** What cannot be removed now is removed by the next run. */
async function removeAll(github: GitHub, comments: readonly Comment[]): Promise<void> {
  for (const { id } of comments) await github.remove(id);
}

/** Null where the comment is gone. */
async function refresh(github: GitHub, request: CommentRequest, comment: Comment): Promise<CommentOutcome | null> {
  const { body, whenClean, stamp, pull } = request;
  if (body === null && whenClean.kind === "delete") {
    const removed = await github.remove(comment.id);
    return removed.ok ? { action: "deleted", reason: null, url: null, isFailure: false } : failed(removed, pull);
  }
  const wanted = withMarker(stamp, body ?? (whenClean.kind === "update" ? whenClean.body : ""));
  if (isSame(comment.body, wanted)) return done("unchanged", comment);
  const updated = await github.update(comment.id, wanted);
  if (updated.ok) return done("updated", updated.value);
  return updated.reason === "missing" ? null : failed(updated, pull);
}

function withMarker(stamp: Stamp, body: string): string {
  return `${markerOf(stamp)}\n${body}`;
}

/** Whether two comments say the same, whichever run wrote them. */
function isSame(one: string, other: string): boolean {
  return withoutStamp(one) === withoutStamp(other);
}

/** The text alone: GitHub may hand line ends back in its own way. */
function withoutStamp(body: string): string {
  return body.replace(MARKER, "").replace(/\r\n/g, "\n").trimEnd();
}

function done(action: "created" | "updated" | "unchanged", { url }: Comment): CommentOutcome {
  return { action, reason: null, url, isFailure: false };
}

function skipped(reason: string): CommentOutcome {
  return { action: "skipped", reason, url: null, isFailure: false };
}

function leftTo(run: number): CommentOutcome {
  return skipped(`run ${run} is newer and has already commented`);
}

function failed(failure: GitHubFailure, pull: number): CommentOutcome {
  return { action: "skipped", reason: whyFailed(failure, pull), url: null, isFailure: true };
}

/** What GitHub says, as a part of a sentence: its own words, and whatever a proxy between puts there. */
export function wordsOf({ message }: GitHubFailure): string {
  return shorten(plain(message), WORDS_LENGTH).replace(/\.$/, "");
}

function whyFailed(failure: GitHubFailure, pull: number): string {
  const { reason, status } = failure;
  const words = wordsOf(failure);
  const code = status === null ? "" : ` (${status})`;
  switch (reason) {
    case "unknown-token":
      return `GitHub does not know the token${code}: use the default, or a token that still holds`;
    case "denied": {
      // There are other reasons, such as a conversation that is locked.
      if (!/not accessible/i.test(words)) return `GitHub refused it${code}: ${words}`;
      const advice = "give the job `permissions: pull-requests: write`; pull requests from forks never have it";
      return `the token may not write comments${code}: ${advice} (GitHub says: ${words})`;
    }
    case "missing":
      return `there is no pull request ${pull} that the token can see${code}`;
    case "rate-limited":
      return `GitHub asks to be asked less often${code}; run the job again later`;
    case "out-of-time":
    case "network":
    case "server":
      return `GitHub could not be reached${code}: ${words}; run the job again later`;
    case "rejected":
      return `GitHub refused it${code}: ${words}`;
  }
}
