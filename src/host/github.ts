/** The GitHub API: the only place that talks to it. Failures are values; the token goes to GITHUB_API_URL only. */

import type { getOctokit } from "@actions/github";

/** Why a call did not work. `status` is null where no answer came. */
export interface GitHubFailure {
  readonly ok: false;
  readonly reason:
    | "unknown-token"
    | "denied"
    | "missing"
    | "rate-limited"
    | "rejected"
    | "server"
    | "network"
    | "out-of-time";
  readonly status: number | null;
  readonly message: string;
}

export type GitHubResult<Value> = { readonly ok: true; readonly value: Value } | GitHubFailure;

export interface Comment {
  readonly id: number;
  readonly body: string;
  /** Null for an account that is gone. */
  readonly author: string | null;
  readonly isBot: boolean;
  readonly url: string;
}

export interface Pull {
  readonly number: number;
  readonly headSha: string;
}

/** Null where there is no such comment. */
export type FindComment = () => Promise<GitHubResult<Comment | null>>;

/** What the Action asks of GitHub. */
export interface GitHub {
  /** The account that the token writes as; null where the token cannot tell. */
  login(): Promise<GitHubResult<string | null>>;
  pull(number: number): Promise<GitHubResult<Pull>>;
  /** Open pull requests whose head is a branch of an account. */
  pullsFrom(owner: string, branch: string): Promise<GitHubResult<readonly Pull[]>>;
  /** All comments of a pull request, oldest first. */
  comments(pull: number): Promise<GitHubResult<readonly Comment[]>>;
  /** `find` looks for the comment after a failure that may hide a success, so that none is written twice. */
  create(pull: number, body: string, find: FindComment): Promise<GitHubResult<Comment>>;
  update(comment: number, body: string): Promise<GitHubResult<Comment>>;
  remove(comment: number): Promise<GitHubResult<null>>;
}

export interface GitHubOptions {
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** For everything together, in milliseconds. */
  readonly budget: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Failures that another try may not meet. */
const MAY_PASS: ReadonlySet<GitHubFailure["reason"]> = new Set(["server", "network", "out-of-time", "rate-limited"]);
const PAGE = 100;
/** Pages that are read at most: no pull request has more comments than these hold. */
const MAX_PAGES = 100;
const RETRIES = 2;
const FIRST_PAUSE_MS = 500;

/** A client for one repository. */
export function connect(options: GitHubOptions): GitHub {
  return new Client(options);
}

interface RawComment {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly login: string; readonly type?: string } | null;
  readonly html_url: string;
}

interface RawPull {
  readonly number: number;
  readonly head: { readonly sha: string };
}

type Octokit = ReturnType<typeof getOctokit>;

class Client implements GitHub {
  /** Loaded where something is asked: it is half of the program, and the run of a fork never needs it. */
  #octokit: Promise<Octokit> | null = null;
  readonly #at: { readonly owner: string; readonly repo: string };
  readonly #options: GitHubOptions;
  readonly #end: number;

  constructor(options: GitHubOptions) {
    this.#at = { owner: options.owner, repo: options.repo };
    this.#options = options;
    this.#end = options.now() + options.budget;
  }

  async login(): Promise<GitHubResult<string | null>> {
    const user = await this.#call((octokit, request) => octokit.rest.users.getAuthenticated({ request }));
    if (user.ok) return { ok: true, value: user.value.login };
    if (user.reason !== "denied" && user.reason !== "missing") return user;
    // Tokens of apps are nobody's; GraphQL knows the app's bot.
    const query = "query { viewer { login } }";
    const viewer = await this.#call(async (octokit, request) => ({
      data: await octokit.graphql<{ viewer: { login: string } | null }>(query, { request }),
    }));
    if (viewer.ok) return { ok: true, value: viewer.value.viewer?.login ?? null };
    // Nobody's comment may be taken for a stranger's only because the answer was lost.
    return MAY_PASS.has(viewer.reason) ? viewer : { ok: true, value: null };
  }

  async pull(number: number): Promise<GitHubResult<Pull>> {
    const found = await this.#call((octokit, request) =>
      octokit.rest.pulls.get({ ...this.#at, pull_number: number, request }),
    );
    return found.ok ? { ok: true, value: pullOf(found.value) } : found;
  }

  async pullsFrom(owner: string, branch: string): Promise<GitHubResult<readonly Pull[]>> {
    const head = `${owner}:${branch}`;
    const pulls = await this.#pages<RawPull>((octokit, request, page) =>
      octokit.rest.pulls.list({ ...this.#at, head, state: "open", per_page: PAGE, page, request }),
    );
    return pulls.ok ? { ok: true, value: pulls.value.map(pullOf) } : pulls;
  }

  async comments(pull: number): Promise<GitHubResult<readonly Comment[]>> {
    const comments = await this.#pages<RawComment>((octokit, request, page) =>
      octokit.rest.issues.listComments({ ...this.#at, issue_number: pull, per_page: PAGE, page, request }),
    );
    return comments.ok ? { ok: true, value: comments.value.map(commentOf).sort((a, b) => a.id - b.id) } : comments;
  }

  async create(pull: number, body: string, find: FindComment): Promise<GitHubResult<Comment>> {
    let pause = FIRST_PAUSE_MS;
    for (let left = RETRIES; ; left--) {
      const created = await this.#once((octokit, request) =>
        octokit.rest.issues.createComment({ ...this.#at, issue_number: pull, body, request }),
      );
      if (created.ok) return { ok: true, value: commentOf(created.value) };
      if (!(await this.#waited(created, pause))) return created;
      if (created.reason !== "rate-limited") {
        const found = await find();
        if (!found.ok) return created;
        if (found.value !== null) return { ok: true, value: found.value };
      }
      if (left === 0) return created;
      pause *= 2;
    }
  }

  async update(comment: number, body: string): Promise<GitHubResult<Comment>> {
    const updated = await this.#call((octokit, request) =>
      octokit.rest.issues.updateComment({ ...this.#at, comment_id: comment, body, request }),
    );
    return updated.ok ? { ok: true, value: commentOf(updated.value) } : updated;
  }

  async remove(comment: number): Promise<GitHubResult<null>> {
    const removed = await this.#call((octokit, request) =>
      octokit.rest.issues.deleteComment({ ...this.#at, comment_id: comment, request }),
    );
    // Somebody else was quicker: it is gone, as was wanted.
    return removed.ok || removed.reason === "missing" ? { ok: true, value: null } : removed;
  }

  async #pages<Item>(
    load: (octokit: Octokit, request: Request, page: number) => Promise<{ readonly data: readonly Item[] }>,
  ): Promise<GitHubResult<readonly Item[]>> {
    const items: Item[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const loaded = await this.#call((octokit, request) => load(octokit, request, page));
      if (!loaded.ok) return loaded;
      items.push(...loaded.value);
      if (loaded.value.length < PAGE) break;
    }
    return { ok: true, value: items };
  }

  /** A call that may be repeated without harm. */
  async #call<Value>(make: Make<Value>): Promise<GitHubResult<Value>> {
    let pause = FIRST_PAUSE_MS;
    for (let left = RETRIES; ; left--) {
      const result = await this.#once(make);
      if (result.ok || left === 0 || !(await this.#waited(result, pause))) return result;
      pause *= 2;
    }
  }

  /** Waits as long as a failure asks for; false, at once, where waiting does not help or there is no time for it. */
  async #waited({ reason, retryAfter }: Failed, pause: number): Promise<boolean> {
    const wait = reason === "server" || reason === "network" ? pause : retryAfter;
    if (wait === null || this.#options.now() + wait >= this.#end) return false;
    await this.#options.sleep(wait);
    return true;
  }

  async #once<Value>(make: Make<Value>): Promise<{ readonly ok: true; readonly value: Value } | Failed> {
    const left = this.#end - this.#options.now();
    if (left <= 0) return failure("out-of-time", null, "the time for talking to it is over");
    const signal = AbortSignal.timeout(Math.ceil(left));
    try {
      const { data } = await make(await this.#client(), { signal, redirect: "error" });
      return { ok: true, value: data };
    } catch (error) {
      return signal.aborted ? failure("out-of-time", null, "it did not answer in time") : failureOf(error);
    }
  }

  #client(): Promise<Octokit> {
    const quiet = (): void => {};
    const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
    this.#octokit ??= import("@actions/github").then(({ getOctokit }) => getOctokit(this.#options.token, { log }));
    return this.#octokit;
  }
}

/** What is given to each call of the client. */
interface Request {
  readonly signal: AbortSignal;
  /** What is sent goes to one place only. */
  readonly redirect: "error";
}

type Make<Value> = (octokit: Octokit, request: Request) => Promise<{ readonly data: Value }>;

interface Failed extends GitHubFailure {
  /** Milliseconds to wait for, as GitHub asks; null where waiting does not help. */
  readonly retryAfter: number | null;
}

function pullOf({ number, head }: RawPull): Pull {
  return { number, headSha: head.sha };
}

function commentOf({ id, body, user, html_url }: RawComment): Comment {
  return { id, body: body ?? "", author: user?.login ?? null, isBot: user?.type === "Bot", url: html_url };
}

function failure(
  reason: GitHubFailure["reason"],
  status: number | null,
  message: string,
  retryAfter: number | null = null,
): Failed {
  return { ok: false, reason, status, message, retryAfter };
}

/** The part of an exception of the client that matters; it never holds a header that was sent, so never the token. */
interface Thrown {
  readonly name?: string;
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

/** What an exception of the client means. */
function failureOf(error: unknown): Failed {
  const { name, status, response, message = "no reason" } = error as Thrown;
  const [words = ""] = message.split(" - https://"); // a link to GitHub's documentation
  if (name === "GraphqlResponseError") return failure("rejected", null, words);
  if (status === undefined || response === undefined) return failure("network", null, words);
  if (status >= 500) return failure("server", status, words);
  const after = response.headers?.["retry-after"];
  const isUsedUp = String(response.headers?.["x-ratelimit-remaining"]) === "0" || /rate limit/i.test(words);
  if (status === 429 || (status === 403 && (after !== undefined || isUsedUp))) {
    const seconds = Number(after ?? Number.NaN);
    return failure("rate-limited", status, words, Number.isFinite(seconds) ? seconds * 1000 : null);
  }
  return failure(REASONS[status] ?? "rejected", status, words);
}

const REASONS: Readonly<Record<number, GitHubFailure["reason"]>> = {
  401: "unknown-token",
  403: "denied",
  404: "missing",
};
