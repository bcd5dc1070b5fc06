/** Plants several of the common defects into one unit. */

import { COMMON, plant } from "./defects.mjs";

const NAMES = Object.keys(COMMON);

/** Which KPIs may lose their goal without another finding: those without a type. */
const isUntyped = (j) => j % 5 >= 2;

function plantOne(unit, random, taken) {
  for (;;) {
    const name = random.pick(NAMES);
    const { map } = COMMON[name];
    const j = random.int(0, unit[map].length - 1);
    const claim = map === "goals" ? `goal ${j}` : `kpi ${j}`;
    if (taken.has(claim) || (name === "unknown-goal" && !isUntyped(j))) continue;
    const expected = plant(COMMON[name], unit, j);
    if (expected === null) continue;
    taken.add(claim);
    return { kind: name, ...expected };
  }
}

/** Plants `count` defects into a unit, each in an entity of its own, and says what has to be found. */
export function plantCommon(unit, random, count) {
  const taken = new Set();
  return Array.from({ length: count }, () => plantOne(unit, random, taken));
}
