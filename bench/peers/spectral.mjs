import * as fs from "node:fs";
import * as path from "node:path";
import { inPackage, SCRATCH_FOLDER } from "../lib/paths.mjs";

const rule = (severity, given, then) => ({ given, severity, then });
const simple = (given, then) => rule("warn", given, then);
const present = (given, field) => simple(given, { field, function: "truthy" });

/** The published schema as one rule, and eight rules of the kind that a team writes in an afternoon. */
function rulesetOf(schema) {
  return {
    extends: [],
    rules: {
      shape: rule("error", "$", { function: "schema", functionOptions: { schema, dialect: "draft7" } }),
      "kpi-why": present("$.kpis[*]", "why"),
      "kpi-action": present("$.kpis[*]", "if_off_track"),
      "kpi-review": present("$.kpis[*]", "review"),
      "metric-definition": present("$.metrics[*]", "definition"),
      "metric-category": present("$.metrics[*]", "category"),
      "kpi-title-length": simple("$.kpis[*].title", { function: "length", functionOptions: { max: 120 } }),
      "kpi-title-words": simple("$.kpis[*].title", {
        function: "pattern",
        functionOptions: { notMatch: "/\\b(?:significant|adequate|several|some)\\b/i" },
      }),
      "kpi-id-case": simple("$.kpis", {
        field: "@key",
        function: "pattern",
        functionOptions: { match: "^[a-z0-9]+(-[a-z0-9]+)*$" },
      }),
    },
  };
}

function writeRuleset(schemaFile) {
  const file = path.join(SCRATCH_FOLDER, "spectral-ruleset.json");
  fs.mkdirSync(SCRATCH_FOLDER, { recursive: true });
  fs.writeFileSync(file, JSON.stringify(rulesetOf(JSON.parse(fs.readFileSync(schemaFile, "utf8")))));
  return file;
}

export const peer = {
  name: "spectral",
  title: "spectral, schema + 8 rules",
  package: "@stoplight/spectral-cli",
  needsSchema: true,
  slow: true,
  does: "checks the shape by the published schema and eight simple rules, with positions",
  leavesOut: "links between files, data, the other rules",
  command: (corpus, { schema }) => ({
    file: process.execPath,
    args: [
      inPackage("@stoplight/spectral-cli", "dist/index.js"),
      "lint",
      path.join(corpus.root, "kpis", "**", "*.yaml"),
      "--ruleset",
      writeRuleset(schema),
      "--quiet",
    ],
  }),
};
