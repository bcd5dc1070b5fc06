import { inPackage } from "../lib/paths.mjs";

export const peer = {
  name: "v8r",
  title: "v8r",
  package: "v8r",
  quotedDates: true,
  needsSchema: true,
  slow: true,
  does: "checks the shape, formats included",
  leavesOut:
    "positions, links, rules, data. Its js-yaml 4 makes date objects of bare dates and then rejects them, so it gets the corpus with quoted dates",
  okCodes: [0, 99],
  command: (corpus, { schema }) => ({
    file: process.execPath,
    args: [inPackage("v8r", "src/index.js"), "--schema", schema, "--no-ignore", "kpis/**/*.yaml"],
    cwd: corpus.root,
  }),
};
