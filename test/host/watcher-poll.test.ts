import { rmSync } from "node:fs";
import { afterEach, expect, it, vi } from "vitest";
import { FolderWatcher } from "../../src/host/watcher.ts";
import { Folder } from "../support/cli.ts";

vi.mock("node:fs", async (original) => ({
  ...(await original<typeof import("node:fs")>()),
  watch: () => {
    throw Object.assign(new Error("no more watches"), { code: "ENOSPC" });
  },
}));

const folder = new Folder({ "a.txt": "1", "inner/b.txt": "1" });
const watcher = new FolderWatcher();

afterEach(() => {
  watcher.close();
  folder.drop();
});

async function until(path: string): Promise<void> {
  while (!(await watcher.next()).paths.has(path));
}

it("looks again and again where the system cannot watch", async () => {
  expect(watcher.watch([folder.path, folder.join("inner")]).size).toBe(2);
  folder.write("a.txt", "longer");
  await until(folder.join("a.txt"));
  folder.write("inner/new.txt", "1");
  await until(folder.join("inner/new.txt"));
  rmSync(folder.join("inner"), { recursive: true });
  await until(folder.join("inner/b.txt"));
});
