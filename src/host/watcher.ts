/** Tells which paths below some folders have changed, in batches. */

import * as fs from "node:fs";
import * as path from "node:path";

/** A save is often several events; a batch ends after this long without another one. */
const QUIET_MS = 15;
/** A batch is handed out after this long even where events go on. */
const LONGEST_MS = 250;
/** How often files are looked at where the system cannot watch them. */
const POLL_MS = 700;
/** How often they are looked at all the same: under load, systems drop events. */
const SWEEP_MS = 2_000;

/** What has changed, as absolute paths. */
export interface Batch {
  readonly paths: ReadonlySet<string>;
  /** Watched folders that are gone, or are other ones of the same name; they are not watched any more. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Watches folders one by one, not the files in them and not recursively: a file that is replaced stays watched, and
 * folders that nobody wants (node_modules) cost nothing. Where the system refuses, all are looked at again and again.
 */
export class FolderWatcher {
  readonly #watchers = new Map<string, fs.FSWatcher>();
  #folders: readonly string[] = [];
  #changed = new Set<string>();
  #lost = new Set<string>();
  #firstAt = 0;
  #timer: NodeJS.Timeout | null = null;
  #ready = false;
  #wake: (() => void) | null = null;
  #poll: NodeJS.Timeout | null = null;
  #sweep: NodeJS.Timeout | null = null;
  #seen = new Map<string, string>();

  /** Watches these folders (absolute) and no others; gives those that are new, in which nobody has looked yet. */
  watch(folders: Iterable<string>): ReadonlySet<string> {
    const wanted = new Set(folders);
    const before = new Set(this.#folders);
    this.#folders = [...wanted];
    for (const [folder, watcher] of this.#watchers) {
      if (wanted.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of this.#folders) if (this.#poll === null && !this.#watchers.has(folder)) this.#open(folder);
    this.#seen = this.#look();
    this.#sweep ??= setInterval(() => this.#compare(), SWEEP_MS);
    return new Set(this.#folders.filter((folder) => !before.has(folder)));
  }

  /** Whether changes wait to be taken. */
  get isPending(): boolean {
    return this.#changed.size > 0;
  }

  /** The folders that are watched. */
  get folders(): ReadonlySet<string> {
    return new Set(this.#folders);
  }

  /** What changed since the last batch; waits for it. */
  async next(): Promise<Batch> {
    if (!this.#ready) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const batch = { paths: this.#changed, lost: this.#lost };
    this.#changed = new Set();
    this.#lost = new Set();
    this.#ready = false;
    return batch;
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#poll !== null) clearInterval(this.#poll);
    if (this.#sweep !== null) clearInterval(this.#sweep);
    this.#sweep = null;
    this.#timer = null;
    this.#poll = null;
  }

  #open(folder: string): void {
    try {
      const watcher = fs.watch(folder, (_, name) => {
        const changed = name === null ? folder : path.join(folder, name);
        this.#drop(changed);
        this.#note(changed);
      });
      watcher.on("error", () => {
        // The folder is gone, or can be watched no more: whoever looks at it finds out which.
        this.#drop(folder);
        this.#note(folder);
      });
      this.#watchers.set(folder, watcher);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") this.#note(folder);
      else this.#startPolling();
    }
  }

  /** A folder that has changed itself may be another one of the same name: it has to be watched anew. */
  #drop(folder: string): void {
    const watcher = this.#watchers.get(folder);
    if (watcher === undefined) return;
    watcher.close();
    this.#watchers.delete(folder);
    this.#folders = this.#folders.filter((other) => other !== folder);
    this.#lost.add(folder);
  }

  #startPolling(): void {
    if (this.#poll !== null) return;
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    this.#seen = this.#look();
    this.#poll = setInterval(() => this.#compare(), POLL_MS);
  }

  /** Notes what differs from the last look. */
  #compare(): void {
    const now = this.#look();
    for (const [file, state] of now) if (this.#seen.get(file) !== state) this.#note(file);
    for (const file of this.#seen.keys()) if (!now.has(file)) this.#note(file);
    this.#seen = now;
  }

  /** Every path in the watched folders with what tells a changed file. */
  #look(): Map<string, string> {
    const seen = new Map<string, string>();
    for (const folder of this.#folders) {
      for (const name of namesIn(folder)) {
        const file = path.join(folder, name);
        const stat = fs.statSync(file, { throwIfNoEntry: false });
        if (stat !== undefined) seen.set(file, stat.isDirectory() ? "folder" : `${stat.mtimeMs} ${stat.size}`);
      }
    }
    return seen;
  }

  #note(changed: string): void {
    const now = performance.now();
    if (this.#changed.size === 0) this.#firstAt = now;
    this.#changed.add(changed);
    if (this.#timer !== null) clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.#firstAt + LONGEST_MS - now));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#ready = true;
      this.#wake?.();
      this.#wake = null;
    }, wait);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return []; // a folder that is gone holds nothing
  }
}
