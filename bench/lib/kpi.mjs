/** KPIs of a corpus: a window, a target that its series makes sense of, and the words around it. */

import { fill } from "./fill.mjs";
import { round } from "./random.mjs";
import { ACTIONS, REASONS } from "./words.mjs";
import { block, folded, inline, quoted, verbatim } from "./writer.mjs";

/** Windows by cadence: how they are written, the first row inside, and the rows that they hold in full. */
const WINDOWS = {
  monthly: [
    { write: () => 2026, words: "2026", slug: "2026", first: 5, rows: 12 },
    { write: () => "FY2026", words: "FY2026", slug: "fy2026", first: 5, rows: 12 },
    { write: () => verbatim("2026-H2"), words: "H2 2026", slug: "2026-h2", first: 11, rows: 6 },
    { write: () => verbatim("2026-Q3"), words: "Q3 2026", slug: "2026-q3", first: 11, rows: 3 },
    {
      write: () =>
        inline([
          ["start", verbatim("2026-04-01")],
          ["end", verbatim("2026-12-31")],
        ]),
      words: "April to December 2026",
      slug: "apr-dec-2026",
      first: 8,
      rows: 9,
    },
  ],
  weekly: [
    { write: () => verbatim("2026-Q3"), words: "Q3 2026", slug: "2026-q3", first: 6, rows: 13 },
    { write: () => verbatim("2026-H2"), words: "H2 2026", slug: "2026-h2", first: 6, rows: 26 },
  ],
  quarterly: [{ write: () => 2026, words: "2026", slug: "2026", first: 10, rows: 4 }],
};

const RECURRING = { words: "each month", slug: "monthly" };
const SPAN_FACTOR = 2.5;
const LIMIT_FACTOR = 2.72;

function insideBounds([min, max], value) {
  return (min === null || value > min) && (max === null || value < max);
}

/** True where chance alone could reach the target, judged on the rows before the window. */
function insideNoise(before, target) {
  if (before.length < 6) return false;
  const mean = before.reduce((sum, value) => sum + value, 0) / before.length;
  let moves = 0;
  for (let i = 1; i < before.length; i++) moves += Math.abs(before[i] - before[i - 1]);
  return Math.abs(target - mean) <= (LIMIT_FACTOR * moves) / (before.length - 1);
}

/** True where the history never moved that far in as many rows as the window has. */
function outOfReach(before, rows, change) {
  if (before.length - rows < 2) return false;
  let largest = 0;
  for (let i = rows; i < before.length; i++) largest = Math.max(largest, Math.abs(before[i] - before[i - rows]));
  return Math.abs(change) > SPAN_FACTOR * largest;
}

/** A level that the series heads for, or null where none is clear of the noise, in reach and inside the bounds. */
function reachableLevel(random, metric, window) {
  const { measure, rows, step } = metric;
  const before = rows.slice(0, window.first).map((row) => row.value);
  const from = before.at(-1);
  const eager = random.between(0.9, 1.3);
  for (const factor of [eager, 1.5, 1.8]) {
    const target = round(from + step * window.rows * factor, measure.decimals);
    if (target === from || !insideBounds(measure.bounds, target)) continue;
    if (Math.abs(target - from) < 4 * 10 ** -measure.decimals) continue;
    if (insideNoise(before, target) || outOfReach(before, window.rows, target - from)) continue;
    if (target * 2 <= from || target >= from * 2) continue;
    return target;
  }
  return null;
}

const unitWords = (unit) => (unit === "%" ? "%" : ` ${unit}`);

function subjectOf({ measure, place }) {
  const { name } = measure;
  const keep = /^(?:Net Promoter|Employee Net)/.test(name);
  return `${keep ? name : name.charAt(0).toLowerCase() + name.slice(1)} in ${place}`;
}

function sumTarget(random, metric, window) {
  const { measure, rows } = metric;
  const total = rows.at(-1).value * window.rows * random.between(0.95, 1.15);
  const target = round(Math.max(1, total), measure.decimals);
  const title = `Reach ${target}${unitWords(measure.unit)} as ${subjectOf(metric)}, ${window.words}`;
  return { target, title, baseline: null, level: true };
}

function keepTarget(metric, words) {
  const { measure, rows } = metric;
  const values = rows.map((row) => row.value);
  const lower = measure.better === "lower";
  const edge = lower ? Math.max(...values) * 1.09 : Math.min(...values) * 0.91;
  const limit = round(edge, Math.max(measure.decimals, 1));
  const title = `Keep ${subjectOf(metric)} at or ${lower ? "below" : "above"} ${limit}${unitWords(measure.unit)} in ${words}`;
  return { target: inline([[lower ? "max" : "min", limit]]), title, baseline: null, level: false };
}

function baselineNode(random, metric, window, value) {
  if (random.chance(0.4)) return value;
  const row = metric.rows[window.first - 1];
  return inline([
    ["value", value],
    ["date", verbatim(row.period.date)],
  ]);
}

function levelTarget(random, metric, window, level) {
  const { measure } = metric;
  const from = round(metric.rows[window.first - 1].value, Math.max(measure.decimals, 2));
  const verb = measure.better === "higher" ? "Raise" : "Cut";
  const about = subjectOf(metric);
  const baseline = baselineNode(random, metric, window, from);
  const percent = Math.round((100 * (level - from)) / Math.abs(from));
  if (measure.unit !== "%" && Math.abs(percent) >= 3 && level > from && random.chance(0.25)) {
    const text = `+${percent + 1}%`;
    return {
      target: verbatim(text),
      title: `${verb} ${about} by ${percent + 1}% in ${window.words}`,
      baseline,
      level: false,
    };
  }
  if (random.chance(0.15)) {
    const by = round(level - from, Math.max(measure.decimals, 2));
    const title = `${verb} ${about} by ${Math.abs(by)}${measure.unit === "%" ? " points" : unitWords(measure.unit)} in ${window.words}`;
    return { target: inline([["by", by]]), title, baseline, level: false };
  }
  const title = `${verb} ${about} to ${level}${unitWords(measure.unit)} in ${window.words}`;
  return { target: level, title, baseline, level: true };
}

/** Target, title and baseline for a metric in a window; a keep target where no level to reach makes sense. */
function chooseTarget(random, metric, window) {
  if (metric.measure.aggregation === "sum") return sumTarget(random, metric, window);
  if (random.chance(0.2)) return null;
  const level = reachableLevel(random, metric, window);
  return level === null ? null : levelTarget(random, metric, window, level);
}

function guardrails(other) {
  const values = other.rows.map((row) => row.value);
  const sums = other.measure.aggregation === "sum";
  const lower = other.measure.better === "lower";
  const edge = lower ? Math.max(...values) * 1.2 : Math.min(...values) * (sums ? 0.5 : 0.8);
  return inline([
    ["metric", other.id],
    [lower ? "max" : "min", round(edge, 2)],
  ]);
}

function reviewNode(random, cadence) {
  if (random.chance(0.4)) return inline([["every", cadence === "quarterly" ? "quarterly" : "monthly"]]);
  if (cadence === "quarterly")
    return inline([
      ["every", "quarterly"],
      ["last", verbatim(`2026-0${random.int(6, 7)}-${random.int(10, 28)}`)],
    ]);
  const last = random.chance(0.5) ? `2026-07-${random.int(17, 31)}` : `2026-08-${random.int(10, 14)}`;
  return inline([
    ["every", "monthly"],
    ["last", verbatim(last)],
  ]);
}

function changesNode(random, from, to, owner) {
  const entry = inline([
    ["date", verbatim(`2026-0${random.int(2, 6)}-${random.int(10, 28)}`)],
    ["field", "target"],
    ["from", from],
    ["to", to],
    ["reason", quoted(`Agreed in the round of ${random.int(2, 28)} people, item ${random.int(29, 480)}.`)],
    ["by", owner],
  ]);
  return { kind: "lines", items: [entry] };
}

/** The id and the definition of the KPI on `metric`. */
export function kpiPair(random, metric, { goal, owner, type, other }) {
  const { measure } = metric;
  const window = random.pick(WINDOWS[measure.cadence]);
  const reach = chooseTarget(random, metric, window);
  const recurring = reach === null && measure.cadence !== "quarterly" && random.chance(0.4);
  const words = recurring ? RECURRING.words : window.words;
  const { target, title, baseline, level } = reach ?? keepTarget(metric, words);
  const context = { s: metric.segment, p: metric.place, m: "This figure" };
  const fields = [
    ["title", title],
    ["goal", goal],
    ["metric", metric.id],
  ];
  if (type !== null) fields.push(["type", type]);
  fields.push(["owner", owner]);
  fields.push([
    "timeframe",
    recurring
      ? inline([
          ["every", "monthly"],
          ["start", verbatim("2026-01-01")],
        ])
      : window.write(),
  ]);
  if (baseline !== null) fields.push(["baseline", baseline]);
  fields.push(["target", target]);
  const why = fill(random, random.pick(REASONS), context);
  fields.push(["why", why.length > 80 ? folded(why) : why]);
  fields.push(["if_off_track", fill(random, random.pick(ACTIONS), context)]);
  if (measure.aggregation === "sum") fields.push(["guardrails", { kind: "lines", items: [guardrails(other)] }]);
  if (random.chance(0.15)) fields.push(["weight", random.int(2, 5)]);
  fields.push(["review", reviewNode(random, measure.cadence)]);
  if (level && random.chance(0.06)) {
    fields.push(["changes", changesNode(random, round(target * 1.02, measure.decimals), target, owner)]);
  }
  return [`${metric.id}-${recurring ? RECURRING.slug : window.slug}`, block(fields)];
}
