/** One workspace that is open in an editor, kept up to date with documents and files. */

import * as path from "node:path";
import { configHasChanged } from "../commands/watched.ts";
import { type CheckInput, configResult } from "../engine/check.ts";
import type { Finding } from "../findings/finding.ts";
import { relativeTo } from "../host/files.ts";
import type { Batch } from "../host/watcher.ts";
import type { Workspace } from "../workspace/model.ts";
import { meaningOf, type OpenedRoot, type OpeningInput, openRoot, prepareRoot } from "./opening.ts";
import { foldersOf, RootWatcher } from "./root-watcher.ts";
import { type DocumentKind, documentKind, WorkspaceState } from "./workspace-state.ts";

/** Changes are taken together when they come within this time. */
const GATHER_MS = 3;
/** Nobody types while a config is read and all files with it. */
const CONFIG_PAUSE_MS = 150;
/** A full check that takes no longer than this needs no quick one before it. */
const QUICK_ENOUGH_MS = 15;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 3_000;

const NONE: ReadonlySet<string> = new Set();

export interface LiveInput extends OpeningInput {
  readonly day: () => Pick<CheckInput, "asOf" | "asOfGiven">;
  readonly now: () => number;
  /** The editor tells of changed files below its folders. */
  readonly isTold: boolean;
  /** Told of what a watch of folders has seen; it has to be handed to `filesChanged`. */
  readonly seen: (workspace: LiveWorkspace, batch: Batch) => Promise<void>;
  /** Told after every check; `files` are those whose documents have changed, `isFinal` whether no other check follows. */
  readonly checked: (workspace: LiveWorkspace, files: ReadonlySet<string>, isFinal: boolean) => void;
  readonly failed: (error: unknown) => void;
}

export class LiveWorkspace {
  readonly root: string;
  readonly #input: LiveInput;
  readonly #watcher: RootWatcher;
  readonly #dirty = new Set<string>();
  #state: WorkspaceState | null = null;
  #found: readonly Finding[] = [];
  /** What is wrong with the config. */
  #wrong: readonly Finding[] = [];
  #queue: Promise<void> = Promise.resolve();
  #gathering: NodeJS.Timeout | null = null;
  #configPause: NodeJS.Timeout | null = null;
  #fullPause: NodeJS.Timeout | null = null;
  #fullMs = 0;
  #isClosed = false;

  constructor(root: string, input: LiveInput) {
    this.root = root;
    this.#input = input;
    this.#watcher = new RootWatcher((batch) => input.seen(this, batch));
  }

  /** The linked model of the last check; null before the first. */
  get model(): Workspace | null {
    return this.#state?.model ?? null;
  }

  get opened(): OpenedRoot | null {
    return this.#state?.opened ?? null;
  }

  get day(): Pick<CheckInput, "asOf" | "asOfGiven"> {
    return this.#input.day();
  }

  /** What is shown now. */
  get findings(): readonly Finding[] {
    return [...this.#wrong, ...(this.#state?.shown(this.#found) ?? [])];
  }

  /** Definition files, relative to the root. */
  get files(): readonly string[] {
    return this.#state?.watched.live.files ?? [];
  }

  relative(file: string): string {
    return relativeTo(this.root, file);
  }

  absolute(file: string): string {
    return path.resolve(this.root, file);
  }

  /** What an absolute path is here; null for files that are none of ours. */
  kindOf(file: string): DocumentKind | null {
    return documentKind(file, this.root, this.#state);
  }

  /** The text of a file (relative to the root) as people see it now: in the editor, else on disk. */
  currentText(file: string): string | null {
    return this.#input.edited(this.absolute(file)) ?? this.#state?.opened.textOf(file) ?? null;
  }

  isEdited(file: string): boolean {
    return this.#input.edited(this.absolute(file)) !== undefined;
  }

  /** Opens, or opens anew. */
  open(): Promise<void> {
    return this.#then(() => this.#open(true));
  }

  /** A document (absolute path) was opened, changed or closed. */
  documentChanged(file: string): void {
    this.#dirty.add(file);
    this.#gathering ??= setTimeout(() => void this.settled(), GATHER_MS);
  }

  /** Waits until everything that was told so far is in the model. */
  settled(): Promise<void> {
    if (this.#gathering !== null) clearTimeout(this.#gathering);
    this.#gathering = null;
    return this.#dirty.size === 0 ? this.#queue : this.#then(() => this.#takeDocuments());
  }

  /** Files were made, changed or deleted on disk. */
  filesChanged(batch: Batch): Promise<void> {
    return this.#then(() => this.#takeFiles(batch));
  }

  close(): void {
    this.#isClosed = true;
    this.#watcher.close();
    for (const timer of [this.#gathering, this.#configPause, this.#fullPause]) if (timer !== null) clearTimeout(timer);
  }

  /** One thing after the other; what fails is told and leaves the model as it was. */
  #then(task: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue
      .then(() => (this.#isClosed ? undefined : task()))
      .catch((error: unknown) => this.#input.failed(error));
    return this.#queue;
  }

  /** Reads the config, and everything else where it means something else than before or `always`. */
  async #open(always: boolean): Promise<void> {
    const prepared = await prepareRoot(this.root, this.#input);
    const { wrong, project } = prepared;
    const { rules, config, textOf } = project;
    this.#wrong = configResult(wrong, { rules, config, asOf: this.day.asOf, textOf }).findings;
    const meaning = meaningOf(prepared);
    // Nothing can be judged anew by a config that is wrong; what held before still does.
    if (this.#state !== null && (wrong.length > 0 || (!always && this.#state.meaning === meaning))) {
      this.#input.checked(this, NONE, false);
      return;
    }
    const opened = await openRoot(this.root, prepared, this.#input);
    const { edited, day, openFiles } = this.#input;
    const state = new WorkspaceState(opened, meaning, edited, day);
    this.#state = state;
    const documents = openFiles(this.root);
    await state.takeAgain(documents);
    await this.#checkAll(new Set(documents.map((file) => this.relative(file))));
    await this.#follow();
  }

  async #takeDocuments(): Promise<void> {
    const files = [...this.#dirty];
    this.#dirty.clear();
    const state = this.#state;
    if (state === null) return;
    let isChanged = false;
    for (const file of files) {
      const kind = this.kindOf(file);
      if (kind === "config" || kind === "known") this.#readConfigSoon();
      else if (await state.takeDocument(file)) isChanged = true;
    }
    const names = new Set(files.map((file) => this.relative(file)));
    if (isChanged) await this.#check(names);
    else this.#input.checked(this, names, false);
  }

  #readConfigSoon(): void {
    if (this.#configPause !== null) clearTimeout(this.#configPause);
    this.#configPause = setTimeout(() => void this.#then(() => this.#open(false)), CONFIG_PAUSE_MS);
  }

  async #takeFiles({ paths, lost }: Batch): Promise<void> {
    const state = this.#state;
    if (state === null) return this.#open(true);
    const news = [...paths].filter((file) => state.isNews(file));
    if (news.length === 0 && lost.size === 0) return;
    const meaning = await state.watched.take({ paths: new Set(news), lost }, this.#watcher.folders);
    if (meaning === "everything") return this.#open(true);
    if (meaning === "nothing") return;
    await state.takeAgain(this.#input.openFiles(this.root));
    await this.#check(NONE);
    await this.#follow();
  }

  /** Shows what a change touches; where that is only a part of the truth, the whole follows in a pause. */
  async #check(files: ReadonlySet<string>): Promise<void> {
    const state = this.#state;
    if (state === null) return;
    if (this.#fullMs <= QUICK_ENOUGH_MS) return this.#checkAll(files);
    this.#found = (await state.watched.live.quick()).findings;
    this.#input.checked(this, files, false);
    if (this.#fullPause !== null) clearTimeout(this.#fullPause);
    const pause = Math.max(SHORTEST_PAUSE_MS, Math.min(2 * this.#fullMs, LONGEST_PAUSE_MS));
    this.#fullPause = setTimeout(() => void this.#then(() => this.#checkAll(NONE)), pause);
  }

  async #checkAll(files: ReadonlySet<string>): Promise<void> {
    const state = this.#state;
    if (state === null) return;
    const from = this.#input.now();
    this.#found = (await state.watched.live.full()).findings;
    this.#fullMs = this.#input.now() - from;
    this.#input.checked(this, files, true);
  }

  /** Watches the folders that are there now, and looks for what changed in new ones before they were watched. */
  async #follow(): Promise<void> {
    const state = this.#state;
    if (state === null) return;
    for (;;) {
      const fresh = this.#watcher.watch(foldersOf(state.opened, state.watched, this.#input.isTold));
      if (fresh.size === 0) return;
      const found = await state.watched.refresh(fresh);
      if (found === "everything" && configHasChanged(state.opened)) return this.#open(true);
      if (found === "nothing") continue;
      await state.takeAgain(this.#input.openFiles(this.root));
      await this.#check(NONE);
    }
  }
}
