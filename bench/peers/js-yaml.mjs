import * as path from "node:path";
import { driver } from "../lib/paths.mjs";

export const peer = {
  name: "js-yaml",
  title: "bare js-yaml `load`",
  package: "js-yaml",
  needsSchema: false,
  slow: false,
  does: "reads every file and makes values of it",
  leavesOut: "checks of any kind, positions",
  command: (corpus) => ({ file: process.execPath, args: [driver("js-yaml"), path.join(corpus.root, "kpis")] }),
};
