/** Profiles `kpi check` on a corpus and prints where the time goes: areas first, then the functions in each. */

import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { CORPUS_NAMES, ensureCorpus } from "./corpora.mjs";
import { AreaFinder } from "./lib/areas.mjs";
import { hasCrashed, plainEnvironment } from "./lib/measure.mjs";
import { BENCH_FOLDER } from "./lib/paths.mjs";
import { readableBuild } from "./lib/readable-build.mjs";
import { table } from "./lib/table.mjs";
import { AS_OF } from "./lib/unit.mjs";
import { runMain, UsageError } from "./lib/usage.mjs";

const HELP = `node bench/profile.mjs [options]

  --corpus NAME    what to check (c1k): ${CORPUS_NAMES.join(", ")}
  --command NAME   the command of the product to profile (check)
  --top N          functions to list (30)
  --product FILE   a build to profile as it is; without it src/cli.ts is bundled like dist/, with whitespace kept
`;

const SAMPLE_MICROSECONDS = 200;
const NAME_WIDTH = 50;
const PROFILE_FOLDER = path.join(BENCH_FOLDER, "profile");

/** Runs the product under the profiler; returns the profiles that it left, one for each thread. */
function record({ product, command, corpus }) {
  fs.rmSync(PROFILE_FOLDER, { recursive: true, force: true });
  const args = [
    "--cpu-prof",
    "--cpu-prof-dir",
    PROFILE_FOLDER,
    "--cpu-prof-interval",
    String(SAMPLE_MICROSECONDS),
    product,
    command,
    "--as-of",
    AS_OF,
  ];
  const result = spawnSync(process.execPath, args, {
    cwd: corpus.root,
    env: plainEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (result.error) throw result.error;
  if ((result.status !== 0 && result.status !== 1) || hasCrashed(result.stderr)) {
    throw new UsageError(`The product ended with ${result.status}; nothing was profiled.\n${result.stderr}`);
  }
  return fs.readdirSync(PROFILE_FOLDER).map((name) => path.join(PROFILE_FOLDER, name));
}

/** Self time in microseconds by node id. */
function selfTimes({ samples, timeDeltas }) {
  const times = new Map();
  for (let i = 0; i < samples.length; i++) times.set(samples[i], (times.get(samples[i]) ?? 0) + timeDeltas[i]);
  return times;
}

/** Every node with the area that it counts for: its own, or for built-in functions its nearest caller's. */
function withAreas({ nodes }, finder) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const areas = new Map();
  const visit = (node, inherited) => {
    const area = finder.areaOf(node.callFrame) ?? inherited;
    areas.set(node.id, area);
    for (const id of node.children ?? []) visit(byId.get(id), area);
  };
  visit(nodes[0], "startup");
  return areas;
}

/** Adds the self times of one profile to `rows`, keyed by area and function. */
function addProfile(rows, profile, finder) {
  const times = selfTimes(profile);
  const areas = withAreas(profile, finder);
  for (const node of profile.nodes) {
    const time = times.get(node.id) ?? 0;
    if (time === 0) continue;
    const area = areas.get(node.id);
    const { functionName, lineNumber } = node.callFrame;
    const module = finder.moduleOf(node.callFrame);
    const key = `${area} ${functionName} ${module} ${lineNumber}`;
    const row = rows.get(key) ?? { area, name: functionName || "(anonymous)", module, time: 0 };
    row.time += time;
    rows.set(key, row);
  }
}

const short = (name) => (name.length > NAME_WIDTH ? `${name.slice(0, NAME_WIDTH - 1)}…` : name);
const modulePath = (module) => module.replace(/^.*\/node_modules\//, "") || "(built in)";

function print(rows, top) {
  const busy = rows.filter((row) => row.area !== "idle");
  const total = busy.reduce((sum, row) => sum + row.time, 0);
  const share = (time) => `${((100 * time) / total).toFixed(1)} %`;
  const milliseconds = (time) => (time / 1000).toFixed(1);
  const areas = new Map();
  for (const row of busy) areas.set(row.area, (areas.get(row.area) ?? 0) + row.time);
  const order = [...areas].sort((a, b) => b[1] - a[1]);
  const numbers = ["ms", "share"];
  const areaRows = order.map(([area, time]) => [area, milliseconds(time), share(time)]);
  const largest = busy.sort((a, b) => b.time - a.time).slice(0, top);
  const functionRows = order.flatMap(([area]) =>
    largest
      .filter((row) => row.area === area)
      .map((row) => [area, short(row.name), modulePath(row.module), milliseconds(row.time), share(row.time)]),
  );
  process.stdout.write(`${table(["area", ...numbers], areaRows, numbers)}\n\n`);
  process.stdout.write(`${table(["area", "function", "module", ...numbers], functionRows, numbers)}\n\n`);
  process.stdout.write(`self time, ${milliseconds(total)} ms in all; the profiles are in ${PROFILE_FOLDER}\n`);
}

async function main() {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string", default: "c1k" },
      command: { type: "string", default: "check" },
      top: { type: "string", default: "30" },
      product: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!CORPUS_NAMES.includes(values.corpus))
    throw new UsageError(`There is no corpus "${values.corpus}". Known: ${CORPUS_NAMES.join(", ")}.`);
  if (!/^[1-9]\d{0,3}$/.test(values.top)) throw new UsageError("Give --top a whole number from 1 to 9999.");
  const product = values.product === undefined ? await readableBuild() : path.resolve(values.product);
  if (!fs.existsSync(product)) throw new UsageError(`There is no ${product}.`);
  const corpus = ensureCorpus(values.corpus, (line) => process.stderr.write(`${line}\n`));
  const finder = new AreaFinder();
  const rows = new Map();
  for (const file of record({ product, command: values.command, corpus }))
    addProfile(rows, JSON.parse(fs.readFileSync(file, "utf8")), finder);
  print([...rows.values()], Number(values.top));
  return 0;
}

await runMain(main);
