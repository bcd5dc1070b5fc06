/** How long `kpi check` takes for files that were made to hurt it. */

import * as fs from "node:fs";
import * as path from "node:path";
import { hasCrashed, measure, median } from "./measure.mjs";
import { MONSTERS } from "./monsters.mjs";
import { SCRATCH_FOLDER } from "./paths.mjs";
import { AS_OF } from "./unit.mjs";

const OK_CODES = [0, 1];

/** Milliseconds of a whole `kpi check` of the slowest of the hostile files: each alone in a folder, the median of `runs`. */
export async function slowestHostile(productFile, _corpus, { runs, log }) {
  const cwd = path.join(SCRATCH_FOLDER, "hostile");
  fs.rmSync(cwd, { recursive: true, force: true });
  fs.mkdirSync(cwd, { recursive: true });
  const args = [productFile, "check", "--as-of", AS_OF];
  let slowest = 0;
  for (const [name, text] of MONSTERS) {
    fs.writeFileSync(path.join(cwd, "kpi.yaml"), text());
    const seconds = [];
    for (let run = 0; run < runs; run++) {
      const result = await measure({ file: process.execPath, args, cwd });
      if (!OK_CODES.includes(result.code) || hasCrashed(result.complaint))
        throw new Error(`kpi check of ${name} ended with ${result.code}: ${result.complaint}`);
      seconds.push(result.seconds);
    }
    const took = median(seconds) * 1000;
    log(`hostile: ${name}: ${took.toFixed(0)} ms`);
    slowest = Math.max(slowest, took);
  }
  return slowest;
}
