/**
 * Builds the corpora of the benchmark into `.bench/corpora`, the same on every machine.
 *
 * A corpus is a folder with `root/` (what the product and the peers read), `manifest.json`, and, where it was asked
 * for, `json/` (the same data as JSON) and `planted.json` (what has to be found, and where).
 */

import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { bigFile } from "./lib/big.mjs";
import { locate } from "./lib/defects.mjs";
import { CORPORA_FOLDER } from "./lib/paths.mjs";
import { plantCommon } from "./lib/plant.mjs";
import { plantedFiles } from "./lib/planted.mjs";
import { Random } from "./lib/random.mjs";
import { fileOf, makeUnit } from "./lib/unit.mjs";
import { toData, writeYaml } from "./lib/writer.mjs";

/** Raise this when a corpus comes out differently, so that old ones are built again. */
export const BUILDER_VERSION = 2;

const FILES_PER_FOLDER = 50;
const SEED = "kpi-as-code";
const CONFIG = "version: 1\nextends: recommended\n";

/** Writes the files of one corpus and counts them. */
class CorpusFolder {
  manifest = { version: BUILDER_VERSION, files: 0, bytes: 0, lines: 0, kpis: 0 };
  #folder;
  #made = new Set();

  constructor(folder) {
    this.#folder = folder;
    this.text("root/kpi.config.yaml", CONFIG);
  }

  text(name, text) {
    const file = path.join(this.#folder, name);
    const parent = path.dirname(file);
    if (!this.#made.has(parent)) {
      fs.mkdirSync(parent, { recursive: true });
      this.#made.add(parent);
    }
    fs.writeFileSync(file, text);
  }

  definitions(name, written, kpis) {
    this.text(`root/${name}`, written.text);
    this.manifest.files += 1;
    this.manifest.bytes += Buffer.byteLength(written.text);
    this.manifest.lines += written.lines.length;
    this.manifest.kpis += kpis;
  }

  planted(list) {
    this.text("planted.json", `[\n${list.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`);
    this.manifest.planted = list.length;
    this.manifest.kinds = new Set(list.map((entry) => entry.kind)).size;
  }
}

function nameOf(index) {
  const folder = String(Math.floor(index / FILES_PER_FOLDER)).padStart(3, "0");
  return `kpis/area-${folder}/team-${String(index).padStart(5, "0")}.kpi.yaml`;
}

const headline = (index) => `Goals and KPIs of team ${index}, reviewed every quarter`;

const BARE_DATE = /(?<=^\s+|: )\d{4}-\d{2}-\d{2}(?=:? |,|$)/gm;

/** The same text with every date quoted, for readers that make date objects out of bare ones. */
function quoteDates(written) {
  return { ...written, text: written.text.replace(BARE_DATE, '"$&"') };
}

function manyFiles(folder, { files, goals, kpis, json = false, quoted = false }) {
  for (let i = 0; i < files; i++) {
    const node = fileOf([makeUnit(SEED, i, { goals, kpis })], headline(i));
    const written = writeYaml(node);
    folder.definitions(nameOf(i), quoted ? quoteDates(written) : written, kpis);
    if (json) folder.text(`json/${nameOf(i).replace(".kpi.yaml", ".json")}`, JSON.stringify(toData(node)));
  }
}

function manyFilesWithDefects(folder, { files, goals, kpis }) {
  const random = new Random(`${SEED} defects`);
  const expected = [];
  for (let i = 0; i < files; i++) {
    const unit = makeUnit(SEED, i, { goals, kpis });
    const defects = random.chance(0.1) ? [] : plantCommon(unit, random, random.int(1, 2));
    const written = writeYaml(fileOf([unit], headline(i)), true);
    folder.definitions(nameOf(i), written, kpis);
    for (const defect of defects) expected.push(locate(nameOf(i), defect, written));
  }
  folder.planted(expected);
}

function big(folder, defects) {
  const { written, kpis, planted } = bigFile(SEED, "kpi.yaml", defects);
  folder.definitions("kpi.yaml", written, kpis);
  if (defects > 0) folder.planted(planted);
}

function plantedKinds(folder) {
  const { files, planted } = plantedFiles(SEED);
  for (const file of files) {
    if (file.written === undefined) folder.text(`root/${file.name}`, file.text);
    else folder.definitions(file.name, file.written, file.kpis);
  }
  folder.planted(planted);
}

function one(folder) {
  const written = writeYaml(fileOf([makeUnit(SEED, 0, { goals: 1, kpis: 5 })], headline(0)));
  folder.definitions("kpi.yaml", written, 5);
}

/** c1k under git with ten files changed since the commit: targets eased, with nothing said about why. */
function underGit(folder, target) {
  const shape = { files: 1000, goals: 2, kpis: 10 };
  manyFiles(folder, shape);
  const root = path.join(target, "root");
  const git = (...args) =>
    execFileSync("git", args, {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, ...GIT_ENVIRONMENT },
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("-c", "core.autocrlf=false", "commit", "--quiet", "--no-gpg-sign", "--message=Record the definitions");
  for (let i = 0; i < shape.files; i += shape.files / 10) {
    const file = path.join(root, nameOf(i));
    const text = fs.readFileSync(file, "utf8");
    const eased = text.replace(/^( {4}target: )(\d+)(\.\d+)?$/m, (_, head, whole) => `${head}${Number(whole) - 1}`);
    if (eased === text) throw new Error(`${nameOf(i)} has no target to ease.`);
    fs.writeFileSync(file, eased);
  }
}

/** 5,000 commits of one file of 100 KPIs, each of which moves one target. */
function history(folder, target) {
  const random = new Random(`${SEED} history`);
  const targets = new Array(100).fill(50);
  const commits = [];
  for (let i = 0; i < 5000; i++) {
    if (i > 0) targets[random.int(0, targets.length - 1)] += random.chance(0.5) ? 1 : -1;
    const text = historyText(targets);
    const when = `Bench <bench@example.com> ${1_700_000_000 + i * 10_000} +0000`;
    const message = `Move a target, ${i}`;
    commits.push(
      `commit refs/heads/main\nauthor ${when}\ncommitter ${when}\ndata ${message.length}\n${message}\n` +
        `M 644 inline kpi.yaml\ndata ${Buffer.byteLength(text)}\n${text}\n`,
    );
  }
  const root = path.join(target, "root");
  const git = (args, input) =>
    execFileSync("git", args, {
      cwd: root,
      input,
      stdio: ["pipe", "ignore", "pipe"],
      env: { ...process.env, ...GIT_ENVIRONMENT },
    });
  git(["init", "--quiet", "--initial-branch=main"]);
  git(["fast-import", "--quiet"], commits.join(""));
  git(["reset", "--quiet", "--hard"]);
  folder.manifest.files = 1;
  folder.manifest.kpis = targets.length;
  folder.manifest.bytes = Buffer.byteLength(historyText(targets));
}

function historyText(targets) {
  const metric = (_, i) =>
    `  m-${i}:\n    title: Metric number ${i}\n    definition: What is counted of number ${i}\n    unit: points\n    values: { 2025-12-31: 12 }\n`;
  const kpi = (target, i) =>
    `  kpi-${i}:\n    title: Number ${i} by the end of 2026\n    goal: g\n    metric: m-${i}\n    owner: "@team${i % 7}"\n` +
    `    timeframe: 2026\n    baseline: 10\n    target: ${target}\n    why: It matters to customers of group ${i} and their friends\n` +
    "    if_off_track: Move people from other work to this one for a month\n    review: { every: quarterly, last: 2026-07-02 }\n";
  const goal = 'version: 1\ngoals:\n  g:\n    title: Customers are happy\n    owner: "@ceo"\n';
  return `${goal}metrics:\n${targets.map(metric).join("")}kpis:\n${targets.map(kpi).join("")}`;
}

const GIT_ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Bench",
  GIT_AUTHOR_EMAIL: "bench@example.com",
  GIT_AUTHOR_DATE: "2026-08-01T12:00:00Z",
  GIT_COMMITTER_NAME: "Bench",
  GIT_COMMITTER_EMAIL: "bench@example.com",
  GIT_COMMITTER_DATE: "2026-08-01T12:00:00Z",
};

const BUILDERS = {
  c1k: (folder) => manyFiles(folder, { files: 1000, goals: 2, kpis: 10, json: true }),
  "c1k-defects": (folder) => manyFilesWithDefects(folder, { files: 1000, goals: 2, kpis: 10 }),
  "c1k-quoted": (folder) => manyFiles(folder, { files: 1000, goals: 2, kpis: 10, quoted: true }),
  "c1k-git": underGit,
  history,
  c10k: (folder) => manyFiles(folder, { files: 10000, goals: 2, kpis: 10 }),
  "c10k-quoted": (folder) => manyFiles(folder, { files: 10000, goals: 2, kpis: 10, quoted: true }),
  c10k1: (folder) => manyFiles(folder, { files: 10000, goals: 1, kpis: 1 }),
  one,
  big: (folder) => big(folder, 0),
  "big-defects": (folder) => big(folder, 1600),
  planted: plantedKinds,
};

export const CORPUS_NAMES = Object.keys(BUILDERS);

function readManifest(folder) {
  try {
    return JSON.parse(fs.readFileSync(path.join(folder, "manifest.json"), "utf8"));
  } catch {
    return null; // missing or unreadable: built again
  }
}

/** The corpus of that name, built first where it is missing or was made by another version of the builder. */
export function ensureCorpus(name, log = () => {}) {
  const folder = path.join(CORPORA_FOLDER, name);
  const paths = { name, folder, root: path.join(folder, "root"), json: path.join(folder, "json") };
  const existing = readManifest(folder);
  if (existing?.version === BUILDER_VERSION) return { ...paths, manifest: existing };
  log(`building corpus ${name}`);
  fs.mkdirSync(CORPORA_FOLDER, { recursive: true });
  const building = fs.mkdtempSync(path.join(CORPORA_FOLDER, `.building-${name}-`));
  try {
    const corpus = new CorpusFolder(building);
    BUILDERS[name](corpus, building);
    corpus.text("manifest.json", `${JSON.stringify(corpus.manifest, null, 2)}\n`);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.renameSync(building, folder);
    return { ...paths, manifest: corpus.manifest };
  } finally {
    fs.rmSync(building, { recursive: true, force: true });
  }
}

/** What has to be found in a corpus: `[{kind, rule, file, line, column}]`, or null where nothing was planted. */
export function plantedOf(corpus) {
  const file = path.join(corpus.folder, "planted.json");
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;
}
