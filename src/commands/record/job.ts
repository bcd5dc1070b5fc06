/** The work of `kpi record` on its file: read, compose, verify, and write while no other process does. */

import * as path from "node:path";
import { readText, writeWhole } from "../../host/files.ts";
import { withLock } from "../../host/lock.ts";
import { terminal } from "../../report/untrusted.ts";
import type { Metric, Workspace } from "../../workspace/model.ts";
import { DataCache } from "../data-cache.ts";
import { UsageError } from "../errors.ts";
import type { CommonOptions, Host } from "../host.ts";
import { type Opened, type Project, prefixOf, readProject } from "../open.ts";
import { composeCsv } from "./csv.ts";
import { composeInline } from "./inline.ts";
import type { Composed, NewRow } from "./row.ts";
import { metricNamed, type RowTarget, targetOf } from "./target.ts";
import { objection, workspaceWith } from "./verify.ts";

/** A row in its file, and the workspace without and with it. */
export interface Done {
  readonly target: RowTarget;
  /** The text before; null where there was no file. */
  readonly before: string | null;
  readonly composed: Composed;
  readonly workspace: Workspace;
  readonly after: Workspace;
  readonly metric: Metric;
}

/** A metric with the workspace it was read in, and the file that takes its rows. */
interface Read {
  readonly opened: Opened;
  readonly metric: Metric;
  readonly target: RowTarget;
}

/** Reads, composes and writes; reads again where the file has changed in between. */
export class RecordJob {
  readonly #project: Project;
  readonly #options: CommonOptions;
  readonly #host: Host;
  readonly #data: DataCache;
  #read: Read | null = null;

  constructor(project: Project, options: CommonOptions, host: Host) {
    this.#project = project;
    this.#options = options;
    this.#host = host;
    this.#data = new DataCache(project.root);
  }

  async open(id: string): Promise<Read> {
    const opened = await readProject(this.#project, this.#options, this.#host, undefined, undefined, this.#data.read);
    for (const reason of opened.unreadable) this.#host.terminal.note(`kpi: ${terminal(reason)}\n`);
    const metric = metricNamed(id, opened);
    this.#read = { opened, metric, target: targetOf(metric, opened, this.#data.read) };
    return this.#read;
  }

  /** The row in its file, verified; nothing is written. */
  async compose(row: NewRow): Promise<Done> {
    const read = await this.#upToDate();
    const { opened, metric, target } = read;
    const before = this.#textOf(target);
    let refusal = "";
    for (const composed of composing(before, metric, target, row, this.#shown(target.file))) {
      const after = await workspaceWith(opened, this.#data.read, { file: target.file, text: composed.text });
      const reason = objection(opened.workspace, after, metric, row);
      if (reason === null) return { target, before, composed, workspace: opened.workspace, after, metric };
      refusal ||= reason;
    }
    throw new UsageError(terminal(refusal));
  }

  /** The same, written while no other process writes. */
  async write(row: NewRow): Promise<Done> {
    const { target } = this.#opened();
    const shown = terminal(this.#shown(target.file));
    const locked = await withLock(this.#pathOf(target), async () => {
      const done = await this.compose(row);
      // Not every editor keeps to locks.
      if (done.target.file !== target.file || this.#textOf(target) !== done.before) {
        throw new UsageError(`The values of ${terminal(done.metric.id)} have just changed; record this one again.`);
      }
      try {
        writeWhole(this.#pathOf(target), done.composed.text);
      } catch (error) {
        throw new UsageError(
          `Cannot write ${shown}: ${error instanceof Error ? terminal(error.message) : "it failed"}.`,
        );
      }
      return done;
    });
    if (locked.ok) return locked.value;
    if (locked.reason === "denied") throw new UsageError(`Cannot write ${shown}: ${terminal(locked.detail)}.`);
    const lock = terminal(path.relative(this.#host.startedIn, locked.lock));
    throw new UsageError(
      `${shown} is locked by ${terminal(locked.owner)}; try again, or if no kpi is running there, remove ${lock}.`,
    );
  }

  #opened(): Read {
    if (this.#read === null) throw new Error("The metric is read before its row is written");
    return this.#read;
  }

  /** What was read, or the same read again where the file has changed since. */
  async #upToDate(): Promise<Read> {
    const read = this.#opened();
    const { target, metric } = read;
    const seen = target.kind === "inline" ? this.#project.texts.get(target.file) : this.#rowsOf(metric);
    if (this.#textOf(target) === (seen ?? null)) return read;
    this.#data.forget(this.#pathOf(target));
    return this.open(metric.id);
  }

  /** The data file that the metric was read from; a file that came later is none of it. */
  #rowsOf({ dataFile }: Metric): string | null {
    return dataFile === null ? null : this.#data.textOf(path.join(this.#project.root, dataFile));
  }

  /** Null where there is no file. */
  #textOf(target: RowTarget): string | null {
    const found = readText(this.#pathOf(target));
    const shown = terminal(this.#shown(target.file));
    if (!found.ok) {
      if (found.reason === "missing" && target.kind === "csv") return null;
      throw new UsageError(`${shown} cannot be read: ${terminal(found.detail)}.`);
    }
    // Written back, bytes that are no UTF-8 would be lost.
    if (found.badByte !== null) throw new UsageError(`${shown} is not UTF-8; save it as UTF-8 first.`);
    return found.text;
  }

  #pathOf(target: RowTarget): string {
    return path.join(this.#project.root, target.file);
  }

  #shown(file: string): string {
    return prefixOf(this.#project, this.#host) + file;
  }
}

function composing(
  before: string | null,
  metric: Metric,
  target: RowTarget,
  row: NewRow,
  shown: string,
): readonly Composed[] {
  return target.kind === "csv"
    ? [composeCsv(before, shown, metric.id, row)]
    : composeInline(before ?? "", shown, metric, row);
}
