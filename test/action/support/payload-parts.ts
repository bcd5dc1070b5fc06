/** The parts that GitHub's webhook payloads are made of, with the members that matter to an action. */

import { SERVER_URL } from "./emulator-messages.ts";

/** An object of a payload. */
export type Payload = Readonly<Record<string, unknown>>;

const API = "https://api.github.test";

/** The same number for the same name. */
function idOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7);
}

/** A person, a bot (`name[bot]`) or an organisation. */
export function account(login: string, type = login.endsWith("[bot]") ? "Bot" : "User"): Payload {
  const name = encodeURIComponent(login);
  return {
    login,
    id: idOf(login),
    node_id: `U_${idOf(login)}`,
    avatar_url: `${SERVER_URL}/avatars/${name}`,
    url: `${API}/users/${name}`,
    html_url: `${SERVER_URL}/${name}`,
    type,
    user_view_type: "public",
    site_admin: false,
  };
}

/** A repository; one that is not under `acme` is a fork. */
export function repository(fullName: string, isPrivate = false): Payload {
  const [owner = "", name = ""] = fullName.split("/");
  const isFork = owner !== "acme";
  return {
    id: idOf(fullName),
    node_id: `R_${idOf(fullName)}`,
    name,
    full_name: fullName,
    private: isPrivate,
    owner: account(owner, isFork ? "User" : "Organization"),
    html_url: `${SERVER_URL}/${fullName}`,
    description: null,
    fork: isFork,
    url: `${API}/repos/${fullName}`,
    clone_url: `${SERVER_URL}/${fullName}.git`,
    default_branch: "main",
    visibility: isPrivate ? "private" : "public",
    archived: false,
    disabled: false,
    created_at: "2025-01-06T09:00:00Z",
    updated_at: "2026-08-14T09:00:00Z",
    pushed_at: "2026-08-15T09:00:00Z",
  };
}

/** One end of a pull request. */
export function end(fullName: string, ref: string, sha: string): Payload {
  const [owner = ""] = fullName.split("/");
  const whole = repository(fullName);
  return { label: `${owner}:${ref}`, ref, sha, user: whole.owner, repo: whole };
}

/** What a pull request is described by. */
export interface PullRequestFacts {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly repository: string;
  readonly headRepository: string;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly mergeSha: string | null;
  readonly draft: boolean;
}

/** A pull request as `pull_request` events carry it. */
export function pullRequest(facts: PullRequestFacts): Payload {
  const { number, repository: fullName } = facts;
  const page = `${SERVER_URL}/${fullName}/pull/${number}`;
  const url = `${API}/repos/${fullName}/pulls/${number}`;
  return {
    url,
    id: 2_000_000_000 + number,
    node_id: `PR_${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: url.replace("/pulls/", "/issues/"),
    comments_url: `${url.replace("/pulls/", "/issues/")}/comments`,
    number,
    state: "open",
    locked: false,
    title: facts.title,
    user: account(facts.author),
    body: null,
    created_at: "2026-08-15T08:00:00Z",
    updated_at: "2026-08-15T09:00:00Z",
    closed_at: null,
    merged_at: null,
    merge_commit_sha: facts.mergeSha,
    labels: [],
    draft: facts.draft,
    head: end(facts.headRepository, facts.headRef, facts.headSha),
    base: end(fullName, facts.baseRef, facts.baseSha),
    author_association: facts.headRepository === fullName ? "MEMBER" : "NONE",
    merged: false,
    mergeable: null,
    maintainer_can_modify: facts.headRepository !== fullName,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: 1,
  };
}

/** A commit as `push` and `merge_group` carry it. */
export function headCommit(id: string, message: string): Payload {
  const author = { name: "Ana", email: "ana@example.com", username: "ana" };
  return {
    id,
    tree_id: id,
    distinct: true,
    message,
    timestamp: "2026-08-15T09:00:00Z",
    url: `${SERVER_URL}/acme/kpis/commit/${id}`,
    author,
    committer: author,
    added: [],
    removed: [],
    modified: ["kpi.yaml"],
  };
}
