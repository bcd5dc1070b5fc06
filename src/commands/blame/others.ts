/** Other KPIs of the same metric around a change: one may be what a KPI was called before, or give the reason. */

import { meaningOf } from "../../changes/blame/changes.ts";
import type { LifeStep } from "../../changes/blame/life.ts";
import { isSame } from "../../changes/same.ts";
import { decodeBytes } from "../../host/files.ts";
import { eachContent } from "../../host/git-contents.ts";
import { MAX_YAML_BYTES } from "../../text/yaml.ts";
import type { Kpi, Workspace } from "../../workspace/model.ts";
import { type FileContribution, readFile } from "../../workspace/read-file.ts";
import { UsageError } from "../errors.ts";
import type { Past } from "./past.ts";
import { type Reading, type Wanted, workspaceOf } from "./versions.ts";

/** Whether other KPIs matter: the KPI begins or ends, or what its metric means changes. */
export function needsOthers({
  kpi,
  before,
  after,
  isEdge,
}: Pick<LifeStep, "kpi" | "before" | "after" | "isEdge">): boolean {
  const [first] = before;
  if (first === undefined || isEdge) return false;
  if (first.kpis.has(kpi) !== after.kpis.has(kpi)) return true;
  const id = after.kpis.get(kpi)?.definition.metric ?? "";
  const [old, now] = [first.metrics.get(id), after.metrics.get(id)];
  return old !== undefined && now !== undefined && !isSame(meaningOf(old), meaningOf(now));
}

/** The steps, with the other KPIs of the wanted metrics where they matter: those of the files that the commit changed. */
export async function withOthers(
  steps: readonly LifeStep[],
  past: Past,
  { metrics }: Wanted,
  reading: Reading,
): Promise<readonly LifeStep[]> {
  const touched = new Map<LifeStep, { readonly old: readonly string[]; readonly now: readonly string[] }>();
  for (const step of steps)
    if (step.commit !== null && needsOthers(step)) touched.set(step, touchedBy(step.commit.id, past));
  const oids = [...touched.values()].flatMap(({ old, now }) => [...old, ...now]);
  const files = await readWhole(oids, past, [...metrics], reading);
  const kpisIn = (some: readonly string[]): readonly Kpi[] =>
    some.flatMap((oid) => files.get(oid)?.entities ?? []).filter((entity) => entity.kind === "kpi");
  return steps.map((step) => {
    const found = touched.get(step);
    const [first, ...others] = step.before;
    if (found === undefined || first === undefined) return step;
    return {
      kpi: step.kpi,
      commit: step.commit,
      day: step.day,
      file: step.file,
      before: [withKpis(first, kpisIn(found.old), metrics, reading), ...others],
      after: withKpis(step.after, kpisIn(found.now), metrics, reading),
      isEdge: step.isEdge,
    };
  });
}

/** A workspace with those KPIs that one of the metrics measures. */
export function withKpis(
  { kpis, metrics, removed }: Workspace,
  others: Iterable<Kpi>,
  wanted: ReadonlySet<string>,
  reading: Reading,
): Workspace {
  const all = new Map(kpis);
  for (const kpi of others) if (wanted.has(kpi.definition.metric ?? "") && !all.has(kpi.id)) all.set(kpi.id, kpi);
  return workspaceOf(all, metrics, removed, reading);
}

/** The definition files that a commit changed, as they were in its first parent and as they are in it. */
function touchedBy(commit: string, { commits, places, configs, accepts }: Past) {
  const at = places.get(commit) ?? -1;
  const parent = places.get(commits[at]?.parents[0] ?? "") ?? -1;
  const changes = commits[at]?.changes ?? [];
  const isNow = accepts.under(configs[at] ?? new Map());
  const now = changes.flatMap(({ path, oid }) => (oid !== null && isNow(path) ? [oid] : []));
  const wasThen = accepts.under(configs[parent] ?? new Map());
  const old = changes.flatMap(({ path, before }) => (before !== null && wasThen(path) ? [before] : []));
  return { old, now };
}

/** Whole files that name one of the metrics. */
async function readWhole(
  oids: readonly string[],
  { repository }: Past,
  metrics: readonly string[],
  { settings }: Reading,
): Promise<ReadonlyMap<string, FileContribution>> {
  const texts = new Map<string, string>();
  const failed = await eachContent(repository, oids, MAX_YAML_BYTES, (oid, content) => {
    if (content !== null && metrics.some((id) => content.includes(id))) texts.set(oid, decodeBytes(content).text);
  });
  if (failed !== null) throw new UsageError(failed.message);
  const files = new Map<string, FileContribution>();
  for (const [oid, text] of texts) files.set(oid, await readFile({ path: "kpi.yaml", text }, settings));
  return files;
}
