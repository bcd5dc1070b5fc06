/** Metrics of a corpus: a series of twelve rows that suits the measure. */

import { fill } from "./fill.mjs";
import { MEASURES } from "./measures.mjs";
import { round } from "./random.mjs";
import { EXCLUSIONS, PLACES, SEGMENTS, SYSTEMS } from "./words.mjs";
import { block, folded, inline, verbatim } from "./writer.mjs";

const ROWS = 12;
const COMBINATIONS = MEASURES.length * SEGMENTS.length * PLACES.length;
/** Shares no factor with COMBINATIONS, so that every metric number has its own combination. */
const STEP = 7919;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const two = (n) => String(n).padStart(2, "0");

/** The last twelve periods before 2026-08-15 of each cadence: the label and the last day. */
export const PERIODS = {
  monthly: Array.from({ length: ROWS }, (_, i) => {
    const month = (7 + i) % 12;
    const label = `${i < 5 ? 2025 : 2026}-${two(month + 1)}`;
    return { label, date: `${label}-${DAYS_IN_MONTH[month]}` };
  }),
  weekly: Array.from({ length: ROWS }, (_, i) => ({
    label: `2026-W${21 + i}`,
    date: new Date(Date.UTC(2026, 4, 24 + 7 * i)).toISOString().slice(0, 10),
  })),
  quarterly: Array.from({ length: ROWS }, (_, i) => {
    const quarter = (2 + i) % 4;
    const year = 2023 + Math.floor((2 + i) / 4);
    return { label: `${year}-Q${quarter + 1}`, date: `${year}-${["03-31", "06-30", "09-30", "12-31"][quarter]}` };
  }),
};

function trendStep(random, measure, base) {
  const share = measure.cadence === "weekly" ? random.between(0.004, 0.01) : random.between(0.008, 0.02);
  const sign = measure.better === "higher" ? 1 : -1;
  const bound = measure.bounds[sign > 0 ? 1 : 0];
  const room = bound === null ? Number.POSITIVE_INFINITY : Math.abs(bound - base) / 45;
  return sign * Math.min(Math.max(Math.abs(base) * share, 10 ** -measure.decimals), room);
}

/** What is known about metric number `number`: measure, words, id and its rows, on a trend with little noise. */
export function metricOf(random, number) {
  const combination = (number * STEP + 13) % COMBINATIONS;
  const measure = MEASURES[combination % MEASURES.length];
  const segment = SEGMENTS[Math.floor(combination / MEASURES.length) % SEGMENTS.length];
  const place = PLACES[Math.floor(combination / (MEASURES.length * SEGMENTS.length))];
  const base = random.between(measure.low, measure.high);
  const step = trendStep(random, measure, base);
  const rows = PERIODS[measure.cadence].map((period, i) => {
    const value = round(base + step * (i + random.between(-0.25, 0.25)), measure.decimals);
    return { period, value, numerator: null, denominator: null };
  });
  if (measure.aggregation === "ratio") {
    for (const row of rows) {
      row.denominator = random.int(4000, 90000);
      row.numerator = Math.round((row.value * row.denominator) / 100);
      row.value = (100 * row.numerator) / row.denominator;
    }
  }
  const id = `${measure.slug}-${number.toString(36)}`;
  return { number, measure, segment, place, id, rows, step };
}

/** What a metric is called in a title. */
export function phraseOf({ measure, segment, place }) {
  return `${measure.name} for ${segment} in ${place}`;
}

function valuesNode(random, { rows }) {
  const byDate = random.chance(0.4);
  return block(
    rows.map((row) => {
      const key = byDate ? row.period.date : row.period.label;
      if (row.denominator === null) return [key, row.value];
      return [
        key,
        inline([
          ["numerator", row.numerator],
          ["denominator", row.denominator],
        ]),
      ];
    }),
  );
}

function boundsNode([min, max]) {
  const pairs = [];
  if (min !== null) pairs.push(["min", min]);
  if (max !== null) pairs.push(["max", max]);
  return inline(pairs);
}

/** The id and the definition of a metric. */
export function metricPair(random, metric) {
  const { measure, id } = metric;
  const system = random.pick(SYSTEMS);
  const context = { s: metric.segment, p: metric.place, y: system };
  const exclusion = random.chance(0.2) ? `; ${fill(random, random.pick(EXCLUSIONS), context)}` : "";
  const definition = `${measure.definition}${exclusion}.`;
  const fields = [
    ["title", phraseOf(metric)],
    ["definition", definition.length > 110 ? folded(definition) : definition],
    ["category", measure.category],
    ["unit", measure.unit === "%" ? verbatim('"%"', "%") : measure.unit],
  ];
  if (measure.better === "lower") fields.push(["better", "lower"]);
  if (measure.aggregation !== "last") fields.push(["aggregation", measure.aggregation]);
  fields.push(["cadence", measure.cadence]);
  const link = verbatim(
    `https://reports.example.com/${system.toLowerCase()}/${metric.number * 37 + random.int(0, 36)}`,
  );
  const how = random.chance(0.8) ? "automatic" : "manual";
  const source = [
    ["system", system],
    ["how", how],
  ];
  if (random.chance(0.15)) source.push(["link", link]);
  fields.push(["source", inline(source)]);
  if (measure.bounds[1] !== null || random.chance(0.2)) fields.push(["bounds", boundsNode(measure.bounds)]);
  fields.push(["values", valuesNode(random, metric)]);
  return [id, block(fields)];
}
