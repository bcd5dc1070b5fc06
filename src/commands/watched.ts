/** A workspace whose files are watched: which changes concern it, and what has to be read again. */

import * as path from "node:path";
import { CONFIG_FILE } from "../config/load.ts";
import { KNOWN_FILE } from "../engine/known-file.ts";
import { LiveCheck, type LiveInput } from "../engine/live.ts";
import { kindOf, readText, relativeTo } from "../host/files.ts";
import { foldersBelow, isForeign, linkTarget, nearestFolder } from "../host/folders.ts";
import type { Batch } from "../host/watcher.ts";
import { extname } from "../text/path.ts";
import type { FileContribution, SourceFile } from "../workspace/read-file.ts";
import type { Settings } from "../workspace/settings.ts";
import type { DataCache } from "./data-cache.ts";

/** What is watched: an opened workspace, and how to look for its files again. */
export interface Watchable {
  readonly root: string;
  readonly settings: Settings;
  /** Definition files, relative to the root, and what they said when they were opened. */
  readonly files: readonly string[];
  readonly contributions: ReadonlyMap<string, FileContribution>;
  /** Texts by path relative to the root; kept up to date. */
  readonly texts: Map<string, string>;
  readonly data: DataCache;
  /** The config and what it extends, absolute. */
  readonly configFiles: readonly string[];
  /** Lists the definition files anew. */
  readonly list: () => Promise<readonly string[]>;
}

/** What a batch of changed paths means: nothing, files to judge again, or everything to be opened again. */
export type Meaning = "nothing" | "files" | "everything";

const SETTINGS = new Set([CONFIG_FILE, KNOWN_FILE, ".gitignore"]);
const DEFINITIONS = new Set(["yaml", "yml"]);

/** How a workspace is judged; the rest of a live check's input is known here. */
export type Judging = Pick<LiveInput, "judge" | "isWide" | "forget" | "report">;

export class Watched {
  readonly live: LiveCheck;
  /** Files that are there and cannot be read, with a sentence each. */
  readonly unreadable = new Map<string, string>();
  readonly #watchable: Watchable;
  readonly #configs: ReadonlySet<string>;
  /** Links by the file they lead to. */
  #links = new Map<string, string>();

  constructor(watchable: Watchable, judging: Judging) {
    this.#watchable = watchable;
    this.#configs = new Set(watchable.configFiles);
    const { settings, data, contributions } = watchable;
    const { judge, isWide, forget, report } = judging;
    this.live = new LiveCheck({ settings, readData: data.read, judge, isWide, forget, report }, contributions.values());
    for (const file of watchable.files) if (!contributions.has(file)) this.#read(file);
    this.#findLinks();
  }

  /** Every folder (absolute) in which something could concern the workspace. */
  get folders(): ReadonlySet<string> {
    const { root, data } = this.#watchable;
    const folders = new Set(foldersBelow(root, CONFIG_FILE));
    const files = [...this.live.files.map((file) => path.join(root, file)), ...data.files];
    for (const file of [...files, ...this.#configs, ...this.#links.keys()]) {
      const folder = path.dirname(file);
      if (!folders.has(folder)) folders.add(nearestFolder(folder));
    }
    return folders;
  }

  /** Reads what changed and concerns the workspace; `folders` are those that are watched. */
  async take({ paths, lost }: Batch, folders: ReadonlySet<string>): Promise<Meaning> {
    const changed = [...paths].map((file) => this.#links.get(file) ?? file);
    if (changed.some((file) => this.#configs.has(file) || SETTINGS.has(path.basename(file)))) return "everything";
    let meaning: Meaning = "nothing";
    let isListed = true;
    for (const file of changed) {
      const relative = relativeTo(this.#watchable.root, file);
      const kind = kindOf(file);
      if (this.live.has(relative)) await this.#readAgain(relative);
      else if (this.#watchable.data.knows(file) || extname(file) === "csv") this.#dataChanged(file);
      else if (lost.has(file) || (kind === "directory" && !folders.has(file) && !isForeign(path.basename(file))))
        this.#folderChanged();
      else {
        // What happens inside a folder is told by the folder itself.
        isListed &&= kind !== "file" || !DEFINITIONS.has(extname(file));
        continue;
      }
      isListed &&= kind === "file";
      meaning = "files";
    }
    return !isListed && (await this.list()) ? "files" : meaning;
  }

  /** Compares the definition files with those that are there; true where one came or went. */
  async list(): Promise<boolean> {
    const before = new Set(this.live.files);
    const now = new Set(await this.#watchable.list());
    const gone = [...before].filter((file) => !now.has(file));
    const fresh = [...now].filter((file) => !before.has(file));
    for (const file of gone) this.#forget(file);
    for (const file of fresh) await this.#readAgain(file);
    this.#findLinks();
    return gone.length + fresh.length > 0;
  }

  /** Looks again in folders that were not watched when they were read. */
  async refresh(folders: ReadonlySet<string>): Promise<Meaning> {
    if (configHasChanged(this.#watchable)) return "everything";
    const { root, texts, data } = this.#watchable;
    let meaning: Meaning = (await this.list()) ? "files" : "nothing";
    for (const name of this.live.files) {
      const file = path.join(root, name);
      if (!folders.has(path.dirname(file)) || textAt(file) === (texts.get(name) ?? null)) continue;
      await this.#readAgain(name);
      meaning = "files";
    }
    for (const file of data.files) {
      if (!folders.has(path.dirname(file)) || textAt(file) === data.textOf(file)) continue;
      this.#dataChanged(file);
      meaning = "files";
    }
    return meaning;
  }

  /** A folder that came or went may hold data files. */
  #folderChanged(): void {
    for (const file of this.#watchable.data.files) if (kindOf(file) !== "file") this.#dataChanged(file);
    this.#dataChanged(this.#watchable.root);
  }

  #dataChanged(file: string): void {
    const relative = relativeTo(this.#watchable.root, file);
    this.#watchable.data.forget(file);
    this.#watchable.texts.delete(relative);
    this.live.dataChanged(relative);
  }

  async #readAgain(file: string): Promise<void> {
    const source = this.#read(file);
    if (source === null) this.#forget(file);
    else await this.live.put(source);
  }

  /** The text of a definition file; null, with a sentence where it is there, for one that cannot be read. */
  #read(file: string): SourceFile | null {
    const result = readText(path.join(this.#watchable.root, file));
    this.unreadable.delete(file);
    if (result.ok) {
      this.#watchable.texts.set(file, result.text);
      return { path: file, text: result.text, badByte: result.badByte };
    }
    if (result.reason !== "missing") this.unreadable.set(file, `${file} cannot be read: ${result.detail}.`);
    return null;
  }

  #forget(file: string): void {
    this.#watchable.texts.delete(file);
    this.live.remove(file);
  }

  /** The system tells of changes where a file is, not where links to it are. */
  #findLinks(): void {
    const { root, data } = this.#watchable;
    this.#links = new Map();
    for (const file of [...this.live.files.map((name) => path.join(root, name)), ...data.files]) {
      const target = linkTarget(file);
      if (target !== null) this.#links.set(target, file);
    }
  }
}

/** Whether the config, or something it extends, is another one than when it was read. */
export function configHasChanged({ root, texts, configFiles }: Watchable): boolean {
  return configFiles.some((file) => textAt(file) !== (texts.get(relativeTo(root, file)) ?? null));
}

function textAt(file: string): string | null {
  const result = readText(file);
  return result.ok ? result.text : null;
}
