/** The KPIs that the pictures show: those of the example company, and three small definitions of their own. */

import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { type Files, openFiles } from "../../src/engine/in-memory.ts";
import { type Calculated, calculate } from "../../src/report/explain/calculated.ts";
import { rules } from "../../src/rules/index.ts";
import { type Day, dayOf } from "../../src/workspace/day.ts";
import type { Workspace } from "../../src/workspace/model.ts";

/** The day that all pictures are drawn for. */
export const AS_OF: Day = dayOf(2026, 8, 15);

/** Three values of a clinic's rooms inside, near and far outside their range; the page shows this file. */
export const ROOMS = `version: 1

goals:
  rooms-used-well:
    title: Treatment rooms are used well
    owner: team:rooms

metrics:
  room-use:
    title: Room use
    definition: Booked hours of all treatment rooms divided by their opening hours.
    unit: "%"
    values:
      2026-01-31: 64
      2026-02-28: 67
      2026-03-31: 74
      2026-04-30: 66
      2026-05-31: 62
      2026-06-30: 68
      2026-07-31: 71.5

kpis:
  room-use-2026:
    title: Room use between 60 and 70 % in 2026
    goal: rooms-used-well
    metric: room-use
    timeframe: 2026
    target: { min: 60, max: 70 }
    tolerance: 3
    compliance: 0.8
    owner: team:rooms
`;

/** One metric on its way from 4,000 to 6,000 by five plans. */
export const PATHS = `version: 1
goals:
  readers: { title: Clinics read our newsletter, owner: "@ana" }
metrics:
  newsletter-readers:
    title: Newsletter readers
    unit: readers
    values:
      2025-12-31: 4000
      2026-01-31: 4130
      2026-02-28: 4270
      2026-03-31: 4420
      2026-04-30: 4560
      2026-05-31: 4720
      2026-06-30: 4870
      2026-07-31: 5045
kpis:
  linear: &kpi
    title: Newsletter readers from 4000 to 6000 in 2026
    goal: readers
    metric: newsletter-readers
    timeframe: 2026
    baseline: 4000
    target: 6000
    owner: "@ana"
    path: linear
  compound: { <<: *kpi, path: compound }
  flat: { <<: *kpi, path: flat }
  step:
    <<: *kpi
    path: step
    checkpoints:
      - { date: 2026-03-31, value: 4400 }
      - { date: 2026-06-30, value: 4900 }
      - { date: 2026-09-30, value: 5400 }
  checkpoints:
    <<: *kpi
    path: linear
    checkpoints:
      - { date: 2026-06-30, value: 4600 }
`;

/** The files of the example company, by path. */
export function companyFiles(): Files {
  const root = path.join(process.cwd(), "examples");
  const files: Record<string, string> = {};
  const take = (file: string): void => {
    files[file] = readFileSync(path.join(root, file), "utf8");
  };
  take("kpi.config.yaml");
  const below = readdirSync(path.join(root, "kpis"), { recursive: true, encoding: "utf8" });
  for (const file of below.sort()) if (/\.(yaml|csv)$/.test(file)) take(`kpis/${file.replaceAll(path.sep, "/")}`);
  return files;
}

/** Files as one workspace, read as the command line reads them; throws where they are wrong. */
export async function workspaceOf(files: Files): Promise<Workspace> {
  const { workspace, problems } = await openFiles(files, rules);
  const [wrong] = [...problems, ...workspace.problems];
  if (wrong !== undefined) throw new Error(`${wrong.place.file}: ${wrong.message}`);
  return workspace;
}

/** A KPI with its figures; throws where there is none of that id. */
export function kpiIn(workspace: Workspace, id: string, asOf: Day = AS_OF): Calculated {
  const kpi = workspace.kpis.get(id);
  if (kpi === undefined) throw new Error(`The pictures show the KPI "${id}", which is not there any more`);
  return calculate(workspace, kpi, asOf);
}

/** A figure that a picture cannot do without. */
export function known<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`A picture shows ${what}, which is unknown`);
  return value;
}
