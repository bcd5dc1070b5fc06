/** What `kpi add` knows of a workspace: what may be referred to, and what is worth proposing. */

import { slug } from "../../definition/explain/traps/names.ts";
import type { GoalDefinition, MetricDefinition } from "../../definition/file.ts";
import { ID_LENGTH } from "../../definition/patterns.ts";
import { Locator } from "../../engine/locate.ts";
import type { EntityKind } from "../../findings/finding.ts";
import { aggregationOf } from "../../progress/terms.ts";
import { placeOf } from "../../rules/define.ts";
import { type Day, formatDay, formatYear, partsOf } from "../../workspace/day.ts";
import type { Entity, Metric, Workspace } from "../../workspace/model.ts";
import type { FiscalYear } from "../../workspace/timeframe.ts";
import type { Opened } from "../open.ts";
import type { Definition } from "./yaml.ts";

/** A goal, metric or KPI that is to be written. */
export interface Addition {
  readonly kind: EntityKind;
  readonly id: string;
  readonly definition: Definition;
}

/** The latest value of a metric. */
export interface LatestValue {
  readonly value: number;
  readonly day: Day;
}

/** The workspace with what was answered so far. */
export class AddFacts {
  readonly workspace: Workspace;
  /** Definition files that could not be read whole. */
  readonly unread: readonly string[];
  readonly asOf: Day;
  readonly #textOf: (file: string) => string | null;
  /** Answered before in the same run, such as the new goal of a new KPI. */
  readonly #added: Addition[] = [];

  constructor({ workspace, unread, textOf }: Pick<Opened, "workspace" | "unread" | "textOf">, asOf: Day) {
    this.workspace = workspace;
    this.unread = unread;
    this.asOf = asOf;
    this.#textOf = textOf;
  }

  add(addition: Addition): void {
    this.#added.push(addition);
  }

  get year(): number {
    return partsOf(this.asOf).year;
  }

  get fiscalYear(): FiscalYear {
    return this.workspace.settings.fiscalYear;
  }

  has(kind: EntityKind, id: string): boolean {
    return this.#known(kind).has(id) || this.#added.some((one) => one.kind === kind && one.id === id);
  }

  ids(kind: EntityKind): readonly string[] {
    return [...this.#known(kind).keys(), ...this.#added.filter((one) => one.kind === kind).map(({ id }) => id)];
  }

  /** `kpis/nps.kpi.yaml:12`; null where there is no such id. */
  placeOf(kind: EntityKind, id: string): string | null {
    const entity = this.#known(kind).get(id);
    if (entity !== undefined) {
      const { line } = new Locator(this.#textOf).range(placeOf(entity)).start;
      return `${entity.origin.file}:${line}`;
    }
    return this.has(kind, id) ? "what is being added" : null;
  }

  /** The metric of an id as far as targets depend on it; null where there is none. */
  metric(id: string): Pick<Metric, "id" | "definition"> | null {
    const added = this.#added.find((one) => one.kind === "metric" && one.id === id);
    if (added !== undefined) return { id, definition: added.definition as Partial<MetricDefinition> };
    return this.workspace.metrics.get(id) ?? null;
  }

  unitOf(metric: string): string | undefined {
    return this.metric(metric)?.definition.unit;
  }

  goal(id: string): Partial<GoalDefinition> | null {
    const added = this.#added.find((one) => one.kind === "goal" && one.id === id);
    return (
      (added?.definition as Partial<GoalDefinition> | undefined) ?? this.workspace.goals.get(id)?.definition ?? null
    );
  }

  /** What can be chosen as a goal or metric, with titles; goals that are done or dropped are left out. */
  choices(kind: "goal" | "metric"): readonly { readonly id: string; readonly title: string }[] {
    const { goals, metrics } = this.workspace;
    const open =
      kind === "metric"
        ? [...metrics.values()]
        : [...goals.values()].filter(({ state }) => /^(?:active|draft)$/.test(state));
    const own = this.#added.filter((one) => one.kind === kind);
    return [...open, ...own].map(({ id, definition }) => ({ id, title: String(definition.title ?? "") }));
  }

  /** The latest value up to the day that counts, where a window starts from it; null for totals and rates. */
  latest(metric: string): LatestValue | null {
    const found = this.workspace.metrics.get(metric);
    const series = found?.series;
    if (found === undefined || series == null || aggregationOf(found.definition) !== "last") return null;
    const index = series.days.findLastIndex((day) => day <= this.asOf);
    const [value, day] = [series.values[index], series.days[index]];
    return value === undefined || day === undefined ? null : { value, day };
  }

  /** Owners that are used already: those of this goal, then the most frequent first. */
  owners(goal: string | undefined): readonly string[] {
    const counts = new Map<string, number>();
    const add = (owner: unknown, weight: number): void => {
      if (typeof owner === "string" && owner !== "") counts.set(owner, (counts.get(owner) ?? 0) + weight);
    };
    const { goals, kpis } = this.workspace;
    for (const { definition } of [...goals.values(), ...kpis.values(), ...this.#added]) {
      add((definition as Definition).owner, 1);
    }
    if (goal !== undefined) add(this.goal(goal)?.owner, goals.size + kpis.size + this.#added.length);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([owner]) => owner);
  }

  /** Timeframes worth proposing: that of the goal, this year, this quarter. */
  timeframes(goal: string | undefined): readonly string[] {
    const { year, month } = partsOf(this.asOf);
    const ofGoal = goal === undefined ? undefined : this.goal(goal)?.timeframe;
    const first = typeof ofGoal === "string" || typeof ofGoal === "number" ? [String(ofGoal)] : [];
    const label = formatYear(year);
    return [...new Set([...first, label, `${label}-Q${Math.ceil(month / 3)}`])];
  }

  /** An id from a title that no other has: whole words, as many as fit. */
  freeId(title: string, kind: EntityKind): string {
    const whole = slug(title);
    const base = whole.length < ID_LENGTH ? whole : whole.replace(/-[^-]*$/, "");
    const stem = base === "" ? kind : base;
    if (!this.has(kind, stem)) return stem;
    for (let number = 2; ; number++) {
      const id = `${stem.slice(0, ID_LENGTH - String(number).length - 1).replace(/-$/, "")}-${number}`;
      if (!this.has(kind, id)) return id;
    }
  }

  #known(kind: EntityKind): ReadonlyMap<string, Entity> {
    const { goals, metrics, kpis } = this.workspace;
    return kind === "goal" ? goals : kind === "metric" ? metrics : kpis;
  }
}

/** A latest value as a baseline is written. */
export function asBaseline({ value, day }: LatestValue): string {
  return `{ value: ${value}, date: ${formatDay(day)} }`;
}
