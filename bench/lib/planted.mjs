/** The planted corpus: every kind of defect three times, each in files of its own beside clean ones. */

import { ALONE, COMMON, found, locate, plant } from "./defects.mjs";
import { Random } from "./random.mjs";
import { fileOf, makeUnit } from "./unit.mjs";
import { child, drop, put, rename, verbatim, writeYaml } from "./writer.mjs";

const TIMES = 3;
const CLEAN_FILES = 3;
/** Every goal hangs under the first, clean file, so that a file that cannot be read takes no parent away. */
const SHAPE = { goals: 2, kpis: 10, parentOf: () => 0 };

const nameOf = (index) => `kpis/unit-${String(index).padStart(3, "0")}.kpi.yaml`;

function yamlFile(index, root) {
  return { name: nameOf(index), written: writeYaml(root, true), kpis: SHAPE.kpis };
}

function plantAnywhere(defect, unit, random) {
  const size = unit[defect.map].length;
  const first = defect.map === "goals" ? 1 : random.int(0, size - 1);
  for (let k = 0; k < size; k++) {
    const expected = plant(defect, unit, (first + k) % size);
    if (expected !== null) return expected;
  }
  return null;
}

/** A file with the defect; where it suits nothing in a unit, one with other measures is tried. */
function fileWith(seed, index, kind, defect) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const random = new Random(`${seed} ${kind} ${index} ${attempt}`);
    const unit = makeUnit(`${seed} ${kind}`, index + attempt * 1001, SHAPE);
    const expected = plantAnywhere(defect, unit, random);
    if (expected === null) continue;
    const file = yamlFile(index, fileOf([unit], kind));
    return { files: [file], planted: locate(file.name, { kind, ...expected }, file.written) };
  }
  throw new Error(`The defect ${kind} suits nothing in fifty units.`);
}

function fileOfVersionSeven(seed, index) {
  const root = fileOf([makeUnit(seed, index, SHAPE)], "bad-version");
  put(root, "version", 7);
  const file = yamlFile(index, root);
  return { files: [file], planted: locate(file.name, found("schema/version", "version", "value"), file.written) };
}

/** A metric that stands in two files: the finding belongs to the second. */
function sameIdTwice(seed, index) {
  const first = makeUnit(seed, index, SHAPE);
  const second = makeUnit(`${seed} again`, index, SHAPE);
  const others = makeUnit(`${seed} other`, index + 1, SHAPE);
  const [id] = first.metrics[4];
  others.metrics.splice(7, 0, second.metrics[4]);
  const files = [yamlFile(index, fileOf([first], "first")), yamlFile(index + 1, fileOf([others], "duplicate-id"))];
  const { name, written } = files[1];
  return { files, planted: locate(name, found("ref/duplicate-id", `metrics/${id}`, "key"), written) };
}

/** Moves the series of one plain metric into a CSV file, with one more line that is wrong. */
function dataFile(seed, index, kind, rule, wrongLine, column) {
  const unit = makeUnit(`${seed} ${kind}`, index, SHAPE);
  const [id, node] = unit.metrics.find(([, metric]) => typeof child(metric, "values").pairs[0][1] === "number");
  const rows = child(node, "values").pairs.map(([date, value]) => `${date},${value}`);
  rename(node, "values", "data");
  put(node, "data", verbatim(`data/${id}.csv`));
  drop(node, "bounds");
  const lines = ["date,value", ...rows, wrongLine(rows)];
  const name = `kpis/data/${id}.csv`;
  const file = yamlFile(index, fileOf([unit], kind));
  const csv = { name, text: `${lines.join("\n")}\n` };
  const planted = { rule, file: name, line: lines.length, column: column(lines.at(-1)) };
  return { files: [file, csv], planted };
}

const SPECIAL = {
  "bad-version": fileOfVersionSeven,
  "duplicate-id": sameIdTwice,
  "csv-bad-value": (seed, index) =>
    dataFile(
      seed,
      index,
      "csv-bad-value",
      "data/bad-row",
      () => "2026-08-03,n/a",
      (line) => line.indexOf(",") + 2,
    ),
  "csv-bad-date": (seed, index) =>
    dataFile(
      seed,
      index,
      "csv-bad-date",
      "data/bad-row",
      (rows) => `2026-13-01,${rows.at(-1).split(",")[1]}`,
      () => 1,
    ),
  "csv-same-date": (seed, index) =>
    dataFile(
      seed,
      index,
      "csv-same-date",
      "data/duplicate-date",
      (rows) => rows.at(-1),
      () => 1,
    ),
};

/** The files of the corpus (definitions have `written`, data files `text`) and what has to be found in them. */
export function plantedFiles(seed) {
  const files = [];
  const planted = [];
  for (let i = 0; i < CLEAN_FILES; i++) files.push(yamlFile(i, fileOf([makeUnit(seed, i, SHAPE)], "clean")));
  let index = CLEAN_FILES;
  const add = (kind, made) => {
    files.push(...made.files);
    planted.push({ ...made.planted, kind });
    index += made.files.length;
  };
  for (let time = 0; time < TIMES; time++) {
    for (const [kind, defect] of Object.entries({ ...COMMON, ...ALONE }))
      add(kind, fileWith(seed, index, kind, defect));
    for (const [kind, make] of Object.entries(SPECIAL)) add(kind, make(seed, index));
  }
  return { files, planted };
}
