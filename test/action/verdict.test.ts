/** When a run fails, what it says then, and what later steps are told. */

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../support/cli.ts";
import { CHECKED_IN, EASED, EXPLAINED, edited, KPIS, RAISED, UNREADABLE, VAGUE, WRONG } from "./support/kpis.ts";
import type { StepResult } from "./support/runner.ts";
import { reportOf, stage } from "./support/scene.ts";

const on = stage();

const errors = ({ annotations }: StepResult) =>
  annotations.filter(({ level, file }) => level === "error" && file === null).map(({ message }) => message);
const GONE = edited(KPIS, [KPIS.slice(KPIS.indexOf("kpis:")), ""]);
const OTHER_UNIT = edited(KPIS, ["unit: points", "unit: stars"]);
const OFF_TRACK = edited(KPIS, ["2026-06-30: 68", "2026-06-30: 62"]);
const GUARDED = edited(KPIS, ["    why:", "    guardrails: [{ metric: nps, max: 60 }]\n    why:"]);

type Threshold = readonly [
  title: string,
  inputs: Readonly<Record<string, string>>,
  change: string,
  failures: readonly string[],
];

describe("thresholds", () => {
  const thresholds: readonly Threshold[] = [
    ["nothing", {}, KPIS, []],
    ["a new error", {}, WRONG, ["1 error among the findings (fail-on: error)"]],
    ["a new error", { "fail-on": "never" }, WRONG, []],
    ["a new warning", {}, VAGUE, []],
    ["a new warning", { "fail-on": "warning" }, VAGUE, ["1 warning among the findings (fail-on: warning)"]],
    ["a change with a reason", {}, EXPLAINED, []],
    [
      "a change with a reason",
      { "fail-on": "warning" },
      EXPLAINED,
      ["2 warnings among the changes of meaning (fail-on: warning)"],
    ],
    ["a change without one", {}, EASED, ["2 errors among the changes of meaning (fail-on: error)"]],
    ["a change without one", { "fail-on": "never" }, EASED, []],
    ["new data", { "fail-on": "info" }, CHECKED_IN, []],
    [
      "an easing with a reason",
      { "fail-on-change": "eased" },
      EXPLAINED,
      ['1 change of the kind "eased" (fail-on-change)'],
    ],
    ["an easing with a reason", { "fail-on-change": "eased-without-reason" }, EXPLAINED, []],
    [
      "an easing without one",
      { "fail-on": "never", "fail-on-change": "eased-without-reason, unit-changed" },
      EASED,
      ['1 change of the kind "eased-without-reason" (fail-on-change)'],
    ],
    [
      "a harder target",
      { "fail-on-change": "eased target-raised" },
      RAISED,
      ['1 change of the kind "target-raised" (fail-on-change)'],
    ],
    [
      "a KPI that is gone",
      { "fail-on": "never", "fail-on-change": "removed-early" },
      GONE,
      ['1 change of the kind "removed-early" (fail-on-change)'],
    ],
    [
      "another unit",
      { "fail-on": "never", "fail-on-change": "unit-changed" },
      OTHER_UNIT,
      ['1 change of the kind "unit-changed" (fail-on-change)'],
    ],
    ["a bad status", { "fail-on": "never" }, OFF_TRACK, []],
    [
      "a bad status",
      { "fail-on": "never", "fail-on-status": "off-track" },
      OFF_TRACK,
      ["nps-2026 is off-track (fail-on-status: off-track)"],
    ],
    [
      "a bad status",
      { "fail-on": "never", "fail-on-status": "at-risk" },
      OFF_TRACK,
      ["nps-2026 is off-track (fail-on-status: at-risk)"],
    ],
    ["a bad status", { "fail-on": "never", "fail-on-status": "missed" }, OFF_TRACK, []],
    [
      "a broken guardrail",
      { "fail-on-status": "off-track" },
      GUARDED,
      ["nps-2026 is off-track (fail-on-status: off-track)"],
    ],
    ["a bad status that was bad before", { "fail-on-status": "at-risk" }, KPIS, []],
  ];

  it.each(thresholds)("%s, %j", async (_, inputs, change, failures) => {
    const { run } = await on.scene({ change });
    const result = await run(inputs);
    const conclusion = failures.length === 0 ? "success" : "failure";
    expect(result).toMatchObject({ status: failures.length === 0 ? 0 : 1, outputs: { conclusion } });
    expect(errors(result)).toEqual(failures);
    expect(reportOf(result).conclusion).toBe(conclusion);
    // Quotation marks are written as entities there.
    for (const failure of failures) expect(result.summary).toContain(failure.split(/ \(| "/)[0]);
  });

  it("count what stood there before, say so, and list it in the log", async () => {
    const { run } = await on.scene({
      base: { "kpi.yaml": WRONG },
      change: edited(WRONG, ["review: {", "tags: [b2b]\n    review: {"]),
    });
    const result = await run();
    expect(result.status).toBe(1);
    const words = "all of them older than this change, which new-only: true leaves out";
    expect(errors(result)).toEqual([`1 error among the findings (fail-on: error), ${words}`]);
    expect(result.stdout).toMatch(/^kpi\.yaml:20 error .*\(schema\/pattern\)$/m);
    expect(result.outputs).toMatchObject({ conclusion: "failure", errors: "0" });
    const fresh = await run({ "new-only": "true" });
    expect(fresh).toMatchObject({ status: 0, outputs: { conclusion: "success", errors: "0" } });
    expect(fresh.stdout).not.toContain("schema/pattern");
  });
});

describe("inputs", () => {
  const wrong: Readonly<Record<string, string>> = {
    "fail-on": "eror",
    "fail-on-change": "eased, unit-chnged",
    "fail-on-status": "bad",
    "new-only": "yes",
    annotate: "lines",
    comment: "sometimes",
    "comment-when-clean": "remove",
    sections: "changes,news",
    summary: "True",
    "as-of": "2026-02-30",
    "pr-number": "#12",
    "comment-key": "x".repeat(101),
  };

  it("that are wrong get one sentence each, in the log where GitHub shows no more, and nothing is done", async () => {
    const { run, asked } = await on.scene({ change: EASED });
    const result = await run(wrong);
    expect(result).toMatchObject({ status: 1, summary: "", tempFiles: {}, outputs: { conclusion: "failure" } });
    expect(errors(result)).toEqual([
      'as-of wants a day such as 2026-08-15, not "2026-02-30".',
      'pr-number wants a number such as 42, not "#12".',
      "comment-key has at most 100 characters.",
      'fail-on does not know "eror"; did you mean error?',
      'fail-on-change does not know "unit-chnged"; did you mean unit-changed?',
      'fail-on-status does not know "bad"; write one of off-track, at-risk, missed, never',
      'new-only does not know "yes"; write one of true, false',
      expect.stringMatching(/^annotate does not know "lines"; /),
      expect.stringMatching(/^summary does not know "True"; /),
      "3 more errors like these; the log lists them.",
    ]);
    expect(result.stdout).toMatch(
      /\ncomment does not know "sometimes"; .*\ncomment-when-clean does not know "remove"; .*\nsections does not know "news"; .*\n$/,
    );
    expect(asked()).toEqual([]);
  });

  it.each([
    [{ config: "nowhere.yaml" }, 'There is no config file "nowhere.yaml".'],
    [{ base: "-x" }, 'base: "-x" cannot name a commit'],
  ])("%j", async (inputs, words) => {
    const { run } = await on.scene({ change: EASED });
    const result = await run(inputs);
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", "comment-action": "skipped" } });
    expect(errors(result)).toEqual([expect.stringContaining(words)]);
  });

  it("of sections choose what the report holds", async () => {
    const { run } = await on.scene({
      change: edited(EASED, ["Customers recommend us to others", "World-class service"]),
    });
    const changes = (await run({ sections: "changes" })).summary;
    expect(changes).toContain("75 → 70");
    expect(changes).not.toContain("vague-term");
    const findings = (await run({ sections: "findings" })).summary;
    expect(findings).toContain("vague-term");
    expect(findings).not.toContain("75 → 70");
  });
});

describe("a workspace that cannot be judged", () => {
  it("with a wrong config: its findings are reported, and nothing else", async () => {
    const config = "version: 1\nrules: { specific/vage-term: off }\n";
    const { run, comments } = await on.scene({ change: { "kpi.config.yaml": config, "kpi.yaml": EASED } });
    const result = await run();
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", errors: "1", kpis: "0", lane: "" } });
    expect(errors(result)).toEqual(["1 error in the config"]);
    expect(result.annotations).toMatchObject([{}, { file: "kpi.config.yaml", line: 2, title: "config/unknown-rule" }]);
    expect(result.summary).toContain("config/unknown-rule");
    expect((await comments())[0]?.body).toContain("config/unknown-rule");
  });

  it("with YAML that cannot be read: the finding, and a failure", async () => {
    const { run } = await on.scene({ change: UNREADABLE });
    const result = await run();
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", errors: "1" } });
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ file: "kpi.yaml", line: 23, title: "yaml/syntax" }),
    );
    expect(errors(result)[0]).toBe("1 file cannot be read, so what changed there is not known");
  });

  it("with a base that cannot be read: that is no mistake of this change", async () => {
    const { run } = await on.scene({ base: { "kpi.yaml": UNREADABLE }, change: KPIS });
    expect(await run()).toMatchObject({ status: 0, outputs: { conclusion: "success", errors: "0" } });
  });

  it("without KPI files: one sentence that says which files count", async () => {
    const { run } = await on.scene({ base: { "README.md": "Nothing" } });
    const result = await run();
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", "comment-action": "skipped" } });
    expect(errors(result)).toEqual([
      "There are no KPI files in this folder. Files are kpi.yaml at the root, *.kpi.yaml anywhere and everything under kpis/; `include` in kpi.config.yaml chooses others.",
    ]);
  });
});

describe("outputs", () => {
  const { outputs: declared }: { readonly outputs: Readonly<Record<string, object>> } = parse(
    readFileSync(`${ROOT}/action.yml`, "utf8"),
  );

  it("are all that action.yml names, with their values", async () => {
    const { run, workspace, comments } = await on.scene({
      change: edited(
        OFF_TRACK,
        ["target: 75", "target: 74"],
        ["Customers recommend us to others", "World-class service"],
      ),
    });
    const result = await run({ "sarif-file": "kpi.sarif", "json-file": "a/b/report.json" });
    expect(Object.keys(result.outputs).sort()).toEqual(Object.keys(declared).sort());
    const [comment] = await comments();
    const markdown = Object.keys(result.tempFiles).find((file) => file.endsWith(".md"));
    expect(result.outputs).toEqual({
      conclusion: "failure",
      lane: "definition",
      errors: "0",
      warnings: "1",
      infos: "0",
      kpis: "1",
      "changed-kpis": "1",
      "eased-targets": "1",
      "off-track": "1",
      "report-json": workspace.join("a/b/report.json"),
      "report-markdown": markdown,
      "sarif-file": workspace.join("kpi.sarif"),
      "comment-action": "created",
      "comment-skip-reason": "",
      "comment-url": `https://github.test/acme/kpis/pull/${comment?.pull}#issuecomment-${comment?.id}`,
    });
    expect(JSON.parse(readFileSync(workspace.join("a/b/report.json"), "utf8"))).toMatchObject({ schemaVersion: 1 });
    expect(result.tempFiles[markdown ?? ""]).toContain("nps-2026");
    expect(result.stdout.trimEnd().split("\n").at(-1)).toBe("failure: new: 1 warning; 1 KPI; comment created");
    expect(result.files).toEqual({ env: "", state: "", path: "" });
  });

  it("of a check-in say so", async () => {
    const { run } = await on.scene({ change: CHECKED_IN });
    expect((await run()).outputs).toMatchObject({ lane: "check-in", "changed-kpis": "1", "eased-targets": "0" });
  });

  it("do without a summary where the runner has none, or where none is wanted", async () => {
    const { run } = await on.scene({ change: EXPLAINED });
    const without = await run({}, { env: { GITHUB_STEP_SUMMARY: undefined } });
    expect(without).toMatchObject({ status: 0, summary: "", outputs: { "comment-action": "created" } });
    expect((await run({ summary: "false" })).summary).toBe("");
  });

  it("are set although files cannot be written", async () => {
    const { run, workspace } = await on.scene({ change: EXPLAINED });
    const result = await run({ "json-file": "kpi.yaml/report.json", "sarif-file": ".git" });
    expect(result).toMatchObject({
      status: 0,
      outputs: { conclusion: "success", "report-json": "", "sarif-file": "" },
    });
    const warnings = result.annotations.filter(({ level, file }) => level === "warning" && file === null);
    expect(warnings.map(({ message }) => message.split(":")[0])).toEqual([
      `${workspace.join("kpi.yaml/report.json")} cannot be written`,
      `${workspace.join(".git")} cannot be written`,
    ]);
    expect(existsSync(workspace.join(".git/HEAD"))).toBe(true);
  });
});
