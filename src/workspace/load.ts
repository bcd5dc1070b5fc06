/** Files → one linked model. Whatever is wrong becomes a problem; everything else is still read. */

import type { Problem } from "../findings/finding.ts";
import { isWithoutRows, type ReadData, readRows } from "./data.ts";
import { deriveAll } from "./derived.ts";
import { linksOf } from "./links.ts";
import type { Duplicate, Entity, Goal, Kpi, Metric, Removal, Workspace } from "./model.ts";
import { type FileContribution, readFile, type SourceFile } from "./read-file.ts";
import type { Settings } from "./settings.ts";

export type { SourceFile } from "./read-file.ts";

export interface LoadInput {
  /** In path order. An iterable, so that files need not all be in memory before the first is parsed. */
  readonly files: Iterable<SourceFile>;
  readonly settings: Settings;
  /** Reads a data file named in a definition; absent: no data files. */
  readonly readData?: ReadData;
  /** Told after each file, for a progress bar, and what the file says. */
  readonly onFile?: (path: string, contribution: FileContribution) => void;
}

/** Reads all files into one workspace. Never throws on content. */
export async function loadWorkspace(input: LoadInput): Promise<Workspace> {
  const contributions: FileContribution[] = [];
  for (const file of input.files) {
    const contribution = await readFile(file, input.settings);
    contributions.push(contribution);
    input.onFile?.(file.path, contribution);
  }
  return assemble(contributions, input);
}

/**
 * Links what the files say. They are handed in in path order and read with the same settings; none is changed, so
 * that those of files that stay as they are can be linked again.
 */
export async function assemble(
  files: readonly FileContribution[],
  input: Pick<LoadInput, "settings" | "readData">,
): Promise<Workspace> {
  const goals = new Map<string, Goal>();
  const metrics = new Map<string, Metric>();
  const kpis = new Map<string, Kpi>();
  const duplicates: Duplicate[] = [];
  const removed: Removal[] = [];
  const problems: Problem[] = [];
  const add = <Kind extends Entity>(known: Map<string, Kind>, entity: Kind): void => {
    const first = known.get(entity.id);
    if (first === undefined) known.set(entity.id, entity);
    else duplicates.push({ kind: entity.kind, id: entity.id, first: first.origin, second: entity.origin });
  };
  const wanting: Metric[] = [];
  for (const file of files) {
    for (const entity of file.entities) {
      if (entity.kind === "goal") add(goals, entity);
      else if (entity.kind === "kpi") add(kpis, entity);
      else {
        add(metrics, entity);
        if (isWithoutRows(entity)) wanting.push(entity);
      }
    }
    for (const removal of file.removed) removed.push(removal);
    for (const problem of file.problems) problems.push(problem);
  }
  if (input.readData !== undefined) await readRows(wanting, input.readData, metrics, problems);
  deriveAll(metrics);
  return {
    settings: input.settings,
    files: files.map((file) => file.path),
    goals,
    metrics,
    kpis,
    duplicates,
    removed,
    links: linksOf(goals, metrics, kpis),
    problems,
  };
}
