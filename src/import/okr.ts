/** OKRs as JSON → goals and indicators: an objective is a goal, a key result a KPI with a metric of its own. */

import { ID_LENGTH } from "../definition/patterns.ts";
import { formatDay } from "../workspace/day.ts";
import { type DayOrder, inOrder, periodNamed } from "./dates.ts";
import type { ListedGoal } from "./goals.ts";
import {
  emptyIndicator,
  type ImportSettings,
  type Indicator,
  type RawValue,
  type Remark,
  type StatedTime,
  UNDATED,
} from "./model.ts";
import { bare, isMap, type Json, type JsonMap, Keys } from "./okr-keys.ts";
import type { ImportFile } from "./shape.ts";
import { ReadMarks } from "./unread.ts";
import { titleOf } from "./words.ts";

/** What a file of OKRs holds. */
export interface Okrs {
  readonly goals: readonly ListedGoal[];
  readonly indicators: readonly Indicator[];
  readonly remarks: readonly Remark[];
}

type Result = { readonly ok: true; readonly okrs: Okrs } | { readonly ok: false; readonly message: string };

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
/** What this tool works out for itself. */
const WORKED_OUT = ["progress", "status", "score"];
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
  const okrs = new OkrReader(settings).read(root);
  if (okrs.goals.length + okrs.indicators.length > 0) return { ok: true, okrs };
  return {
    ok: false,
    message: `${name} holds no objectives; write [{ "title": …, "keyResults": [{ "title": …, "start": 0, "target": 10 }] }].`,
  };
}

/** What a key result takes over from its objective. */
interface Above {
  readonly goal: string;
  readonly owner: string;
  readonly time: StatedTime;
}

const NOTHING_ABOVE: Above = { goal: "", owner: "", time: { timeframe: "", start: "", due: "" } };

class OkrReader {
  readonly #settings: ImportSettings;
  readonly #goals: ListedGoal[] = [];
  readonly #indicators: Indicator[] = [];
  readonly #remarks: Remark[] = [];
  readonly #marks = new ReadMarks();

  constructor(settings: ImportSettings) {
    this.#settings = settings;
  }

  /** Objectives in a list at the root, or under one of the usual names; else the root is one. */
  read(root: Json): Okrs {
    if (Array.isArray(root)) this.#objectives(root);
    else if (isMap(root)) {
      const isList = Object.entries(root).some(([key, value]) => LISTS.includes(bare(key)) && Array.isArray(value));
      this.#objectives(isList ? new Keys(root, this.#marks).list(LISTS) : [root]);
      this.#tellUnread(root, "", "");
    }
    return { goals: this.#goals, indicators: this.#indicators, remarks: this.#remarks };
  }

  #objectives(list: readonly Json[]): void {
    for (const [index, one] of list.entries()) this.#objective(mapOf(one), `objective ${index + 1}`, "", 0);
  }

  #objective(map: JsonMap, place: string, parent: string, depth: number): void {
    const keys = new Keys(map, this.#marks);
    const title = keys.text(TITLE);
    const above = title === "" ? NOTHING_ABOVE : this.#goal(keys, title, place, parent);
    if (title === "" && Object.keys(map).length > 0) this.#leaveOut(place, "title", "", "the objective has no title");
    for (const [index, one] of keys.list(RESULTS).entries())
      this.#keyResult(one, `${place}, key result ${index + 1}`, above);
    for (const [index, one] of (depth < DEEPEST ? keys.list(CHILDREN) : []).entries())
      this.#objective(mapOf(one), `${place}.${index + 1}`, above.goal, depth + 1);
    this.#tellUnread(map, place, title);
  }

  #goal(keys: Keys, title: string, place: string, parent: string): Above {
    const id = keys.text(ID, isName);
    const owner = keys.text(OWNER);
    const time = this.#time(keys);
    const key = id || title;
    this.#goals.push({
      place,
      key,
      id: isNumber(id) ? "" : id,
      title,
      owner,
      time,
      why: keys.text(WHY),
      parent: keys.text(PARENT) || parent,
    });
    return { goal: key, owner, time };
  }

  #keyResult(one: Json, place: string, above: Above): void {
    const map = mapOf(one);
    const keys = new Keys(map, this.#marks);
    const row = emptyIndicator(place);
    row.title = keys.text(TITLE) || keys.text(WHY);
    if (titleOf(row.title) === null) {
      const message = row.title === "" ? "the key result has no title" : "a title has at least 3 characters";
      if (Object.keys(map).length > 0) this.#leaveOut(place, "title", row.title, message);
      this.#tellUnread(map, place, row.title);
      return;
    }
    row.id = keys.text(ID, (id) => isName(id) && !isNumber(id));
    row.definition = keys.text(WHY);
    row.goal = above.goal;
    row.owner = keys.text(OWNER) || above.owner;
    const own = this.#time(keys);
    Object.assign(row, own.timeframe === "" && own.due === "" && own.start === "" ? above.time : own);
    row.unit = keys.text(UNIT) || unitOfKind(keys.text(KIND, (kind) => unitOfKind(kind) !== ""));
    const isDone = row.unit === "boolean";
    const target = keys.amount(TO);
    // A key result in one sentence says its target there.
    row.target = typeof one === "string" ? row.title : target === "true" || (target === "" && isDone) ? "done" : target;
    if (!isDone) row.baseline = keys.amount(FROM, (text) => !this.#isPeriod(text) || /^-?\d+$/.test(text));
    row.isWay = true;
    row.values = this.#values(keys, row.title, place);
    this.#indicators.push(row);
    this.#tellUnread(map, place, row.title);
  }

  #values(keys: Keys, title: string, place: string): readonly RawValue[] {
    const values: RawValue[] = [];
    for (const one of keys.list(HISTORY)) {
      const map = isMap(one) ? one : { value: one };
      const entry = new Keys(map, this.#marks);
      const value = entry.amount(NOW);
      if (value !== "")
        values.push({ date: dayIn(entry.text(NOW_DAY), this.#settings.dates), value, place, reading: null });
      this.#tellUnread(map, place, title);
    }
    const now = keys.amount(NOW);
    if (now === "" || values.some(({ value }) => value === now)) return values;
    const { valueDay, dates } = this.#settings;
    const day = dayIn(keys.text(NOW_DAY), dates);
    if (day !== "") values.push({ date: day, value: now, place, reading: null });
    else if (valueDay !== null) values.push({ date: formatDay(valueDay), value: now, place, reading: null });
    else this.#remarks.push({ kind: "left-out", place, subject: title, field: "current", text: now, message: UNDATED });
    return values;
  }

  #time(keys: Keys): StatedTime {
    const { dates } = this.#settings;
    const isDay = (text: string): boolean => /\D/.test(text) && this.#isPeriod(dayIn(text, dates));
    const start = keys.text(START_DAY) || keys.text(FROM, isDay);
    return {
      timeframe: dayIn(keys.text(TIMEFRAME), dates),
      start: dayIn(start, dates),
      due: dayIn(keys.text(DUE), dates),
    };
  }

  #isPeriod(text: string): boolean {
    return periodNamed(text, this.#settings.fiscal) !== null;
  }

  #tellUnread(map: JsonMap, place: string, subject: string): void {
    for (const { path, text } of this.#marks.unread(map)) {
      const message = WORKED_OUT.includes(bare(path))
        ? "it is worked out from targets and values here"
        : "no part of a goal or KPI is known for it";
      this.#remarks.push({ kind: "left-out", place, subject, field: path, text, message });
    }
  }

  #leaveOut(place: string, field: string, text: string, message: string): void {
    this.#remarks.push({ kind: "left-out", place, subject: "", field, text: text === "" ? null : text, message });
  }
}

/** An objective or key result that is only a text has that title. */
function mapOf(value: Json): JsonMap {
  return isMap(value) ? value : value === null ? {} : { title: value };
}

/** What an id can be made from as a whole. */
function isName(id: string): boolean {
  return id.length <= ID_LENGTH && /^[\p{L}\d][\p{L}\d _.:/-]*$/u.test(id);
}

function isNumber(id: string): boolean {
  return /^\d+$/.test(id);
}

/** The unit that a kind of measure implies; empty for none. */
function unitOfKind(kind: string): string {
  return PERCENT.test(kind) ? "%" : BOOLEAN.test(kind) ? "boolean" : "";
}

/** A time stamp is its day. */
function dayIn(text: string, order: DayOrder | null): string {
  return inOrder(text.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, "$1"), order);
}
