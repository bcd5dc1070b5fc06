/** One process at a time changes a file: a lock file beside it, made only where there is none. */

import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import { hostname } from "node:os";
import * as path from "node:path";

/** What came of a locked piece of work. */
export type Locked<T> =
  | { readonly ok: true; readonly value: T }
  /** Somebody else held the lock all the time; `owner` is what the lock file says of them, such as `process 71 on ci-3`. */
  | { readonly ok: false; readonly reason: "held"; readonly lock: string; readonly owner: string }
  /** The lock file could not be made. */
  | { readonly ok: false; readonly reason: "denied"; readonly lock: string; readonly detail: string };

/** The clock and the processes around; replaced in tests. */
export interface LockWorld {
  /** Milliseconds since 1970, as files are dated. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly isAlive: (pid: number) => boolean;
}

const RETRY_MS = 20;
/** Work under a lock takes well under a second. */
const PATIENCE_MS = 10_000;
/** From when on a lock counts as left behind where its owner cannot be looked up. */
const ABANDONED_MS = 600_000;

const THIS_WORLD: LockWorld = {
  now: Date.now,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  isAlive: (pid) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return codeOf(error) !== "ESRCH"; // it may belong to somebody else
    }
  },
};

/**
 * Does work while no other process holds the lock of `file`, which need not exist; its folder is made.
 *
 * The lock is `FILE.lock`, of the real file where `file` is a link. It is waited for up to ten seconds. One that was
 * left behind is removed: its process has ended, or where that cannot be known (another machine), ten minutes have
 * passed. Whatever the work does, the lock is released, and folders that were made and stayed empty are removed.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, world = THIS_WORLD): Promise<Locked<T>> {
  const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
  const lock = `${target}.lock`;
  const folder = path.dirname(lock);
  const token = `${process.pid} ${hostname()} ${randomUUID()}\n`;
  let made: string | undefined;
  try {
    try {
      made = fs.mkdirSync(folder, { recursive: true });
      if (!(await take(lock, token, world))) return { ok: false, reason: "held", lock, owner: ownerOf(lock) };
    } catch (error) {
      return { ok: false, reason: "denied", lock, detail: error instanceof Error ? error.message : String(error) };
    }
    const release = (): void => releaseOwn(lock, token);
    process.once("exit", release); // Ctrl-C ends the process in the middle of the work
    try {
      return { ok: true, value: await work() };
    } finally {
      process.off("exit", release);
      release();
    }
  } finally {
    if (made !== undefined) removeEmpty(folder, made);
  }
}

/** False where the lock stayed with somebody else for too long. */
async function take(lock: string, token: string, world: LockWorld): Promise<boolean> {
  const deadline = world.now() + PATIENCE_MS;
  for (;;) {
    if (create(lock, token)) return true;
    if (removeAbandoned(lock, token, world)) continue;
    if (world.now() >= deadline) return false;
    await world.wait(RETRY_MS * (1 + Math.random()));
  }
}

/** Whether the file could be made because there was none. */
function create(file: string, content: string): boolean {
  try {
    fs.writeFileSync(file, content, { flag: "wx" });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code !== "ENOENT") throw error;
    // The process that made the folder has removed it, because it wrote nothing.
    fs.mkdirSync(path.dirname(file), { recursive: true });
    return false;
  }
}

/**
 * Removes a lock that was left behind. A second lock makes sure that only one process does, and that what it removes
 * is what it looked at, not the lock of one who came in between.
 */
function removeAbandoned(lock: string, token: string, world: LockWorld): boolean {
  if (!isAbandoned(lock, world)) return false;
  const remover = `${lock}.stale`;
  if (!create(remover, token)) {
    if (isAbandoned(remover, world)) fs.rmSync(remover, { force: true });
    return false;
  }
  try {
    if (!isAbandoned(lock, world)) return false;
    fs.rmSync(lock, { force: true });
    return true;
  } finally {
    fs.rmSync(remover, { force: true });
  }
}

function isAbandoned(lock: string, world: LockWorld): boolean {
  const { pid, host } = readLock(lock);
  if (pid !== null && host === hostname()) return !world.isAlive(pid);
  const stat = fs.statSync(lock, { throwIfNoEntry: false });
  return stat !== undefined && world.now() - stat.mtimeMs > ABANDONED_MS;
}

function ownerOf(lock: string): string {
  const { pid, host } = readLock(lock);
  return pid === null ? "another process" : `process ${pid} on ${host}`;
}

function readLock(lock: string): { readonly pid: number | null; readonly host: string } {
  const [, pid, host = ""] = /^(\d{1,10}) (\S{1,255}) \S/.exec(textOf(lock)) ?? [];
  return { pid: pid === undefined ? null : Number(pid), host };
}

function releaseOwn(lock: string, token: string): void {
  if (textOf(lock) === token) fs.rmSync(lock, { force: true });
}

/** Empty where the file has just gone or cannot be read. */
function textOf(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return ""; // nothing is known of its owner then
  }
}

/** Removes folders from `folder` upward to `topmost` as long as they are empty. */
function removeEmpty(folder: string, topmost: string): void {
  for (let at = folder; ; at = path.dirname(at)) {
    try {
      fs.rmdirSync(at);
    } catch {
      return; // it holds something, or somebody else has removed it
    }
    if (at === topmost || path.dirname(at) === at) return;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
