/** What a test and the process of the emulator say to each other. */

/** A pull request to begin with. */
export interface PullSeed {
  readonly headSha?: string;
  readonly baseSha?: string;
  readonly headRef?: string;
  readonly baseRef?: string;
  /** The head lies in the fork of `mallory`, who then also wrote it. */
  readonly fork?: boolean;
  /** Who wrote it: a login of `PEOPLE`, or `dependabot[bot]`. */
  readonly author?: string;
  readonly title?: string;
}

/** What the emulator begins with; the pull requests are numbered from 1. */
export interface Seed {
  readonly repository?: string;
  readonly private?: boolean;
  readonly pulls?: readonly PullSeed[];
}

/** Tokens of every kind that the Action can meet. An empty one is no token. */
export interface Tokens {
  /** `GITHUB_TOKEN` with `pull-requests: write`; its comments are by `github-actions[bot]`. */
  readonly write: string;
  /** `GITHUB_TOKEN` of a fork or of Dependabot: everything is read-only. */
  readonly readOnly: string;
  readonly none: string;
  /** A GitHub App of the organisation with `pull-requests: write`; its comments are by `kpi-bot[bot]`. */
  readonly app: string;
  /** A personal token of `ana`, who belongs to the organisation. */
  readonly person: string;
  /** A personal token of `mallory`, who does not, and may comment because the repository is public. */
  readonly outsider: string;
  /** A token that has been taken back. */
  readonly revoked: string;
}

/** A comment on a pull request, as it is stored. */
export interface StoredComment {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A comment to store without asking the API. */
export interface NewComment {
  readonly pull?: number;
  /** A login of `PEOPLE`, or a bot such as `github-actions[bot]`. */
  readonly author: string;
  readonly body: string;
  /** An instant such as `2026-08-15T10:00:00Z`; now by default. */
  readonly createdAt?: string;
}

/** What may be changed in a pull request behind the API's back. */
export interface PullChange {
  readonly headSha?: string;
  readonly baseSha?: string;
  readonly state?: "open" | "closed";
}

/** What a test asks of the process. */
export type Order =
  | { readonly kind: "start"; readonly seed: Seed }
  | { readonly kind: "comments"; readonly pull: number }
  | { readonly kind: "add-comment"; readonly comment: NewComment }
  | { readonly kind: "remove-comment"; readonly id: number }
  | { readonly kind: "change-pull"; readonly pull: number; readonly change: PullChange };

/** What the process answers to a request. */
export interface Answers {
  readonly start: { readonly url: string; readonly tokens: Tokens };
  readonly comments: readonly StoredComment[];
  readonly "add-comment": StoredComment;
  readonly "remove-comment": null;
  readonly "change-pull": null;
}

/** The people of the emulated GitHub. `ana` and `bo` belong to the organisation, `mallory` to nobody. */
export const PEOPLE = ["ana", "bo", "mallory"] as const;

/** The repository where a seed names none. */
export const REPOSITORY = "acme/kpis";

/** Where the pages of this GitHub would be; nothing listens there. */
export const SERVER_URL = "https://github.test";
