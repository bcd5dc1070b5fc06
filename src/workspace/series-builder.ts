/** Collects the rows of one metric: dates that stand twice, bounds, rates and order. */

import type { Day } from "./day.ts";
import { duplicateDate, outOfBounds, type RowFault, rateTooLarge, unsortedRow, zeroDenominator } from "./row-faults.ts";
import type { RowColumn, RowOptions, Series } from "./series.ts";

/** A row whose parts could be read; `value` is null for a known gap and ignored for a ratio. */
export interface ReadRow {
  readonly place: string | number;
  readonly firstDay: Day;
  readonly day: Day;
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
  readonly note: string | null;
}

/** Comparisons with bounds allow for binary fractions (progress.md: 1e-9, relative to large numbers). */
const EPSILON = 1e-9;
const NO_FAULTS: readonly RowFault[] = [];

/** Collects readable rows in the order they are written and turns them into a series. */
export class SeriesBuilder {
  readonly #options: RowOptions;
  readonly #ratio: boolean;
  readonly #column: RowColumn;
  readonly #orderKnown: boolean;
  readonly #days: Day[] = [];
  readonly #starts: Day[] = [];
  readonly #values: number[] = [];
  readonly #numerators: number[] = [];
  readonly #denominators: number[] = [];
  readonly #places: (string | number)[] = [];
  readonly #gaps = new Map<Day, string | number>();
  #notes: Map<Day, string> | null = null;
  #periods = false;
  /** The latest day so far: while days rise, no row can repeat a date. */
  #latest = Number.NEGATIVE_INFINITY;
  #previous = Number.NEGATIVE_INFINITY;
  #unsorted: string | number | null = null;
  /** Where each day is written; made when days stop rising. */
  #taken: Map<Day, string | number> | null = null;

  constructor(options: RowOptions, form: { readonly ratio: boolean; readonly orderKnown: boolean }) {
    this.#options = options;
    this.#ratio = form.ratio;
    this.#column = form.ratio ? "numerator" : "value";
    this.#orderKnown = form.orderKnown;
  }

  /**
   * Takes a row, or says why it is left out; an out-of-bounds row is taken and reported.
   *
   * Of two rows with one date the first that could be read stays and the later one is the finding.
   * A date and a period that ends on it are the same date.
   */
  add(row: ReadRow): readonly RowFault[] {
    const value = this.#valueOf(row);
    if (typeof value === "object" && value !== null) return [value];
    const first = this.#firstPlaceOf(row.day);
    if (first !== undefined) return [duplicateDate(row.day, first)];
    const faults = value === null ? NO_FAULTS : this.#boundFaults(row.day, value);
    const unsorted = this.#orderFault(row);
    this.#keep(row, value);
    return unsorted === null ? faults : [...faults, unsorted];
  }

  /** The series of all rows taken so far. */
  finish(): Series {
    const days = this.#days;
    const order = this.#sortedOrder();
    return {
      days: arranged(days, order),
      starts: this.#periods ? arranged(this.#starts, order) : null,
      values: arranged(this.#values, order),
      numerators: this.#ratio ? arranged(this.#numerators, order) : null,
      denominators: this.#ratio ? arranged(this.#denominators, order) : null,
      places: arranged(this.#places, order),
      notes: this.#notes,
      knownGaps: [...this.#gaps.keys()].sort((a, b) => a - b),
      unsorted: this.#unsorted,
    };
  }

  #valueOf(row: ReadRow): number | null | RowFault {
    if (row.value === null || !this.#ratio) return row.value;
    if (row.denominator === 0) return zeroDenominator(row.day);
    const scale = this.#options.scale;
    const direct = (scale * row.numerator) / row.denominator;
    // The product may overflow where the rate itself does not.
    const value = Number.isFinite(direct) ? direct : scale * (row.numerator / row.denominator);
    return Number.isFinite(value) ? value : rateTooLarge(row.day);
  }

  #firstPlaceOf(day: Day): string | number | undefined {
    if (day > this.#latest) return undefined;
    if (this.#taken === null) {
      this.#taken = new Map(this.#gaps);
      for (let i = 0; i < this.#days.length; i++) this.#taken.set(this.#days[i] ?? 0, this.#places[i] ?? "");
    }
    return this.#taken.get(day);
  }

  #boundFaults(day: Day, value: number): readonly RowFault[] {
    const { min, max } = this.#options.bounds ?? {};
    if (min !== undefined && value < min - EPSILON * Math.max(1, Math.abs(min))) {
      return [outOfBounds(day, value, "below", min, this.#column)];
    }
    if (max !== undefined && value > max + EPSILON * Math.max(1, Math.abs(max))) {
      return [outOfBounds(day, value, "above", max, this.#column)];
    }
    return NO_FAULTS;
  }

  #orderFault(row: ReadRow): RowFault | null {
    if (!this.#orderKnown || this.#unsorted !== null || row.day >= this.#previous) return null;
    this.#unsorted = row.place;
    return unsortedRow(row.day, this.#previous);
  }

  #keep(row: ReadRow, value: number | null): void {
    this.#previous = row.day;
    if (row.day > this.#latest) this.#latest = row.day;
    this.#taken?.set(row.day, row.place);
    if (row.note !== null) {
      this.#notes ??= new Map();
      this.#notes.set(row.day, row.note);
    }
    if (value === null) {
      this.#gaps.set(row.day, row.place);
      return;
    }
    if (row.firstDay !== row.day) this.#periods = true;
    this.#days.push(row.day);
    this.#starts.push(row.firstDay);
    this.#values.push(value + 0); // -0 becomes 0
    this.#places.push(row.place);
    if (this.#ratio) {
      this.#numerators.push(row.numerator);
      this.#denominators.push(row.denominator);
    }
  }

  /** Null where the rows are in order already. */
  #sortedOrder(): readonly number[] | null {
    const days = this.#days;
    let rising = true;
    for (let i = 1; i < days.length && rising; i++) rising = (days[i - 1] ?? 0) < (days[i] ?? 0);
    return rising ? null : days.map((_, index) => index).sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0));
  }
}

function arranged<T>(list: readonly T[], order: readonly number[] | null): readonly T[] {
  if (order === null) return list;
  const sorted: T[] = [];
  for (const index of order) {
    const item = list[index];
    if (item !== undefined) sorted.push(item);
  }
  return sorted;
}
