/** The GitHub API: the only place that talks to it. Failures are values; the token goes to GITHUB_API_URL only. */

import { getOctokit } from "@actions/github";

/** Why a call did not work. `status` is null where no answer came. */
export interface GitHubFailure {
  readonly ok: false;
  readonly reason: "denied" | "missing" | "rate-limited" | "rejected" | "server" | "network" | "out-of-time";
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
  readonly isOpen: boolean;
}

/** What the Action asks of GitHub. */
export interface GitHub {
  /** The account that the token writes as; null where the token cannot tell. */
  login(): Promise<GitHubResult<string | null>>;
  pull(number: number): Promise<GitHubResult<Pull>>;
  /** Pull requests whose head is a branch of an account, in any state. */
  pullsFrom(owner: string, branch: string): Promise<GitHubResult<readonly Pull[]>>;
  /** All comments of a pull request, oldest first. */
  comments(pull: number): Promise<GitHubResult<readonly Comment[]>>;
  /** Is never repeated: after a failure, list again first. */
  create(pull: number, body: string): Promise<GitHubResult<Comment>>;
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
  readonly state: string;
  readonly head: { readonly sha: string };
}

class Client implements GitHub {
  readonly #octokit: ReturnType<typeof getOctokit>;
  readonly #at: { readonly owner: string; readonly repo: string };
  readonly #options: GitHubOptions;
  readonly #end: number;

  constructor(options: GitHubOptions) {
    const quiet = (): void => {};
    this.#octokit = getOctokit(options.token, { log: { debug: quiet, info: quiet, warn: quiet, error: quiet } });
    this.#at = { owner: options.owner, repo: options.repo };
    this.#options = options;
    this.#end = options.now() + options.budget;
  }

  async login(): Promise<GitHubResult<string | null>> {
    const user = await this.#call((request) => this.#octokit.rest.users.getAuthenticated({ request }));
    if (user.ok) return { ok: true, value: user.value.login };
    if (user.reason !== "denied" && user.reason !== "missing") return user;
    // Tokens of apps are nobody's; GraphQL knows the app's bot.
    const query = "query { viewer { login } }";
    const viewer = await this.#call(async (request) => ({
      data: await this.#octokit.graphql<{ viewer: { login: string } | null }>(query, { request }),
    }));
    return { ok: true, value: viewer.ok ? (viewer.value.viewer?.login ?? null) : null };
  }

  async pull(number: number): Promise<GitHubResult<Pull>> {
    const found = await this.#call((request) =>
      this.#octokit.rest.pulls.get({ ...this.#at, pull_number: number, request }),
    );
    return found.ok ? { ok: true, value: pullOf(found.value) } : found;
  }

  async pullsFrom(owner: string, branch: string): Promise<GitHubResult<readonly Pull[]>> {
    const head = `${owner}:${branch}`;
    const pulls = await this.#pages<RawPull>((page, request) =>
      this.#octokit.rest.pulls.list({ ...this.#at, head, state: "all", per_page: PAGE, page, request }),
    );
    return pulls.ok ? { ok: true, value: pulls.value.map(pullOf) } : pulls;
  }

  async comments(pull: number): Promise<GitHubResult<readonly Comment[]>> {
    const comments = await this.#pages<RawComment>((page, request) =>
      this.#octokit.rest.issues.listComments({ ...this.#at, issue_number: pull, per_page: PAGE, page, request }),
    );
    return comments.ok ? { ok: true, value: comments.value.map(commentOf).sort((a, b) => a.id - b.id) } : comments;
  }

  async create(pull: number, body: string): Promise<GitHubResult<Comment>> {
    const created = await this.#once((request) =>
      this.#octokit.rest.issues.createComment({ ...this.#at, issue_number: pull, body, request }),
    );
    return created.ok ? { ok: true, value: commentOf(created.value) } : created;
  }

  async update(comment: number, body: string): Promise<GitHubResult<Comment>> {
    const updated = await this.#call((request) =>
      this.#octokit.rest.issues.updateComment({ ...this.#at, comment_id: comment, body, request }),
    );
    return updated.ok ? { ok: true, value: commentOf(updated.value) } : updated;
  }

  async remove(comment: number): Promise<GitHubResult<null>> {
    const removed = await this.#call((request) =>
      this.#octokit.rest.issues.deleteComment({ ...this.#at, comment_id: comment, request }),
    );
    // Somebody else was quicker: it is gone, as was wanted.
    return removed.ok || removed.reason === "missing" ? { ok: true, value: null } : removed;
  }

  async #pages<Item>(
    load: (page: number, request: Request) => Promise<{ readonly data: readonly Item[] }>,
  ): Promise<GitHubResult<readonly Item[]>> {
    const items: Item[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const loaded = await this.#call((request) => load(page, request));
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
      if (result.ok || left === 0) return result;
      const wait = result.reason === "server" || result.reason === "network" ? pause : result.retryAfter;
      if (wait === null || this.#options.now() + wait >= this.#end) return result;
      await this.#options.sleep(wait);
      pause *= 2;
    }
  }

  async #once<Value>(make: Make<Value>): Promise<{ readonly ok: true; readonly value: Value } | Failed> {
    const left = this.#end - this.#options.now();
    if (left <= 0)
      return { ...failure("out-of-time", null, "the time for talking to GitHub is over"), retryAfter: null };
    try {
      const { data } = await make({ signal: AbortSignal.timeout(Math.ceil(left)) });
      return { ok: true, value: data };
    } catch (error) {
      return failureOf(error);
    }
  }
}

interface Request {
  readonly signal: AbortSignal;
}

type Make<Value> = (request: Request) => Promise<{ readonly data: Value }>;

interface Failed extends GitHubFailure {
  /** Milliseconds to wait for, as GitHub asks; null where waiting does not help. */
  readonly retryAfter: number | null;
}

function pullOf({ number, state, head }: RawPull): Pull {
  return { number, headSha: head.sha, isOpen: state === "open" };
}

function commentOf({ id, body, user, html_url }: RawComment): Comment {
  return { id, body: body ?? "", author: user?.login ?? null, isBot: user?.type === "Bot", url: html_url };
}

function failure(reason: GitHubFailure["reason"], status: number | null, message: string): GitHubFailure {
  return { ok: false, reason, status, message };
}

/** What an exception of the client means; never holds a header, so never the token. */
function failureOf(error: unknown): Failed {
  const { status, response, name, message } = error as {
    readonly status?: number;
    readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
    readonly name?: string;
    readonly message?: string;
  };
  const words = (message ?? "no reason").split(" - https://")[0] ?? "";
  if (name === "TimeoutError" || name === "AbortError") {
    return { ...failure("out-of-time", null, "GitHub did not answer in time"), retryAfter: null };
  }
  if (status === undefined || response === undefined) {
    return { ...failure("network", null, words), retryAfter: null };
  }
  const after = Number(response.headers?.["retry-after"] ?? Number.NaN);
  const isLimited = status === 429 || Number.isFinite(after) || response.headers?.["x-ratelimit-remaining"] === "0";
  if (isLimited && status < 500) {
    const retryAfter = Number.isFinite(after) ? after * 1000 : null;
    return { ...failure("rate-limited", status, words), retryAfter };
  }
  const reason =
    status >= 500 ? "server" : status === 404 ? "missing" : status === 401 || status === 403 ? "denied" : "rejected";
  return { ...failure(reason, status, words), retryAfter: null };
}
