/** OpenSLO v1 → goals, metrics and KPIs: a service is a goal, an objective a target that holds in every period. */

import type { YamlMap } from "../text/yaml.ts";
import { formatDay, parseDay } from "../workspace/day.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import { GoalBook } from "./goals.ts";
import { IdMaker } from "./ids.ts";
import type { Imported, ImportedDraft, ImportedEntity, ImportSettings, Lack, Remark } from "./model.ts";
import { objectsByKind, remark, type SloObject } from "./openslo-objects.ts";
import { CALENDARS, countedBy, NOUNS, OPERATORS, ownerOf, ROLLING, unknownOwnerOf } from "./openslo-words.ts";
import { ForeignReader, type ImportFile, unreadRemarks, yamlObjects } from "./shape.ts";
import { NO_OWNER, titleOf } from "./words.ts";

type Result = { readonly ok: true; readonly imported: Imported } | { readonly ok: false; readonly message: string };

/** Reads all objects of some files. */
export function importOpenSlo(files: readonly ImportFile[], settings: ImportSettings): Result {
  const read = yamlObjects(files);
  if (!read.ok) return read;
  const remarks: Remark[] = [];
  const reader = new ForeignReader();
  const byKind = objectsByKind(read.objects, reader, remarks);
  const slos = byKind.get("SLO") ?? [];
  if (slos.length === 0) return { ok: false, message: "There is no SLO with apiVersion openslo/v1 in it." };
  const imported = new OpenSloImport(byKind, settings, reader, remarks).run(slos);
  for (const { map, place, title } of [...byKind.values()].flat())
    remarks.push(...unreadRemarks(reader, map, place, title, "a goal, metric or KPI"));
  return { ok: true, imported };
}

const RAW_TYPES = ["success", "failure"];

/** A service without an owner is a goal once its SLO has one. */
function lacksOf({ goal, definition, imported }: OpenKpi): readonly Lack[] {
  const { owner, target, timeframe } = definition;
  const lacks: Lack[] = [];
  if (goal === "") lacks.push("goal");
  if (owner === undefined) lacks.push(imported.owner === undefined ? "owner" : "owner-text");
  if (target === undefined) lacks.push("target-text");
  if (timeframe === undefined) lacks.push("time-text");
  return lacks;
}

/** One objective with everything that its KPI is made from. */
interface Objective {
  readonly slo: SloObject;
  readonly map: YamlMap;
  /** Behind the title where the SLO has several. */
  readonly suffix: string;
}

/** What an SLO measures. */
interface Indicator {
  /** Its own name and title; null where the SLO's must do. */
  readonly own: { readonly name: string; readonly title: string } | null;
  readonly definition: string;
  readonly source: Readonly<Record<string, unknown>>;
  /** Whether it counts good and all events. */
  readonly isCounted: boolean;
  readonly isThreshold: boolean;
  /** Whether its values are shares of what fails. */
  readonly isFailure: boolean;
  /** The name of one that is in no file; empty where there is none. */
  readonly unknown: string;
}

interface TimeWindow {
  readonly every: RecurringEvery | null;
  readonly start: string;
  readonly isRolling: boolean;
  readonly duration: string;
  /** Texts that are not understood, by field. */
  readonly imported: Readonly<Record<string, string>>;
}

/** A KPI before its goal is known. */
interface OpenKpi {
  readonly id: string;
  readonly goal: string;
  readonly definition: Record<string, unknown>;
  /** Texts that are not understood, by field. */
  readonly imported: Record<string, string>;
}

class OpenSloImport {
  readonly #byKind: ReadonlyMap<string, readonly SloObject[]>;
  readonly #settings: ImportSettings;
  readonly #reader: ForeignReader;
  readonly #remarks: Remark[];
  readonly #metricIds: IdMaker;
  readonly #kpiIds: IdMaker;
  readonly #goals: GoalBook;
  readonly #metrics: ImportedEntity[] = [];
  /** Services that are listed as goals. */
  readonly #services = new Set<string>();
  readonly #kpis: OpenKpi[] = [];

  constructor(
    byKind: ReadonlyMap<string, readonly SloObject[]>,
    settings: ImportSettings,
    reader: ForeignReader,
    remarks: Remark[],
  ) {
    this.#byKind = byKind;
    this.#settings = settings;
    this.#reader = reader;
    this.#remarks = remarks;
    this.#metricIds = new IdMaker(settings.taken.metrics, "metric");
    this.#kpiIds = new IdMaker(settings.taken.kpis, "kpi");
    this.#goals = new GoalBook(settings, remarks);
  }

  run(slos: readonly SloObject[]): Imported {
    for (const slo of slos) this.#listService(slo);
    for (const slo of slos) this.#slo(slo);
    const drafts: ImportedDraft[] = [];
    const kpis = this.#kpis.map((kpi): ImportedEntity => {
      const { id, goal, definition, imported } = kpi;
      const goalId = this.#goals.idOf(goal);
      if (goalId !== null) definition.goal = goalId;
      else definition.state = "draft";
      if (goalId === null && goal !== "") imported.service = goal;
      if (Object.keys(imported).length > 0) definition["x-imported"] = imported;
      if (definition.state === "draft") drafts.push({ id, lacks: lacksOf(kpi) });
      return { kind: "kpi", id, definition };
    });
    const entities = [...this.#goals.entities(), ...this.#metrics, ...kpis];
    return { entities, data: [], remarks: this.#remarks, drafts };
  }

  #listService({ spec, file }: SloObject): void {
    const name = this.#reader.text(spec, "service");
    if (name === "" || this.#services.has(name)) return;
    this.#services.add(name);
    const service = this.#find("Service", name);
    const title = `${service?.title ?? name} is reliable for its users`;
    const why = service === null ? "" : this.#reader.text(service.spec, "description");
    const owner = service === null ? "" : (this.#ownerOf(service) ?? unknownOwnerOf(service, this.#reader));
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

  #ownerOf(object: SloObject): string | null {
    return ownerOf(object, this.#settings, this.#reader);
  }

  #find(kind: string, name: string): SloObject | null {
    return this.#byKind.get(kind)?.find((one) => one.name === name) ?? null;
  }

  #slo(slo: SloObject): void {
    const { place } = slo;
    const objectives = this.#reader.maps(slo.spec, "objectives");
    if (objectives.length === 0) {
      this.#remarks.push(remark("left-out", place, slo.title, "objectives", null, "it has no objective"));
      return;
    }
    if (Array.isArray(this.#reader.value(slo.spec, "alertPolicies")))
      this.#remarks.push(remark("left-out", place, slo.title, "alertPolicies", null, "alerting has no place in a KPI"));
    const indicator = this.#indicator(slo);
    const window = this.#window(slo);
    let shared: string | null = null;
    for (const [index, map] of objectives.entries()) {
      const isOnly = objectives.length === 1;
      const suffix = isOnly ? "" : this.#reader.text(map, "displayName") || `objective ${index + 1}`;
      const objective = { slo, map, suffix };
      const metric: string =
        indicator.isThreshold || shared === null ? this.#metric(objective, indicator, window) : shared;
      shared = metric;
      this.#kpi(objective, metric, indicator, window);
    }
  }

  #indicator(slo: SloObject): Indicator {
    const inline = this.#reader.map(slo.spec, "indicator");
    const reference = this.#reader.text(slo.spec, "indicatorRef");
    const found = this.#find("SLI", reference);
    const unknown = found === null ? reference : "";
    if (unknown !== "") this.#refuse(slo, "indicatorRef", unknown, "there is no such SLI in the files");
    const spec = found?.spec ?? this.#reader.map(inline, "spec");
    const metadata = this.#reader.map(inline, "metadata");
    const name = this.#reader.text(metadata, "name");
    const title = this.#reader.text(metadata, "displayName");
    const inlined = name === "" || title === "" ? null : { name, title };
    const own = found === null ? inlined : found.title === found.name ? null : found;
    const ratio = this.#reader.map(spec, "ratioMetric");
    const threshold = this.#reader.map(spec, "thresholdMetric");
    const isThreshold = Object.keys(threshold).length > 0;
    // How a source counts is its own matter.
    this.#reader.value(ratio, "counter");
    const parts = isThreshold
      ? [["", threshold] as const]
      : (["good", "bad", "total", "raw"] as const).map((name) => [name, this.#reader.map(ratio, name)] as const);
    const sources = parts
      .filter(([, map]) => Object.keys(map).length > 0)
      .map(([name, map]) => this.#source(name, this.#reader.map(map, "metricSource")));
    const queries = sources.map(({ query }) => query).filter((query) => query !== "");
    const source: Record<string, unknown> = { system: sources[0]?.system ?? "OpenSLO", how: "automatic" };
    if (queries.length > 0) source.query = queries.join("; ");
    const words = [
      this.#reader.text(slo.spec, "description"),
      this.#reader.text(spec, "description"),
      countedBy(slo.spec, this.#reader),
    ].filter((text) => text !== "");
    const isFailure = this.#reader.text(ratio, "rawType", (type) => RAW_TYPES.includes(type)) === "failure";
    return { own, definition: words.join(" "), source, isCounted: "total" in ratio, isThreshold, isFailure, unknown };
  }

  /** Of a source only its type and its query: other settings may hold secrets. */
  #source(name: string, map: YamlMap): { readonly system: string; readonly query: string } {
    const reference = this.#reader.text(map, "metricSourceRef");
    const found = this.#find("DataSource", reference);
    const type = this.#reader.text(map, "type") || (found === null ? "" : this.#reader.text(found.spec, "type"));
    const query = this.#reader.firstText(this.#reader.map(map, "spec"), [
      "query",
      "queryString",
      "expr",
      "expression",
      "sql",
      "promql",
    ]);
    const label = name === "" || name === "raw" || query === "" ? query : `${name}: ${query}`;
    return { system: type || reference || "OpenSLO", query: label };
  }

  /** Without a period where the window is none that has a form here. */
  #window(slo: SloObject): TimeWindow {
    const map = this.#reader.maps(slo.spec, "timeWindow")[0] ?? {};
    const imported: Record<string, string> = {};
    const refuse = (field: string, text: string, message: string): void => {
      if (text !== "") imported[field] = text;
      this.#refuse(slo, field, text, message);
    };
    const note = (text: string, message: string): void => {
      this.#remarks.push(remark("note", slo.place, slo.title, "timeWindow", text, message));
    };
    const duration = this.#reader.text(map, "duration");
    const calendar = this.#reader.map(map, "calendar");
    const isRolling = this.#reader.value(map, "isRolling") === true;
    const every = (isRolling ? ROLLING : CALENDARS).get(duration) ?? null;
    if (duration === "") refuse("timeWindow", "", "it has no time window");
    else if (every === null) refuse("timeWindow", duration, "periods are weeks, months, quarters and years");
    else if (isRolling) note(duration, `its value rolls over ${duration}; here it must hold in every ${NOUNS[every]}`);
    const zone = this.#reader.text(calendar, "timeZone");
    if (zone !== "" && zone !== "UTC") note(zone, "days are plain calendar days here, without a time zone");
    const startTime = this.#reader.text(calendar, "startTime");
    const isDay = parseDay(startTime.slice(0, 10)) !== null;
    if (startTime !== "" && !isDay) refuse("startTime", startTime, "it is no day such as 2026-01-01");
    const start = isDay ? startTime.slice(0, 10) : formatDay(this.#settings.start);
    return { every, start, isRolling, duration, imported };
  }

  #metric({ slo, map, suffix }: Objective, indicator: Indicator, window: TimeWindow): string {
    const { own, isCounted, isThreshold, isFailure, source, unknown } = indicator;
    const { name, title: plain } = own ?? slo;
    const id = this.#metricIds.make(isThreshold && suffix !== "" ? `${name} ${suffix}` : name);
    const rolls = window.isRolling ? `Measured over the last ${window.duration}.` : "";
    const title = isThreshold && suffix !== "" ? `${plain}: ${suffix}` : plain;
    const words = [indicator.definition, isThreshold ? this.#goodValues(map) : "", rolls]
      .filter((text) => text !== "")
      .join(" ");
    const definition: Record<string, unknown> = { title: titleOf(title) ?? titleOf(`SLO ${title}`) };
    if (words !== "") definition.definition = words;
    definition.unit = "%";
    if (isFailure) definition.better = "lower";
    if (isCounted && !window.isRolling) definition.aggregation = "ratio";
    if (window.every === "weekly") definition.cadence = "weekly";
    definition.bounds = { min: 0, max: 100 };
    definition.source = source;
    if (unknown !== "") definition["x-imported"] = { indicatorRef: unknown };
    this.#metrics.push({ kind: "metric", id, definition });
    return id;
  }

  /** Which values of a threshold are good, as a sentence. */
  #goodValues(map: YamlMap): string {
    const value = this.#reader.number(map, "value");
    if (value === null) return "";
    const op = this.#reader.text(map, "op", (name) => OPERATORS.has(name));
    return `Good is a value ${OPERATORS.get(op) ?? "of"} ${value}.`;
  }

  #kpi(objective: Objective, metric: string, { isFailure }: Indicator, window: TimeWindow): void {
    const { slo, suffix } = objective;
    const imported: Record<string, string> = Object.assign({}, window.imported);
    const percent = this.#percent(objective, imported);
    const target = percent === null ? null : isFailure ? { max: rest(percent) } : { min: percent };
    const bound = target === null ? "" : "max" in target ? ` of at most ${target.max} %` : ` of at least ${percent} %`;
    const id = this.#kpiIds.make(suffix === "" ? slo.name : `${slo.name} ${suffix}`);
    const title = (suffix === "" ? slo.title : `${slo.title}: ${suffix}`) + bound;
    const owner = this.#ownerOf(slo) ?? this.#settings.owner;
    const service = this.#reader.text(slo.spec, "service") || (this.#settings.goal ?? "");
    const definition: Record<string, unknown> = { title: titleOf(title) ?? titleOf(`SLO ${title}`), metric };
    if (owner !== null) definition.owner = owner;
    if (window.every !== null) definition.timeframe = { every: window.every, start: window.start };
    if (target !== null) definition.target = target;
    const unknownOwner = this.#ownerOf(slo) === null ? unknownOwnerOf(slo, this.#reader) : "";
    if (unknownOwner !== "") {
      imported.owner = unknownOwner;
      this.#refuse(slo, "owner", unknownOwner, NO_OWNER);
    }
    if (owner === null && unknownOwner === "")
      this.#remarks.push(
        remark("note", slo.place, slo.title, "owner", null, "it is a draft without an owner; say who with --owner"),
      );
    if (owner === null || window.every === null || target === null) definition.state = "draft";
    this.#goals.use(service, owner);
    this.#kpis.push({ id, goal: service, definition, imported });
  }

  /** The target in per cent; null where there is none that can be kept. */
  #percent({ map, slo }: Objective, imported: Record<string, string>): number | null {
    const stated = this.#reader.number(map, "targetPercent");
    const share = stated === null ? this.#reader.number(map, "target") : null;
    const percent = stated ?? (share === null ? null : Number(`${share}e2`));
    if (percent !== null && percent >= 0 && percent < 100) return percent;
    const text = this.#reader.text(map, "target") || this.#reader.text(map, "targetPercent");
    if (text !== "") imported.target = text;
    this.#refuse(slo, "target", text, "a target is a share from 0 to below 1");
    return null;
  }

  #refuse({ place, title }: SloObject, field: string, text: string, message: string): void {
    this.#remarks.push(remark("not-understood", place, title, field, text === "" ? null : text, message));
  }
}

/** What is left of 100 per cent, without the noise of a difference. */
function rest(percent: number): number {
  return Number((100 - percent).toPrecision(12));
}
