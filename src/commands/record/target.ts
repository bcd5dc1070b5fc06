/** Which metric `kpi record` means, and which file takes its rows. */

import * as path from "node:path";
import { FolderCache, kindOf, relativeTo, staysInside } from "../../host/files.ts";
import { terminal } from "../../report/untrusted.ts";
import { listed, someListed } from "../../text/listed.ts";
import { type DataFile, type ReadData, refusingPointer } from "../../workspace/data.ts";
import { partsOf } from "../../workspace/links.ts";
import type { Metric } from "../../workspace/model.ts";
import { quoteText } from "../../workspace/units.ts";
import { UsageError } from "../errors.ts";
import type { Opened } from "../open.ts";
import { unknownId } from "../unknown-id.ts";

/** A file that takes rows: a data file, or the definition file for inline `values`; from the root, with `/`. */
export interface RowTarget {
  readonly kind: "csv" | "inline";
  readonly file: string;
  /** For a new data file: one of a similar name that no metric uses, so that it may be the one that was meant. */
  readonly similar: string | null;
}

/** The metric of this id. Throws a UsageError that names the nearest one, or the metric of a KPI. */
export function metricNamed(id: string, { workspace, unread }: Pick<Opened, "workspace" | "unread">): Metric {
  const { metrics, kpis } = workspace;
  const metric = metrics.get(id);
  if (metric !== undefined) return metric;
  const kpi = kpis.get(id);
  if (kpi !== undefined) {
    const own = kpi.definition.metric;
    const advice = own === undefined ? "give it a metric first" : `values are recorded for its metric ${terminal(own)}`;
    throw new UsageError(`${quoteText(id)} is a KPI; ${advice}.`);
  }
  const known = [...metrics.keys()];
  throw new UsageError(unknownId(id, { what: "metric", known, unread, otherwise: `${named(known)}.` }));
}

const MOST_NAMED = 5;

function named(ids: readonly string[]): string {
  if (ids.length === 0) return "none is defined here";
  return `those defined here are ${someListed(ids, MOST_NAMED)}`;
}

/** Fields that decide where and how a row is written. */
const NEEDED = ["data", "values", "derived", "aggregation", "bounds", "scale", "unit"];

/** Where rows of a metric go. Throws a UsageError where none may be added. */
export function targetOf(metric: Metric, { root, workspace }: Opened, readData: ReadData): RowTarget {
  const { id, definition, faulty, origin, dataFile } = metric;
  if (definition.derived != null) {
    const parts = listed([...new Set(partsOf(metric))].map((part) => terminal(part)));
    throw new UsageError(`${terminal(id)} is computed from ${parts}; record those instead.`);
  }
  const wrong = NEEDED.filter((field) => faulty?.has(field) === true);
  if (wrong.length > 0) {
    throw new UsageError(
      `The definition of ${terminal(id)} has errors in ${listed(wrong)}, which \`kpi check\` shows; correct them first.`,
    );
  }
  if (dataFile !== null) return { kind: "csv", file: dataFile, similar: null };
  if (Object.hasOwn(definition, "values")) return { kind: "inline", file: origin.file, similar: null };
  const named = definition.data ?? `data/${id}.csv`;
  const folder = path.join(root, path.dirname(origin.file));
  const file = path.resolve(folder, named);
  refuseFileAsFolder(file, root, named);
  const read = readData(origin.file, named, false);
  const found = read === null ? null : refusingPointer(read);
  if (found?.ok === true) return { kind: "csv", file: found.path, similar: null };
  if (found !== null && found.reason !== "missing") {
    throw new UsageError(refusals[found.reason](terminal(named), terminal(found.detail)));
  }
  requireRoomFor(file, root, named);
  const nearest = found === null ? null : found.nearest;
  const similar = nearest === null ? null : relativeTo(root, path.resolve(folder, nearest));
  const isUsed = [...workspace.metrics.values()].some((other) => other.dataFile === similar);
  return { kind: "csv", file: relativeTo(root, file), similar: isUsed ? null : similar };
}

type Reason = Exclude<(DataFile & { ok: false })["reason"], "missing">;

const refusals: Readonly<Record<Reason, (file: string, detail: string) => string>> = {
  outside: (file) => `The data file ${file} lies outside the workspace, where nothing is written; correct the path.`,
  link: (file) => `${file} is a link that leaves the workspace, where nothing is written; copy the file into it.`,
  unreadable: (file, detail) => `The data file ${file} cannot be read: ${detail}.`,
  pointer: (file) => `The data file ${file} is only a pointer of git LFS; fetch the file itself with: git lfs pull`,
  "too-large": (file) => `The data file ${file} is over 50 MB; move older rows to another file.`,
};

/** Refuses a path that leads through a file. */
function refuseFileAsFolder(file: string, root: string, named: string): void {
  const parts = path.relative(root, path.dirname(file)).split(path.sep);
  if (parts.includes("..")) return; // it leads out of the workspace, which has a refusal of its own
  for (let depth = 1; depth <= parts.length; depth++) {
    const kind = kindOf(path.join(root, ...parts.slice(0, depth)));
    if (kind === "missing") return;
    if (kind === "directory") continue;
    const inTheWay = terminal(parts.slice(0, depth).join("/"));
    throw new UsageError(`${inTheWay} is a file, where the folder of the data file ${terminal(named)} would be.`);
  }
}

/** Refuses a new file where a link would take its place, or lead it out of the workspace. */
function requireRoomFor(file: string, root: string, named: string): void {
  if (new FolderCache().has(file)) {
    throw new UsageError(`${terminal(named)} is a link to a file that does not exist; remove it, or create that file.`);
  }
  let folder = path.dirname(file);
  while (kindOf(folder) === "missing" && path.dirname(folder) !== folder) folder = path.dirname(folder);
  if (!staysInside(root, folder)) throw new UsageError(refusals.link(terminal(named), ""));
}
