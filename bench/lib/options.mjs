/** The command line of the benchmark. */

import * as path from "node:path";
import { parseArgs } from "node:util";
import { CORPUS_NAMES } from "../corpora.mjs";
import { CASE_NAMES, DEFAULT_CASES } from "./cases.mjs";
import { PRODUCT, PUBLISHED_SCHEMA } from "./paths.mjs";
import { UsageError } from "./usage.mjs";

export const HELP = `node bench/run.mjs [options]

  --runs N           runs of each contender (7); slow peers run at most 3 times
  --only CASE,…      only these cases: ${CASE_NAMES.join(", ")}
  --quick            c1k and one only, 3 runs, slow peers once
  --peers NAME,…     only these peers; "none" for the product alone
  --json             results for machines on stdout instead of the tables
  --corpus [NAME,…]  only build the corpora, all or these: ${CORPUS_NAMES.join(", ")}
  --product FILE     another build of the product than dist/cli.js
  --schema FILE      another schema for the peers than schemas/v1/kpi.schema.json
`;

function listOf(value, known, what) {
  const names = value.split(",").filter((name) => name !== "");
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new UsageError(`There is no ${what} "${stranger}". Known: ${known.join(", ")}.`);
  return names;
}

function runsOf(text, fallback) {
  if (text === undefined) return fallback;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError("Give --runs a whole number from 1 to 999.");
  return Number(text);
}

/** Reads the arguments; throws where they are wrong. */
export function readOptions(args, peerNames) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: "string" },
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      peers: { type: "string" },
      json: { type: "boolean", default: false },
      corpus: { type: "boolean", default: false },
      product: { type: "string", default: PRODUCT },
      schema: { type: "string", default: PUBLISHED_SCHEMA },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (!values.corpus && positionals.length > 0)
    throw new UsageError(`"${positionals[0]}" is not understood; see --help.`);
  const runs = runsOf(values.runs, values.quick ? 3 : 7);
  const usual = values.quick ? ["c1k", "one"] : DEFAULT_CASES;
  return {
    help: values.help,
    json: values.json,
    runs,
    slowRuns: Math.min(runs, values.quick ? 1 : 3),
    cases: values.only === undefined ? usual : listOf(values.only, CASE_NAMES, "case"),
    peers:
      values.peers === undefined ? peerNames : listOf(values.peers === "none" ? "" : values.peers, peerNames, "peer"),
    corpora: values.corpus ? listOf(positionals.join(",") || CORPUS_NAMES.join(","), CORPUS_NAMES, "corpus") : null,
    product: path.resolve(values.product),
    schema: path.resolve(values.schema),
  };
}
