/** Data files as they stand in the editor: an open one replaces what is on disk. */

import * as path from "node:path";
import { DataCache } from "../commands/data-cache.ts";
import { isInside, relativeTo } from "../host/files.ts";
import type { DataFile, ReadData } from "../workspace/data.ts";

/** A cache of data files that asks for the texts of open ones (by absolute path) first. */
export class EditedData extends DataCache {
  declare readonly read: ReadData;

  constructor(root: string, edited: (file: string) => string | undefined) {
    super(root);
    const onDisk = this.read;
    // The same object for the same text, so that it is not parsed again.
    const files = new Map<string, DataFile & { readonly ok: true }>();
    this.read = (from, named, optional) => {
      const file = path.resolve(root, path.dirname(from), named);
      const found = onDisk(from, named, optional);
      const text = edited(file);
      if (text === undefined) {
        files.delete(file);
        return found;
      }
      const isRefused = found?.ok === false && found.reason !== "missing" && found.reason !== "unreadable";
      if (isRefused || !isInside(root, file)) return found;
      const known = files.get(file);
      if (known?.text === text) return known;
      const now = { ok: true, path: relativeTo(root, file), text, badByte: null } as const;
      files.set(file, now);
      return now;
    };
  }
}
