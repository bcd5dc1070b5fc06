/** One imported KPI: what its row says, read with its metric; a draft where something is not understood. */

import { formatDay } from "../workspace/day.ts";
import type { Direction } from "../workspace/target.ts";
import { readAmount } from "./amount.ts";
import { dateFault, periodNamed } from "./dates.ts";
import type { MetricDraft } from "./metrics.ts";
import type { ImportSettings, Indicator, Remark } from "./model.ts";
import { type Decimal, isOpen, mayBeYear, TWO_NUMBERS } from "./numbers.ts";
import { readTargetPhrase, type TargetPhrase } from "./phrases.ts";
import { speaksOfChange, targetFault } from "./targets.ts";
import { sameUnit } from "./units.ts";
import { type ImportedWindow, windowOf } from "./windows.ts";
import { NO_OWNER, ownerNamed, titleOf, typeNamed } from "./words.ts";

/** A KPI before its goal is known. */
export interface KpiDraft {
  readonly id: string;
  readonly row: Indicator;
  readonly owner: string | null;
  /** The name of its goal; empty for none. */
  readonly goal: string;
  /** All but goal, state and what was not understood. */
  readonly parts: Readonly<Record<string, unknown>>;
  /** Texts that were not understood, by field. */
  readonly imported: Readonly<Record<string, string>>;
  readonly isDraft: boolean;
  /** Why what is said of its time gives no window; null where it does, or nothing is said. */
  readonly timeFault: "start" | "time-text" | null;
  readonly remarks: readonly Remark[];
}

interface Baseline {
  readonly value: number;
  readonly day: string | null;
  /** Why the phrase and the column do not agree on it; null where they do. */
  readonly clash: string | null;
}

/** Reads the row of a KPI; what its target says of the metric is taken over there. */
export function readKpi(
  row: Indicator,
  id: string,
  metric: MetricDraft,
  settings: ImportSettings,
  decimal: Decimal,
): KpiDraft {
  return new KpiReader(row, metric, settings, decimal).read(id);
}

/** A target that is said in numbers alone. */
const NO_WORDS = {
  ok: true,
  due: null,
  window: null,
  every: null,
  baseline: null,
  baselinePeriod: null,
  better: null,
  notes: [],
} as const;

/** All that a row says of its target; empty where it says nothing. */
export function statedTarget({ target, targetMin, targetMax }: Indicator): string {
  return [target, targetMin, targetMax].filter((text) => text.trim() !== "").join("; ");
}

class KpiReader {
  readonly #row: Indicator;
  readonly #metric: MetricDraft;
  readonly #settings: ImportSettings;
  readonly #decimal: Decimal;
  readonly #parts: Record<string, unknown> = {};
  readonly #imported: Record<string, string> = {};
  readonly #remarks: Remark[] = [];
  #timeFault: KpiDraft["timeFault"] = null;

  constructor(row: Indicator, metric: MetricDraft, settings: ImportSettings, decimal: Decimal) {
    this.#row = row;
    this.#metric = metric;
    this.#settings = settings;
    this.#decimal = decimal;
  }

  read(id: string): KpiDraft {
    const { title, goal, why, ifOffTrack } = this.#row;
    const line = title.replace(/\s+/g, " ").trim();
    this.#parts.title = titleOf(title);
    if (this.#parts.title !== line) this.#imported.title = line;
    this.#parts.metric = this.#metric.id;
    const owner = this.#owner();
    const phrase = this.#phrase();
    const baseline = phrase?.target === true ? this.#noBaseline() : this.#baseline(phrase);
    const window = this.#window(phrase);
    if (baseline !== null) this.#keepBaseline(baseline);
    const isJudged = phrase !== null && this.#judge(phrase, baseline, window);
    if (isJudged) this.#parts.target = phrase.target;
    if (why.trim() !== "") this.#parts.why = why.trim();
    if (ifOffTrack.trim() !== "") this.#parts.if_off_track = ifOffTrack.trim();
    const isDraft = this.#isDraft();
    this.#labels();
    return {
      id,
      row: this.#row,
      owner,
      goal: goal.trim() === "" ? (this.#settings.goal ?? "") : goal,
      parts: this.#parts,
      imported: this.#imported,
      isDraft: isDraft || owner === null || window === null || !isJudged,
      timeFault: this.#timeFault,
      remarks: this.#remarks,
    };
  }

  #owner(): string | null {
    const { owner: text } = this.#row;
    if (text.trim() === "") {
      if (this.#settings.owner !== null) this.#parts.owner = this.#settings.owner;
      return this.#settings.owner;
    }
    const owner = ownerNamed(text, this.#settings.ownersAre);
    if (owner === null) this.#refuse("owner", text, NO_OWNER);
    else this.#parts.owner = owner;
    return owner;
  }

  #phrase(): TargetPhrase | null {
    const { target, title, targetMin, targetMax } = this.#row;
    if (targetMin.trim() !== "" || targetMax.trim() !== "") return this.#bounds();
    if (target.trim() === "") return null;
    const { unit, better } = this.#metric;
    const phrase = readTargetPhrase(target, { decimal: this.#decimal, fiscal: this.#settings.fiscal, unit, better });
    if (!phrase.ok) {
      this.#refuse("target", target, phrase.reason);
      return null;
    }
    if (typeof phrase.target === "string" && target !== title && speaksOfChange(title)) {
      this.#refuse("target", target, "the title names a change as well, so that it may be a level of it");
      return null;
    }
    for (const note of phrase.notes) this.#note("target", target, note);
    return phrase;
  }

  /** Bounds in cells of their own say nothing of what is better. */
  #bounds(): TargetPhrase | null {
    const { target, targetMin, targetMax } = this.#row;
    const [level, min, max] = [target, targetMin, targetMax].map((text) => readAmount(text, this.#decimal));
    const isLevel = target.trim() === "" || level?.value === min?.value || level?.value === max?.value;
    const unit = min?.unit ?? max?.unit ?? null;
    const known = this.#metric.unit;
    const isRead = (targetMin.trim() === "") === (min == null) && (targetMax.trim() === "") === (max == null);
    if (!isRead || !isLevel || (unit !== null && known !== null && !sameUnit(unit, known))) {
      this.#refuse("target", statedTarget(this.#row), isRead ? "its parts differ" : "a bound is a number");
      return null;
    }
    const range = { ...(min == null ? {} : { min: min.value }), ...(max == null ? {} : { max: max.value }) };
    return { ...NO_WORDS, target: range, unit };
  }

  #baseline(phrase: TargetPhrase | null): Baseline | null {
    const { baseline: text, baselineDate, baselinePeriod } = this.#row;
    const stated = periodNamed(baselineDate || baselinePeriod, this.#settings.fiscal);
    if (stated === null && baselineDate !== "")
      this.#refuse("baseline-date", baselineDate, dateFault(baselineDate, this.#settings.fiscal));
    const period = phrase?.baselinePeriod ?? stated;
    const day = period === null ? null : formatDay(period.end);
    const inPhrase = phrase?.baseline ?? null;
    const inColumn = text.trim() === "" ? null : this.#amountOf(text, phrase?.unit ?? this.#metric.unit);
    if (inPhrase !== null) {
      const differs = inColumn !== null && inColumn !== inPhrase;
      const clash = differs ? `it begins at ${inPhrase}, and the baseline is "${text.trim()}"` : null;
      return { value: inPhrase, day, clash };
    }
    if (inColumn !== null) return { value: inColumn, day, clash: null };
    const row = period === null ? undefined : this.#metric.rows.find(({ end }) => end === period.end);
    return row?.value == null ? null : { value: row.value, day, clash: null };
  }

  #amountOf(text: string, unit: string | null): number | null {
    const amount = readAmount(text, this.#decimal);
    if (amount === null || amount.isPoints || (unit === null && mayBeYear(text))) {
      const isOpenText = isOpen(this.#decimal, (decimal) => readAmount(text, decimal) !== null);
      const fault = isOpenText ? TWO_NUMBERS : "it is no number";
      this.#refuse("baseline", text, amount === null ? fault : "it may be a year or a difference");
      return null;
    }
    if (amount.unit === null || unit === null || sameUnit(amount.unit, unit)) return amount.value;
    this.#refuse("baseline", text, `its unit is "${amount.unit}", and that of the metric "${unit}"`);
    return null;
  }

  #window(phrase: TargetPhrase | null): ImportedWindow | null {
    const window = windowOf(this.#row, phrase, this.#settings);
    if (window === null) return null;
    if (!window.ok) {
      this.#timeFault = window.isTooEarly ? "start" : "time-text";
      for (const field of ["timeframe", "start", "due"] as const)
        if (this.#row[field].trim() !== "") this.#imported[field] = this.#row[field].trim();
      this.#refuse(window.field, window.text, window.reason);
      return null;
    }
    this.#parts.timeframe = window.written;
    return window;
  }

  /** A baseline is kept whatever becomes of the target. */
  #keepBaseline({ value, day, clash }: Baseline): void {
    this.#parts.baseline = day === null ? value : { value, date: day };
    if (clash !== null) this.#imported.baseline = this.#row.baseline.trim();
  }

  #noBaseline(): null {
    const { baseline, baselineDate } = this.#row;
    const message = "what is done or not begins nowhere";
    // Not done yet is where all of it begins.
    if (baseline.trim() === "0") return null;
    if (baseline.trim() !== "") this.#refuse("baseline", baseline, message);
    if (baselineDate.trim() !== "") this.#refuse("baseline-date", baselineDate, message);
    return null;
  }

  /** Whether the target can be judged. */
  #judge(phrase: TargetPhrase, baseline: Baseline | null, window: ImportedWindow | null): boolean {
    const { target: text } = this.#row;
    const direction = phrase.better ?? this.#wayDirection(phrase, baseline);
    const start = window?.start ?? this.#settings.start;
    const facts = {
      aggregation: this.#metric.aggregation,
      better: direction ?? this.#metric.better ?? ("higher" as const),
      isDirectionKnown: (direction ?? this.#metric.better) !== null,
      baseline: baseline?.value ?? null,
      hasEarlierValue: this.#metric.rows.some(({ end, value }) => value !== null && end < start),
    };
    const fault =
      baseline?.clash ?? targetFault(phrase.target, facts) ?? this.#metric.adopt(phrase.unit, direction, phrase.every);
    if (fault === null) return true;
    this.#refuse("target", text, fault);
    return false;
  }

  /** Where a key result begins and ends tells its direction. */
  #wayDirection({ target }: TargetPhrase, baseline: Baseline | null): Direction | null {
    if (!this.#row.isWay || baseline === null || typeof target !== "number" || target === baseline.value) return null;
    return target > baseline.value ? "higher" : "lower";
  }

  /** A KPI is retired with a date and a reason, which no column holds. */
  #isDraft(): boolean {
    const { state } = this.#row;
    const word = state.trim().toLowerCase();
    if (word === "" || word === "active") return false;
    if (word !== "draft") this.#refuse("state", state, "write draft or active, or retired: { on: …, reason: … }");
    return word === "draft" || word === "retired";
  }

  #labels(): void {
    const { type, tags } = this.#row;
    const words = listIn(type).flatMap((word) => (typeNamed(word) === null ? word.split(/\s+(?:and\s+)?/) : [word]));
    const types = words.map(typeNamed);
    if (types.length > 0 && types.length < 3 && types.every((word) => word !== null)) {
      this.#parts.type = types.length === 1 ? types[0] : types;
    } else if (type.trim() !== "") this.#refuse("type", type, "write leading or lagging, input or output");
    const labels = listIn(tags);
    if (labels.length > 0) this.#parts.tags = labels;
  }

  #refuse(field: string, text: string, message: string): void {
    if (text.trim() !== "") this.#imported[field] = text.trim();
    this.#remark("not-understood", field, text, message);
  }

  #note(field: string, text: string, message: string): void {
    this.#remark("note", field, text, message);
  }

  #remark(kind: Remark["kind"], field: string, text: string, message: string): void {
    const { place, title } = this.#row;
    this.#remarks.push({ kind, place, subject: title, field, text: text.trim() === "" ? null : text, message });
  }
}

function listIn(text: string): readonly string[] {
  return text
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
