/** What is said of one goal, metric or KPI: plain sentences, with the figures beside them for programs. */

import type { SmartCard } from "../../engine/result.ts";
import type { Finding } from "../../findings/finding.ts";
import type { WorkspaceProgress } from "../../progress/progress.ts";
import type { Status } from "../../progress/status.ts";
import type { Day } from "../../workspace/day.ts";
import type { Entity, Kpi, Workspace } from "../../workspace/model.ts";

/** A sentence with its label, such as `owner` or `A  attainment`; an empty label continues the one before. */
export interface Fact {
  readonly label: string;
  readonly text: string;
  /** The figure of a step of the calculation; absent for other facts. */
  readonly value?: number | string | null;
}

export interface Section {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

export interface Explanation {
  readonly entity: Entity;
  readonly title: string;
  /** Null where nothing is scored. */
  readonly status: { readonly word: Status; readonly stale: boolean; readonly text: string } | null;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
}

/** What an explanation is drawn from. */
export interface ExplainInput {
  readonly workspace: Workspace;
  readonly progress: WorkspaceProgress;
  readonly asOf: Day;
  /** What a check found at an entity. */
  readonly findingsOf: (entity: Entity) => readonly Finding[];
  readonly smartOf: (kpi: Kpi) => SmartCard | null;
  /** `kpis/customers.kpi.yaml:95`. */
  readonly placeOf: (entity: Entity) => string;
  /** A file of the workspace as it is to be printed. */
  readonly shownFile: (file: string) => string;
}

/** A fact, or none where there is nothing to say. */
export function fact(label: string, text: string | null | undefined): readonly Fact[] {
  return text === null || text === undefined || text === "" ? [] : [{ label, text }];
}

/** An id with its title where it is known: `nps (Net Promoter Score)`. */
export function named(id: string, entity: Entity | undefined): string {
  const title = entity?.definition.title;
  if (entity === undefined) return `${id} (not defined)`;
  return title === undefined ? id : `${id} (${title})`;
}
