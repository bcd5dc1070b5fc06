/** Data files that stay in memory, so that a workspace can be linked again without reading them again. */

import * as path from "node:path";
import { FolderCache } from "../host/files.ts";
import type { DataFile, ReadData } from "../workspace/data.ts";
import { dataReader } from "./data-files.ts";

export class DataCache {
  readonly #root: string;
  readonly #files = new Map<string, DataFile>();
  /** Files that were asked for by name and could not be read. */
  readonly #failed = new Set<string>();
  #reader: ReadData;

  constructor(root: string) {
    this.#root = root;
    this.#reader = dataReader(root, new FolderCache());
  }

  /** Gives the same object for a file until it is forgotten. */
  readonly read: ReadData = (from, named, optional) => {
    const file = path.resolve(this.#root, path.dirname(from), named);
    const before = this.#files.get(file);
    if (before !== undefined) return before;
    const found = this.#reader(from, named, optional);
    if (found?.ok === true) this.#files.set(file, found);
    else if (found !== null) this.#failed.add(file);
    return found;
  };

  /** Absolute paths of the files that were read or asked for by name. */
  get files(): readonly string[] {
    return [...this.#files.keys(), ...this.#failed];
  }

  /** The text of a file as it was read; null where it could not be. */
  textOf(file: string): string | null {
    const found = this.#files.get(file);
    return found?.ok === true ? found.text : null;
  }

  knows(file: string): boolean {
    return this.#files.has(file) || this.#failed.has(file);
  }

  /** Something about a file (absolute) or its folder has changed: it is read again when it is asked for. */
  forget(file: string): void {
    this.#files.delete(file);
    this.#failed.delete(file);
    this.#reader = dataReader(this.#root, new FolderCache());
  }
}
