/** The rows of metrics: inline values at once, data files after all definitions are known. */

import type { MetricDefinition } from "../definition/file.ts";
import type { Place, Problem } from "../findings/finding.ts";
import { placeOfRow } from "./row-place.ts";
import type { Metric, Origin } from "./model.ts";
import { type RowProblem, seriesFromValues } from "./series.ts";
import { isPercent } from "./units.ts";

/** The text of a data file, or why it may not or could not be read. */
export type DataFile =
  | { readonly ok: true; readonly path: string; readonly text: string; readonly badByte: number | null }
  | {
      readonly ok: false;
      readonly reason: "missing" | "outside" | "link" | "unreadable" | "too-large";
      /** The nearest file that exists, relative to the definition's folder. */
      readonly nearest: string | null;
      readonly detail: string;
    };

/**
 * Reads `path`, relative to the folder of the definition file `from`.
 * `optional` is set for the default `data/<id>.csv`: null where it does not exist.
 */
export type ReadData = (from: string, path: string, optional: boolean) => DataFile | null;

interface Pending {
  readonly metric: Metric;
  readonly file: DataFile;
  readonly named: string | null;
}

const DATA_FILE_MESSAGES = {
  missing: (path: string) => `The data file "${path}" does not exist; write a path relative to this file, such as data/visits.csv.`,
  outside: (path: string) =>
    `The data file "${path}" lies outside the workspace; keep data in the folder of kpi.config.yaml or below it.`,
  link: (path: string) => `"${path}" is a link that leaves the workspace; copy the file into the workspace instead.`,
  unreadable: (path: string) => `The data file "${path}" cannot be read`,
  "too-large": (path: string) => `The data file "${path}" is over 50 MB; keep older rows in another file.`,
} as const;

/** The multiplier of a ratio: as stated, else 100 for percentages and 1 for the rest. */
export function scaleOf(definition: Partial<MetricDefinition>): number {
  return definition.scale ?? (isPercent(definition.unit) ? 100 : 1);
}

export class DataReader {
  readonly #read: ReadData | null;
  readonly #problems: Problem[];
  readonly #pending: Pending[] = [];

  constructor(read: ReadData | null, problems: Problem[]) {
    this.#read = read;
    this.#problems = problems;
  }

  /**
   * A metric with its inline values; one with a data file gets its rows in `readFiles`.
   * `misshapen` is the number of inline rows that already have a finding of shape.
   */
  metric(id: string, origin: Origin, definition: Partial<MetricDefinition>, misshapen: number): Metric {
    const values = definition.values;
    if (values !== undefined && values !== null) {
      const { series, problems } = seriesFromValues(values, {
        scale: scaleOf(definition),
        bounds: definition.bounds ?? null,
      });
      // The rows are kept in compact form; the map of texts would only take memory.
      definition.values = undefined;
      const unread = misshapen + leftOut(problems);
      const metric: Metric = { kind: "metric", id, origin, definition, series, dataFile: null, unread, missing: [] };
      for (const problem of problems) this.#problems.push(rowProblem(metric, problem, null));
      return metric;
    }
    const metric: Metric = { kind: "metric", id, origin, definition, series: null, dataFile: null, unread: misshapen, missing: [] };
    if (definition.derived !== undefined || this.#read === null) return metric;
    const named = definition.data ?? null;
    const file = this.#read(origin.file, named ?? `data/${id}.csv`, named === null);
    if (file !== null) this.#pending.push({ metric, file, named });
    return metric;
  }

  /** Parses the data files that were found; the CSV reader is loaded only where there is one. */
  async readFiles(metrics: Map<string, Metric>): Promise<void> {
    if (this.#pending.length === 0) return;
    const { seriesFromCsv } = await import("./series-csv.ts");
    for (const { metric, file, named } of this.#pending) {
      if (!file.ok) {
        this.#problems.push(fileProblem(metric, named ?? "", file));
        continue;
      }
      const { series, problems } = seriesFromCsv(file.text, {
        scale: scaleOf(metric.definition),
        bounds: metric.definition.bounds ?? null,
      });
      if (file.badByte !== null) this.#problems.push(encodingProblem(metric, file.path, file.badByte));
      const complete: Metric = {
        kind: "metric",
        id: metric.id,
        origin: metric.origin,
        definition: metric.definition,
        series,
        dataFile: file.path,
        unread: leftOut(problems),
        missing: [],
      };
      for (const problem of problems) this.#problems.push(rowProblem(complete, problem, file.path));
      if (metrics.get(metric.id) === metric) metrics.set(metric.id, complete);
    }
  }
}

/** Out-of-bounds and unsorted rows still count. */
function leftOut(problems: readonly RowProblem[]): number {
  return problems.filter(({ ruleId }) => ruleId !== "data/out-of-bounds" && ruleId !== "data/unsorted").length;
}

function fileProblem(metric: Metric, path: string, file: DataFile & { ok: false }): Problem {
  const message = DATA_FILE_MESSAGES[file.reason](path);
  return {
    ruleId: "ref/data-file",
    messageId: file.reason,
    message: file.reason === "unreadable" ? `${message}: ${file.detail}.` : message,
    place: {
      file: metric.origin.file,
      document: metric.origin.document,
      path: ["metrics", metric.id, "data"],
      at: "value",
    },
    entity: { kind: "metric", id: metric.id },
    suggestions:
      file.nearest === null ? [] : [{ title: `Did you mean ${file.nearest}?`, replace: file.nearest }],
  };
}

function encodingProblem(metric: Metric, file: string, offset: number): Problem {
  return {
    ruleId: "data/bad-row",
    messageId: "encoding",
    message: "This data file is not UTF-8; save it as UTF-8 (in a spreadsheet: CSV UTF-8).",
    place: { file, start: offset, end: offset + 1 },
    entity: { kind: "metric", id: metric.id },
  };
}

function rowProblem(metric: Metric, problem: RowProblem, dataFile: string | null): Problem {
  const place: Place = placeOfRow(metric, dataFile, problem.place, problem.column, problem.cell);
  return {
    ruleId: problem.ruleId,
    messageId: problem.messageId,
    message: problem.message,
    place,
    entity: { kind: "metric", id: metric.id },
    suggestions: problem.suggestion === undefined ? [] : [problem.suggestion],
    related:
      problem.related === undefined
        ? []
        : [{ place: placeOfRow(metric, dataFile, problem.related, "date"), message: "The first row of this date" }],
    discriminator: problem.discriminator,
  };
}

