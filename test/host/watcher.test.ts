import { mkdirSync, renameSync, rmSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FolderWatcher } from "../../src/host/watcher.ts";
import { Folder } from "../support/cli.ts";

let folder: Folder;
let watcher: FolderWatcher;

beforeEach(() => {
  folder = new Folder({ "a.txt": "1", "inner/b.txt": "1" });
  watcher = new FolderWatcher();
});

afterEach(() => {
  watcher.close();
  folder.drop();
});

/** Waits for batches until one of them has named the path. */
async function until(path: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  while (!seen.has(path)) for (const changed of (await watcher.next()).paths) seen.add(changed);
  return seen;
}

describe("FolderWatcher", () => {
  it("tells of files that change, come, go and are replaced", async () => {
    expect([...watcher.watch([folder.path])]).toEqual([folder.path]);
    folder.write("a.txt", "2");
    await until(folder.join("a.txt"));
    folder.write("c.txt", "1");
    await until(folder.join("c.txt"));
    renameSync(folder.join("c.txt"), folder.join("a.txt"));
    await until(folder.join("a.txt"));
    folder.write("a.txt", "3");
    await until(folder.join("a.txt"));
    rmSync(folder.join("a.txt"));
    await until(folder.join("a.txt"));
  });

  it("puts what belongs together into one batch", async () => {
    watcher.watch([folder.path]);
    for (let i = 0; i < 20; i++) folder.write(`f${i}.txt`, "1");
    expect((await watcher.next()).paths.size).toBe(20);
    expect(watcher.isPending).toBe(false);
  });

  it("watches the folders it is given and no others", async () => {
    watcher.watch([folder.path, folder.join("inner")]);
    expect(watcher.watch([folder.path]).size).toBe(0);
    folder.write("inner/b.txt", "2");
    folder.write("a.txt", "2");
    expect(await until(folder.join("a.txt"))).not.toContain(folder.join("inner/b.txt"));
    expect([...watcher.watch([folder.path, folder.join("inner")])]).toEqual([folder.join("inner")]);
    folder.write("inner/b.txt", "3");
    await until(folder.join("inner/b.txt"));
  });

  it("says which watched folders are gone or are others, and watches those anew", async () => {
    const inner = folder.join("inner");
    watcher.watch([folder.path, inner]);
    rmSync(inner, { recursive: true });
    mkdirSync(inner);
    const lost = new Set<string>();
    while (!lost.has(inner)) for (const gone of (await watcher.next()).lost) lost.add(gone);
    expect(watcher.folders.has(inner)).toBe(false);
    expect(watcher.watch([folder.path, inner]).has(inner)).toBe(true);
    folder.write("inner/b.txt", "2");
    await until(folder.join("inner/b.txt"));
  });

  it("takes folders that do not exist", async () => {
    watcher.watch([folder.join("nowhere"), folder.path]);
    await until(folder.join("nowhere"));
    folder.write("a.txt", "2");
    await until(folder.join("a.txt"));
  });
});
