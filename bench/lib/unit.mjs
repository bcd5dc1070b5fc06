/**
 * One unit of a corpus: two goals with their metrics and KPIs, free of findings on `AS_OF`.
 *
 * Series and targets are chosen so that the target is neither met already, nor inside the noise, nor out of reach.
 */

import { fill } from "./fill.mjs";
import { kpiPair } from "./kpi.mjs";
import { metricOf, metricPair } from "./metric.mjs";
import { Random } from "./random.mjs";
import { FIRST_NAMES, GOAL_TITLES, LAST_NAMES, PLACES, REASONS, RESOURCES, SEGMENTS, TEAMS } from "./words.mjs";
import { block, comment, folded, lines, list, quoted, verbatim } from "./writer.mjs";

/** The day on which every corpus is judged. */
export const AS_OF = "2026-08-15";

const KPI_TYPES = [list(["leading", "input"]), list(["lagging", "output"]), null, null, null];

/** The id of the first goal of a unit; other units name it as parent. */
export function leadGoalId(index) {
  const random = new Random(`goal ${index}`);
  return `${random.pick(TEAMS)}-${random.pick(PLACES).toLowerCase()}-${index.toString(36)}`;
}

function people(random, index) {
  const tail = index.toString(36);
  const person = () => `${random.pick(FIRST_NAMES)}-${random.pick(LAST_NAMES)}`;
  return {
    lead: quoted(`@${person()}-${tail}`),
    first: `${person().replace("-", ".")}.${tail}@example.com`,
    second: quoted(`@${person()}-${tail}b`),
    team: verbatim(`team:${random.pick(TEAMS)}-${tail}`),
  };
}

function goalPairs(random, index, owners, { goals: count, parentOf }) {
  const context = { s: random.pick(SEGMENTS), p: random.pick(PLACES), m: "This goal" };
  const first = leadGoalId(index);
  const pairs = [];
  for (let i = 0; i < count; i++) {
    const fields = [["title", fill(random, random.pick(GOAL_TITLES), context)]];
    if (i > 0) fields.push(["parent", first]);
    else if (index > 0) fields.push(["parent", leadGoalId(parentOf(index))]);
    fields.push(["owner", i === 0 ? owners.lead : owners.team]);
    if (i === 0) fields.push(["why", folded(fill(random, random.pick(REASONS), context))]);
    if (i === 0) fields.push(["timeframe", random.chance(0.3) ? "FY2026" : 2026]);
    if (i === 0) fields.push(["resources", fill(random, random.pick(RESOURCES), context)]);
    if (random.chance(0.5)) fields.push(["stakeholders", lines([random.pick(TEAMS), "board"])]);
    pairs.push([i === 0 ? first : `${first}-${i + 1}`, block(fields)]);
  }
  return pairs;
}

function ownerOf(owners, j) {
  if (j < 3) return owners.first;
  return j < 6 ? owners.second : owners.team;
}

const inTree = (index) => Math.floor((index - 1) / 8);

/**
 * Builds unit `index` with so many goals and KPIs: pairs of id and node for the three maps.
 *
 * The first goal of every unit but 0 has the first goal of unit `parentOf(index)` as parent.
 */
export function makeUnit(seed, index, { goals, kpis, parentOf = inTree }) {
  const random = new Random(`${seed} unit ${index}`);
  const owners = people(random, index);
  const metrics = Array.from({ length: kpis }, (_, j) => metricOf(random, index * kpis + j));
  const unit = { goals: goalPairs(random, index, owners, { goals, parentOf }), metrics: [], kpis: [] };
  for (const metric of metrics) unit.metrics.push(metricPair(random, metric));
  const perGoal = Math.ceil(kpis / goals);
  for (let j = 0; j < kpis; j++) {
    const type = KPI_TYPES[j % KPI_TYPES.length];
    const context = {
      goal: unit.goals[Math.floor(j / perGoal)][0],
      owner: ownerOf(owners, j),
      type,
      other: metrics[(j + 1) % metrics.length],
    };
    unit.kpis.push(kpiPair(random, metrics[j], context));
  }
  linkLeading(unit.kpis);
  return unit;
}

/** Lets the first KPI of every five, a leading one, predict the second. */
function linkLeading(kpis) {
  for (let j = 0; j + 1 < kpis.length; j += KPI_TYPES.length) {
    const [, node] = kpis[j];
    const at = node.pairs.findIndex(([key]) => key === "why");
    node.pairs.splice(at, 0, ["leads", kpis[j + 1][0]]);
  }
}

const spaced = (pairs) => pairs.flatMap((pair, i) => (i === 0 ? [pair] : [comment(), pair]));

/** One definition file out of units. */
export function fileOf(units, headline) {
  return block([
    comment(headline),
    ["version", 1],
    comment(),
    ["goals", block(units.flatMap((unit) => unit.goals))],
    comment(),
    ["metrics", block(spaced(units.flatMap((unit) => unit.metrics)))],
    comment(),
    ["kpis", block(spaced(units.flatMap((unit) => unit.kpis)))],
  ]);
}
