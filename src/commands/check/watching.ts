/** `kpi check --watch`: checks, and checks again whenever a file changes, until Ctrl-C. */

import * as path from "node:path";
import type { CheckResult } from "../../engine/result.ts";
import { type Batch, FolderWatcher } from "../../host/watcher.ts";
import { count } from "../../report/words.ts";
import { ConfigError, UsageError } from "../errors.ts";
import type { Host } from "../host.ts";
import { configHasChanged, type Judging, type Meaning, type Watchable, Watched } from "../watched.ts";

export interface WatchInput<Opened extends Watchable> {
  /** Opens and reads everything. */
  readonly open: () => Promise<Opened>;
  /** What is wrong with the config; null where it can be used. */
  readonly broken: (opened: Opened) => CheckResult | null;
  readonly judging: (opened: Opened) => Judging;
  readonly show: (result: CheckResult, opened: Opened, started: number) => void;
  /** Whether something may be shown before the whole workspace has been judged. */
  readonly mayBeQuick: boolean;
  readonly quiet: boolean;
}

/** A check that takes no longer than this is not worth being preceded by a quick one. */
const QUICK_ENOUGH_MS = 80;
const CLEAR = "\u001B[2J\u001B[3J\u001B[H";

/** Runs until the process is ended. A mistake that was there from the start is an error, a later one is shown. */
export async function watchCheck<Opened extends Watchable>(input: WatchInput<Opened>, host: Host): Promise<never> {
  const watch = new Watch(input, host);
  try {
    await watch.open(true);
    for (;;) await watch.round();
  } finally {
    watch.close();
  }
}

class Watch<Opened extends Watchable> {
  readonly #input: WatchInput<Opened>;
  readonly #host: Host;
  readonly #watcher = new FolderWatcher();
  /** Null while the config, or the way the command was called, is wrong. */
  #current: { readonly opened: Opened; readonly watched: Watched } | null = null;
  #fullMs = 0;
  #shown = "";
  /** A quick check was shown, and the full one has to follow. */
  #isOwed = false;

  constructor(input: WatchInput<Opened>, host: Host) {
    this.#input = input;
    this.#host = host;
  }

  close(): void {
    this.#watcher.close();
  }

  /** Opens everything anew and checks it. */
  async open(isFirst: boolean): Promise<void> {
    const started = this.#host.now();
    this.#current = null;
    this.#shown = "";
    let opened: Opened;
    try {
      opened = await this.#input.open();
    } catch (error) {
      if (isFirst || !(error instanceof UsageError || error instanceof ConfigError)) throw error;
      this.#clear();
      this.#host.terminal.note(`kpi: ${error.message}\n`);
      return;
    }
    const broken = this.#input.broken(opened);
    if (broken !== null) {
      this.#show(broken, opened, started);
      const configs = opened.configFiles.map((file) => path.dirname(file));
      const fresh = this.#watcher.watch([...this.#watcher.folders, opened.root, ...configs]);
      if (fresh.size > 0 && configHasChanged(opened)) await this.open(isFirst);
      return;
    }
    const watched = new Watched(opened, this.#input.judging(opened));
    this.#current = { opened, watched };
    if ((await this.#follow(watched)) === "everything") return this.open(isFirst);
    await this.#full(watched, opened, started);
  }

  /** Waits for changes and checks again where they matter. */
  async round(): Promise<void> {
    const batch = await this.#watcher.next();
    const started = this.#host.now();
    if (this.#current === null) return this.open(false);
    const { watched, opened } = this.#current;
    const meaning = await this.#take(watched, batch);
    if (meaning === null || meaning === "everything") return this.open(false);
    if (meaning === "nothing" && !this.#isOwed) return;
    if (meaning === "files") {
      this.#isOwed = false;
      if (await this.#isQuick(watched, opened, started)) return;
    }
    await this.#full(watched, opened, started);
  }

  /** What changes mean; null where the workspace cannot be listed any more. */
  async #take(watched: Watched, batch: Batch): Promise<Meaning | null> {
    try {
      return await watched.take(batch, this.#watcher.folders);
    } catch (error) {
      if (error instanceof UsageError) return null;
      throw error;
    }
  }

  /** Shows what the change touches; true where more changes wait already. */
  async #isQuick(watched: Watched, opened: Opened, started: number): Promise<boolean> {
    if (!this.#input.mayBeQuick || this.#fullMs <= QUICK_ENOUGH_MS) return false;
    this.#show(await watched.live.quick(), opened, started);
    this.#isOwed = true;
    await new Promise((resolve) => setImmediate(resolve));
    return this.#watcher.isPending;
  }

  async #full(watched: Watched, opened: Opened, started: number): Promise<void> {
    const from = this.#host.now();
    const result = await watched.live.full();
    this.#fullMs = this.#host.now() - from;
    if (!this.#isOwed || textOf(result) !== this.#shown) this.#show(result, opened, started);
    this.#isOwed = false;
    for (const sentence of watched.unreadable.values()) this.#host.terminal.note(`kpi: ${sentence}\n`);
    const meaning = await this.#follow(watched);
    if (meaning === "everything") await this.open(false);
    else if (meaning === "files") await this.#full(watched, opened, this.#host.now());
  }

  /** Watches the folders that are there now, and looks for what changed in new ones before they were watched. */
  async #follow(watched: Watched): Promise<Meaning> {
    let meaning: Meaning = "nothing";
    for (;;) {
      const fresh = this.#watcher.watch(watched.folders);
      if (fresh.size === 0) return meaning;
      const found = await watched.refresh(fresh);
      if (found === "everything") return found;
      if (found === "files") meaning = found;
    }
  }

  #show(result: CheckResult, opened: Opened, started: number): void {
    this.#clear();
    this.#input.show(result, opened, started);
    this.#shown = textOf(result);
    if (this.#input.quiet) return;
    const time = new Date().toTimeString().slice(0, 8);
    const ms = Math.round(this.#host.now() - started);
    const files = this.#current?.watched.live.files ?? opened.files;
    this.#host.terminal.note(`kpi: ${time}, ${ms} ms; watching ${count(files.length, "file")}, Ctrl-C ends.\n`);
  }

  #clear(): void {
    if (this.#host.terminal.outIsTerminal) this.#host.terminal.out(CLEAR);
  }
}

/** What two results that look the same have in common. */
function textOf({ findings, summary }: CheckResult): string {
  return JSON.stringify([findings, summary]);
}
