import * as path from "node:path";
import { driver } from "../lib/paths.mjs";

export const peer = {
  name: "yaml",
  title: "bare `yaml` `parse`",
  package: "yaml",
  needsSchema: false,
  slow: true,
  does: "reads every file and makes values of it, by way of a document with ranges and comments",
  leavesOut: "checks of any kind",
  command: (corpus) => ({ file: process.execPath, args: [driver("yaml"), path.join(corpus.root, "kpis")] }),
};
