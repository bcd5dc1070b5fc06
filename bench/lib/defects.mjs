/**
 * Mistakes that are put into clean units, each one cause of one finding.
 *
 * A defect returns what has to be found: the rule and the spot, which is a key path (joined by `/`), the side of it,
 * and where needed a part of the value.
 */

import { block, child, drop, inline, list, put, quoted, rename, verbatim } from "./writer.mjs";

/** What has to be found; `at` is "key" or "value", `within` a part of the value's text. */
export const found = (rule, path, at, within = null) => ({ rule, path, at, within });

/**
 * Makes defects of entities of one map: `change` gets the entity's node, and what has to be found stands at its field
 * (at the entity itself where the field is ""). `suits` says which entities it can be done to.
 */
const on =
  (map) =>
  (rule, field, change, { at = "value", within = null, suits = () => true } = {}) => ({
    map,
    suits,
    apply(unit, j) {
      const [id, node] = unit[map][j];
      change(node);
      return found(rule, field === "" ? `${map}/${id}` : `${map}/${id}/${field}`, at, within);
    },
  });

const onGoal = on("goals");
const onMetric = on("metrics");
const onKpi = on("kpis");

const isLevel = ([, node]) => typeof child(node, "target") === "number" && child(node, "baseline") !== undefined;
const hasRange = ([, node]) => typeof child(node, "target") === "object" && child(node, "baseline") === undefined;
const lastRow = (node) => child(node, "values").pairs.at(-1);
const isPlainSeries = ([, node]) => typeof lastRow(node)[1] === "number";
const isShare = ([, node]) =>
  isPlainSeries([null, node]) && child(node, "unit").data === "%" && child(node, "bounds") !== undefined;

/** A defect at the last row of a metric's values. */
const onLastRow = (rule, value, at, suits) => ({
  map: "metrics",
  suits,
  apply(unit, j) {
    const [id, node] = unit.metrics[j];
    const row = lastRow(node);
    if (at === "key") row[0] = value;
    else row[1] = value;
    return found(rule, `metrics/${id}/values/${row[0]}`, at);
  },
});

/** Defects that may stand in any unit, several in one, without disturbing each other. */
export const COMMON = {
  "typo-key": onKpi("schema/unknown-key", "weigth", (node) => put(node, "weigth", 2), { at: "key" }),
  "unknown-key": onMetric("schema/unknown-key", "colour", (node) => put(node, "colour", "blue"), { at: "key" }),
  "bad-enum": onMetric("schema/enum", "category", (node) => put(node, "category", "custommer")),
  "unknown-goal": onKpi("ref/unknown-goal", "goal", (node) => put(node, "goal", `${child(node, "goal")}-x`)),
  "unknown-metric": onKpi("ref/unknown-metric", "metric", (node) => put(node, "metric", `${child(node, "metric")}-x`)),
  "unreadable-target": onKpi(
    "measurable/target-unreadable",
    "target",
    (node) => put(node, "target", verbatim("1,200")),
    { suits: isLevel },
  ),
  placeholder: onKpi(
    "specific/placeholder",
    "why",
    (node) => put(node, "why", verbatim("To be agreed with finance, TBD.")),
    { within: "TBD" },
  ),
  "bad-owner": onKpi("schema/pattern", "owner", (node) => put(node, "owner", verbatim("ana"))),
  "weight-range": onKpi("schema/range", "weight", (node) => put(node, "weight", 0)),
  "weight-text": onKpi("schema/type", "weight", (node) => put(node, "weight", verbatim("heavy"))),
  "vague-goal": onGoal(
    "specific/vague-term",
    "title",
    (node) => put(node, "title", "Clients see a significant change at the counter"),
    { within: "significant" },
  ),
  "missing-title": onMetric("schema/required", "", (node) => drop(node, "title"), { at: "key" }),
};

const retime = (timeframe) => (node) => put(node, "timeframe", timeframe);
const range = (start, end) =>
  inline([
    ["start", verbatim(start)],
    ["end", verbatim(end)],
  ]);

function duplicateKey(node) {
  node.pairs.push(["why", "Said twice."]);
}

/** Defects of which one stands alone in its file; together with COMMON they are the planted kinds. */
export const ALONE = {
  "duplicate-key": onKpi("yaml/syntax", "why", duplicateKey, { at: "key" }),
  "unknown-tag": onKpi("yaml/syntax", "why", (node) => put(node, "why", verbatim("!secret reason"))),
  "unknown-alias": onKpi("yaml/syntax", "why", (node) => put(node, "why", verbatim("*reason"))),
  "missing-target": onKpi("measurable/target-missing", "", (node) => drop(node, "target"), { at: "key" }),
  "missing-timeframe": onKpi("timely/timeframe-missing", "", (node) => drop(node, "timeframe"), { at: "key" }),
  "missing-owner": onKpi("achievable/owner-missing", "", (node) => drop(node, "owner"), { at: "key" }),
  "missing-goal": onKpi("relevant/goal-missing", "", (node) => drop(node, "goal"), { at: "key" }),
  "missing-metric": onKpi("measurable/metric-missing", "", (node) => drop(node, "metric"), { at: "key" }),
  "goal-without-owner": onGoal("achievable/owner-missing", "", (node) => drop(node, "owner"), { at: "key" }),
  "unreadable-timeframe": onKpi("timely/timeframe-unreadable", "timeframe", retime("Q3")),
  "ended-window": onKpi("timely/expired", "timeframe", retime(verbatim("2025-Q1"))),
  "window-backwards": onKpi("timely/bad-range", "timeframe", retime(range("2026-12-31", "2026-01-01")), {
    within: "2026-01-01",
  }),
  "bad-date": onKpi(
    "schema/format",
    "review",
    (node) =>
      put(
        node,
        "review",
        inline([
          ["every", "monthly"],
          ["last", verbatim("2026-02-30")],
        ]),
      ),
    { within: "2026-02-30" },
  ),
  "bad-row-date": onLastRow("data/bad-row", "2026-02-30", "key", isPlainSeries),
  "text-number": onLastRow("data/bad-row", quoted("1 200"), "value", isPlainSeries),
  "row-out-of-bounds": onLastRow("data/out-of-bounds", 140, "value", isShare),
  "text-baseline": onKpi("schema/type", "baseline", (node) => put(node, "baseline", verbatim("unknown")), {
    suits: isLevel,
  }),
  "wrong-side": onKpi(
    "measurable/direction-conflict",
    "target",
    (node) => {
      put(node, "baseline", child(node, "target"));
      put(node, "target", verbatim(child(node, "title").startsWith("Raise") ? "-5%" : "+5%"));
    },
    { suits: isLevel },
  ),
  "empty-range": onKpi(
    "measurable/path-impossible",
    "target",
    (node) =>
      put(
        node,
        "target",
        inline([
          ["min", 9],
          ["max", 3],
        ]),
      ),
    { suits: hasRange },
  ),
  "type-conflict": onKpi("portfolio/type-conflict", "type", (node) => put(node, "type", list(["input", "output"]))),
  "unknown-kpi": onKpi("ref/unknown-kpi", "leads", (node) => put(node, "leads", "no-such-kpi")),
  "unknown-parent": onGoal("ref/unknown-goal", "parent", (node) => put(node, "parent", "no-such-goal")),
  "no-data-file": onMetric("ref/data-file", "data", (node) => {
    rename(node, "values", "data");
    put(node, "data", verbatim("data/none.csv"));
  }),
  "bad-id": {
    map: "goals",
    suits: () => true,
    apply(unit) {
      unit.goals.push([
        "Grow_Organic",
        block([
          ["title", "A goal whose id has capitals"],
          ["owner", verbatim("team:growth")],
          ["state", "dropped"],
        ]),
      ]);
      return found("schema/pattern", "goals/Grow_Organic", "key");
    },
  },
  "parent-of-itself": {
    map: "goals",
    suits: () => true,
    apply(unit) {
      const [id, node] = unit.goals[0];
      put(node, "parent", id);
      return found("ref/cycle", `goals/${id}/parent`, "value");
    },
  },
  "long-title": onGoal("specific/long-title", "title", (node) =>
    put(
      node,
      "title",
      "Clients in the north, the south, the east and the west of the region stay with us after the first contract and say so to their neighbours",
    ),
  ),
};

/** Puts defect `defect` into entity `j` of a unit, or returns null where it does not suit. */
export function plant(defect, unit, j) {
  return defect.suits(unit[defect.map][j]) ? defect.apply(unit, j) : null;
}

/** Turns what has to be found into file, line and column, with the places that writing the file gave. */
export function locate(file, { kind, rule, path, at, within }, written) {
  const place = written.places.get(path);
  if (place === undefined) throw new Error(`No place was noted for ${path} in ${file}.`);
  const start = at === "key" ? place.key : place.value;
  const column = within === null ? start : written.lines[place.line - 1].indexOf(within, start - 1) + 1;
  return { kind, rule, file, line: place.line, column };
}
