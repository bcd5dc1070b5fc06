/** OpenSLO v1 → goals, metrics and KPIs: a service is a goal, an objective a target that holds in every period. */

import type { YamlMap } from "../text/yaml.ts";
import { isYamlMap } from "../text/yaml.ts";
import { formatDay, parseDay } from "../workspace/day.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import { GoalBook } from "./goals.ts";
import { IdMaker } from "./ids.ts";
import type { Imported, ImportedDraft, ImportedEntity, ImportSettings, Lack, Remark } from "./model.ts";
import { CALENDARS, countedBy, NOUNS, OPERATORS, ownerOf, ROLLING, type SloObject } from "./openslo-words.ts";
import { firstTextAt, type ImportFile, mapAt, mapsAt, numberAt, textAt, yamlObjects } from "./shape.ts";
import { titleOf } from "./words.ts";

type Result = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly message: string };

/** Reads all objects of some files. */
export function importOpenSlo(files: readonly ImportFile[], settings: ImportSettings): Result {
  const read = yamlObjects(files);
  if (!read.ok) return read;
  const remarks: Remark[] = [];
  const byKind = objectsByKind(read.objects, remarks);
  const slos = byKind.get("SLO") ?? [];
  if (slos.length === 0) return { ok: false, message: "There is no SLO with apiVersion openslo/v1 in it." };
  return { ok: true, imported: new OpenSloImport(byKind, settings, remarks).run(slos) };
}

const READ = ["SLO", "SLI", "Service", "DataSource"];

function objectsByKind(
  objects: readonly { readonly file: string; readonly value: unknown }[],
  remarks: Remark[],
): ReadonlyMap<string, readonly SloObject[]> {
  const byKind = new Map<string, SloObject[]>();
  for (const { file, value } of objects) {
    if (!isYamlMap(value)) continue;
    const kind = textAt(value, "kind");
    const metadata = mapAt(value, "metadata");
    const name = textAt(metadata, "name");
    const version = textAt(value, "apiVersion");
    const place = `${kind || "object"} ${name} in ${file}`;
    if (version !== "openslo/v1") {
      remarks.push(remark("left-out", place, name, "apiVersion", version, "only openslo/v1 is read"));
    } else if (!READ.includes(kind)) {
      remarks.push(remark("left-out", place, name, "kind", kind, "alerting has no place in a KPI"));
    } else if (name === "") remarks.push(remark("left-out", place, name, "name", null, "it has no name"));
    else {
      const found = {
        file,
        name,
        title: textAt(metadata, "displayName") || name,
        metadata,
        spec: mapAt(value, "spec"),
      };
      const known = byKind.get(kind);
      if (known === undefined) byKind.set(kind, [found]);
      else known.push(found);
    }
  }
  return byKind;
}

/** A service without an owner is a goal once its SLO has one. */
function lacksOf(goal: string, { owner, target, timeframe }: Readonly<Record<string, unknown>>): readonly Lack[] {
  const lacks: Lack[] = [];
  if (goal === "") lacks.push("goal");
  if (owner === undefined) lacks.push("owner");
  if (target === undefined) lacks.push("target-text");
  if (timeframe === undefined) lacks.push("time-text");
  return lacks;
}

function remark(
  kind: Remark["kind"],
  place: string,
  subject: string,
  field: string | null,
  text: string | null,
  message: string,
): Remark {
  return { kind, place, subject, field, text, message };
}

/** One objective with everything that its KPI is made from. */
interface Objective {
  readonly slo: SloObject;
  readonly place: string;
  readonly map: YamlMap;
  /** Behind the title where the SLO has several. */
  readonly suffix: string;
}

/** What an SLO measures. */
interface Indicator {
  readonly definition: string;
  readonly source: Readonly<Record<string, unknown>>;
  /** Whether it counts good and all events. */
  readonly isCounted: boolean;
  readonly isThreshold: boolean;
}

interface TimeWindow {
  readonly every: RecurringEvery;
  readonly start: string;
  readonly isRolling: boolean;
  readonly duration: string;
}

class OpenSloImport {
  readonly #byKind: ReadonlyMap<string, readonly SloObject[]>;
  readonly #settings: ImportSettings;
  readonly #remarks: Remark[];
  readonly #metricIds: IdMaker;
  readonly #kpiIds: IdMaker;
  readonly #goals: GoalBook;
  readonly #metrics: ImportedEntity[] = [];
  readonly #kpis: { readonly id: string; readonly goal: string; readonly definition: Record<string, unknown> }[] = [];

  constructor(byKind: ReadonlyMap<string, readonly SloObject[]>, settings: ImportSettings, remarks: Remark[]) {
    this.#byKind = byKind;
    this.#settings = settings;
    this.#remarks = remarks;
    this.#metricIds = new IdMaker(settings.taken.metrics, "metric");
    this.#kpiIds = new IdMaker(settings.taken.kpis, "kpi");
    this.#goals = new GoalBook(settings, remarks);
  }

  run(slos: readonly SloObject[]): Imported {
    for (const slo of slos) this.#listService(slo);
    for (const slo of slos) this.#slo(slo);
    const drafts: ImportedDraft[] = [];
    const kpis = this.#kpis.map(({ id, goal, definition }): ImportedEntity => {
      const goalId = this.#goals.idOf(goal);
      if (goalId === null) Object.assign(definition, { state: "draft", "x-imported": { service: goal } });
      else definition.goal = goalId;
      if (definition.state === "draft") drafts.push({ id, lacks: lacksOf(goal, definition) });
      return { kind: "kpi", id, definition };
    });
    const entities = [...this.#goals.entities(), ...this.#metrics, ...kpis];
    return { entities, data: [], remarks: this.#remarks, drafts };
  }

  #listService({ spec, file }: SloObject): void {
    const name = textAt(spec, "service");
    if (name === "") return;
    const service = this.#find("Service", name);
    const title = `${service?.title ?? name} is reliable for its users`;
    const why = service === null ? "" : textAt(service.spec, "description");
    const owner = service === null ? "" : (ownerOf(service, this.#settings) ?? "");
    this.#goals.list({
      place: `Service ${name} in ${file}`,
      key: name,
      id: name,
      title,
      owner,
      time: { timeframe: "", start: "", due: "" },
      why,
      parent: "",
    });
  }

  #find(kind: string, name: string): SloObject | null {
    return this.#byKind.get(kind)?.find((one) => one.name === name) ?? null;
  }

  #slo(slo: SloObject): void {
    const place = `SLO ${slo.name} in ${slo.file}`;
    const objectives = mapsAt(slo.spec, "objectives");
    if (objectives.length === 0) {
      this.#remarks.push(remark("left-out", place, slo.title, "objectives", null, "it has no objective"));
      return;
    }
    if (mapsAt(slo.spec, "alertPolicies").length > 0) {
      this.#remarks.push(remark("left-out", place, slo.title, "alertPolicies", null, "alerting has no place in a KPI"));
    }
    const indicator = this.#indicator(slo, place);
    const window = this.#window(slo, place);
    let shared: string | null = null;
    for (const [index, map] of objectives.entries()) {
      const name = textAt(map, "displayName");
      const suffix = objectives.length === 1 ? "" : name === "" ? `objective ${index + 1}` : name;
      const objective = { slo, place, map, suffix };
      const metric: string =
        indicator.isThreshold || shared === null ? this.#metric(objective, indicator, window) : shared;
      shared = metric;
      this.#kpi(objective, metric, window);
    }
  }

  #indicator(slo: SloObject, place: string): Indicator {
    const inline = mapAt(slo.spec, "indicator");
    const reference = textAt(slo.spec, "indicatorRef");
    const found = this.#find("SLI", reference);
    if (reference !== "" && found === null) {
      this.#remarks.push(
        remark("not-understood", place, slo.title, "indicatorRef", reference, "there is no such SLI in the files"),
      );
    }
    const spec = found?.spec ?? mapAt(inline, "spec");
    const ratio = mapAt(spec, "ratioMetric");
    const threshold = mapAt(spec, "thresholdMetric");
    const isThreshold = Object.keys(threshold).length > 0;
    const parts = isThreshold
      ? [["", threshold] as const]
      : (["good", "bad", "total", "raw"] as const).map((name) => [name, mapAt(ratio, name)] as const);
    const sources = parts
      .filter(([, map]) => Object.keys(map).length > 0)
      .map(([name, map]) => this.#source(name, mapAt(map, "metricSource")));
    const queries = sources.map(({ query }) => query).filter((query) => query !== "");
    const source: Record<string, unknown> = { system: sources[0]?.system ?? "OpenSLO", how: "automatic" };
    if (queries.length > 0) source.query = queries.join("; ");
    const words = [textAt(slo.spec, "description"), textAt(spec, "description"), countedBy(slo.spec)].filter(
      (text) => text !== "",
    );
    return { definition: words.join(" "), source, isCounted: "total" in ratio, isThreshold };
  }

  /** Of a source only its type and its query: other settings may hold secrets. */
  #source(name: string, map: YamlMap): { readonly system: string; readonly query: string } {
    const reference = textAt(map, "metricSourceRef");
    const found = this.#find("DataSource", reference);
    const type = textAt(map, "type") || (found === null ? "" : textAt(found.spec, "type"));
    const query = firstTextAt(mapAt(map, "spec"), ["query", "queryString", "expr", "expression", "sql", "promql"]);
    const label = name === "" || name === "raw" || query === "" ? query : `${name}: ${query}`;
    return { system: type || reference || "OpenSLO", query: label };
  }

  #window(slo: SloObject, place: string): TimeWindow | null {
    const map = mapsAt(slo.spec, "timeWindow")[0];
    const tell = (kind: Remark["kind"], text: string | null, message: string): void => {
      this.#remarks.push(remark(kind, place, slo.title, "timeWindow", text, message));
    };
    if (map === undefined) {
      tell("not-understood", null, "it has no time window");
      return null;
    }
    const duration = textAt(map, "duration");
    const calendar = mapAt(map, "calendar");
    const isRolling = map.isRolling === true;
    const every = (isRolling ? ROLLING : CALENDARS).get(duration);
    if (every === undefined) {
      tell("not-understood", duration, "periods are weeks, months, quarters and years");
      return null;
    }
    if (isRolling)
      tell("note", duration, `its value rolls over ${duration}; here it must hold in every ${NOUNS[every]}`);
    const zone = textAt(calendar, "timeZone");
    if (zone !== "" && zone !== "UTC") tell("note", zone, "days are plain calendar days here, without a time zone");
    const day = textAt(calendar, "startTime").slice(0, 10);
    return { every, start: parseDay(day) === null ? formatDay(this.#settings.start) : day, isRolling, duration };
  }

  #metric({ slo, map, suffix }: Objective, indicator: Indicator, window: TimeWindow | null): string {
    const { isCounted, isThreshold, source } = indicator;
    const name = isThreshold && suffix !== "" ? `${slo.name} ${suffix}` : slo.name;
    const id = this.#metricIds.make(name);
    const value = numberAt(map, "value");
    const isGood =
      isThreshold && value !== null ? `Good is a value ${OPERATORS.get(textAt(map, "op")) ?? "of"} ${value}.` : "";
    const rolls = window?.isRolling === true ? `Measured over the last ${window.duration}.` : "";
    const title = isThreshold && suffix !== "" ? `${slo.title}: ${suffix}` : slo.title;
    const words = [indicator.definition, isGood, rolls].filter((text) => text !== "").join(" ");
    const definition: Record<string, unknown> = { title: titleOf(title) ?? titleOf(`SLO ${title}`) };
    if (words !== "") definition.definition = words;
    definition.unit = "%";
    if (isCounted && window?.isRolling !== true) definition.aggregation = "ratio";
    if (window?.every === "weekly") definition.cadence = "weekly";
    definition.bounds = { min: 0, max: 100 };
    definition.source = source;
    this.#metrics.push({ kind: "metric", id, definition });
    return id;
  }

  #kpi(objective: Objective, metric: string, window: TimeWindow | null): void {
    const { slo, place, suffix } = objective;
    const percent = this.#percent(objective);
    const id = this.#kpiIds.make(suffix === "" ? slo.name : `${slo.name} ${suffix}`);
    const title = suffix === "" ? slo.title : `${slo.title}: ${suffix}`;
    const full = percent === null ? title : `${title} of at least ${percent} %`;
    const owner = ownerOf(slo, this.#settings) ?? this.#settings.owner;
    const service = textAt(slo.spec, "service") || (this.#settings.goal ?? "");
    const definition: Record<string, unknown> = { title: titleOf(full), metric };
    if (owner !== null) definition.owner = owner;
    if (window !== null) definition.timeframe = { every: window.every, start: window.start };
    if (percent !== null) definition.target = { min: percent };
    if (owner === null)
      this.#remarks.push(
        remark("note", place, slo.title, "owner", null, "it is a draft without an owner; say who with --owner"),
      );
    if (owner === null || window === null || percent === null) definition.state = "draft";
    this.#goals.use(service, owner);
    this.#kpis.push({ id, goal: service, definition });
  }

  /** The target in per cent; null where there is none that can be kept. */
  #percent({ map, place, slo }: Objective): number | null {
    const share = numberAt(map, "target");
    const percent = numberAt(map, "targetPercent") ?? (share === null ? null : Number(`${share}e2`));
    if (percent !== null && percent >= 0 && percent < 100) return percent;
    const text = textAt(map, "target") || textAt(map, "targetPercent") || null;
    this.#remarks.push(
      remark("not-understood", place, slo.title, "target", text, "a target is a share from 0 to below 1"),
    );
    return null;
  }
}
