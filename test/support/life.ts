/** Repositories in which a KPI lives, and the life that `kpi blame` tells of it. */

import { execFileSync } from "node:child_process";
import { type BlameOptions, blameCommand } from "../../src/commands/blame.ts";
import { UsageError } from "../../src/commands/errors.ts";
import type { Host } from "../../src/commands/host.ts";
import type { Run } from "./cli.ts";
import { hostIn } from "./host.ts";
import { PLAIN_ENV, TestRepository } from "./repository.ts";

/** A workspace with one KPI, in one file. */
export const LIFE = `version: 1
goals:
  happy:
    title: Customers stay because they are happy
    owner: "@ceo"
metrics:
  nps:
    title: Net Promoter Score
    unit: points
    cadence: quarterly
    values:
      2025-12-31: 60
      2026-06-30: 68
kpis:
  nps-2026:
    title: Net Promoter Score of 75
    goal: happy
    metric: nps
    owner: "@cx"
    timeframe: 2026
    baseline: 62
    target: 75
`;

/** The text with parts of it exchanged, each of which must be there. */
export function edited(text: string, ...edits: readonly (readonly [from: string, to: string])[]): string {
  return edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`"${from}" is not there`);
    return now.replace(from, to);
  }, text);
}

/** The life with another target, and with a reason where one is given. */
export function withTarget(target: string, why?: string): string {
  const entry = `    changes: [{ date: 2026-04-02, field: target, reason: "${why}" }]\n`;
  return edited(LIFE, ["    target: 75", `${why === undefined ? "" : entry}    target: ${target}`]);
}

/** A repository whose commits have days and authors. */
export class LifeRepository extends TestRepository {
  /** Writes files (null: deletes) and commits them on a day; the commit's id. */
  change(day: string, files: Readonly<Record<string, string | null>>, author = "Ana"): string {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) this.git("rm", "-q", "--cached", "--ignore-unmatch", file);
      if (text === null) this.remove(file);
      else this.write(file, text);
    }
    return this.commitOn(day, author);
  }

  /** Commits everything that lies there. */
  commitOn(day: string, author = "Ana", message = `on ${day}`): string {
    this.git("add", "-A");
    const flags = ["--allow-empty", "--allow-empty-message", `--date=${day}T12:00:00Z`];
    this.git("commit", "-q", ...flags, `--author=${author} <a@example.com>`, "-m", message);
    return this.git("rev-parse", "HEAD");
  }

  /** Merges a branch into the one that is checked out; conflicts and all else are settled by `files`. */
  mergeOn(day: string, branch: string, files: Readonly<Record<string, string>>): string {
    try {
      this.git("merge", "-q", "--no-ff", "--no-commit", "-s", "ours", branch);
    } catch (error) {
      throw new Error(`The branch cannot be merged: ${String(error)}`);
    }
    return this.change(day, files, "Merger");
  }

  remove(file: string): void {
    execFileSync("rm", ["-rf", "--", this.join(file)]);
  }

  /** Makes `main` from a stream of `git fast-import`. */
  import(stream: string): void {
    execFileSync("git", ["fast-import", "--quiet", "--force"], {
      cwd: this.path,
      env: { ...PLAIN_ENV },
      input: stream,
    });
    this.git("reset", "-q", "--hard", "main");
  }
}

/** What `kpi blame` prints in a folder, on 2026-08-15. */
export async function blame(
  cwd: string,
  id: string,
  options: Partial<BlameOptions> = {},
  more: Partial<Host> = {},
): Promise<Run> {
  const host = hostIn(cwd, { env: PLAIN_ENV });
  const { seen } = host;
  try {
    const status = await blameCommand(id, { color: true, ...options }, { ...host, ...more });
    return { status, out: seen.out, err: seen.notes };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out: seen.out, err: `${seen.notes}kpi: ${error.message}\n` };
  }
}

/** The public JSON of a life, as far as tests look into it. */
export interface LifeJson {
  readonly kpi: string;
  readonly title: string;
  readonly ref: string;
  readonly status: string | null;
  readonly now: { readonly id: string; readonly target: string } | null;
  readonly entries: readonly {
    readonly commit: string | null;
    readonly date: string | null;
    readonly author: string | null;
    readonly subject: string | null;
    readonly kpi: string;
    readonly file: string | null;
    readonly isEdge: boolean;
    readonly changes: readonly {
      readonly ruleId: string;
      readonly field: string;
      readonly before: string | null;
      readonly after: string | null;
      readonly reason: string | null;
      readonly reasonCommit: string | null;
      readonly otherId: string | null;
    }[];
  }[];
  readonly targets: readonly { readonly date: string; readonly target: number | null }[];
  readonly drift: {
    readonly easings: number;
    readonly easingsWithoutReason: number;
    readonly tightenings: number;
    readonly target: { readonly change: number | null; readonly direction: string | null };
  } | null;
  readonly historyEnds: readonly string[];
}

/** The life of a KPI as JSON. */
export async function lifeIn(cwd: string, id = "nps-2026", options: Partial<BlameOptions> = {}): Promise<LifeJson> {
  const run = await blame(cwd, id, { ...options, format: ["json"] });
  if (run.status !== 0) throw new Error(run.err);
  return JSON.parse(run.out);
}

/** Every change as `date author rule before → after`; `now` for what is not committed yet. */
export function lines({ entries }: LifeJson): readonly string[] {
  return entries.flatMap(({ date, author, changes }) =>
    changes.map(({ ruleId, before, after }) => {
      const when = date === null ? "now" : `${date} ${author}`;
      return `${when} ${ruleId.slice(5)} ${before} → ${after}`;
    }),
  );
}
