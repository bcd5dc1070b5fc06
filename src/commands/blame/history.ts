/** The versions of single KPIs through the history of a workspace. */

import type { LifeCommit, LifeStep, MainlineVersion } from "../../changes/blame/life.ts";
import type { HistoryCommit } from "../../host/git-history.ts";
import { type Day, parseDay } from "../../workspace/day.ts";
import { chained, NO_FILES, type Past } from "./past.ts";
import {
  type Excerpt,
  Excerpts,
  filledFrom,
  type KpiVersion,
  type Reading,
  versionOf,
  type Wanted,
} from "./versions.ts";

/** The versions of some KPIs through a history. */
export class KpiHistory {
  readonly #past: Past;
  readonly #wanted: Wanted;
  readonly #reading: Reading;
  readonly #excerpts: Excerpts;
  readonly #files: readonly ReadonlyMap<string, Excerpt>[];
  readonly #versions: readonly KpiVersion[];

  private constructor(past: Past, wanted: Wanted, reading: Reading, excerpts: Excerpts) {
    this.#past = past;
    this.#wanted = wanted;
    this.#reading = reading;
    this.#excerpts = excerpts;
    this.#files = chained(past.commits, past.places, (_, oid) => excerpts.of(oid));
    this.#versions = this.#allVersions();
  }

  /** Reads what the files of all commits say of the wanted ids. `step` is called for each content, of `total`. */
  static async read(
    past: Past,
    wanted: Wanted,
    reading: Reading,
    progress: (total: number) => () => void,
  ): Promise<KpiHistory> {
    const oids = new Set<string>();
    for (const { changes } of past.commits) {
      for (const { path, oid } of changes) if (oid !== null && past.accepts.ever(path)) oids.add(oid);
    }
    const excerpts = await Excerpts.read(past.repository, oids, wanted, reading, progress(oids.size));
    return new KpiHistory(past, wanted, reading, excerpts);
  }

  /** The version of a commit. */
  at(commit: string): KpiVersion {
    return this.#versions[this.#past.places.get(commit) ?? -1] ?? this.#nothing();
  }

  /** The metrics that the KPIs have had in any version. */
  metrics(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { workspace } of new Set(this.#versions)) {
      for (const { definition } of workspace.kpis.values())
        if (definition.metric !== undefined) found.add(definition.metric);
    }
    return found;
  }

  /** Paths of files that are too large to be read, in any commit. */
  tooLarge(): readonly string[] {
    const { tooLarge } = this.#excerpts;
    const paths = new Set<string>();
    if (tooLarge.size === 0) return [];
    for (const { changes } of this.#past.commits) {
      for (const { path, oid } of changes) if (oid !== null && tooLarge.has(oid)) paths.add(path);
    }
    return [...paths].sort();
  }

  /** Every commit whose version differs from those of all its parents, and in which the KPI is or was. */
  steps(kpi: string, asOf: Day, within: ReadonlySet<number> | null): readonly LifeStep[] {
    const { commits, edges } = this.#past;
    const steps: LifeStep[] = [];
    for (const [i, commit] of commits.entries()) {
      if (within !== null && !within.has(i)) continue;
      const version = this.#versions[i];
      if (version === undefined) continue;
      const parents = this.#parentsOf(i).map((parent) => this.#versions[parent] ?? this.#nothing());
      if (parents.includes(version)) continue;
      const before = parents.map(({ workspace }) => workspace);
      if (![version.workspace, ...before].some(({ kpis }) => kpis.has(kpi))) continue;
      steps.push({
        kpi,
        commit: named(commit),
        day: parseDay(commit.date) ?? asOf,
        file:
          this.fileOf(kpi, i) ??
          this.#parentsOf(i)
            .map((parent) => this.fileOf(kpi, parent))
            .find((file) => file !== null) ??
          null,
        before,
        after: version.workspace,
        isEdge: edges.has(commit.id),
      });
    }
    return steps;
  }

  /** The versions of a commit, its first parent and so on, oldest first; those that follow one of the same are left out. */
  mainline(commit: string): readonly MainlineVersion[] {
    const { commits, places } = this.#past;
    const line: MainlineVersion[] = [];
    for (let at = places.get(commit); at !== undefined; at = places.get(commits[at]?.parents[0] ?? "")) {
      const workspace = this.#versions[at]?.workspace ?? this.#nothing().workspace;
      const date = commits[at]?.date ?? "";
      // The oldest of equal ones counts.
      if (line.at(-1)?.workspace === workspace) line.pop();
      line.push({ date, workspace });
    }
    return line.reverse();
  }

  /** The file that a KPI stands in; null where there is none. */
  fileOf(kpi: string, at: number): string | null {
    const found = this.#accepted(at).find(([, { contribution }]) =>
      contribution.entities.some((entity) => entity.kind === "kpi" && entity.id === kpi),
    );
    return found?.[0] ?? null;
  }

  #parentsOf(at: number): readonly number[] {
    const { commits, places } = this.#past;
    return (commits[at]?.parents ?? []).flatMap((id) => places.get(id) ?? []);
  }

  #accepted(at: number): readonly (readonly [string, Excerpt])[] {
    const accepts = this.#past.accepts.under(this.#past.configs[at] ?? NO_FILES);
    const files = [...(this.#files[at] ?? NO_FILES)].filter(([file]) => accepts(file) && !this.#past.ignored.has(file));
    return files.length < 2 ? files : files.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #nothing(): KpiVersion {
    return versionOf([], this.#wanted, this.#reading);
  }

  #allVersions(): readonly KpiVersion[] {
    const { commits, configs } = this.#past;
    const nothing = this.#nothing();
    const known = new Map<string, KpiVersion>([["", nothing]]);
    const versions: KpiVersion[] = [];
    for (const i of commits.keys()) {
      const [first] = this.#parentsOf(i);
      const before = first === undefined ? nothing : (versions[first] ?? nothing);
      const isUnchanged = first !== undefined && this.#files[first] === this.#files[i] && configs[first] === configs[i];
      if (isUnchanged) {
        versions.push(before);
        continue;
      }
      const excerpts = this.#accepted(i).map(([, excerpt]) => excerpt);
      const key = excerpts.map(({ number }) => number).join(" ");
      let version = known.get(key);
      if (version === undefined) {
        version = versionOf(excerpts, this.#wanted, this.#reading);
        known.set(key, version);
      }
      versions.push(filledFrom(version, before, this.#reading));
    }
    return versions;
  }
}

function named({ id, date, author, subject }: HistoryCommit): LifeCommit {
  return { id, date, author, subject };
}
