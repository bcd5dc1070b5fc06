/** Measures the product beside its peers: see README.md in this folder. */

import * as fs from "node:fs";
import * as os from "node:os";
import { ensureCorpus, plantedOf } from "./corpora.mjs";
import { CASES } from "./lib/cases.mjs";
import { compareFindings } from "./lib/findings.mjs";
import { slowestHostile } from "./lib/hostile.mjs";
import { lspLatency, watchLatency } from "./lib/live.mjs";
import { HELP, readOptions } from "./lib/options.mjs";
import { checkReport, hasCommand, productContender, productVersion } from "./lib/product.mjs";
import { runRounds } from "./lib/rounds.mjs";
import { contenderTable, factTable, targetTable } from "./lib/table.mjs";
import { judge } from "./lib/targets.mjs";
import { runMain, UsageError } from "./lib/usage.mjs";
import { installedVersion, PEERS } from "./peers/index.mjs";

const started = Date.now();
const LIVE = { watch: watchLatency, lsp: lspLatency, hostile: slowestHostile };

const log = (line) =>
  process.stderr.write(`[${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s] ${line}\n`);

/** One benchmark: the options, and everything that was learnt on the way. */
class Bench {
  results = { summaries: {}, facts: [], live: {}, notBuilt: [], notices: [], failures: [] };
  #options;

  constructor(options) {
    this.#options = options;
  }

  #notice(text) {
    if (this.results.notices.includes(text)) return;
    this.results.notices.push(text);
    log(text);
  }

  /** The contender for a peer, or null with a notice where it cannot be had. */
  #peerContender(name, corpusName) {
    const peer = PEERS[name];
    const { peers, schema } = this.#options;
    if (!peers.includes(name)) return null;
    if (installedVersion(peer) === null) {
      this.#notice(`${name} is not installed and left out: npm ci --prefix bench`);
      return null;
    }
    if (peer.needsSchema && !fs.existsSync(schema)) {
      this.#notice(`${name} is left out: there is no schema at ${schema}`);
      return null;
    }
    const corpus = ensureCorpus(peer.quotedDates ? `${corpusName}-quoted` : corpusName, log);
    return {
      key: `${name}@${corpusName}`,
      title: `${peer.title} ${installedVersion(peer)}`.trim(),
      corpus: corpusName,
      slow: peer.slow,
      okCodes: peer.okCodes ?? [0, 1],
      command: peer.command(corpus, { schema }),
    };
  }

  #contenders(list) {
    return list
      .map((entry) =>
        entry.peer === undefined
          ? productContender(this.#options.product, entry.product, ensureCorpus(entry.corpus, log))
          : this.#peerContender(entry.peer, entry.corpus),
      )
      .filter((contender) => contender !== null);
  }

  async #time(name, list) {
    const contenders = this.#contenders(list);
    const { runs, slowRuns } = this.#options;
    const { summaries, failures } = await runRounds(name, contenders, { runs, slowRuns, log });
    this.results.summaries[name] = Object.fromEntries(summaries);
    this.results.failures.push(...failures.map((failure) => ({ case: name, ...failure })));
    for (const { key, code } of summaries.values()) {
      const rejects = code !== 0 && !key.startsWith("check@") && !key.startsWith("diff@");
      if (rejects) this.#notice(`${key} ends with ${code}: it finds something in a clean corpus, which costs it time`);
    }
  }

  #verify(corpusName) {
    log(`looking at the findings in ${corpusName}`);
    const corpus = ensureCorpus(corpusName, log);
    const planted = plantedOf(corpus);
    const fact = compareFindings(corpusName, checkReport(this.#options.product, corpus), planted);
    this.results.facts.push(fact);
    if (planted === null && fact.findings > 0) {
      this.#notice(`${corpusName} should be clean and has ${fact.findings} findings: ${JSON.stringify(fact.byRule)}`);
    }
    this.#missed(corpusName, fact.missed);
  }

  /** Says of each kind that was missed how often, and where first. */
  #missed(corpusName, missed) {
    const kinds = new Set(missed.map(({ kind }) => kind));
    for (const kind of kinds) {
      const all = missed.filter((defect) => defect.kind === kind);
      const [{ rule, file, line, column, instead }] = all;
      const there = instead.join(", ") || "nothing";
      this.#notice(
        `${corpusName}: ${kind} missed ${all.length} x, first ${rule} at ${file}:${line}:${column}; there: ${there}`,
      );
    }
  }

  /** Does one step of a case; what goes wrong is kept as a failure, and the rest still runs. */
  async #attempt(name, step) {
    try {
      await step();
    } catch (error) {
      this.results.failures.push({ case: name, key: name, code: null, complaint: error.stack });
    }
  }

  async run(name) {
    const { contenders, verify, needs, live } = CASES[name];
    const { product, runs } = this.#options;
    if (needs !== undefined && !hasCommand(product, needs)) {
      this.results.notBuilt.push(name);
      log(`${name}: \`kpi ${needs}\` is not built yet`);
      return;
    }
    for (const corpus of verify) await this.#attempt(name, () => this.#verify(corpus));
    if (contenders.length > 0) await this.#attempt(name, () => this.#time(name, contenders));
    if (live === undefined) return;
    await this.#attempt(name, async () => {
      this.results.live[name] = await LIVE[live](product, ensureCorpus("c1k", log), { runs, log });
    });
  }
}

function machine() {
  const [cpu] = os.cpus();
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpus: os.cpus().length,
    model: cpu?.model ?? null,
  };
}

function jsonReport(options, results, targets) {
  const peers = Object.values(PEERS).map((peer) => ({
    name: peer.name,
    version: installedVersion(peer),
    does: peer.does,
    leavesOut: peer.leavesOut,
  }));
  const product = { file: options.product, version: productVersion(options.product) };
  return { schemaVersion: 1, machine: machine(), product, runs: options.runs, peers, targets, ...results };
}

function textReport(results, targets) {
  const parts = [targetTable(targets)];
  if (Object.keys(results.summaries).length > 0) parts.push(contenderTable(results.summaries));
  if (results.facts.length > 0) parts.push(factTable(results.facts));
  if (results.notices.length > 0) parts.push(results.notices.map((notice) => `note: ${notice}`).join("\n"));
  const { node, platform, cpus } = machine();
  parts.push(
    `node ${node}, ${platform}, ${cpus} processors. Seconds are medians of interleaved whole processes; only ratios carry over to other machines.`,
  );
  return parts.join("\n\n");
}

async function main() {
  const options = readOptions(process.argv.slice(2), Object.keys(PEERS));
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.corpora !== null) {
    for (const name of options.corpora) log(`${name}: ${JSON.stringify(ensureCorpus(name, log).manifest)}`);
    return 0;
  }
  if (!fs.existsSync(options.product))
    throw new UsageError(`There is no ${options.product}. Build it first: npm run build`);
  const bench = new Bench(options);
  for (const name of options.cases) await bench.run(name);
  const { results } = bench;
  const targets = judge(options.cases, results);
  const report = options.json
    ? JSON.stringify(jsonReport(options, results, targets), null, 2)
    : textReport(results, targets);
  process.stdout.write(`${report}\n`);
  for (const { case: name, key, code, complaint } of results.failures) {
    process.stderr.write(`${name}: ${key} failed${code === null ? "" : ` with ${code}`}\n${complaint}\n`);
  }
  return results.failures.length === 0 ? 0 : 1;
}

await runMain(main);
