/** What a recorded row would make of the workspace, looked at before anything is written. */

import * as path from "node:path";
import type { Problem } from "../../findings/finding.ts";
import type { ReadData } from "../../workspace/data.ts";
import { assemble } from "../../workspace/load.ts";
import type { Metric, Workspace } from "../../workspace/model.ts";
import { readFile } from "../../workspace/read-file.ts";
import type { Series } from "../../workspace/series.ts";
import type { Opened } from "../open.ts";
import type { NewRow } from "./row.ts";
import { figureOf } from "./value.ts";

/** A file, by its path from the root, with another text. */
export interface Replacement {
  readonly file: string;
  readonly text: string;
}

/** The workspace as it would be with another text of a data file or of a definition file. */
export async function workspaceWith(
  opened: Opened,
  readData: ReadData,
  { file, text }: Replacement,
): Promise<Workspace> {
  const { settings } = opened.config;
  const files = [...opened.contributions.values()];
  const known = files.findIndex((one) => one.path === file);
  if (known >= 0) files[known] = await readFile({ path: file, text }, settings);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const target = path.join(opened.root, file);
  const read: ReadData = (from, named, optional) => {
    const isTarget = path.resolve(opened.root, path.dirname(from), named) === target;
    return isTarget ? { ok: true, path: file, text, badByte: null } : readData(from, named, optional);
  };
  return assemble(files, { settings, readData: read });
}

/** Why a row must not be written: a finding it would bring, or a row that does not read as it was meant; else null. */
export function objection(before: Workspace, after: Workspace, metric: Metric, row: NewRow): string | null {
  const fresh = newProblem(before.problems, after.problems);
  if (fresh !== null) return `Nothing was recorded, because it would bring a finding: ${fresh.message}`;
  const series = after.metrics.get(metric.id)?.series ?? null;
  if (series !== null && hasRow(series, metric, row) && isSameElsewhere(metric.series, series, row)) return null;
  return "Nothing was recorded, because the row would not read back as it was written; please report this with the file.";
}

/** A finding of reading that was not there before; that rows are not in order is for information only. */
function newProblem(before: readonly Problem[], after: readonly Problem[]): Problem | null {
  const known = new Map<string, number>();
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1);
  for (const problem of after) {
    const left = known.get(keyOf(problem)) ?? 0;
    if (left === 0 && problem.ruleId !== "data/unsorted") return problem;
    known.set(keyOf(problem), left - 1);
  }
  return null;
}

/** What identifies a finding though its line has moved. */
function keyOf({ ruleId, messageId, message, entity, discriminator, place }: Problem): string {
  const at = "path" in place ? place.path.join(" ") : "";
  return [ruleId, messageId, message, entity?.kind, entity?.id, discriminator, place.file, at].join("\n");
}

function hasRow(series: Series, metric: Metric, { date, value, note }: NewRow): boolean {
  const day = date.period.end;
  if ((series.notes?.get(day) ?? null) !== note) return false;
  if (value.kind === "gap") return series.knownGaps.includes(day);
  const at = series.days.indexOf(day);
  if (at < 0 || (series.starts?.[at] ?? day) !== date.period.start) return false;
  if (value.kind === "number") return series.values[at] === value.number.value + 0;
  return (
    series.values[at] === (figureOf(value, metric) ?? 0) + 0 &&
    series.numerators?.[at] === value.numerator.value &&
    series.denominators?.[at] === value.denominator.value
  );
}

/** Whether all rows but the new one are as they were. */
function isSameElsewhere(before: Series | null, after: Series, { date, value }: NewRow): boolean {
  const own = date.period.end;
  const old = before?.days.length ?? 0;
  const added = value.kind === "gap" ? 0 : 1;
  if (after.days.length !== old + added) return false;
  if (after.knownGaps.length !== (before?.knownGaps.length ?? 0) + 1 - added) return false;
  let at = 0;
  for (const [index, day] of after.days.entries()) {
    if (added === 1 && day === own) continue;
    const isSame =
      before !== null &&
      before.days[at] === day &&
      before.values[at] === after.values[index] &&
      before.starts?.[at] === (before.starts === null ? undefined : after.starts?.[index]) &&
      before.numerators?.[at] === after.numerators?.[index] &&
      before.denominators?.[at] === after.denominators?.[index] &&
      before.notes?.get(day) === after.notes?.get(day);
    if (!isSame) return false;
    at++;
  }
  return (before?.knownGaps ?? []).every((day) => after.knownGaps.includes(day));
}
