import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LockWorld, withLock } from "../../src/host/lock.ts";
import { Folder } from "../support/cli.ts";

const MINUTE = 60_000;

let folder: Folder;
let file: string;
let lock: string;

beforeEach(() => {
  folder = new Folder();
  file = folder.join("nps.csv");
  lock = `${file}.lock`;
});

afterEach(() => folder.drop());

/** A world whose clock only moves by waiting; `onWait` is told how often it was waited. */
function world(more: Partial<LockWorld> & { readonly onWait?: (count: number) => void } = {}): LockWorld {
  let now = Date.now();
  let count = 0;
  return {
    now: () => now,
    wait: async (ms) => {
      now += ms;
      count++;
      more.onWait?.(count);
    },
    isAlive: more.isAlive ?? (() => true),
  };
}

const ofProcess = (pid: number, host = hostname()): string => `${pid} ${host} someone\n`;

describe("withLock", () => {
  it("holds the lock while the work is done, and gives what the work gives", async () => {
    const result = await withLock(file, async () => {
      expect(readFileSync(lock, "utf8")).toMatch(new RegExp(`^${process.pid} ${hostname()} \\S+\\n$`));
      return 7;
    });
    expect(result).toEqual({ ok: true, value: 7 });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it("releases the lock where the work fails", async () => {
    const failing = withLock(file, async () => {
      throw new Error("no room");
    });
    await expect(failing).rejects.toThrow("no room");
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it("releases the lock where the process ends in the middle of the work", async () => {
    const before = process.listeners("exit");
    await withLock(file, async () => {
      const [atExit] = process.listeners("exit").filter((listener) => !before.includes(listener));
      atExit?.(130);
      expect(existsSync(lock)).toBe(false);
    });
    expect(process.listeners("exit")).toEqual(before);
  });

  it("waits for the one who holds it", async () => {
    writeFileSync(lock, ofProcess(71));
    const others = world({ onWait: (count) => count === 3 && rmSync(lock) });
    expect(await withLock(file, async () => "done", others)).toEqual({ ok: true, value: "done" });
  });

  it("gives up after ten seconds, names who holds it and leaves the lock alone", async () => {
    writeFileSync(lock, ofProcess(71));
    let waited = 0;
    const others = world({ onWait: (count) => (waited = count) });
    const result = await withLock(file, async () => "done", others);
    expect(result).toEqual({ ok: false, reason: "held", lock, owner: `process 71 on ${hostname()}` });
    expect(waited).toBeGreaterThan(100);
    expect(readFileSync(lock, "utf8")).toBe(ofProcess(71));
  });

  const left: readonly (readonly [what: string, content: string, ageMs: number, isTaken: boolean])[] = [
    ["of a process that has ended", ofProcess(71), 0, true],
    ["of a process that runs, however old", ofProcess(72), 60 * MINUTE, false],
    ["of another machine, nine minutes old", ofProcess(71, "elsewhere"), 9 * MINUTE, false],
    ["of another machine, eleven minutes old", ofProcess(71, "elsewhere"), 11 * MINUTE, true],
    ["without a word, nine minutes old", "", 9 * MINUTE, false],
    ["without a word, eleven minutes old", "", 11 * MINUTE, true],
    ["that somebody else wrote, eleven minutes old", "hello", 11 * MINUTE, true],
  ];
  it.each(left)("meets a lock %s", async (_, content, ageMs, isTaken) => {
    const others = world({ isAlive: (pid) => pid === 72 });
    writeFileSync(lock, content);
    const then = new Date(others.now() - ageMs);
    utimesSync(lock, then, then);
    const result = await withLock(file, async () => "done", others);
    expect(result.ok).toBe(isTaken);
    expect(readdirSync(folder.path)).toEqual(isTaken ? [] : ["nps.csv.lock"]);
  });

  it("removes what a process left that ended while it removed a lock", async () => {
    writeFileSync(lock, ofProcess(71));
    writeFileSync(`${lock}.stale`, ofProcess(71));
    expect(await withLock(file, async () => "done", world({ isAlive: () => false }))).toMatchObject({ ok: true });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it("lets nobody in between, whoever finds a lock that was left behind", async () => {
    writeFileSync(lock, ofProcess(71));
    const real: LockWorld = {
      now: Date.now,
      wait: () => new Promise((resolve) => setImmediate(resolve)),
      isAlive: (pid) => pid === process.pid,
    };
    const turns = Array.from({ length: 20 }, () =>
      withLock(
        file,
        async () => {
          const read = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
          await new Promise((resolve) => setImmediate(resolve));
          writeFileSync(file, String(read + 1));
        },
        real,
      ),
    );
    expect((await Promise.all(turns)).every(({ ok }) => ok)).toBe(true);
    expect(readFileSync(file, "utf8")).toBe("20");
    expect(readdirSync(folder.path)).toEqual(["nps.csv"]);
  });

  it("does not release a lock that is no longer its own", async () => {
    await withLock(file, async () => writeFileSync(lock, ofProcess(71)));
    expect(readFileSync(lock, "utf8")).toBe(ofProcess(71));
  });

  it("makes the folder of a new file, and takes it away where nothing was written", async () => {
    const inner = folder.join("data/2026/nps.csv");
    await withLock(inner, async () => expect(existsSync(`${inner}.lock`)).toBe(true));
    expect(readdirSync(folder.path)).toEqual([]);
    mkdirSync(folder.join("data"));
    await withLock(inner, async () => {});
    expect(readdirSync(folder.path)).toEqual(["data"]);
    await withLock(inner, async () => writeFileSync(inner, "date,value\n"));
    expect(readdirSync(folder.join("data/2026"))).toEqual(["nps.csv"]);
  });

  it("locks the real file of a link", async () => {
    folder.write("data/real.csv", "date,value\n");
    symlinkSync("data/real.csv", file);
    await withLock(file, async () => {
      expect(existsSync(folder.join("data/real.csv.lock"))).toBe(true);
      expect(existsSync(lock)).toBe(false);
    });
  });

  it("says why a lock cannot be made", async () => {
    folder.write("data", "a file");
    const inner = folder.join("data/nps.csv");
    const result = await withLock(inner, async () => "done");
    expect(result).toMatchObject({ ok: false, reason: "denied", lock: `${inner}.lock` });
  });
});
