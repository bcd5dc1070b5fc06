/** The rows of metrics: inline values at once, data files after all definitions are known. */

import type { MetricDefinition } from "../definition/file.ts";
import type { Place, Problem } from "../findings/finding.ts";
import { lfsPointer } from "../text/lfs-pointer.ts";
import type { Metric, Origin } from "./model.ts";
import { placeOfRow } from "./row-place.ts";
import { type RowProblem, type SeriesResult, seriesFromValues } from "./series.ts";
import { isPercent } from "./units.ts";

/** The text of a data file, or why it may not or could not be read. */
export type DataFile =
  | { readonly ok: true; readonly path: string; readonly text: string; readonly badByte: number | null }
  | {
      readonly ok: false;
      readonly reason: "missing" | "outside" | "link" | "unreadable" | "too-large" | "pointer";
      /** The nearest file that exists, relative to the definition's folder. */
      readonly nearest: string | null;
      readonly detail: string;
    };

/**
 * Reads `path`, relative to the folder of the definition file `from`.
 * `optional` is set for the default `data/<id>.csv`: null where it does not exist.
 */
export type ReadData = (from: string, path: string, optional: boolean) => DataFile | null;

const DATA_FILE_MESSAGES = {
  missing: (path: string) =>
    `The data file "${path}" does not exist; write a path relative to this file, such as data/visits.csv.`,
  outside: (path: string) =>
    `The data file "${path}" lies outside the workspace; keep data in the folder of kpi.config.yaml or below it.`,
  link: (path: string) => `"${path}" is a link that leaves the workspace; copy the file into the workspace instead.`,
  unreadable: (path: string) => `The data file "${path}" cannot be read`,
  pointer: (path: string) =>
    `The data file "${path}" is only a pointer of git LFS; fetch the file itself with: git lfs pull`,
  "too-large": (path: string) => `The data file "${path}" is over 50 MB; keep older rows in another file.`,
} as const;

/** The same file; a failure where it is only a pointer of git LFS, which has no rows. */
export function refusingPointer(file: DataFile): DataFile {
  const isPointer = file.ok && lfsPointer(file.text) !== null;
  return isPointer ? { ok: false, reason: "pointer", nearest: null, detail: "" } : file;
}

/** The multiplier of a ratio: as stated, else 100 for percentages and 1 for the rest. */
export function scaleOf(definition: Partial<MetricDefinition>): number {
  return definition.scale ?? (isPercent(definition.unit) ? 100 : 1);
}

/** The inline rows of the definitions of one file: where an alias gives two metrics one definition, it is read once. */
export type InlineRows = { readonly definition: object; readonly rows: SeriesResult }[];

function inlineRowsOf(definition: Partial<MetricDefinition>, before: InlineRows): SeriesResult | null {
  const { values } = definition;
  if (values === null) return null;
  if (values === undefined) {
    // Either there were none, or they have been read: a search only for those few.
    if (!Object.hasOwn(definition, "values")) return null;
    return before.find((one) => one.definition === definition)?.rows ?? null;
  }
  const read = seriesFromValues(values, { scale: scaleOf(definition), bounds: definition.bounds ?? null });
  before.push({ definition, rows: read });
  // The rows are kept in compact form; the map of texts would only take memory.
  definition.values = undefined;
  return read;
}

/**
 * A metric with its inline values; one with a data file gets its rows in `readRows`.
 * `before` holds the rows of the metrics of the same file, and gets those of this one.
 */
export function metricFrom(
  id: string,
  origin: Origin,
  definition: Partial<MetricDefinition>,
  faulty: ReadonlySet<string> | null,
  problems: Problem[],
  before: InlineRows,
): Metric {
  const read = inlineRowsOf(definition, before);
  if (read === null) {
    return { kind: "metric", id, origin, faulty, definition, series: null, dataFile: null, unread: 0, missing: [] };
  }
  const metric: Metric = {
    kind: "metric",
    id,
    origin,
    faulty,
    definition,
    series: read.series,
    dataFile: null,
    unread: leftOut(read.problems),
    missing: [],
  };
  for (const problem of read.problems) problems.push(rowProblem(metric, problem, null));
  fitAggregation(metric, null, problems);
  return metric;
}

/** Whether the rows of a metric stand in a data file, if anywhere. */
export function isWithoutRows({ series, definition }: Metric): boolean {
  return series === null && definition.derived === undefined;
}

/** Reads the data files of metrics; the CSV reader is loaded only where there is one. */
export async function readRows(
  wanting: readonly Metric[],
  read: ReadData,
  metrics: Map<string, Metric>,
  problems: Problem[],
): Promise<void> {
  for (const metric of wanting) {
    const named = metric.definition.data ?? null;
    const found = read(metric.origin.file, named ?? `data/${metric.id}.csv`, named === null);
    if (found === null) continue;
    const file = refusingPointer(found);
    if (!file.ok) {
      problems.push(fileProblem(metric, named ?? `data/${metric.id}.csv`, file));
      continue;
    }
    const rows = await rowsOf(file, metric);
    if (file.badByte !== null) problems.push(encodingProblem(metric, file.path, file.badByte));
    const complete: Metric = {
      kind: "metric",
      id: metric.id,
      origin: metric.origin,
      faulty: metric.faulty,
      definition: metric.definition,
      series: rows.series,
      dataFile: file.path,
      unread: leftOut(rows.problems),
      missing: [],
    };
    for (const problem of rows.problems) problems.push(rowProblem(complete, problem, file.path));
    fitAggregation(complete, file.path, problems);
    if (metrics.get(metric.id) === metric) metrics.set(metric.id, complete);
  }
}

/** The rows of a file as one metric reads them. */
interface ReadBefore {
  readonly scale: number;
  readonly bounds: Partial<MetricDefinition>["bounds"];
  readonly rows: SeriesResult;
}

/** A file that is handed in again, as the same object, is not parsed again. */
const readBefore = new WeakMap<DataFile, ReadBefore>();

async function rowsOf(file: DataFile & { ok: true }, { definition }: Metric): Promise<SeriesResult> {
  const scale = scaleOf(definition);
  const bounds = definition.bounds;
  const before = readBefore.get(file);
  const isSame = before?.scale === scale && before.bounds?.min === bounds?.min && before.bounds?.max === bounds?.max;
  if (before !== undefined && isSame) return before.rows;
  const { seriesFromCsv } = await import("./series-csv.ts");
  const rows = seriesFromCsv(file.text, { scale, bounds: bounds ?? null });
  readBefore.set(file, { scale, bounds, rows });
  return rows;
}

/** A rate is made of sums, so a ratio needs numerators and denominators, and their columns need a ratio. */
function fitAggregation(metric: Metric, dataFile: string | null, problems: Problem[]): void {
  const { series, definition, faulty } = metric;
  const first = series?.places[0];
  if (series === null || first === undefined || faulty?.has("aggregation") === true) return;
  const isRatio = definition.aggregation === "ratio";
  if (isRatio === (series.numerators !== null)) return;
  const entity = { kind: "metric", id: metric.id } as const;
  if (!isRatio) {
    if (dataFile === null) return;
    const message =
      "The columns numerator and denominator are those of a ratio: write `aggregation: ratio` in the metric, or the columns date,value.";
    const place = placeOfRow(metric, dataFile, 1, null);
    problems.push({ ruleId: "data/header", messageId: "no-ratio", message, place, entity, discriminator: "ratio" });
    return;
  }
  const advice = "a ratio is added up from both, never a mean of rates; or choose another aggregation";
  problems.push({
    ruleId: dataFile === null ? "data/bad-row" : "data/header",
    messageId: "ratio",
    message:
      dataFile === null
        ? `Write { numerator: 12, denominator: 40 } instead of a value: ${advice}.`
        : `Write the columns date,numerator,denominator: ${advice}.`,
    place: placeOfRow(metric, dataFile, dataFile === null ? first : 1, dataFile === null ? "value" : null),
    entity,
    discriminator: "ratio",
  });
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
    suggestions: file.nearest === null ? [] : [{ title: `Did you mean ${file.nearest}?`, replace: file.nearest }],
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
