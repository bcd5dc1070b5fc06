/** What a fork's run has found is posted by a second workflow, which trusts nothing of it but the figures. */

import { describe, expect, it, onTestFinished } from "vitest";
import { Folder } from "../support/cli.ts";
import { type ActionEvent, scheduleEvent, workflowRunEvent } from "./support/events.ts";
import { delay } from "./support/faults.ts";
import { EASED, EXPLAINED, edited } from "./support/kpis.ts";
import type { Step, StepResult } from "./support/runner.ts";
import { runAction } from "./support/runner.ts";
import { BUNDLE, type Scene, stage } from "./support/scene.ts";

const on = stage();

type Json = Record<string, unknown>;
const told = ({ annotations }: StepResult) => annotations.map(({ level, message }) => `${level}: ${message}`);

/** The report that a fork's run leaves, and what the second workflow makes of it. */
async function second(scene: Scene) {
  const first = await scene.run();
  const report = first.tempFiles[first.outputs["report-json"] ?? ""] ?? "";
  const folder = new Folder();
  onTestFinished(() => folder.drop());
  const branch = scene.files.branch;
  const { headSha, baseSha } = scene.files;
  const event = workflowRunEvent({ headSha, defaultSha: baseSha, headRef: branch, number: scene.number });
  const publish = (text: string, step: Partial<Step> = {}): Promise<StepResult> => {
    folder.write("report/kpi.json", text);
    return runAction({
      bundle: BUNDLE,
      repositoryFolder: folder.path,
      event,
      apiUrl: on.github.proxy.url,
      token: on.github.emulator.tokens.write,
      inputs: { "publish-report": "report/kpi.json" },
      ...step,
    });
  };
  return { first, report, event, publish, comments: scene.comments, headSha };
}

const changed = (report: string, change: Json): string => JSON.stringify({ ...JSON.parse(report), ...change });

describe("publish-report", () => {
  it.each([
    ["of a good change", EXPLAINED, "success"],
    ["of a bad one", EASED, "failure"],
  ])("comments on the pull request with the report %s", async (_, change, conclusion) => {
    const { first, report, publish, comments, headSha } = await second(await on.scene({ fork: true, change }));
    const result = await publish(report);
    expect(result).toMatchObject({ status: 0, annotations: [], outputs: { conclusion, "comment-action": "created" } });
    const [comment, ...none] = await comments();
    expect(none).toEqual([]);
    expect(comment).toMatchObject({ author: "github-actions[bot]" });
    const [marker, ...lines] = (comment?.body ?? "").split("\n");
    expect(marker).toBe(`<!-- kpi-as-code:v1 key=. run=7000000001 attempt=1 sha=${headSha} -->`);
    const body = lines.join("\n");
    expect(body).toContain("reported by the fork's run");
    expect(body).toContain("/acme/kpis/actions/runs/7000000000)"); // the run that was reported
    // Everything else is what the fork's run itself has said.
    const facts = (text: string) =>
      text
        .replaceAll(/70000000\d\d/g, "RUN")
        .replace(/ · \[?reported by[^·\n]*/, "")
        .trim();
    expect(facts(body)).toBe(facts(first.summary));
    expect(result.summary).toContain("reported by the fork's run");
    expect(result.stdout).toBe(`${conclusion}, as reported; comment created\n`);
    expect((await publish(report)).outputs).toMatchObject({ "comment-action": "unchanged" });
  });

  it("says whose report it is where there is nothing to say any more", async () => {
    const { report, publish, comments } = await second(await on.scene({ fork: true, change: EXPLAINED }));
    await publish(report);
    const { diff } = JSON.parse(report);
    const none = { errors: 0, warnings: 0, infos: 0, eased: 0, easedWithoutReason: 0, tightened: 0, kpisChanged: 0 };
    const clean = changed(report, { diff: { ...diff, lane: "check-in", changes: [], effects: [], summary: none } });
    expect((await publish(clean)).outputs).toMatchObject({ "comment-action": "updated" });
    const [{ body } = { body: "" }] = await comments();
    expect(body).toContain("\n✓ **Nothing changes in meaning; nothing new is broken.** 1 KPI: 1 on-track.\n");
    expect(body).toContain("reported by the fork's run");
  });

  it("works for branches of the repository too, such as Dependabot's", async () => {
    const scene = await on.scene({ change: EXPLAINED });
    const { report, publish, comments } = await second(scene);
    const [mine] = await comments();
    await on.github.emulator.removeComment(mine?.id ?? 0);
    const { headSha, baseSha, branch } = scene.files;
    const event = workflowRunEvent({
      headSha,
      defaultSha: baseSha,
      headRef: branch,
      fork: false,
      number: scene.number,
    });
    expect((await publish(report, { event })).outputs).toMatchObject({ "comment-action": "created" });
    expect((await comments())[0]?.body).toContain("reported by the pull request's run");
  });

  it("respects comment, comment-key, comment-when-clean and summary", async () => {
    const { report, publish, comments } = await second(await on.scene({ fork: true, change: EXPLAINED }));
    const inputs = { "publish-report": "report/kpi.json" };
    const never = await publish(report, { inputs: { ...inputs, comment: "never", summary: "false" } });
    expect(never).toMatchObject({ summary: "", outputs: { "comment-action": "skipped" } });
    await publish(report, { inputs: { ...inputs, "comment-key": "x" } });
    expect((await comments())[0]?.body).toContain(" key=x ");
  });

  it("is a warning where GitHub refuses the comment", async () => {
    const { report, publish } = await second(await on.scene({ fork: true, change: EASED }));
    const result = await publish(report, { token: on.github.emulator.tokens.readOnly });
    expect(result).toMatchObject({ status: 0, outputs: { conclusion: "failure", "comment-action": "skipped" } });
    expect(told(result)).toEqual([expect.stringMatching(/^warning: .*may not write comments \(403\)/)]);
  });

  it.each([
    ["closed", { state: "closed" }],
    ["moved on", { headSha: "b".repeat(40) }],
  ] as const)("leaves a pull request alone that has %s", async (_, change) => {
    const scene = await on.scene({ fork: true, change: EXPLAINED });
    const { report, publish, comments } = await second(scene);
    await on.github.emulator.changePull(scene.number, change);
    const result = await publish(report);
    expect(result).toMatchObject({ status: 0, outputs: { conclusion: "success", "comment-action": "skipped" } });
    expect(told(result)).toEqual([
      "warning: The comment was not written: no open pull request has this commit as its head.",
    ]);
    expect(await comments()).toEqual([]);
  });
});

describe("a report that is refused", () => {
  const big = (report: string) => changed(report, { failures: Array.from({ length: 600 }, () => "x".repeat(19_000)) });
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

  it.each<[string, (report: string) => string, string]>([
    [
      "of another commit",
      (report) => changed(report, { sha: "c".repeat(40) }),
      "it is about another commit than the run that it comes from",
    ],
    [
      "of another repository",
      (report) => changed(report, { repository: "acme/other" }),
      "it is about another repository",
    ],
    ["that is no JSON", () => "::error::no\n{", "it is not JSON"],
    ["that is empty", () => "", "it is not JSON"],
    ["that is only JSON", () => "[]", "is no report of this Action"],
    ["that nests too deep", () => deep, "is no report of this Action"],
    ["of another version", (report) => changed(report, { schemaVersion: 2 }), "schemaVersion"],
    ["of another kind", (report) => changed(report, { kind: "x" }), "kind"],
    ["with a status that is none", (report) => report.replaceAll('"at-risk"', '"<b>"'), "is no report of this Action"],
    [
      "with numbers that are none",
      (report) => report.replace(/"kpis": 1,/, '"kpis": 1e999,'),
      "is no report of this Action",
    ],
    [
      "with a day that is none",
      (report) => changed(report, { asOf: "[x](https://evil.example)" }),
      "its day is no day",
    ],
    [
      "with another day that is none",
      (report) => report.replaceAll('"asOf": "', '"asOf": "<img src=x>').replace('"asOf": "<img src=x>', '"asOf": "'),
      "its day is no day",
    ],
    ["of ten megabytes", big, "it is far too long"],
  ])("%s", async (_, change, words) => {
    const { report, publish, comments } = await refused();
    const before = on.github.proxy.exchanges.length;
    const result = await publish(change(report));
    expect(result).toMatchObject({
      status: 1,
      summary: "",
      outputs: { conclusion: "failure", "comment-action": "skipped" },
    });
    expect(told(result)).toEqual([expect.stringMatching(/^error: The report is not published: /)]);
    expect(told(result)[0]).toContain(words);
    expect(on.github.proxy.exchanges.length).toBe(before);
    expect(await comments()).toEqual([]);
  });

  it.each<[string, (event: ActionEvent) => ActionEvent, string]>([
    [
      "of another event",
      (event) => scheduleEvent(event.sha),
      "publish-report works in the run of a workflow_run event",
    ],
    ["whose fork is gone", (event) => changedRun(event, { head_repository: null }), "for a branch that still exists"],
    ["whose commit is none", (event) => changedRun(event, { head_sha: "HEAD" }), "publish-report works in"],
  ])("in a run %s", async (_, change, words) => {
    const { report, publish, event } = await refused();
    const result = await publish(report, { event: change(event) });
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure" } });
    expect(told(result)).toEqual([expect.stringContaining(words)]);
  });

  it("that is not there", async () => {
    const { report, publish } = await refused();
    const result = await publish(report, { inputs: { "publish-report": "other.json" } });
    expect(told(result)).toEqual([
      "error: The report is not published: other.json is no report of this Action: there is no such file.",
    ]);
  });

  /** One pull request is enough: nothing is written to it. */
  function refused() {
    made ??= on.scene({ fork: true, change: EASED });
    return made.then(second);
  }

  let made: Promise<Scene> | undefined;
});

describe("links of a report", () => {
  it("lead where this Action itself would lead", async () => {
    const { report, publish, comments } = await second(
      await on.scene({ fork: true, change: edited(EASED, ["@cx", "@c x"]) }),
    );
    const evil = report
      .replaceAll(/"url": "[^"]*"/g, '"url": "https://evil.example/x"')
      .replaceAll(/"ruleId": "schema\/pattern"/g, '"ruleId": "schema/../../../evil"');
    expect((await publish(evil)).outputs).toMatchObject({ "comment-action": "created" });
    const body = (await comments())[0]?.body ?? "";
    expect(body).not.toContain("evil.example");
    const links = [...body.matchAll(/\]\(([^)]*)\)/g)].map(([, address = ""]) => address);
    expect(links).not.toEqual([]);
    for (const link of links) {
      expect(link).toMatch(
        /^https:\/\/github\.com\/kpi-as-code\/kpi-as-code\/blob\/main\/docs\/|^https:\/\/github\.test\/acme\/kpis\/actions\/runs\/7000000000$/,
      );
      expect(link).not.toContain("..");
    }
  });
});

function changedRun(event: ActionEvent, change: Json): ActionEvent {
  const { workflow_run: run } = event.payload;
  return {
    ...event,
    payload: { ...event.payload, workflow_run: { ...(typeof run === "object" ? run : {}), ...change } },
  };
}

it("an API that is slow twice takes no more than the 30 seconds of one step", async () => {
  const scene = await on.scene({ fork: true, change: EASED });
  const { report, publish } = await second(scene);
  on.github.proxy.fail({ method: "GET", path: /\/pulls\?/, act: delay(20_000) });
  on.github.proxy.fail({ method: "GET", path: new RegExp(`/issues/${scene.number}/comments`), act: delay(20_000) });
  const result = await publish(report);
  expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "skipped" } });
  expect(told(result)).toEqual([expect.stringContaining("could not be reached: it did not answer in time")]);
});
