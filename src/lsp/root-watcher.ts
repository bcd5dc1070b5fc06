/** Watches the folders of one workspace, beside or instead of the editor. */

import * as path from "node:path";
import type { Watched } from "../commands/watched.ts";
import { nearestFolder } from "../host/folders.ts";
import { type Batch, FolderWatcher } from "../host/watcher.ts";
import type { OpenedRoot } from "./opening.ts";

/** Above this many folders only those are watched that hold something. */
const MOST_FOLDERS = 2_000;

/**
 * The folders to watch. An editor that tells of changes does so from all folders, but editors differ in what they
 * tell: those that hold files of ours are always watched. Where there are none, the root is enough.
 */
export function foldersOf(opened: OpenedRoot, watched: Watched, isTold: boolean): ReadonlySet<string> {
  const { root, data, configFiles } = opened;
  const files = [...watched.live.files.map((file) => path.join(root, file)), ...data.files, ...configFiles];
  const holding = new Set([root, ...files.map((file) => nearestFolder(path.dirname(file)))]);
  if (isTold || files.length === 0) return holding;
  const all = watched.folders;
  return all.size > MOST_FOLDERS ? holding : all;
}

/** Hands on every batch of changes until it is closed. */
export class RootWatcher {
  readonly #watcher = new FolderWatcher();
  readonly #take: (batch: Batch) => Promise<void>;
  #isRunning = false;
  #isClosed = false;

  constructor(take: (batch: Batch) => Promise<void>) {
    this.#take = take;
  }

  get folders(): ReadonlySet<string> {
    return this.#watcher.folders;
  }

  /** Watches these folders and no others; gives those that are new. */
  watch(folders: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#isClosed) return new Set();
    const fresh = this.#watcher.watch(folders);
    if (!this.#isRunning) void this.#run();
    return fresh;
  }

  close(): void {
    this.#isClosed = true;
    this.#watcher.close();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (!this.#isClosed) await this.#take(await this.#watcher.next());
  }
}
