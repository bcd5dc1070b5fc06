import * as path from "node:path";
import { driver } from "../lib/paths.mjs";

export const peer = {
  name: "floor",
  title: "read + JSON.parse of the same data",
  package: null,
  needsSchema: false,
  slow: false,
  does: "walks the folder, reads every file and parses it as JSON",
  leavesOut: "everything else: no YAML, no check, no position",
  command: (corpus) => ({ file: process.execPath, args: [driver("floor"), path.join(corpus.folder, "json", "kpis")] }),
};
