import * as path from "node:path";
import { driver } from "../lib/paths.mjs";

export const peer = {
  name: "yaml-language-server",
  title: "yaml-language-server as a library",
  package: "yaml-language-server",
  needsSchema: true,
  slow: true,
  does: "checks the shape with positions, in one process without a client",
  leavesOut: "links, rules, data",
  command: (corpus, { schema }) => ({
    file: process.execPath,
    args: [driver("yaml-language-server"), path.join(corpus.root, "kpis"), schema],
  }),
};
