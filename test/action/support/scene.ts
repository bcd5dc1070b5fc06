/** A stage for end-to-end tests: one emulated GitHub for a file of tests, and a pull request of its own for each. */

import { cpSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { afterAll, afterEach, beforeAll, expect, onTestFinished } from "vitest";
import { Folder, ROOT } from "../../support/cli.ts";
import type { TestRepository } from "../../support/repository.ts";
import type { StoredComment } from "./emulator.ts";
import { type ActionEvent, forkPullRequestEvent, pullRequestEvent } from "./events.ts";
import { type Change, checkout, type PullRequestRepository, pullRequestRepository } from "./git.ts";
import { type GitHub, startGitHub } from "./github.ts";
import { KPIS } from "./kpis.ts";
import type { Exchange } from "./proxy.ts";
import { runAction, type Step, type StepResult } from "./runner.ts";

/** The committed bundle. */
export const BUNDLE = path.join(ROOT, "dist/action.mjs");
/** The day that all of these tests judge on, unless they say otherwise. */
export const DAY = "2026-08-15";

/** What a pull request changes, and how it is checked out. */
export interface SceneOptions {
  /** `KPIS` as `kpi.yaml` by default. */
  readonly base?: Readonly<Record<string, string>>;
  /** What the pull request changes; as a text, the new `kpi.yaml`. Nothing by default. */
  readonly change?: Change | string;
  /** What `main` gets after the branch was made. */
  readonly later?: Change;
  readonly fork?: boolean;
  /** 2 by default. */
  readonly depth?: number;
  /** The head instead of the merge commit, or the base. */
  readonly ref?: "head" | "merge" | "base";
}

/** A pull request with its checkout. */
export interface Scene {
  readonly number: number;
  readonly files: PullRequestRepository;
  readonly workspace: Folder;
  readonly event: ActionEvent;
  /** Runs the Action with the token of the workflow, judging on `DAY`. */
  run(inputs?: Readonly<Record<string, string>>, step?: Partial<Step>): Promise<StepResult>;
  comments(): Promise<readonly StoredComment[]>;
  /** Requests since the scene was set. */
  asked(method?: string): readonly Exchange[];
}

/** The stage of one file of tests. */
export interface Stage {
  readonly github: GitHub;
  scene(options?: SceneOptions): Promise<Scene>;
}

/** Most pull requests of a file of tests, of each kind. */
const PULLS = 60;

/** Starts a GitHub for the tests of a file; after each of them, no request or answer may have had a wrong shape. */
export function stage(): Stage {
  let github: GitHub | undefined;
  let seen = 0;
  const next = { own: 1, fork: PULLS + 1 };
  beforeAll(async () => {
    const own = Array.from({ length: PULLS }, (_, i) => ({ headRef: `change-${i + 1}` }));
    const forks = Array.from({ length: PULLS }, (_, i) => ({ headRef: `patch-${PULLS + i + 1}`, fork: true }));
    github = await startGitHub({ shape: true, seed: { pulls: [...own, ...forks] } });
  });
  afterAll(async () => {
    dropAll();
    await github?.stop();
  });
  afterEach(() => {
    const found = github?.violations() ?? [];
    const fresh = found.slice(seen);
    seen = found.length;
    expect(fresh).toEqual([]);
  });
  const running = (): GitHub => {
    if (github === undefined) throw new Error("The emulated GitHub runs inside tests only.");
    return github;
  };
  return {
    get github() {
      return running();
    },
    scene: (options = {}) => {
      const kind = options.fork ? "fork" : "own";
      const number = next[kind]++;
      return sceneOf(running(), number, options);
    },
  };
}

async function sceneOf(github: GitHub, number: number, options: SceneOptions): Promise<Scene> {
  const { fork = false } = options;
  const branch = fork ? `patch-${number}` : `change-${number}`;
  const { files: made, checkout: source } = templateOf(options);
  const files = { ...made, number, branch };
  const { headSha, baseSha, mergeSha } = files;
  await github.emulator.changePull(number, { headSha, baseSha });
  const workspace = new Folder();
  copies.push(workspace);
  cpSync(source.path, workspace.path, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  const first = github.proxy.exchanges.length;
  const event = (fork ? forkPullRequestEvent : pullRequestEvent)({
    headSha,
    baseSha,
    mergeSha,
    number,
    headRef: branch,
  });
  return {
    number,
    files,
    workspace,
    event,
    run: (inputs = {}, step = {}) =>
      runAction({
        bundle: BUNDLE,
        repositoryFolder: workspace.path,
        event,
        apiUrl: github.proxy.url,
        token: github.emulator.tokens[fork ? "readOnly" : "write"],
        inputs: { "as-of": DAY, ...inputs },
        ...step,
      }),
    comments: () => github.emulator.comments(number),
    asked: (method) =>
      github.proxy.exchanges.slice(first).filter((one) => method === undefined || one.method === method),
  };
}

/** GitHub's side of a pull request, and a checkout of it to copy. Nothing is written into either. */
interface Template {
  readonly files: PullRequestRepository;
  readonly checkout: Folder;
}

const templates = new Map<string, Template>();
const copies: Folder[] = [];

/** Made once for all pull requests that are alike: git takes longer than all the rest. */
function templateOf(options: SceneOptions): Template {
  const key = JSON.stringify(options);
  const known = templates.get(key);
  if (known !== undefined) return known;
  const { base = { "kpi.yaml": KPIS }, change = {}, later, fork = false, depth = 2, ref = "merge" } = options;
  const changes = [typeof change === "string" ? { "kpi.yaml": change } : change];
  const files = pullRequestRepository({ base, changes, later, fork });
  const made = { files, checkout: checkout(files.origin, ...refOf(ref, files), { depth }) };
  templates.set(key, made);
  return made;
}

function dropAll(): void {
  for (const copy of copies.splice(0)) copy.drop();
  for (const template of templates.values()) {
    template.files.drop();
    template.checkout.drop();
  }
  templates.clear();
}

function refOf(ref: "head" | "merge" | "base", files: PullRequestRepository): readonly [ref: string, sha: string] {
  const { number, headSha, baseSha, mergeSha } = files;
  if (ref === "head") return [`refs/pull/${number}/head`, headSha];
  return ref === "base" ? ["refs/heads/main", baseSha] : [`refs/pull/${number}/merge`, mergeSha];
}

/** A checkout that goes with the test. */
export function checkedOut(origin: TestRepository, ref: string, sha: string, depth = 2): Folder {
  const folder = checkout(origin, ref, sha, { depth });
  onTestFinished(() => folder.drop());
  return folder;
}

/** The part of a report that tests look at. */
export interface Report {
  readonly sha: string;
  readonly repository: string;
  readonly conclusion: string;
  readonly noBase: string | null;
  readonly diff: {
    readonly base: string;
    readonly head: string;
    readonly changes: readonly { readonly ruleId: string; readonly file: string }[];
  } | null;
  readonly check: { readonly findings: readonly { readonly ruleId: string; readonly file: string }[] };
}

/** The report that a step has left as JSON in the runner's folder. */
export function reportOf({ outputs, tempFiles }: StepResult): Report {
  return JSON.parse(tempFiles[outputs["report-json"] ?? ""] ?? "null");
}

/** The files that results of a SARIF file lie in, each once. */
export function sarifUris(file: string): readonly string[] {
  const log: { readonly runs: readonly { readonly results: readonly SarifResult[] }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const results = log.runs.flatMap(({ results }) => results);
  return [
    ...new Set(results.flatMap(({ locations }) => locations.map((one) => one.physicalLocation.artifactLocation.uri))),
  ];
}

interface SarifResult {
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
}
