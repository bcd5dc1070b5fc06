/** OKRs as JSON → goals and indicators: an objective is a goal, a key result a KPI with a metric of its own. */

import { formatDay } from "../workspace/day.ts";
import type { FiscalYear } from "../workspace/timeframe.ts";
import { periodNamed } from "./dates.ts";
import type { ListedGoal } from "./goals.ts";
import { emptyIndicator, type ImportSettings, type Indicator, type RawValue, type Remark, UNDATED } from "./model.ts";
import type { ImportFile } from "./shape.ts";
import { windowOf } from "./windows.ts";

/** What a file of OKRs holds. */
export interface Okrs {
  readonly goals: readonly ListedGoal[];
  readonly indicators: readonly Indicator[];
  readonly remarks: readonly Remark[];
}

type Result = { readonly ok: true; readonly okrs: Okrs } | { readonly ok: false; readonly message: string };

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonMap = { readonly [key: string]: Json };

/** Names of keys, in lower case and without marks between words. */
const LISTS = ["objectives", "okrs", "goals", "data", "items", "results"];
const RESULTS = ["keyresults", "krs", "results", "metrics"];
const CHILDREN = ["children", "objectives", "subobjectives", "okrs"];
const TITLE = ["title", "name", "objective", "keyresult", "kr", "summary", "text"];
const WHY = ["why", "description", "rationale", "details"];
const OWNER = ["owner", "owners", "responsible", "lead", "assignee", "team"];
const ID = ["id", "key", "slug"];
const PARENT = ["parent", "parentid", "parentobjective", "parentobjectiveid"];
const TIMEFRAME = ["timeframe", "period", "cycle", "quarter", "year", "interval"];
const START_DAY = ["startdate", "startsat", "startson", "begin", "begindate"];
const DUE = ["due", "duedate", "deadline", "end", "enddate", "endsat", "targetdate"];
const FROM = ["start", "startvalue", "initial", "initialvalue", "baseline", "baselinevalue", "from"];
const TO = ["target", "targetvalue", "goal", "goalvalue", "to"];
const NOW = ["current", "currentvalue", "value", "actual", "latest", "progressvalue"];
const NOW_DAY = ["date", "asof", "updatedat", "updatedon", "currentdate", "lastupdated"];
const UNIT = ["unit", "units", "metricunit"];
const KIND = ["type", "metrictype", "kind", "measurement"];
const HISTORY = ["history", "values", "checkins", "updates", "measurements"];
/** Said otherwise, or of no meaning here. */
const SILENT = [
  "progress",
  "status",
  "confidence",
  "score",
  "createdat",
  "number",
  "weight",
  "state",
  "schemaversion",
  "version",
];

const PERCENT = /^(?:percent|percentage|%)$/i;
const BOOLEAN = /^(?:boolean|binary|milestone|done|yes\/no|task)$/i;

/** Objectives below objectives; deeper ones are no organisation's. */
const DEEPEST = 50;

/** Reads the text of one file. */
export function readOkrJson({ name, text }: ImportFile, settings: ImportSettings): Result {
  let root: Json;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch (error) {
    return { ok: false, message: `${name} is no JSON: ${error instanceof Error ? error.message : String(error)}.` };
  }
  const reader = new OkrReader(settings);
  const objectives = listIn(root);
  for (const [index, one] of objectives.entries())
    if (isMap(one)) reader.objective(one, `objective ${index + 1}`, "", 0);
  const okrs = reader.done();
  if (okrs.goals.length + okrs.indicators.length > 0) return { ok: true, okrs };
  return {
    ok: false,
    message: `${name} holds no objectives; write [{ "title": …, "keyResults": [{ "title": …, "start": 0, "target": 10 }] }].`,
  };
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list at the root, or under one of the usual names. */
function listIn(root: Json): readonly Json[] {
  if (Array.isArray(root)) return root;
  if (!isMap(root)) return [];
  const found = Object.entries(root).find(([key, value]) => LISTS.includes(bare(key)) && Array.isArray(value));
  if (found !== undefined) return found[1] as readonly Json[];
  return [root];
}

function bare(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, "");
}

class OkrReader {
  readonly #settings: ImportSettings;
  readonly #goals: ListedGoal[] = [];
  readonly #indicators: Indicator[] = [];
  readonly #remarks: Remark[] = [];
  readonly #unknown = new Set<string>();

  constructor(settings: ImportSettings) {
    this.#settings = settings;
  }

  done(): Okrs {
    const left = [...this.#unknown].map((key): Remark => {
      return {
        kind: "left-out",
        place: "",
        subject: "",
        field: key,
        text: null,
        message: "no part of a goal or KPI is known for it",
      };
    });
    return { goals: this.#goals, indicators: this.#indicators, remarks: [...this.#remarks, ...left] };
  }

  objective(map: JsonMap, place: string, parent: string, depth: number): void {
    const keys = new Keys(map);
    const title = keys.text(TITLE);
    if (title === "") {
      this.#remarks.push({
        kind: "left-out",
        place,
        subject: "",
        field: "title",
        text: null,
        message: "the objective has no title",
      });
      return;
    }
    const id = keys.text(ID);
    const key = id || title;
    const time = timeOf(keys, this.#settings.fiscal);
    const owner = keys.text(OWNER);
    const row = Object.assign(emptyIndicator(place), time);
    const window = windowOf(row, null, this.#settings);
    const timeframe = window?.ok === true ? window.written : null;
    const isNumber = /^\d+$/.test(id);
    this.#goals.push({
      place,
      key,
      id: isNumber ? "" : id,
      title,
      owner,
      timeframe,
      why: keys.text(WHY),
      parent: keys.text(PARENT) || parent,
    });
    for (const [index, one] of keys.list(RESULTS).entries()) {
      if (isMap(one)) this.#keyResult(one, `${place}, key result ${index + 1}`, { goal: key, owner, time });
    }
    for (const [index, one] of keys.list(CHILDREN).entries()) {
      if (isMap(one) && depth < DEEPEST) this.objective(one, `${place}.${index + 1}`, key, depth + 1);
    }
    for (const unknown of keys.unread()) this.#unknown.add(unknown);
  }

  #keyResult(map: JsonMap, place: string, above: { goal: string; owner: string; time: Time }): void {
    const keys = new Keys(map);
    const row = emptyIndicator(place);
    row.title = keys.text(TITLE) || keys.text(WHY);
    const id = keys.text(ID);
    row.id = /^\d+$/.test(id) ? "" : id;
    row.definition = keys.text(WHY) === row.title ? "" : keys.text(WHY);
    row.goal = above.goal;
    row.owner = keys.text(OWNER) || above.owner;
    const own = timeOf(keys, this.#settings.fiscal);
    const time = own.timeframe === "" && own.due === "" && own.start === "" ? above.time : own;
    row.timeframe = time.timeframe;
    row.start = time.start;
    row.due = time.due;
    const kind = keys.text(KIND);
    row.unit = keys.text(UNIT) || (PERCENT.test(kind) ? "%" : BOOLEAN.test(kind) ? "boolean" : "");
    const target = keys.text(TO);
    row.target = target === "true" || (target === "" && row.unit === "boolean") ? "done" : target;
    row.baseline =
      row.unit === "boolean"
        ? ""
        : keys.text(FROM, (text) => periodNamed(text, this.#settings.fiscal) === null || /^-?\d+$/.test(text));
    row.isWay = true;
    row.values = this.#values(keys, row.title, place);
    this.#indicators.push(row);
    for (const unknown of keys.unread()) this.#unknown.add(unknown);
  }

  #values(keys: Keys, title: string, place: string): readonly RawValue[] {
    const values: RawValue[] = [];
    for (const one of keys.list(HISTORY)) {
      if (!isMap(one)) continue;
      const entry = new Keys(one);
      values.push({ date: dayIn(entry.text(NOW_DAY)), value: entry.text(NOW), place, reading: null });
    }
    const now = keys.text(NOW);
    const day = dayIn(keys.text(NOW_DAY));
    const { valueDay } = this.#settings;
    if (now === "") return values;
    if (day !== "") values.push({ date: day, value: now, place, reading: null });
    else if (valueDay !== null) values.push({ date: formatDay(valueDay), value: now, place, reading: null });
    else if (values.length === 0) {
      this.#remarks.push({
        kind: "left-out",
        place,
        subject: title,
        field: "current",
        text: now,
        message: UNDATED,
      });
    }
    return values;
  }
}

/** A time stamp is its day. */
function dayIn(text: string): string {
  return text.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, "$1");
}

type Time = Pick<Indicator, "timeframe" | "start" | "due">;

function timeOf(keys: Keys, fiscal: FiscalYear): Time {
  const start = dayIn(
    keys.text(START_DAY) || keys.text(FROM, (text) => /\D/.test(text) && periodNamed(dayIn(text), fiscal) !== null),
  );
  return { timeframe: keys.text(TIMEFRAME), start, due: dayIn(keys.text(DUE)) };
}

/** The keys of a map by the names that they may have; remembers which were read. */
class Keys {
  readonly #entries: readonly (readonly [key: string, name: string, value: Json])[];
  readonly #read = new Set<string>();

  constructor(map: JsonMap) {
    this.#entries = Object.entries(map).map(([key, value]) => [key, bare(key), value]);
  }

  /** The first text or number under one of the names that fits. */
  text(names: readonly string[], fits: (text: string) => boolean = () => true): string {
    for (const name of names) {
      const entry = this.#entries.find(([, own]) => own === name);
      if (entry === undefined) continue;
      const text = textOf(entry[2]);
      this.#read.add(entry[0]);
      if (text !== "" && fits(text)) return text;
    }
    return "";
  }

  list(names: readonly string[]): readonly Json[] {
    for (const name of names) {
      const entry = this.#entries.find(([, own, value]) => own === name && Array.isArray(value));
      if (entry === undefined) continue;
      this.#read.add(entry[0]);
      return entry[2] as readonly Json[];
    }
    return [];
  }

  /** Keys that nothing was read from and that are not known to be of no meaning. */
  unread(): readonly string[] {
    return this.#entries.filter(([key, name]) => !this.#read.has(key) && !SILENT.includes(name)).map(([key]) => key);
  }
}

/** A person or a measure may be an object with a name. */
function textOf(value: Json): string {
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (!isMap(value)) return "";
  const named = value.email ?? value.handle ?? value.name ?? value.title ?? value.value ?? null;
  return typeof named === "object" ? "" : textOf(named);
}
