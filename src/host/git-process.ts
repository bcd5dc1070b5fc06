/**
 * Runs the git binary: no shell, no hooks, no prompts; and unless a call asks for it, no network, no helpers, and
 * nothing is written.
 */

import { spawn } from "node:child_process";
import { visible } from "../text/display.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Why git could not answer. */
export type GitReason =
  | "no-git"
  | "no-repository"
  | "bare"
  | "unsafe"
  | "unborn"
  | "bad-ref"
  | "unknown-ref"
  | "ambiguous-ref"
  | "no-commit"
  | "shallow"
  | "unrelated"
  | "missing-object"
  | "corrupt"
  | "failed";

/** A failure with a sentence that says what to do. */
export interface GitFailure {
  readonly ok: false;
  readonly reason: GitReason;
  readonly message: string;
}

export type GitResult<Value> = { readonly ok: true; readonly value: Value } | GitFailure;

/** What git printed; `status` is its exit status, `errors` its standard error as text. */
export interface GitRun {
  readonly status: number;
  readonly out: Buffer;
  readonly errors: string;
}

export interface GitCall {
  /** The folder to work in. */
  readonly folder: string;
  readonly env: Environment;
  readonly args: readonly string[];
  /** Written to standard input. */
  readonly input?: string;
  /** The call may reach the remote of the clone. */
  readonly network?: boolean;
  /** Takes standard output piece by piece; `out` stays empty then. */
  readonly onOutput?: (chunk: Buffer) => void;
}

/** A repository's own settings may name programs; these take their place. */
const SWITCHES = [
  "--no-pager",
  "--literal-pathspecs",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "core.pager=cat",
  "-c",
  "core.warnAmbiguousRefs=true",
  "-c",
  "log.showSignature=false",
];

const FIXED: Environment = {
  LC_ALL: "C",
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  // Versions of git that do not know GIT_NO_LAZY_FETCH find no protocol that they may fetch by.
  GIT_ALLOW_PROTOCOL: "none",
};

/** What a call that may reach the remote has instead. `ext::` and the like stay forbidden: they run programs. */
const REACHING: Readonly<Record<string, string>> = { GIT_ALLOW_PROTOCOL: "https:http:ssh:file" };
const PROXIES = [
  "http_proxy",
  "HTTP_PROXY",
  "https_proxy",
  "HTTPS_PROXY",
  "all_proxy",
  "ALL_PROXY",
  "no_proxy",
  "NO_PROXY",
];

function reaching(env: Environment): Record<string, string> {
  const proxies = PROXIES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...environment(env), ...Object.fromEntries(proxies), ...REACHING };
}

/** What git needs to find itself, the person's own settings and, on Windows, the system. */
const KEPT = [
  "PATH",
  "HOME",
  "XDG_CONFIG_HOME",
  "USERPROFILE",
  "HOMEDRIVE",
  "HOMEPATH",
  "SYSTEMROOT",
  "WINDIR",
  "PATHEXT",
  "TMPDIR",
  "TEMP",
  "TMP",
  "SUDO_UID",
  "GIT_CEILING_DIRECTORIES",
  "GIT_DISCOVERY_ACROSS_FILESYSTEM",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_NOSYSTEM",
  "GIT_CONFIG_COUNT",
];
const KEPT_PREFIXES = ["GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_"];

function environment(env: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  const keep = (name: string): void => {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  };
  for (const name of KEPT) keep(name);
  for (const name of Object.keys(env)) if (KEPT_PREFIXES.some((prefix) => name.startsWith(prefix))) keep(name);
  return Object.assign(kept, FIXED);
}

/** Runs git once. Fails only where it cannot be started: its exit status is for the caller to judge. */
export function runGit(call: GitCall): Promise<GitResult<GitRun>> {
  return new Promise((resolve) => {
    const child = spawn("git", [...SWITCHES, "-C", call.folder, ...call.args], {
      env: call.network === true ? reaching(call.env) : environment(call.env),
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", call.onOutput ?? ((chunk: Buffer) => out.push(chunk)));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => {}); // git has ended early; its exit status says why
    child.once("error", (error) => resolve(notStarted(error)));
    child.once("close", (status) => {
      const text = Buffer.concat(errors).toString("utf8");
      resolve({ ok: true, value: { status: status ?? -1, out: Buffer.concat(out), errors: text } });
    });
    child.stdin.end(call.input ?? "");
  });
}

function notStarted(error: NodeJS.ErrnoException): GitFailure {
  if (error.code === "ENOENT") return failure("no-git", "git is not installed, or not in PATH; install it to compare.");
  return failure("failed", `git cannot be started: ${error.message}.`);
}

export function failure(reason: GitReason, message: string): GitFailure {
  return { ok: false, reason, message };
}

/** What git's own words mean, for calls that should have worked. */
export function explain({ errors }: GitRun, folder: string): GitFailure {
  const where = visible(folder);
  if (/dubious ownership/.test(errors)) {
    const top = visible(/repository at '(.*)'/.exec(errors)?.[1] ?? folder);
    const advice = `if you trust it, run: git config --global --add safe.directory "${top}"`;
    return failure("unsafe", `git does not read ${top} because it belongs to somebody else; ${advice}`);
  }
  if (/not a git repository/.test(errors)) {
    return failure("no-repository", `${where} is in no git repository; run the command inside one.`);
  }
  if (/must be run in a work tree/.test(errors)) {
    return failure("bare", `${where} has no working tree; run the command in a clone that is not bare.`);
  }
  if (/promisor remote|lazy fetching/.test(errors)) {
    const advice = "fetch them with: git fetch --refetch --no-filter origin";
    return failure("missing-object", `This clone is partial (--filter) and lacks files of that commit; ${advice}`);
  }
  const line = visible((errors.split("\n").find((text) => /^(fatal|error):/.test(text)) ?? errors).trim());
  if (
    /corrupt|bad object|unable to (read|unpack)|loose object|not a tree object|inflate|missing blob|object file .* is empty/i.test(
      errors,
    )
  ) {
    return failure("corrupt", `The repository is damaged (git says: ${line}); look at it with: git fsck`);
  }
  return failure("failed", `git failed: ${line || "it gave no reason"}.`);
}
