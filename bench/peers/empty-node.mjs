import { driver } from "../lib/paths.mjs";

export const peer = {
  name: "empty-node",
  title: "empty node script",
  package: null,
  needsSchema: false,
  slow: false,
  does: "starts node and ends",
  leavesOut: "everything",
  command: () => ({ file: process.execPath, args: [driver("empty")] }),
};
