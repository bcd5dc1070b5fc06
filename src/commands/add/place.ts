/** Where a new goal, metric or KPI belongs: beside its like. */

import * as path from "node:path";
import { CONFIG_FILE } from "../../config/load.ts";
import { findUpward, isInside, kindOf, relativeTo, walk } from "../../host/files.ts";
import type { Entity, Origin, Workspace } from "../../workspace/model.ts";
import { isDefinitionFile } from "../definition-files.ts";
import { UsageError } from "../errors.ts";
import type { Host } from "../host.ts";
import type { Project } from "../open.ts";
import type { Addition } from "./facts.ts";

/** A file relative to the root, and the document in it; null where any document with the right map will do. */
export interface Place {
  readonly file: string;
  readonly document: number | null;
}

/** What is made where there is no file yet. */
const FIRST_FILE = "kpi.yaml";

/** A place for each addition; `chosen` is the file of `--file`, relative to the root. */
export function placesFor(
  additions: readonly Addition[],
  chosen: string | null,
  project: Project,
  workspace: Workspace,
): readonly Place[] {
  const places = new Map<string, Place>();
  return additions.map((addition) => {
    const place = chosen !== null ? { file: chosen, document: null } : placeBesideLike(addition, places, workspace);
    const found = place ?? { file: fileForAll(project, workspace), document: null };
    places.set(`${addition.kind} ${addition.id}`, found);
    return found;
  });
}

/** The file of `--file`, relative to the root; it must be one that every other command reads too. */
export function chosenFile(file: string | undefined, project: Project, host: Host): string | null {
  if (file === undefined) return null;
  const absolute = path.resolve(host.cwd, file);
  const relative = relativeTo(project.root, absolute);
  if (!isInside(project.root, absolute)) throw new UsageError(`--file ${file} lies outside the workspace.`);
  if (kindOf(absolute) === "directory") throw new UsageError(`--file ${file} is a folder; name a file in it.`);
  const home = findUpward(path.dirname(absolute), CONFIG_FILE, project.root);
  if (!isRead(relative, absolute, project) || (home !== null && home !== project.root)) {
    const advice =
      project.config.include === null
        ? "name it kpi.yaml or *.kpi.yaml, or put it under kpis/"
        : "choose one that `include` of the config names and git does not ignore";
    throw new UsageError(`--file ${file} is no file that kpi check reads; ${advice}.`);
  }
  return relative;
}

/** Whether other commands read a file, or would if it were there. */
function isRead(file: string, absolute: string, project: Project): boolean {
  if (project.files.includes(file)) return true;
  const isAccepted = isDefinitionFile(file, project.config, project.matches);
  if (!isAccepted || kindOf(absolute) === "missing") return isAccepted;
  // It was made after the others were listed, or git ignores it.
  const options = { accept: (found: string) => found === file, boundary: CONFIG_FILE, respectGitIgnore: true };
  return walk(project.root, options).length > 0;
}

function placeBesideLike(
  { kind, definition }: Addition,
  added: ReadonlyMap<string, Place>,
  { goals, metrics, kpis, links }: Workspace,
): Place | null {
  if (kind === "goal") return mostUsed(goals.values());
  if (kind === "metric") return mostUsed(metrics.values());
  const { goal, metric } = definition;
  if (typeof goal !== "string") return mostUsed(kpis.values());
  const beside = mostUsed(links.kpisOfGoal.get(goal) ?? []) ?? added.get(`goal ${goal}`);
  return beside ?? originOf(goals.get(goal)) ?? originOf(metrics.get(String(metric)));
}

function originOf(entity: Entity | undefined): Place | null {
  return entity === undefined ? null : { file: entity.origin.file, document: entity.origin.document };
}

/** The document that holds most of some entities; the first of several. */
function mostUsed(entities: Iterable<Entity>): Place | null {
  const counts = new Map<string, { readonly origin: Origin; count: number }>();
  for (const { origin } of entities) {
    const key = `${origin.document} ${origin.file}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { origin, count: 1 });
    else known.count++;
  }
  let best: { readonly origin: Origin; readonly count: number } | null = null;
  for (const one of counts.values()) if (best === null || one.count > best.count) best = one;
  return best === null ? null : { file: best.origin.file, document: best.origin.document };
}

/** Where nothing of its kind stands anywhere: the file with most of all, else the first, else a new one. */
function fileForAll(project: Project, { goals, metrics, kpis }: Workspace): string {
  const place = mostUsed([...goals.values(), ...metrics.values(), ...kpis.values()]);
  const file = place?.file ?? (project.files.includes(FIRST_FILE) ? FIRST_FILE : project.files[0]);
  if (file !== undefined) return file;
  if (!isDefinitionFile(FIRST_FILE, project.config, project.matches)) {
    throw new UsageError(`There are no KPI files yet, and the config leaves ${FIRST_FILE} out; name one with --file.`);
  }
  return FIRST_FILE;
}
