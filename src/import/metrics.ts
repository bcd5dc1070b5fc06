/** The metrics of imported indicators: one for each row, or one for all rows that name it. */

import type { Aggregation } from "../progress/terms.ts";
import type { Direction } from "../workspace/target.ts";
import type { RecurringEvery } from "../workspace/timeframe.ts";
import { IdMaker } from "./ids.ts";
import type { ImportedEntity, ImportSettings, Indicator, RawValue, Remark } from "./model.ts";
import type { Decimal } from "./numbers.ts";
import { cadenceOf, type Row, readSeries } from "./series.ts";
import { canonicalUnit } from "./units.ts";
import {
  aggregationNamed,
  type CadenceWord,
  cadenceNamed,
  categoryNamed,
  directionNamed,
  linkIn,
  titleOf,
} from "./words.ts";

const ORDER: readonly CadenceWord[] = ["daily", "weekly", "biweekly", "monthly", "quarterly", "yearly"];

/** What rows may say of a metric; the first text that is not empty counts. */
type MetricText = "definition" | "unit" | "better" | "category" | "cadence" | "aggregation" | "source" | "link";
const TEXTS: readonly MetricText[] = [
  "definition",
  "unit",
  "better",
  "category",
  "cadence",
  "aggregation",
  "source",
  "link",
];

/** A metric that is being put together: first from its rows, then from what its targets say. */
export class MetricDraft {
  readonly id: string;
  readonly #title: string;
  readonly #place: string;
  readonly #texts: Partial<Record<MetricText, string>> = {};
  readonly #raw: RawValue[] = [];
  readonly #imported: Record<string, string> = {};
  #unit: string | null = null;
  #better: Direction | null = null;
  #cadence: CadenceWord | null = null;
  #rows: readonly Row[] = [];

  constructor(id: string, title: string, place: string) {
    this.id = id;
    this.#title = title;
    this.#place = place;
  }

  get unit(): string | null {
    return this.#unit;
  }

  /** Null where nothing says which direction is good. */
  get better(): Direction | null {
    return this.#better;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get aggregation(): Aggregation {
    return aggregationNamed(this.#texts.aggregation ?? "") ?? "last";
  }

  /** Tells of a title other than that of the first row. */
  sayTitle({ metricTitle, place }: Indicator, remarks: Remark[]): void {
    const title = metricTitle.replace(/\s+/g, " ").trim();
    if (title === this.#title) return;
    remarks.push(this.#remark("left-out", "metric-title", title, `an earlier row says "${this.#title}"`, place));
  }

  /** Takes over what a row says; a text that differs from an earlier one is told. */
  add(row: Indicator, remarks: Remark[]): void {
    for (const field of TEXTS) {
      const text = row[field].trim();
      const known = this.#texts[field];
      if (text === "" || text === known) continue;
      if (known === undefined) this.#texts[field] = text;
      else remarks.push(this.#remark("left-out", field, text, `an earlier row says "${known}"`, row.place));
    }
    for (const value of row.values) this.#raw.push(value);
  }

  /** Reads what the rows say, once all are there. */
  read(settings: ImportSettings, decimal: Decimal, remarks: Remark[]): void {
    this.#unit = canonicalUnit(this.#texts.unit ?? "");
    this.#better = this.#named("better", directionNamed, "higher or lower", remarks);
    this.#cadence = this.#named("cadence", cadenceNamed, ORDER.join(", "), remarks);
    this.#named("category", categoryNamed, "financial, customer, operational or employee", remarks);
    this.#named("aggregation", aggregationNamed, "last, sum, running, mean, ratio, min or max", remarks);
    this.#named("link", linkIn, "an address that begins with https://", remarks);
    const series = readSeries(this.#takeRaw(remarks), this.#title, this.#unit, { fiscal: settings.fiscal, decimal });
    for (const remark of series.remarks) remarks.push(remark);
    this.#rows = series.rows;
    this.#unit ??= series.unit;
  }

  /** The values, which a ratio cannot be read from: its rows hold two numbers. */
  #takeRaw(remarks: Remark[]): readonly RawValue[] {
    if (this.aggregation !== "ratio") return this.#raw;
    const message = "a row of a ratio holds a numerator and a denominator; write them to the data file";
    for (const { value, place } of this.#raw)
      if (value.trim() !== "") remarks.push(this.#remark("left-out", "value", value, message, place));
    return [];
  }

  /** Takes over what a target says of its metric; half a sentence where something else is known of it. */
  adopt(unit: string | null, better: Direction | null, every: RecurringEvery | null): string | null {
    const known = this.#cadence ?? cadenceOf(this.#rows);
    if (
      every !== null &&
      known !== null &&
      ORDER.indexOf(known) < ORDER.indexOf(every) &&
      !("aggregation" in this.#texts)
    ) {
      return `its values come ${known}, and nothing says whether they add up; map a column to aggregation`;
    }
    if (better !== null && this.#better !== null && better !== this.#better) {
      return `it wants the value to be ${better}, and another target of this metric ${this.#better}`;
    }
    this.#unit ??= unit;
    this.#better ??= better;
    this.#cadence ??= every;
    return null;
  }

  entity(): ImportedEntity {
    const { definition, source, link, category, aggregation } = this.#texts;
    const parts: Record<string, unknown> = { title: titleOf(this.#title) };
    if (definition !== undefined) parts.definition = definition;
    put(parts, "category", categoryNamed(category ?? ""));
    put(parts, "unit", this.#unit);
    if (this.#better === "lower") parts.better = "lower";
    put(parts, "aggregation", aggregationNamed(aggregation ?? ""));
    put(parts, "cadence", this.#cadence ?? cadenceOf(this.#rows));
    const address = linkIn(link ?? "");
    if (source !== undefined || address !== null) {
      const origin: Record<string, unknown> = { system: source ?? "see link", how: "manual" };
      put(origin, "link", address);
      parts.source = origin;
    }
    if (titleOf(this.#title) !== this.#title) this.#imported.title = this.#title;
    if (Object.keys(this.#imported).length > 0) parts["x-imported"] = this.#imported;
    return { kind: "metric", id: this.id, definition: parts };
  }

  #named<Word>(field: MetricText, read: (text: string) => Word | null, wanted: string, remarks: Remark[]): Word | null {
    const text = this.#texts[field];
    if (text === undefined) return null;
    const word = read(text);
    if (word !== null) return word;
    this.#imported[field] = text;
    remarks.push(this.#remark("not-understood", field, text, `write ${wanted}`, this.#place));
    return null;
  }

  #remark(kind: Remark["kind"], field: string, text: string, message: string, place: string): Remark {
    return { kind, place, subject: this.#title, field, text, message };
  }
}

function put(parts: Record<string, unknown>, key: string, value: unknown): void {
  if (value !== null) parts[key] = value;
}

/** All metrics of an import; rows that name the same one share it. */
export class MetricBook {
  readonly #byName = new Map<string, MetricDraft>();
  readonly #drafts: MetricDraft[] = [];
  readonly #ids: IdMaker;
  readonly #remarks: Remark[];

  constructor(taken: Iterable<string>, remarks: Remark[]) {
    this.#ids = new IdMaker(taken, "metric");
    this.#remarks = remarks;
  }

  /** The metric of a row; `name` is what its id is made from where it has none of its own. */
  of(row: Indicator, name: string): MetricDraft {
    const own = titleOf(row.metricTitle) === null ? titleOf(row.metric) : row.metric;
    const key = own?.toLowerCase() ?? null;
    let draft = key === null ? undefined : this.#byName.get(key);
    if (draft !== undefined && row.metricTitle !== "") draft.sayTitle(row, this.#remarks);
    if (draft === undefined) {
      const title = own === null ? row.title : row.metricTitle || row.metric;
      draft = new MetricDraft(this.#ids.make(own ?? name), title.replace(/\s+/g, " ").trim(), row.place);
      this.#drafts.push(draft);
      if (key !== null) this.#byName.set(key, draft);
    }
    draft.add(row, this.#remarks);
    return draft;
  }

  get drafts(): readonly MetricDraft[] {
    return this.#drafts;
  }
}
