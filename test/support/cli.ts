/** Runs the built command line as a user does: another process, a real folder. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

export const ROOT = path.join(import.meta.dirname, "../..");
export const CLI = path.join(ROOT, "dist/cli.js");

export interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `kpi` with arguments; GitHub's variables are taken out, so that a run in CI prints the same. */
export function kpi(args: readonly string[], options: RunOptions = {}): Run {
  const env: Record<string, string | undefined> = { ...process.env, NO_COLOR: "1", ...options.env };
  if (options.env?.GITHUB_ACTIONS === undefined) delete env.GITHUB_ACTIONS;
  if (options.env?.NO_COLOR === "") delete env.NO_COLOR;
  delete env.FORCE_COLOR;
  if (options.env?.FORCE_COLOR !== undefined) env.FORCE_COLOR = options.env.FORCE_COLOR;
  const run = spawnSync(process.execPath, [CLI, ...args], {
    cwd: options.cwd ?? ROOT,
    input: options.input ?? "",
    env,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** A temporary folder with files; removed by `drop`. Values may be bytes. */
export class Folder {
  readonly path: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    this.path = mkdtempSync(path.join(tmpdir(), "kpi-test-"));
    for (const [file, content] of Object.entries(files)) this.write(file, content);
  }

  write(file: string, content: string | Uint8Array): void {
    const target = path.join(this.path, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  join(...parts: readonly string[]): string {
    return path.join(this.path, ...parts);
  }

  drop(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A complete file without any finding on 2026-08-15. */
export const GOOD = `version: 1
goals:
  happy-customers: { title: Customers stay because they are happy, owner: "@ceo" }
metrics:
  nps: { title: Net Promoter Score, definition: Promoters less detractors, unit: points, category: customer, cadence: quarterly, source: { system: survey tool, how: manual }, values: { 2026-03-31: 64, 2026-06-30: 68 } }
kpis:
  nps-2026: { title: Net Promoter Score of 75, goal: happy-customers, metric: nps, owner: "@cx", timeframe: 2026, baseline: 62, target: 75, why: Promoters renew, if_off_track: Call detractors, review: { every: quarterly, last: 2026-07-02 } }
`;
