/** `npm run generate` on a copy of the repository: a rule is added by adding its file. */

import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { afterEach, expect, it } from "vitest";
import { Folder, ROOT } from "../support/cli.ts";

const COPIED = [
  "src",
  "scripts",
  "schemas",
  "docs",
  "examples",
  "README.md",
  "package.json",
  "biome.json",
  "tsconfig.json",
];
const RULE = readFileSync(path.join(ROOT, "src/rules/relevant/no-action.ts"), "utf8")
  .replace('id: "relevant/no-action"', 'id: "relevant/no-motive"')
  .replace(/summary: ".*"/, 'summary: "Nobody knows why."');

const folder = new Folder();
afterEach(() => folder.drop());

it("one run takes a new rule into the register, the schema, the README and the pages", () => {
  for (const name of COPIED) cpSync(path.join(ROOT, name), folder.join(name), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), folder.join("node_modules"));
  writeFileSync(folder.join("src/rules/relevant/no-motive.ts"), RULE);
  const generate = (...args: readonly string[]): string =>
    execFileSync(process.execPath, ["scripts/run-ts.mjs", "scripts/generate.ts", ...args], {
      cwd: folder.path,
      encoding: "utf8",
    });
  expect(generate()).toContain("wrote src/rules/index.ts");
  expect(generate("--check")).toMatch(/, 0 stale\n$/);
  for (const file of ["src/rules/index.ts", "schemas/v1/config.schema.json", "README.md", "docs/rules/README.md"]) {
    expect(readFileSync(folder.join(file), "utf8"), file).toContain("no-motive");
  }
  expect(readFileSync(folder.join("docs/rules/relevant/no-motive.md"), "utf8")).toContain("Nobody knows why.");
});
