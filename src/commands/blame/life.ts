/** Follows one KPI through a history, also under its earlier ids. */

import type { LifeStep, MainlineVersion } from "../../changes/blame/life.ts";
import { movesBetween } from "../../changes/blame/moves.ts";
import { type Day, formatDay } from "../../workspace/day.ts";
import type { Kpi, Workspace } from "../../workspace/model.ts";
import { KpiHistory } from "./history.ts";
import { needsOthers, withKpis, withOthers } from "./others.ts";
import { ancestorsOf, type Past } from "./past.ts";
import { filledFrom, type Reading, type Wanted, workspaceOf } from "./versions.ts";

/** The newest version, where it is not that of a commit. */
export interface WorkingTree {
  readonly workspace: Workspace;
  /** The file that a KPI stands in; null for none. */
  readonly fileOf: (kpi: string) => string | null;
  /** Whether a file could not be read, so that what is missing may stand in it. */
  readonly isUnread: boolean;
  /** All KPIs of the newest commit; read only where they matter. */
  readonly committed: () => Promise<Iterable<Kpi>>;
}

/** What a KPI is followed through. */
export interface FollowInput {
  readonly past: Past;
  readonly tree: WorkingTree | null;
  readonly reading: Reading;
  readonly asOf: Day;
  /** The KPI's metric now, where it is known. */
  readonly metric: string | null;
  readonly progress: (total: number) => () => void;
}

/** A KPI with all its versions. */
export interface Followed {
  /** Parents before their children. */
  readonly steps: readonly LifeStep[];
  /** The newest version. */
  readonly now: Workspace;
  /** The first parents of the newest version. */
  readonly mainline: readonly MainlineVersion[];
  /** Whether the KPI is missing in the working tree only because a file cannot be read. */
  readonly isUnread: boolean;
  /** Files that were too large to be read in some commit. */
  readonly tooLarge: readonly string[];
}

/** A KPI that went by more names than this is not followed further. */
const MOST_IDS = 11;

/** A part of a life: under one id, up to the commit that gave it another; null for no end. */
interface Part {
  readonly kpi: string;
  readonly until: string | null;
}

/** All versions of a KPI, also those under its earlier ids. */
export async function follow(kpi: string, input: FollowInput): Promise<Followed> {
  const follower = await Follower.start(kpi, input);
  const parts: Part[] = [{ kpi, until: null }];
  /** Where a KPI became the one of a later part, which tells it. */
  const moves = new Set<string>();
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) break;
    for (const step of await follower.stepsOf(part, i === 0)) {
      const from = earlierIdOf(step);
      if (from === null) continue;
      moves.add(`${step.commit?.id} ${from}`);
      if (parts.length >= MOST_IDS || parts.some((known) => known.kpi === from)) continue;
      await follower.want(from);
      parts.push({ kpi: from, until: step.commit?.id ?? null });
    }
  }
  const steps: LifeStep[] = [];
  for (const [i, part] of parts.entries()) steps.push(...(await follower.stepsOf(part, i === 0)));
  const placeOf = ({ commit }: LifeStep): number => input.past.places.get(commit?.id ?? "") ?? Number.POSITIVE_INFINITY;
  return {
    steps: steps
      .filter((step) => !moves.has(`${step.commit?.id} ${step.kpi}`))
      .sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b))),
    now: follower.newest(),
    mainline: follower.mainline(),
    isUnread: input.tree?.isUnread === true && !input.tree.workspace.kpis.has(kpi) && follower.newest().kpis.has(kpi),
    tooLarge: follower.tooLarge(),
  };
}

/** The id under which a KPI that begins with a version was known before. */
function earlierIdOf({ kpi, before: [before], after, day, isEdge }: LifeStep): string | null {
  if (before === undefined || isEdge || before.kpis.has(kpi) || !after.kpis.has(kpi)) return null;
  return movesBetween(before, after, day).find(({ to }) => to === kpi)?.from ?? null;
}

/** Reads the history again whenever another KPI or metric turns out to matter. */
class Follower {
  readonly #input: FollowInput;
  #wanted: Wanted;
  #history: KpiHistory;

  private constructor(input: FollowInput, wanted: Wanted, history: KpiHistory) {
    this.#input = input;
    this.#wanted = wanted;
    this.#history = history;
  }

  static async start(kpi: string, input: FollowInput): Promise<Follower> {
    const wanted = { kpis: new Set([kpi]), metrics: new Set(input.metric === null ? [] : [input.metric]) };
    const follower = new Follower(input, wanted, await read(wanted, input));
    await follower.#wantMetrics();
    return follower;
  }

  async want(kpi: string): Promise<void> {
    await this.#change({ kpis: new Set([...this.#wanted.kpis, kpi]), metrics: this.#wanted.metrics });
    await this.#wantMetrics();
  }

  /** The metrics that the KPIs have had. */
  async #wantMetrics(): Promise<void> {
    const metrics = new Set([...this.#wanted.metrics, ...this.#history.metrics()]);
    if (metrics.size > this.#wanted.metrics.size) await this.#change({ kpis: this.#wanted.kpis, metrics });
  }

  async #change(wanted: Wanted): Promise<void> {
    this.#wanted = wanted;
    this.#history = await read(wanted, this.#input);
  }

  async stepsOf({ kpi, until }: Part, isNewest: boolean): Promise<readonly LifeStep[]> {
    const { past, asOf, reading } = this.#input;
    const within = until === null ? null : ancestorsOf(past, until);
    const committed = await withOthers(this.#history.steps(kpi, asOf, within), past, this.#wanted, reading);
    const last = isNewest ? await this.#treeStep(kpi) : null;
    return last === null ? committed : [...committed, last];
  }

  tooLarge(): readonly string[] {
    return this.#history.tooLarge();
  }

  /** The newest version of the wanted KPIs and metrics. */
  newest(): Workspace {
    const { past, tree, reading } = this.#input;
    const committed = this.#history.at(past.tip);
    if (tree === null) return committed.workspace;
    const { kpis, metrics, removed } = tree.workspace;
    const own = workspaceOf(
      new Map([...kpis].filter(([id]) => this.#wanted.kpis.has(id))),
      new Map([...metrics].filter(([id]) => this.#wanted.metrics.has(id))),
      removed,
      reading,
    );
    return filledFrom({ workspace: own, unread: tree.isUnread }, committed, reading).workspace;
  }

  mainline(): readonly MainlineVersion[] {
    const { past, tree, asOf } = this.#input;
    const committed = this.#history.mainline(past.tip);
    return tree === null ? committed : [...committed, { date: formatDay(asOf), workspace: this.newest() }];
  }

  /** What is not committed yet, as the last version. */
  async #treeStep(kpi: string): Promise<LifeStep | null> {
    const { past, tree, reading, asOf } = this.#input;
    if (tree === null) return null;
    const before = this.#history.at(past.tip).workspace;
    const after = this.newest();
    if (![before, after].some(({ kpis }) => kpis.has(kpi))) return null;
    const file = tree.fileOf(kpi) ?? this.#history.fileOf(kpi, past.places.get(past.tip) ?? -1);
    const step: LifeStep = { kpi, commit: null, day: asOf, file, before: [before], after, isEdge: false };
    if (!needsOthers(step)) return step;
    const { metrics } = this.#wanted;
    const old = withKpis(before, await tree.committed(), metrics, reading);
    const now = withKpis(after, tree.workspace.kpis.values(), metrics, reading);
    return { kpi, commit: null, day: asOf, file, before: [old], after: now, isEdge: false };
  }
}

function read(wanted: Wanted, { past, reading, progress }: FollowInput): Promise<KpiHistory> {
  return KpiHistory.read(past, wanted, reading, progress);
}
