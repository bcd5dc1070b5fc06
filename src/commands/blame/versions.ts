/** Versions of one KPI, made of the excerpts of the files of each commit. */

import { decodeBytes } from "../../host/files.ts";
import type { Repository } from "../../host/git.ts";
import { eachContent } from "../../host/git-contents.ts";
import { MAX_YAML_BYTES } from "../../text/yaml.ts";
import { YamlExcerpts } from "../../text/yaml-excerpt.ts";
import { withSeries } from "../../workspace/derived.ts";
import { linksOf } from "../../workspace/links.ts";
import type { Kpi, Metric, Removal, Workspace } from "../../workspace/model.ts";
import { type FileContribution, readFile } from "../../workspace/read-file.ts";
import type { Series } from "../../workspace/series.ts";
import type { Settings } from "../../workspace/settings.ts";
import { UsageError } from "../errors.ts";

/** The ids that a history is read for. */
export interface Wanted {
  readonly kpis: ReadonlySet<string>;
  readonly metrics: ReadonlySet<string>;
}

/** What one file says of the wanted ids. Files that say the same share one object. */
export interface Excerpt {
  /** Tells excerpts apart. */
  readonly number: number;
  readonly contribution: FileContribution;
  /** A part of the file could not be read. */
  readonly unread: boolean;
}

/** What everything else is read under. */
export interface Reading {
  readonly settings: Settings;
  /** The rows that all versions are resolved with. */
  readonly seriesOf: (metric: string) => Series | null;
}

/** The path under which all excerpts are read; where they came from is for the commit to say. */
const FILE = "kpi.yaml";

/** The excerpts of many contents by id; contents that say nothing of the wanted ids have none. */
export class Excerpts {
  readonly #byContent = new Map<string, Excerpt>();
  /** Contents that are too large to be read. */
  readonly tooLarge = new Set<string>();

  of(oid: string): Excerpt | null {
    return this.#byContent.get(oid) ?? null;
  }

  /** Reads contents one after the other and keeps what is wanted of them. */
  static async read(
    repository: Repository,
    oids: ReadonlySet<string>,
    { kpis, metrics }: Wanted,
    { settings }: Reading,
    onContent: () => void,
  ): Promise<Excerpts> {
    const excerpts = new Excerpts();
    const from = new YamlExcerpts(new Set([...kpis, ...metrics]));
    const keys = new Map<string, string>();
    const failed = await eachContent(repository, oids, MAX_YAML_BYTES, (oid, content) => {
      onContent();
      if (content === null) excerpts.tooLarge.add(oid);
      const { text, unread } = content === null ? TOO_LARGE : from.of(decodeBytes(content).text);
      if (text !== "" || unread) keys.set(oid, unread ? `!${text}` : text);
    });
    if (failed !== null) throw new UsageError(failed.message);
    const known = new Map<string, Excerpt>();
    for (const [oid, key] of keys) {
      let excerpt = known.get(key);
      if (excerpt === undefined) {
        const unread = key.startsWith("!");
        const contribution = await readFile({ path: FILE, text: unread ? key.slice(1) : key }, settings);
        excerpt = { number: known.size, contribution, unread };
        known.set(key, excerpt);
      }
      excerpts.#byContent.set(oid, excerpt);
    }
    return excerpts;
  }
}

const TOO_LARGE = { text: "", unread: true };

/** One version of the wanted KPIs and metrics. */
export interface KpiVersion {
  readonly workspace: Workspace;
  /** Something of it could not be read, so that what is missing may be there. */
  readonly unread: boolean;
}

/** Puts what files say together, the first definition of an id first; `others` are KPIs beside the wanted ones. */
export function versionOf(
  excerpts: readonly Excerpt[],
  { kpis: wantedKpis, metrics: wantedMetrics }: Wanted,
  reading: Reading,
): KpiVersion {
  const kpis = new Map<string, Kpi>();
  const metrics = new Map<string, Metric>();
  const removed: Removal[] = [];
  for (const { contribution } of excerpts) {
    for (const entity of contribution.entities) {
      if (entity.kind === "kpi" && wantedKpis.has(entity.id) && !kpis.has(entity.id)) kpis.set(entity.id, entity);
      if (entity.kind !== "metric" || !wantedMetrics.has(entity.id) || metrics.has(entity.id)) continue;
      metrics.set(entity.id, withSeries(entity, reading.seriesOf(entity.id)));
    }
    removed.push(...contribution.removed);
  }
  const workspace = workspaceOf(kpis, metrics, removed, reading);
  return { workspace, unread: excerpts.some(({ unread }) => unread) };
}

/** A workspace of nothing but these. */
export function workspaceOf(
  kpis: ReadonlyMap<string, Kpi>,
  metrics: ReadonlyMap<string, Metric>,
  removed: readonly Removal[],
  { settings }: Reading,
): Workspace {
  const goals = new Map();
  return {
    settings,
    files: [FILE],
    goals,
    metrics,
    kpis,
    duplicates: [],
    removed,
    links: linksOf(goals, metrics, kpis),
    problems: [],
  };
}

/** What a version lacks because it could not be read is taken to be as it was before. */
export function filledFrom(version: KpiVersion, before: KpiVersion | null, reading: Reading): KpiVersion {
  if (!version.unread || before === null) return version;
  const { kpis, metrics, removed } = version.workspace;
  const old = before.workspace;
  const lacksNothing =
    [...old.kpis.keys()].every((id) => kpis.has(id)) && [...old.metrics.keys()].every((id) => metrics.has(id));
  if (lacksNothing) return version;
  const filled = workspaceOf(new Map([...old.kpis, ...kpis]), new Map([...old.metrics, ...metrics]), removed, reading);
  return { workspace: filled, unread: true };
}
