/** The data files of a workspace as they were in a commit. */

import * as path from "node:path";
import { decodeWithin, isInside, relativeTo } from "../../host/files.ts";
import { ignoredAmong } from "../../host/git.ts";
import { blobId } from "../../host/git-blobs.ts";
import { type DataFile, isWithoutRows, type ReadData } from "../../workspace/data.ts";
import type { Metric } from "../../workspace/model.ts";
import type { FileContribution } from "../../workspace/read-file.ts";
import { answerOf } from "../answer.ts";
import { UsageError } from "../errors.ts";
import type { VersionContext } from "../version.ts";

/** The largest data file that is read, in bytes. */
const MAX_DATA_BYTES = 50 * 1024 * 1024;

/** Where data files are looked for, and the version beside that one. */
interface DataContext extends Pick<VersionContext, "repository" | "folder"> {
  readonly head: Pick<VersionContext["head"], "root" | "readData">;
}

export interface VersionData {
  readonly read: ReadData;
  /** The data files that the definitions name or have, relative to the root. */
  readonly files: readonly string[];
  readonly textOf: (file: string) => string | null;
  /** Every data file is as it is in the working tree. */
  readonly isSame: boolean;
}

/**
 * Reads the data files that the definitions name; those that are as they are now are taken from the working tree,
 * and so are those that git ignores, because no commit says anything about them.
 */
export async function versionData(
  contributions: readonly FileContribution[],
  pathBefore: (name: string) => string,
  context: DataContext,
): Promise<VersionData> {
  const { root } = context.head;
  const place = (from: string, named: string): string | null => {
    const file = path.resolve(root, path.dirname(pathBefore(from)), named);
    return isInside(root, file) ? relativeTo(root, file) : null;
  };
  const places = new Set<string>();
  const stated = new Set<string>();
  for (const { entities } of contributions) {
    for (const entity of entities) {
      const named = entity.kind === "metric" ? fileOf(entity) : null;
      const file = named === null ? null : place(entity.origin.file, named);
      if (file === null) continue;
      places.add(file);
      if (entity.kind === "metric" && entity.definition.data !== undefined) stated.add(file);
    }
  }
  const files = await filesAt([...places], context);
  return {
    read: (from, named, optional) => {
      const file = place(from, named);
      if (file === null) return optional ? null : failed("outside");
      const found = files.get(file) ?? null;
      return found === null && !optional ? failed("missing") : found;
    },
    files: [...places].filter((file) => stated.has(file) || files.get(file) !== null),
    textOf: (file) => {
      const found = files.get(file);
      return found?.ok === true ? found.text : null;
    },
    isSame: [...files].every(([file, found]) => isSame(found, now(file, context))),
  };
}

/** The data file that a metric may have, as written or by default; null where its rows stand elsewhere. */
function fileOf(metric: Metric): string | null {
  return isWithoutRows(metric) ? (metric.definition.data ?? `data/${metric.id}.csv`) : null;
}

function failed(reason: (DataFile & { ok: false })["reason"]): DataFile {
  return { ok: false, reason, nearest: null, detail: "" };
}

/** The file as it is in the working tree; null where there is none. */
function now(file: string, { head }: DataContext): DataFile | null {
  return head.readData("kpi.yaml", file, true);
}

function isSame(then: DataFile | null, today: DataFile | null): boolean {
  if (then === today) return true;
  return then !== null && today !== null && !then.ok && !today.ok && then.reason === today.reason;
}

async function filesAt(places: readonly string[], context: DataContext): Promise<ReadonlyMap<string, DataFile | null>> {
  const { repository, folder } = context;
  const files = new Map<string, DataFile | null>();
  const changed = new Map<string, string>();
  const unknown: string[] = [];
  for (const file of places) {
    const found = folder.find(file);
    const today = now(file, context);
    if (found.kind === "file") {
      if (today?.ok === true && blobId(Buffer.from(today.text), found.oid) === found.oid) files.set(file, today);
      else changed.set(file, found.oid);
    } else if (found.kind === "submodule") files.set(file, today);
    else if (found.kind === "outside") files.set(file, failed("link"));
    else if (found.kind === "folder") files.set(file, failed("unreadable"));
    else {
      files.set(file, folder.has(file) ? failed("missing") : null);
      if (today?.ok === true) unknown.push(file);
    }
  }
  const ignored = repository.bare ? [] : answerOf(await ignoredAmong(repository, unknown));
  for (const file of ignored) files.set(file, now(file, context));
  const failure = await folder.read(changed.values(), MAX_DATA_BYTES);
  if (failure !== null) throw new UsageError(failure.message);
  for (const [file, oid] of changed) {
    const { text, badByte } = decodeWithin(MAX_DATA_BYTES, folder.content(oid));
    files.set(file, { ok: true, path: file, text, badByte });
  }
  return files;
}
