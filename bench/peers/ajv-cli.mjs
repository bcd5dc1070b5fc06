import * as path from "node:path";
import { inPackage } from "../lib/paths.mjs";

export const peer = {
  name: "ajv-cli",
  title: "ajv-cli",
  package: "ajv-cli",
  quotedDates: true,
  needsSchema: true,
  slow: false,
  does: "checks the shape, formats included; stops at the first error of a file",
  leavesOut:
    "positions, links, rules, data. Its js-yaml 3 makes date objects of bare dates and then rejects them, so it gets the corpus with quoted dates",
  command: (corpus, { schema }) => ({
    file: process.execPath,
    args: [
      inPackage("ajv-cli", "dist/index.js"),
      "validate",
      "-s",
      schema,
      "-d",
      path.join(corpus.root, "kpis", "**", "*.yaml"),
      "--strict=false",
      "-c",
      "ajv-formats",
      "--errors=no",
    ],
  }),
};
