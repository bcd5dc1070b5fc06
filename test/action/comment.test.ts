/** The comment on a pull request: one of them, kept up to date, whatever GitHub answers. */

import { beforeAll, describe, expect, it, vi } from "vitest";
import { gitIn } from "../support/repository.ts";
import { dependabotPullRequestEvent } from "./support/events.ts";
import {
  type Act,
  answer,
  brokenConnection,
  delay,
  lostAnswer,
  secondaryRateLimit,
  serverError,
} from "./support/faults.ts";
import { startGitHub } from "./support/github.ts";
import { CHECKED_IN, EASED, EXPLAINED, KPIS, ODD, RAISED, WRONG } from "./support/kpis.ts";
import { runAction, type StepResult } from "./support/runner.ts";
import { BUNDLE, checkedOut, DAY, stage } from "./support/scene.ts";

const on = stage();

/** It takes all of the 30 seconds that a run has for GitHub, so it starts before all tests and is looked at last. */
let unanswered: Promise<StepResult>;
beforeAll(async () => {
  const { run, number } = await on.scene({ change: EASED });
  on.github.proxy.fail({ path: commentsOf(number), act: delay(45_000) });
  unanswered = run();
});

/** Requests for the comments of a pull request. */
const commentsOf = (number: number) => new RegExp(`/issues/${number}/comments`);
/** A run by its number. */
const runNumber = (run: number, times = 1) => ({ env: { GITHUB_RUN_ID: `${run}`, GITHUB_RUN_ATTEMPT: `${times}` } });
const told = ({ annotations }: StepResult, level: string) =>
  annotations.filter((one) => one.level === level && one.file === null).map(({ message }) => message);
const marker = (run: number, sha: string, key = ".", times = 1) =>
  `<!-- kpi-as-code:v1 key=${key} run=${run} attempt=${times} sha=${sha} -->`;

describe("a token that may write", () => {
  it("creates the comment, leaves it, updates it, and says when there is nothing to say any more", async () => {
    const { run, comments, workspace, number, files, asked } = await on.scene({ change: EXPLAINED });
    const created = await run();
    const [first, ...none] = await comments();
    expect(none).toEqual([]);
    const url = `https://github.test/acme/kpis/pull/${number}#issuecomment-${first?.id}`;
    const outputs = { "comment-action": "created", "comment-skip-reason": "", "comment-url": url };
    expect(created).toMatchObject({ status: 0, outputs });
    expect(first?.author).toBe("github-actions[bot]");
    expect(first?.body.split("\n")[0]).toBe(marker(7_000_000_001, files.headSha));
    expect(first?.body).toContain("1 KPI changes meaning");

    expect((await run()).outputs).toMatchObject({ "comment-action": "unchanged", "comment-url": url });
    expect(await comments()).toEqual([first]);

    workspace.write("kpi.yaml", RAISED);
    const updated = await run({}, runNumber(7_000_000_002));
    expect(updated.outputs).toMatchObject({ "comment-action": "updated", "comment-url": url });
    const [second] = await comments();
    expect(second?.id).toBe(first?.id);
    expect(second?.body.split("\n")[0]).toBe(marker(7_000_000_002, files.headSha));
    expect(second?.body).toContain("75 → 80");
    expect(second?.body).not.toContain("75 → 70");

    workspace.write("kpi.yaml", `${KPIS}# only words\n`);
    const clean = await run({}, runNumber(7_000_000_003));
    expect(clean.outputs).toMatchObject({ "comment-action": "updated", "comment-url": url });
    const [third] = await comments();
    expect(third?.body).toMatch(/nothing new is broken/i);
    expect(third?.body).not.toContain("nps-2026");

    const deleted = await run({ "comment-when-clean": "delete" }, runNumber(7_000_000_004));
    expect(deleted.outputs).toMatchObject({ "comment-action": "deleted", "comment-url": "" });
    expect(await comments()).toEqual([]);
    const before = asked().length;
    const quiet = await run({}, runNumber(7_000_000_005));
    const reason = "there is nothing to say";
    expect(quiet.outputs).toMatchObject({ "comment-action": "skipped", "comment-skip-reason": reason });
    expect(quiet.annotations).toEqual([]);
    expect(
      asked()
        .slice(before)
        .map(({ method }) => method),
    ).toEqual(["GET", "POST", "GET"]); // POST asks who we are
  });

  it.each(["app", "person"] as const)("may be one of an %s", async (kind) => {
    const { run, comments } = await on.scene({ change: EXPLAINED });
    const token = on.github.emulator.tokens[kind];
    expect((await run({}, { token })).outputs).toMatchObject({ "comment-action": "created" });
    expect((await run({}, { token })).outputs).toMatchObject({ "comment-action": "unchanged" });
    expect(await comments()).toMatchObject([{ author: kind === "app" ? "kpi-bot[bot]" : "ana" }]);
  });
});

describe("a token that may not write", () => {
  it.each([
    ["a good change", EXPLAINED, "success", 0],
    ["a bad one", EASED, "failure", 1],
  ] as const)("is a warning, and %s is judged all the same", async (_, change, conclusion, status) => {
    const { run, comments } = await on.scene({ change });
    const result = await run({}, { token: on.github.emulator.tokens.readOnly });
    const reason = expect.stringContaining(
      "may not write comments (403): give the job `permissions: pull-requests: write`",
    );
    expect(result).toMatchObject({ status, outputs: { conclusion, "comment-action": "skipped", "comment-url": "" } });
    expect(result.outputs["comment-skip-reason"]).toEqual(reason);
    expect(told(result, "warning")).toEqual([
      expect.stringContaining("The comment was not written: the token may not"),
    ]);
    expect(told(result, "notice")).toEqual([]);
    expect(result.summary).toContain("nps-2026");
    expect(await comments()).toEqual([]);
  });

  it("is no reason to speak where there is nothing to say", async () => {
    const { run } = await on.scene();
    const result = await run({}, { token: on.github.emulator.tokens.readOnly });
    expect(result).toMatchObject({ status: 0, annotations: [], outputs: { "comment-action": "skipped" } });
  });

  it("may be none", async () => {
    const { run, asked } = await on.scene({ change: EXPLAINED });
    const result = await run({}, { token: "" });
    const outputs = { "comment-action": "skipped", "comment-skip-reason": "there is no token" };
    expect(result).toMatchObject({ status: 0, outputs });
    expect(asked()).toEqual([]);
  });

  it("may be one that was taken back", async () => {
    const { run } = await on.scene({ change: EXPLAINED });
    const result = await run({}, { token: on.github.emulator.tokens.revoked });
    expect(result.status).toBe(0);
    expect(told(result, "warning")).toEqual([expect.stringContaining("GitHub does not know the token (401)")]);
  });
});

describe("a pull request whose token can only read", () => {
  it("of a fork: one notice, and the report for a second workflow", async () => {
    const { run, asked, files, workspace } = await on.scene({ fork: true, change: EASED });
    const result = await run({ "json-file": "out/report.json" });
    expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", "comment-action": "skipped" } });
    expect(told(result, "notice")).toEqual([
      expect.stringMatching(/^No comment is written: the pull request comes from a fork.*json-file.*workflow_run/),
    ]);
    expect(told(result, "warning")).toEqual([]);
    expect(result.annotations.filter(({ file }) => file === "kpi.yaml")).not.toEqual([]);
    expect(result.summary).toContain("nps-2026");
    expect(result.outputs["report-json"]).toBe(workspace.join("out/report.json"));
    expect(asked()).toEqual([]);
    expect(files.headSha).toMatch(/^[0-9a-f]{40}$/);
  });

  it("of Dependabot: one notice", async () => {
    const { run, asked, files } = await on.scene({ change: EXPLAINED });
    const { readOnly: token } = on.github.emulator.tokens;
    const result = await run({}, { event: dependabotPullRequestEvent(files), token });
    expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "skipped" } });
    expect(told(result, "notice")).toEqual([expect.stringContaining("Dependabot's token can only read")]);
    expect(asked()).toEqual([]);
  });

  it("of Dependabot, pushed to by a person: that person's rights hold", async () => {
    const { run, files } = await on.scene({ change: EXPLAINED });
    const event = { ...dependabotPullRequestEvent(files), actor: "ana" };
    expect((await run({}, { event })).outputs).toMatchObject({ "comment-action": "created" });
  });

  it("where no comment is wanted: nothing is said of it", async () => {
    const { run } = await on.scene({ fork: true });
    expect((await run({ comment: "never" })).annotations).toEqual([]);
  });
});

describe("comments of others", () => {
  it("are left alone, also with our marker", async () => {
    const { run, comments, number, files } = await on.scene({ change: EXPLAINED });
    const spoof = `${marker(9_000_000_000, files.headSha)}\nAll is well.`;
    for (const author of ["mallory", "dependabot[bot]"]) {
      await on.github.emulator.addComment({ pull: number, author, body: spoof });
    }
    expect((await run()).outputs).toMatchObject({ "comment-action": "created" });
    expect(await comments()).toMatchObject([
      { author: "mallory", body: spoof },
      { author: "dependabot[bot]", body: spoof },
      { author: "github-actions[bot]", body: expect.stringContaining("nps-2026") },
    ]);
  });

  it.each([
    ["without a marker", "Hello"],
    ["with the marker not in the first line", `Hello\n${marker(1, "0")}`],
    ["with a marker of another key", `${marker(1, "0", "other")}\nHello`],
    ["with a marker of another version", "<!-- kpi-as-code:v2 key=. run=1 attempt=1 sha=0 -->\nHello"],
    ["with a key that cannot be read", "<!-- kpi-as-code:v1 key=%E0%A4%A run=1 attempt=1 sha=0 -->\nHello"],
  ])("of the same bot are left alone %s", async (_, body) => {
    const { run, comments, number } = await on.scene({ change: EXPLAINED });
    await on.github.emulator.addComment({ pull: number, author: "github-actions[bot]", body });
    expect((await run()).outputs).toMatchObject({ "comment-action": "created" });
    expect(await comments()).toMatchObject([{ body }, { body: expect.stringContaining("nps-2026") }]);
  });

  it("do not hide ours: all pages are read", async () => {
    const { run, comments, number, asked } = await on.scene({ change: EXPLAINED });
    for (let i = 0; i < 150; i++) {
      if (i === 120)
        await on.github.emulator.addComment({ pull: number, author: "github-actions[bot]", body: marker(1, "0") });
      await on.github.emulator.addComment({ pull: number, author: "bo", body: `${i}` });
    }
    expect((await run()).outputs).toMatchObject({ "comment-action": "updated" });
    const all = await comments();
    expect(all).toHaveLength(151);
    expect(all[120]?.body).toContain("nps-2026");
    expect(asked("GET").filter(({ path }) => path.includes("/comments?"))).toHaveLength(2);
  });
});

describe("several runs", () => {
  it.each([
    ["when both have found no comment", "POST"],
    ["when both have begun", "GET"],
  ])("leave one comment, by the newer one, %s", async (_, method) => {
    const { run, comments, number } = await on.scene({ change: EXPLAINED });
    const meeting = on.github.proxy.meet({ method, path: commentsOf(number) }, 2);
    const older = run({}, runNumber(7_000_000_001));
    const results = await Promise.all([older, run({ sections: "changes" }, runNumber(7_000_000_002))]);
    expect(meeting.hasMet).toBe(true);
    expect(results.map(({ status }) => status)).toEqual([0, 0]);
    const left = await comments();
    expect(left).toHaveLength(1);
    expect(left[0]?.body).toMatch(/^<!-- kpi-as-code:v1 key=\. run=7000000002 /);
    expect(results[1]?.outputs["comment-url"]).toContain(`#issuecomment-${left[0]?.id}`);
    expect(results.flatMap((result) => told(result, "warning"))).toEqual([]);
  });

  it("leave one comment, by the newer one, although the older one has written last", async () => {
    const { run, comments, number, files } = await on.scene({ change: EXPLAINED });
    const post = { method: "POST", path: commentsOf(number) };
    const meeting = on.github.proxy.meet(post, 2, 30_000);
    const older = run({}, runNumber(7_000_000_001));
    await expect.poll(() => on.github.proxy.requests(post).length, { timeout: 20_000 }).toBe(1);
    const body = `${marker(7_000_000_002, files.headSha)}\nNewer`;
    const newer = await on.github.emulator.addComment({ pull: number, author: "github-actions[bot]", body });
    meeting.end();
    const reason = "run 7000000002 is newer and has already commented";
    expect((await older).outputs).toMatchObject({ "comment-action": "skipped", "comment-skip-reason": reason });
    expect(await comments()).toEqual([newer]);
  });

  it("leave the comment of a newer run alone, without a warning", async () => {
    const { run, comments } = await on.scene({ change: EXPLAINED });
    await run({}, runNumber(7_000_000_009, 2));
    const [before] = await comments();
    for (const older of [runNumber(7_000_000_008, 3), runNumber(7_000_000_009, 1)]) {
      const result = await run({ sections: "changes" }, older);
      const reason = "run 7000000009 is newer and has already commented";
      expect(result.outputs).toMatchObject({ "comment-action": "skipped", "comment-skip-reason": reason });
      expect(told(result, "warning")).toEqual([]);
    }
    expect(await comments()).toEqual([before]);
    const again = await run({ sections: "changes" }, runNumber(7_000_000_009, 3));
    expect(again.outputs).toMatchObject({ "comment-action": "updated" });
  });

  it("leave a pull request alone that has moved on", async () => {
    const { run, comments, number } = await on.scene({ change: EXPLAINED });
    await on.github.emulator.changePull(number, { headSha: "a".repeat(40) });
    const result = await run();
    const reason = "the pull request has new commits; their run will comment";
    expect(result.outputs).toMatchObject({ "comment-action": "skipped", "comment-skip-reason": reason });
    expect(told(result, "warning")).toEqual([]);
    expect(await comments()).toEqual([]);
  });

  it("leave the oldest of several comments", async () => {
    const { run, comments, number } = await on.scene({ change: EXPLAINED });
    const body = `${marker(5, "0")}\nOld`;
    const { id } = await on.github.emulator.addComment({ pull: number, author: "github-actions[bot]", body });
    for (let i = 0; i < 2; i++) {
      await on.github.emulator.addComment({ pull: number, author: "github-actions[bot]", body });
    }
    expect((await run()).outputs).toMatchObject({ "comment-action": "updated" });
    expect(await comments()).toMatchObject([{ id, body: expect.stringContaining("nps-2026") }]);
  });

  it("of two workspaces keep two comments", async () => {
    const base = { "a-b/kpi.yaml": KPIS, "c/kpi.yaml": KPIS };
    const { run, comments, files } = await on.scene({
      base,
      change: { "a-b/kpi.yaml": EXPLAINED, "c/kpi.yaml": RAISED },
    });
    const one = await run({ "working-directory": "a-b" });
    const other = await run({ "working-directory": "./c/" });
    await run({ "working-directory": "c", "comment-key": "a-b" });
    expect([one, other].map(({ outputs }) => outputs["comment-action"])).toEqual(["created", "created"]);
    expect(one.outputs["report-json"]).not.toBe(other.outputs["report-json"]?.replace(/kpi-runner-\w+/, ""));
    const [first, second, ...none] = await comments();
    expect(none).toEqual([]);
    expect(first?.body).toContain(`${marker(7_000_000_001, files.headSha, "a%2Db")}\n`);
    expect(first?.body).toContain("75 → 80"); // the key tells comments apart, not the folder
    expect(second?.body).toContain(`${marker(7_000_000_001, files.headSha, "c")}\n`);
  });
});

describe("an API that fails", () => {
  it.each<[string, Act, number]>([
    ["an answer that is lost", lostAnswer(), 1],
    ["a gateway that times out", lostAnswer(504), 1],
    ["a connection that breaks behind the request", brokenConnection("after"), 1],
    ["a connection that breaks before it", brokenConnection("before"), 2],
    ["a server that did nothing", serverError(503), 2],
    ["the secondary rate limit, for a second", secondaryRateLimit(1), 2],
  ])("leaves one comment: %s", async (_, act, posts) => {
    const { run, comments, number, asked } = await on.scene({ change: EXPLAINED });
    on.github.proxy.fail({ method: "POST", path: commentsOf(number), act });
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "created" } });
    expect(await comments()).toHaveLength(1);
    expect(asked("POST").filter(({ path }) => path.includes("/comments"))).toHaveLength(posts);
    expect(told(result, "warning")).toEqual([]);
  });

  it("has lost the comment: it is written anew, if there is something to say", async () => {
    const { run, comments, asked, workspace } = await on.scene({ change: EXPLAINED });
    const lost = async (): Promise<StepResult> => {
      const before = asked("PATCH").length;
      on.github.proxy.fail({ method: "PATCH", act: delay(5000) });
      const result = run({ sections: "changes" });
      await vi.waitUntil(() => asked("PATCH").length > before, { timeout: 30_000 });
      const [old] = await comments();
      await on.github.emulator.removeComment(old?.id ?? 0);
      return result;
    };
    await run();
    expect((await lost()).outputs).toMatchObject({ "comment-action": "created" });
    expect(await comments()).toHaveLength(1);
    workspace.write("kpi.yaml", KPIS);
    const nothing = { "comment-action": "skipped", "comment-skip-reason": "there is nothing to say" };
    expect((await lost()).outputs).toMatchObject(nothing);
    expect(await comments()).toEqual([]);
  });

  it("is asked again where that does no harm", async () => {
    const { run, comments, number } = await on.scene({ change: EXPLAINED });
    const path = commentsOf(number);
    on.github.proxy.fail({ method: "GET", path, act: serverError() });
    on.github.proxy.fail({ method: "GET", path, nth: 2, act: secondaryRateLimit(1) });
    expect((await run()).outputs).toMatchObject({ "comment-action": "created" });
    on.github.proxy.fail({ method: "PATCH", act: brokenConnection("after") });
    expect((await run({ sections: "changes" })).outputs).toMatchObject({ "comment-action": "updated" });
    expect(await comments()).toHaveLength(1);
  });

  it.each<[string, Act, string]>([
    ["a limit that ends too late", secondaryRateLimit(60), "asked less often (403)"],
    [
      "a limit that does not say when it ends",
      answer(403, {}, "You have exceeded a secondary rate limit."),
      "asked less often (403)",
    ],
    ["a hundred server errors", serverError(503), "could not be reached (503)"],
    ["a connection that always breaks", brokenConnection("before"), "could not be reached"],
    [
      "a conversation that is locked",
      answer(403, {}, "Unable to create comment because issue is locked."),
      "The comment was not written: GitHub refused it (403): Unable to create comment because issue is locked.",
    ],
    [
      "words that are none of GitHub's",
      answer(403, {}, `a\n::error::b\u001b[31m ${"c".repeat(5000)}`),
      `refused it (403): a : :error::b[31m ${"c".repeat(150)}`,
    ],
    ["a refusal", answer(422, {}, "Validation Failed"), "GitHub refused it (422): Validation Failed"],
    ["a redirection to another host", answer(307, { location: "http://elsewhere.test/" }, ""), "could not be reached"],
  ])("is a warning: %s", async (_, act, words) => {
    const { run, comments, number, asked } = await on.scene({ change: EXPLAINED });
    on.github.proxy.fail({ path: commentsOf(number), times: Number.POSITIVE_INFINITY, act });
    const result = await run();
    expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "skipped", "comment-url": "" } });
    expect(told(result, "warning")).toEqual([expect.stringContaining(words)]);
    expect(await comments()).toEqual([]);
    expect(asked().length).toBeLessThanOrEqual(5);
  });

  it("fails behind the first comment: no second one is written", async () => {
    const { run, comments } = await on.scene({ change: EXPLAINED });
    await run();
    on.github.proxy.fail({ method: "POST", path: /graphql/, times: 3, act: serverError() });
    const result = await run({ sections: "changes" });
    expect(result.outputs).toMatchObject({ "comment-action": "skipped" });
    expect(told(result, "warning")).toEqual([expect.stringContaining("could not be reached (503)")]);
    expect(await comments()).toHaveLength(1);
  });
});

describe("the way to GitHub", () => {
  it("may have a prefix, as on GitHub Enterprise Server", async () => {
    const { run, asked } = await on.scene({ change: EXPLAINED });
    const result = await run({}, { apiUrl: on.github.proxy.enterpriseUrl });
    expect(result.outputs).toMatchObject({ "comment-action": "created" });
    expect(asked().length).toBeGreaterThan(4);
    expect(new Set(asked().map(({ prefix }) => prefix))).toEqual(new Set(["/api/v3"]));
  });

  it("may lead through a proxy", async ({ onTestFinished }) => {
    const { files, workspace, event } = await on.scene({ change: EXPLAINED });
    const { headSha, baseSha } = files;
    const named = await startGitHub({
      shape: true,
      names: ["api.github.test"],
      seed: { pulls: [{ headSha, baseSha }] },
    });
    onTestFinished(() => named.stop());
    const { url, exchanges } = named.proxy;
    const result = await runAction({
      bundle: BUNDLE,
      repositoryFolder: workspace.path,
      event: { ...event, payload: { ...event.payload, pull_request: { ...pullOf(event.payload), number: 1 } } },
      apiUrl: "http://api.github.test",
      token: named.emulator.tokens.write,
      inputs: { "as-of": DAY },
      env: { HTTP_PROXY: url },
      hosts: [new URL(url).host],
    });
    expect(result.outputs).toMatchObject({ "comment-action": "created" });
    expect(exchanges.every(({ hasToken }) => hasToken)).toBe(true);
    expect(named.violations()).toEqual([]);
  });

  it("may go past a proxy", async () => {
    const { run } = await on.scene({ change: EXPLAINED });
    const env = { HTTP_PROXY: "http://127.0.0.1:9", NO_PROXY: "127.0.0.1" };
    expect((await run({}, { env })).outputs).toMatchObject({ "comment-action": "created" });
  });
});

describe("comment", () => {
  it.each([
    ["auto", EXPLAINED, "created"],
    ["auto", CHECKED_IN, "created"],
    ["auto", KPIS, "skipped"],
    ["always", KPIS, "created"],
    ["on-change", CHECKED_IN, "created"],
    ["on-change", ODD, "skipped"],
    ["on-change", WRONG, "created"],
    ["auto", WRONG, "created"],
    ["never", EASED, "skipped"],
  ])("%s", async (comment, change, action) => {
    const { run, asked } = await on.scene({ change });
    const result = await run({ comment });
    expect(result.outputs).toMatchObject({ "comment-action": action });
    if (comment === "never") expect(asked()).toEqual([]);
  });

  it("on-change does not deny what is broken", async () => {
    const { run, comments, workspace } = await on.scene({ change: EXPLAINED });
    await run({ comment: "on-change" });
    workspace.write("kpi.yaml", edit(KPIS));
    const result = await run({ comment: "on-change" });
    expect(result.outputs).toMatchObject({ "comment-action": "updated" });
    const [{ body } = { body: "" }] = await comments();
    expect(body).toMatch(/\d new errors?/);
    expect(body).not.toMatch(/nothing new is broken/i);
  });

  const edit = (text: string) => `${text}  wrong-one: { title: No goal and no metric here }\n`;
});

describe("an earlier comment, where nothing can be compared any more", () => {
  it.each([
    [{}],
    [{ "comment-when-clean": "delete" }],
    [{ "comment-when-clean": "delete", comment: "on-change" }],
    [{ comment: "always" }],
  ])("%j", async (inputs) => {
    const { run, comments, files } = await on.scene({ change: EASED, depth: 1 });
    await run(inputs);
    const cutOff = checkedOut(files.origin, "refs/pull/1/merge", files.mergeSha, 1);
    gitIn(cutOff.path, "remote", "set-url", "origin", "file:///nowhere");
    const result = await run(inputs, { ...runNumber(7_000_000_002), repositoryFolder: cutOff.path });
    expect(result).toMatchObject({ status: 0, outputs: { "comment-action": "updated", lane: "" } });
    const [{ body } = { body: "" }] = await comments();
    const [, verdict, ...rest] = body.split("\n");
    expect(verdict).toBe("⚠ **Changes are not compared; nothing is broken.** 1 KPI: 1 on-track.");
    expect(rest.join("\n")).toContain("\n⚠ **Changes are not compared:** ");
    expect(body).toContain("give actions/checkout `fetch-depth: 2`.");
  });
});

it("an API that does not answer is a warning, and no more than 30 seconds", async () => {
  const result = await unanswered;
  expect(result).toMatchObject({ status: 1, outputs: { conclusion: "failure", "comment-action": "skipped" } });
  expect(told(result, "warning")).toEqual([expect.stringContaining("could not be reached: it did not answer in time")]);
});

function pullOf(payload: Readonly<Record<string, unknown>>): object {
  const { pull_request: pull } = payload;
  return typeof pull === "object" && pull !== null ? pull : {};
}
