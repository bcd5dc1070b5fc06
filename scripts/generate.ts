/**
 * Writes everything that is derived: `npm run generate`; with `--check` it writes nothing and
 * exits 1 where a file differs from what it would write.
 *
 * What is generated is also what generates: pages come from the register of rules and from the compiled validators.
 * So where a part of the program was written, everything is generated once more, by the new program.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { verdicts } from "../src/changes/verdicts/index.ts";
import { rules } from "../src/rules/index.ts";
import { clientOutput } from "./generate-client.ts";
import { commandsPage } from "./generate-commands.ts";
import { formatPage } from "./generate-format.ts";
import { progressPictures } from "./generate-progress-pictures.ts";
import { ruleIndex } from "./generate-rule-index.ts";
import { readme, rulePages } from "./generate-rule-pages.ts";
import { schemaOutputs } from "./generate-schemas.ts";
import { verdictIndex, verdictLevels } from "./generate-verdict-index.ts";
import { verdictPages } from "./generate-verdict-pages.ts";
import type { Output } from "./output.ts";

/** Folders that this program is made from. */
const PROGRAM = /^(?:src|schemas)\//;

/** Folders that hold generated files only: what is not generated any more is removed. */
const OWNED = ["docs/rules", "docs/pictures"];

const root = process.cwd();
const checkOnly = process.argv.includes("--check");

const outputs: readonly Output[] = [
  ruleIndex(root),
  verdictIndex(root),
  verdictLevels(verdicts),
  await clientOutput(root),
  ...(await schemaOutputs([...rules, ...verdicts])),
  ...(await rulePages(rules, verdicts)),
  ...(await verdictPages(verdicts)),
  await formatPage(),
  commandsPage(),
  ...(await progressPictures()),
  await readme(rules, verdicts, readFileSync(path.join(root, "README.md"), "utf8")),
];

let stale = 0;
let isNewProgram = false;
for (const { path: file, text } of outputs) {
  if (read(file) === text) continue;
  stale++;
  if (checkOnly) console.error(`stale: ${file}`);
  else {
    write(file, text);
    isNewProgram ||= PROGRAM.test(file);
  }
}
for (const folder of OWNED) {
  for (const file of filesIn(folder)) {
    if (outputs.some((output) => output.path === file)) continue;
    stale++;
    if (checkOnly) console.error(`left over: ${file}`);
    else rmSync(path.join(root, file));
  }
}
console.log(
  checkOnly
    ? `${outputs.length} generated files, ${stale} stale`
    : `${outputs.length} generated files, ${stale} written`,
);
if (checkOnly && stale > 0) {
  console.error("Run `npm run generate` and commit what it writes.");
  process.exitCode = 1;
}
if (isNewProgram) execFileSync(process.execPath, ["scripts/run-ts.mjs", "scripts/generate.ts"], { stdio: "inherit" });

function read(file: string): string | null {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch {
    return null; // not there yet: stale
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
  console.log(`wrote ${file}`);
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  } catch {
    return []; // no such folder yet
  }
}
