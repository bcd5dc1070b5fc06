/** Which workspace a run is about: the one that its inputs lead to, or led to before the change deleted it. */

import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EASED, KPIS, UNREADABLE } from "./support/kpis.ts";
import type { StepResult } from "./support/runner.ts";
import { reportOf, type SceneOptions, stage } from "./support/scene.ts";

const on = stage();

type Inputs = Readonly<Record<string, string>>;

const README = { "README.md": "Nothing\n" };
const CONFIG = "version: 1\n";
const ROOT = { ...README, "kpi.yaml": KPIS };
const NESTED = { ...README, "teams/sales/kpi.yaml": KPIS, "teams/sales/kpi.config.yaml": CONFIG };
const FOLDERS = { ...ROOT, "kpis/sales.kpi.yaml": CONFIG, "kpis/south/a.kpi.yaml": CONFIG };

const errors = ({ annotations }: StepResult) =>
  annotations.filter(({ level, file }) => level === "error" && file === null).map(({ message }) => message);
const changesOf = (result: StepResult) =>
  reportOf(result).diff?.changes.map(({ ruleId, file }) => `${ruleId.slice("diff/".length)} ${file}`);

describe("a workspace below the top", () => {
  const scene = (): SceneOptions => ({ base: NESTED, change: { "teams/sales/kpi.yaml": EASED } });

  it.each<Inputs>([
    { paths: "teams/sales" },
    { paths: "teams/sales/kpi.yaml" },
    { "working-directory": "teams/sales" },
    { "working-directory": "teams", paths: "sales" },
  ])("is reviewed: %j", async (inputs) => {
    const { run } = await on.scene(scene());
    const result = await run({ ...inputs, comment: "never" });
    expect(result).toMatchObject({ status: 1, outputs: { lane: "definition", kpis: "1", "eased-targets": "1" } });
    const file = "teams/sales/kpi.yaml";
    expect(changesOf(result)).toEqual([`status-by-definition ${file}`, `target-eased ${file}`]);
  });

  it("is reviewed without the files that paths name beside it", async () => {
    const { run } = await on.scene({ base: ROOT, change: { "kpi.yaml": EASED, "docs/draft.yaml": CONFIG + GOAL } });
    const result = await run({ paths: "kpi.yaml\ndocs/draft.yaml", comment: "never" });
    expect(changesOf(result)).toEqual(["status-by-definition kpi.yaml", "target-eased kpi.yaml"]);
  });

  it("stays one for the review that takes its config away", async () => {
    const change = { "teams/sales/kpi.yaml": EASED, "teams/sales/kpi.config.yaml": null };
    const { run } = await on.scene({ base: { ...NESTED, "kpi.config.yaml": CONFIG }, change });
    const result = await run({ "working-directory": "teams/sales", comment: "never" });
    expect(result.outputs).toMatchObject({ conclusion: "failure", "eased-targets": "1", kpis: "1" });
  });

  const GOAL = 'goals:\n  more: { title: More of it, owner: "@ceo" }\n';
});

describe("KPI files that a change deletes", () => {
  const all = { "kpi.yaml": null };
  const nested = { "teams/sales/kpi.yaml": null, "teams/sales/kpi.config.yaml": null };
  const removed = (file: string) =>
    ["goal-removed", "metric-removed", "kpi-removed-early"].map((id) => `${id} ${file}`);

  it.each<[string, SceneOptions, Record<string, string>, string]>([
    ["all of them", { base: ROOT, change: all }, {}, "kpi.yaml"],
    [
      "a workspace with its folder",
      { base: NESTED, change: nested },
      { "working-directory": "teams/sales" },
      "teams/sales/kpi.yaml",
    ],
    [
      "a workspace inside another one",
      { base: { ...NESTED, "kpi.config.yaml": CONFIG, "kpi.yaml": CONFIG }, change: nested },
      { "working-directory": "teams/sales" },
      "teams/sales/kpi.yaml",
    ],
    [
      "a workspace that only paths name",
      { base: NESTED, change: nested },
      { paths: "teams/sales" },
      "teams/sales/kpi.yaml",
    ],
    [
      "a folder of the workspace",
      { base: { ...README, "kpi.yaml": CONFIG, "kpis/sales/a.yaml": KPIS }, change: { "kpis/sales/a.yaml": null } },
      { paths: "kpis/sales" },
      "kpis/sales/a.yaml",
    ],
    [
      "a file",
      { base: { ...README, "kpi.yaml": CONFIG, "kpis/a.yaml": KPIS }, change: { "kpis/a.yaml": null } },
      { paths: "kpis/a.yaml\nkpi.yaml" },
      "kpis/a.yaml",
    ],
  ])("are reviewed: %s", async (_, options, inputs, file) => {
    const { run, comments } = await on.scene(options);
    const result = await run(inputs);
    expect(result).toMatchObject({
      status: 1,
      outputs: { conclusion: "failure", lane: "definition", kpis: "0", "comment-action": "created" },
    });
    expect(changesOf(result)?.toSorted()).toEqual(removed(file).toSorted());
    expect(errors(result)).toEqual([expect.stringMatching(/^\d errors? among the changes of meaning/)]);
    const [{ body } = { body: "" }] = await comments();
    expect(body).toContain("1 KPI is removed before its end without a reason");
    expect(result.summary).toContain("kpi removed early");
  });

  it("turn an earlier comment red, and do not fail where nothing is to fail", async () => {
    const { run, comments, workspace } = await on.scene({ base: ROOT, change: all });
    workspace.write("kpi.yaml", `${KPIS}# words\n`);
    await run({ comment: "always" });
    expect((await comments())[0]?.body).toContain("\n✓ ");
    rmSync(workspace.join("kpi.yaml"));
    const result = await run({ "fail-on": "never" });
    expect(result).toMatchObject({ status: 0, outputs: { conclusion: "success", "comment-action": "updated" } });
    expect((await comments())[0]?.body).toMatch(/\n⚠ \*\*.*1 KPI is removed before its end without a reason/);
  });
});

describe("what neither version has", () => {
  it.each([
    [{ "working-directory": "nowhere" }, 'working-directory: there is no folder "nowhere" in the checkout.'],
    [
      { "working-directory": "nowhere", paths: "x" },
      'working-directory: there is no folder "nowhere" in the checkout.',
    ],
    [{ "working-directory": "../../nowhere" }, 'working-directory: "../../nowhere" leads out of the checkout; '],
    [{ "working-directory": "kpi.yaml" }, 'working-directory: there is no folder "kpi.yaml" in the checkout.'],
    [{ paths: "nowhere" }, 'There is no file or folder "nowhere".'],
    [{ paths: "kpi.yaml\nnowhere.yaml" }, 'There is no file or folder "nowhere.yaml".'],
    [{ paths: "docs" }, "There are no KPI files in docs. "],
  ])("%j", async (inputs, words) => {
    const { run } = await on.scene({
      base: { ...FOLDERS, "docs/a.md": "x\n" },
      change: { "kpis/sales.kpi.yaml": null },
    });
    const result = await run(inputs);
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", "comment-action": "skipped" } });
    expect(errors(result)).toEqual([expect.stringContaining(words)]);
  });
});

describe("fail-on: never", () => {
  it("does not fail for what cannot be read, and the report tells it", async () => {
    const { run } = await on.scene({ change: UNREADABLE });
    const result = await run({ "fail-on": "never" });
    expect(result).toMatchObject({ status: 0, outputs: { conclusion: "success", errors: "1" } });
    expect(result.summary).toMatch(/^⚠ \*\*.*1 file cannot be read whole; 1 new error\.\*\*/);
  });

  it.each<Inputs>([{ "fail-on-change": "eased" }, { "fail-on-status": "missed" }])(
    "fails for it with %j, which cannot be judged then",
    async (inputs) => {
      const { run } = await on.scene({ change: UNREADABLE });
      const result = await run({ "fail-on": "never", ...inputs });
      expect(errors(result)).toEqual(["1 file cannot be read, so what changed there is not known"]);
    },
  );

  it("fails for a config that is wrong, because nothing can be judged then", async () => {
    const { run } = await on.scene({ change: { "kpi.config.yaml": "version: 1\nrules: { nope: off }\n" } });
    expect(errors(await run({ "fail-on": "never" }))).toEqual(["1 error in the config"]);
  });
});
