/** One file of 100,000 lines, clean or with defects. */

import { locate } from "./defects.mjs";
import { plantCommon } from "./plant.mjs";
import { Random } from "./random.mjs";
import { fileOf, makeUnit } from "./unit.mjs";
import { comment, writeYaml } from "./writer.mjs";

const LINES = 100_000;
const LINES_OF_ONE_UNIT = 385;
const SHAPE = { goals: 2, kpis: 10 };
const HEADLINE = "Every goal and KPI of the group in one file";

const linesOf = (units) => writeYaml(fileOf(units, HEADLINE)).lines.length;

/** As many units as fit into the lines; the rest is filled with comment lines. */
function unitsThatFit(seed) {
  const units = [];
  for (let i = 0; i < Math.floor(LINES / LINES_OF_ONE_UNIT); i++) units.push(makeUnit(seed, i, SHAPE));
  while (linesOf(units) > LINES) units.pop();
  return units;
}

/** Writes the file `name` with exactly 100,000 lines and `defects` planted defects, spread evenly over it. */
export function bigFile(seed, name, defects) {
  const random = new Random(`${seed} big`);
  const units = unitsThatFit(seed);
  const expected = units.flatMap((unit, i) => {
    const share = Math.floor(((i + 1) * defects) / units.length) - Math.floor((i * defects) / units.length);
    return plantCommon(unit, random, share);
  });
  const node = fileOf(units, HEADLINE);
  const missing = LINES - writeYaml(node).lines.length;
  for (let i = 0; i < missing; i++) node.pairs.push(comment(`end of the list, line ${i + 1} of ${missing}`));
  const written = writeYaml(node, true);
  return {
    written,
    kpis: units.length * SHAPE.kpis,
    planted: expected.map((entry) => locate(name, entry, written)),
  };
}
