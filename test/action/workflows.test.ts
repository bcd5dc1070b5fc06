/** action.yml, the example workflows and our own are what GitHub takes them for. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/cli.ts";
import { checkAction, checkWorkflow } from "./support/workflow-check.ts";

const FOLDERS = [".github/workflows", "examples/workflows"];
const WORKFLOWS = FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder)));
const ACTIONS = ["action.yml"].filter((file) => existsSync(path.join(ROOT, file)));

const HOSTILE = `run: echo "\${{ github.event.pull_request.title }}"`;

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");

function workflowsIn(folder: string): readonly string[] {
  const files = readdirSync(path.join(ROOT, folder)).filter((file) => /\.ya?ml$/.test(file));
  return files.map((file) => `${folder}/${file}`);
}

describe.each(WORKFLOWS)("%s", (folder) => {
  it("holds workflows", () => {
    expect(workflowsIn(folder)).not.toEqual([]);
  });

  it.each(workflowsIn(folder))("%s has nothing that a check minds", async (file) => {
    expect(await checkWorkflow(file, read(file))).toEqual([]);
  });
});

describe.each(ACTIONS)("%s", (file) => {
  it("has nothing that the language service minds", async () => {
    expect(await checkAction(read(file))).toEqual([]);
  });
});

describe("the checks", () => {
  const workflow = (step: string, more = "") =>
    `on: { pull_request: {}, merge_group: {}, push: { branches: [main] } }
${more}concurrency: { group: "kpi-\${{ github.event.pull_request.number || github.ref }}", cancel-in-progress: true }
jobs:
  kpi:
    runs-on: ubuntu-latest
    steps:
      - ${step}
`;

  it("mind nothing in a good workflow", async () => {
    const permissions = "permissions: { contents: read, pull-requests: write }\n";
    expect(await checkWorkflow("good.yml", workflow("uses: actions/checkout@v7", permissions))).toEqual([]);
  });

  it.each([
    ["a key that no workflow has", workflow("run: echo", "permission: {}\n"), ["actionlint", "language service"]],
    ["an expression that does not end", workflow(`run: echo \${{ github.ref`), ["actionlint", "language service"]],
    ["a text that anybody may write, in a script", workflow(HOSTILE), ["actionlint"]],
  ])("find %s", async (_, text, tools) => {
    const found = await checkWorkflow("bad.yml", text);
    expect([...new Set(found.map(({ tool }) => tool))]).toEqual(tools);
  });

  const action = (using: string, more = "") =>
    `name: a\ndescription: b\n${more}runs:\n  using: ${using}\n  main: dist/action.mjs\n`;

  it("mind nothing in a good action", async () => {
    expect(await checkAction(action("node24"))).toEqual([]);
  });

  it.each([
    ["a runtime that GitHub does not have", action("node23")],
    ["a key that no action has", action("node24", "input:\n  a:\n    description: c\n")],
  ])("find %s in an action", async (_, text) => {
    expect(await checkAction(text)).not.toEqual([]);
  });
});
