/** Reviews real repositories and folders, in the test's own process. */

import { afterEach, expect } from "vitest";
import { type DiffOptions, diffCommand } from "../../src/commands/diff.ts";
import { type Folder, GOOD, kpi, type Run } from "../support/cli.ts";
import { run } from "../support/in-process.ts";
import { PLAIN_ENV, TestRepository } from "../support/repository.ts";

/** The good file with an easier target, without a reason. */
export const EASED = GOOD.replace("target: 75", "target: 72");
/** The same with a reason. */
export const EXPLAINED = EASED.replace(
  "target: 72",
  "target: 72, changes: [{ date: 2026-08-14, field: target, reason: The survey moved }]",
);
/** What stands for an easier target in a list of changes. */
export const EASING = ["target-eased nps-2026", "status-by-definition nps-2026"];

/** The good file with other ids, so that it can stand beside it. */
export function other(name: string, text = GOOD): string {
  return text.replaceAll("nps", name).replaceAll("happy-", `${name}-`);
}

const folders: Folder[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) folder.drop();
});

/** Removed after the test. */
export function kept<Kept extends Folder>(folder: Kept): Kept {
  folders.push(folder);
  return folder;
}

/** A repository with files as its first commit, dated 2026-08-01. */
export function committed(files: Readonly<Record<string, string | Uint8Array>> = { "kpi.yaml": GOOD }): TestRepository {
  return kept(new TestRepository(files));
}

/** A repository on a branch that was just made. */
export function branched(files?: Readonly<Record<string, string | Uint8Array>>): TestRepository {
  const repository = committed(files);
  repository.git("switch", "-q", "-c", "topic");
  return repository;
}

export interface Compared {
  readonly status: number | null;
  /** What changes, as `target-eased nps-2026`, in the order of the report; what follows from others is among them. */
  readonly changes: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
  readonly err: string;
}

interface Reported {
  readonly ruleId: string;
  readonly entity: { readonly id: string } | null;
  readonly field: string;
}

/** What `kpi diff BASE HEAD` prints on 2026-08-15. */
export function printed(
  cwd: string,
  [base = null, head = null]: readonly (string | null)[] = [],
  options: Partial<DiffOptions> = {},
  env: Readonly<Record<string, string>> = PLAIN_ENV,
): Promise<Run> {
  return run((given, host) => diffCommand(base, head, { ...given, ...options }, host), { cwd, env });
}

/** Runs `kpi diff BASE HEAD` on 2026-08-15, and takes its answer apart. */
export async function compared(
  cwd: string,
  versions: readonly (string | null)[] = [],
  options: Partial<DiffOptions> = {},
  env: Readonly<Record<string, string>> = PLAIN_ENV,
): Promise<Compared> {
  const { status, out, err } = await printed(cwd, versions, { format: ["json"], ...options }, env);
  const json = out === "" ? {} : JSON.parse(out);
  const reported: readonly Reported[] = json.changes ?? [];
  const changes = reported
    .map(({ ruleId, entity, field }) => `${ruleId.slice("diff/".length)} ${entity?.id ?? field}`)
    .sort((a, b) => Number(a.startsWith("status-by")) - Number(b.startsWith("status-by")));
  return { status, changes, json, err };
}

/** The sentence with which `kpi diff BASE HEAD` refuses. */
export async function refused(
  cwd: string,
  versions: readonly (string | null)[] = [],
  options: Partial<DiffOptions> = {},
  env: Readonly<Record<string, string>> = PLAIN_ENV,
): Promise<string> {
  const { status, err, json } = await compared(cwd, versions, options, env);
  if (status !== 2 || Object.keys(json).length > 0) throw new Error(`It was not refused: ${status} ${err}`);
  return err.replace(/^kpi: /, "").trimEnd();
}

/** Another process; what it prints holds nothing that a terminal would act on. */
export function diffProcess(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = PLAIN_ENV,
): Run {
  const run = kpi(["diff", "--as-of", "2026-08-15", ...args], { cwd, env });
  expect(hidden(run.out), run.out).toEqual([]);
  expect(hidden(run.err), run.err).toEqual([]);
  return run;
}

/** Escape sequences, and what hides or reorders text. */
export function hidden(text: string): readonly string[] {
  return text.match(/[^\n\P{Cc}]|[\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu) ?? [];
}
