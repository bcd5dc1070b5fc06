/**
 * Runs the commands of the documentation and writes what they print into the pages: `npm run docs [-- PAGE …]`.
 *
 * `--check` writes nothing and ends with 1 where a page is out of date; a command that ends otherwise than its page
 * says always does.
 */

import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { execute } from "./docs/execute.ts";
import { documentationPages } from "./docs/pages.ts";

/** Goes through the pages that are named, or all. */
export async function main(args: readonly string[]): Promise<number> {
  const root = process.cwd();
  const isCheck = args.includes("--check");
  const named = args.filter((arg) => !arg.startsWith("--"));
  let status = 0;
  for (const page of named.length > 0 ? named : documentationPages(root)) {
    const file = path.join(root, page);
    const before = readFileSync(file, "utf8");
    const { text, problems } = await execute(before, root);
    for (const problem of problems) console.error(`${page}: ${problem}`);
    if (text !== before) console.log(`${page}: ${isCheck ? "its outputs are out of date" : "outputs written"}`);
    if (text !== before && !isCheck) writeFileSync(file, text);
    if (problems.length > 0 || (isCheck && text !== before)) status = 1;
  }
  return status;
}
