/**
 * A GitHub API with a memory, in a process of its own under Node.js 24: `emulate` with GitHub's rules around it
 * (see github-rules.ts).
 *
 * What it cannot do, so that no test may rest on it:
 * - GraphQL other than `viewer`; releases of artifacts (`actions/artifacts` are listed, never downloaded);
 *   `commits/SHA/pulls`, `installation/repositories`, reactions, issue locks and blocked users;
 * - nobody is kept from changing another person's comment with a personal token, as only members are on GitHub;
 * - `performed_via_github_app` is always null, and tokens of installations never expire;
 * - pull requests have the commits that the seed names, no diff, and `mergeable` stays true;
 * - GitHub's limits other than the length of a comment: rate limits are made by the proxy, there is no abuse
 *   detection, no conditional request (ETag) and no API version;
 * - each pull request lies in the one repository of the seed, and forks have one owner, `mallory`.
 */

import { type ChildProcess, fork } from "node:child_process";
import * as path from "node:path";
import type { Answers, NewComment, Order, PullChange, Seed, StoredComment, Tokens } from "./emulator-messages.ts";
import { REPOSITORY } from "./emulator-messages.ts";
import { node24 } from "./node24.ts";

export type { NewComment, PullChange, Seed, StoredComment, Tokens } from "./emulator-messages.ts";

/** A running GitHub API. */
export interface Emulator {
  /** The base of the API, without a slash at the end. */
  readonly url: string;
  /** The repository's full name. */
  readonly repository: string;
  readonly tokens: Tokens;
  /** The comments of a pull request (1), oldest first, without asking the API. */
  comments(pull?: number): Promise<readonly StoredComment[]>;
  /** Stores a comment by anybody, without asking the API. */
  addComment(comment: NewComment): Promise<StoredComment>;
  removeComment(id: number): Promise<void>;
  /** Moves a pull request's head or base, or closes it. */
  changePull(pull: number, change: PullChange): Promise<void>;
  stop(): Promise<void>;
}

/** Starts an emulator with one pull request, or with what the seed says. */
export async function startEmulator(seed: Seed = {}): Promise<Emulator> {
  const child = fork(path.join(import.meta.dirname, "emulator-process.ts"), [], {
    execPath: node24(),
    execArgv: [],
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const ask = channel(child);
  const { url, tokens } = await ask({ kind: "start", seed });
  return {
    url: url.replace("localhost", "127.0.0.1"),
    repository: seed.repository ?? REPOSITORY,
    tokens,
    comments: (pull = 1) => ask({ kind: "comments", pull }),
    addComment: (comment) => ask({ kind: "add-comment", comment }),
    removeComment: async (id) => {
      await ask({ kind: "remove-comment", id });
    },
    changePull: async (pull, change) => {
      await ask({ kind: "change-pull", pull, change });
    },
    stop: () => ended(child),
  };
}

/** Asks the process; a refusal, or its end, is an error with what it wrote to stderr. */
function channel(child: ChildProcess) {
  let next = 1;
  let errors = "";
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  child.on("message", ({ id, answer, error }: { id: number; answer?: unknown; error?: string }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(answer);
    else one?.reject(new Error(error));
  });
  child.on("exit", (status) => {
    for (const { reject } of waiting.values()) reject(new Error(`The emulator ended with ${status}. ${errors}`));
    waiting.clear();
  });
  return <O extends Order>(order: O): Promise<Answers[O["kind"]]> =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve: (value) => resolve(value as Answers[O["kind"]]), reject });
      child.send({ id, order });
    });
}

/** Ends a process and waits until it has ended. */
export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
