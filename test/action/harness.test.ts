/** The harness itself: a small action meets an emulated GitHub on an emulated runner. */

import { expect } from "vitest";
import { stringify } from "yaml";
import { Folder } from "../support/cli.ts";
import { pullRequestEvent } from "./support/events.ts";
import { fakeAction } from "./support/fake-action.ts";
import { lostAnswer } from "./support/faults.ts";
import { it as withGitHub } from "./support/fixtures.ts";
import { checkout, pullRequestRepository } from "./support/git.ts";
import { startGitHub } from "./support/github.ts";
import { runAction, type Step, type StepResult } from "./support/runner.ts";

const TOKEN = `\${{ github.token }}`;

type RunStep = (change: Partial<Step>) => Promise<StepResult>;

/** A step that runs the small action for the emulated GitHub's first pull request. */
const it = withGitHub.extend<{ readonly step: RunStep }>({
  step: async ({ github, onTestFinished }, use) => {
    const workspace = new Folder({ "kpi.yaml": "version: 1\n" });
    const usual: Step = {
      bundle: fakeAction({ onTestFinished }),
      repositoryFolder: workspace.path,
      event: pullRequestEvent({ headSha: "2".repeat(40), baseSha: "1".repeat(40) }),
      apiUrl: github.proxy.url,
      inputs: { body: "first", token: github.emulator.tokens.write },
      token: github.emulator.tokens.write,
      actionFile: workspace.join("none.yml"),
    };
    await use((change) => runAction({ ...usual, ...change }));
    workspace.drop();
  },
});

it("runs a step, and reads its outputs, summary, commands and annotations", async ({ step }) => {
  const result = await step({});
  expect(result).toMatchObject({
    status: 0,
    outputs: { "comment-action": "created", markdown: "one\ntwo=2" },
    summary: "# Done\n",
    files: { env: "", state: "", path: "" },
  });
  expect(result.stdout).toContain("POST 201");
  expect(result.tempFiles).toEqual({ [result.outputs.report ?? ""]: "{}" });
  expect(result.commands.map(({ name }) => name)).toEqual(["add-mask", "error", "warning"]);
  expect(result.annotations).toEqual([
    {
      level: "error",
      message: "first\nsecond",
      title: "a,b: 100%",
      file: "kpis/a.yaml",
      line: 3,
      endLine: 4,
      column: 2,
      endColumn: null,
    },
    {
      level: "warning",
      message: "from the old form",
      title: null,
      file: null,
      line: null,
      endLine: null,
      column: null,
      endColumn: null,
    },
  ]);
});

it("keeps what the step wrote: the next one updates its comment", async ({ github, step }) => {
  const { write } = github.emulator.tokens;
  await step({});
  const second = await step({ inputs: { body: "second", token: write } });
  expect(second.outputs["comment-action"]).toBe("updated");
  const [comment, ...others] = await github.emulator.comments();
  expect(others).toEqual([]);
  expect(comment).toMatchObject({ author: "github-actions[bot]", body: "<!-- fake -->\nsecond", pull: 1 });
  expect(github.proxy.exchanges.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
    "GET /repos/acme/kpis/issues/1/comments?per_page=100 200",
    "POST /repos/acme/kpis/issues/1/comments 201",
    "GET /repos/acme/kpis/issues/1/comments?per_page=100 200",
    `PATCH /repos/acme/kpis/issues/comments/${comment?.id} 200`,
  ]);
});

it("works on the checkout of a pull request, from the seed to the comment", async ({ onTestFinished, step }) => {
  const pull = pullRequestRepository({ base: { "a.txt": "1" }, changes: [{ "a.txt": "2" }] });
  onTestFinished(() => pull.drop());
  const github = await startGitHub({ shape: true, seed: { pulls: [pull] } });
  onTestFinished(() => github.stop());
  const workspace = checkout(pull.origin, "refs/pull/1/merge", pull.mergeSha, { depth: 2 });
  onTestFinished(() => workspace.drop());
  const token = github.emulator.tokens.app;
  const event = pullRequestEvent(pull);
  const usual = { repositoryFolder: workspace.path, event, apiUrl: github.proxy.url };
  expect(await step({ ...usual, inputs: { body: "b", token } })).toMatchObject({ status: 0 });
  expect(await github.emulator.comments()).toMatchObject([{ author: "kpi-bot[bot]" }]);
  expect(github.violations()).toEqual([]);
});

it("gives read-only tokens and no token what GitHub gives them", async ({ github, step }) => {
  const { readOnly, none } = github.emulator.tokens;
  expect((await step({ inputs: { body: "b", token: readOnly } })).stdout).toContain("GET 200\nPOST 403");
  expect((await step({ inputs: { body: "b", token: none } })).stdout).toContain("GET 200\nPOST 401");
  expect(github.proxy.exchanges.map(({ hasToken }) => hasToken)).toEqual([true, true, false, false]);
  expect(await github.emulator.comments()).toEqual([]);
});

it("loses the answer to a request that was done", async ({ github, step }) => {
  github.proxy.fail({ method: "POST", path: /comments$/, act: lostAnswer() });
  const result = await step({});
  expect(result).toMatchObject({ status: 1, outputs: {}, stdout: expect.stringContaining("POST 502") });
  expect(github.proxy.requests({ method: "POST" })).toMatchObject([{ status: 502, githubStatus: 201 }]);
  expect(await github.emulator.comments()).toHaveLength(1);
});

it("has the API under /api/v3 too, with its own addresses in the answers", async ({ github, step }) => {
  const apiUrl = github.proxy.enterpriseUrl;
  await step({ apiUrl });
  const second = await step({ apiUrl });
  expect(second.outputs["comment-action"]).toBe("updated");
  expect(github.proxy.exchanges.map(({ prefix }) => prefix)).toEqual(Array(4).fill("/api/v3"));
});

it("can be reached as an HTTP proxy by another name", async ({ onTestFinished, step }) => {
  const named = await startGitHub({ names: ["api.github.test"] });
  onTestFinished(() => named.stop());
  const { url, exchanges } = named.proxy;
  const result = await step({
    apiUrl: "http://api.github.test",
    inputs: { body: "b", token: named.emulator.tokens.write },
    env: { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: url },
    hosts: [new URL(url).host],
  });
  expect(result.outputs["comment-action"]).toBe("created");
  expect(exchanges).toHaveLength(2);
});

it("fails where a step reaches for another host", async ({ github, step }) => {
  const inputs = { body: "b", token: github.emulator.tokens.write };
  const elsewhere = step({ inputs: { ...inputs, elsewhere: "https://registry.example/x" } });
  await expect(elsewhere).rejects.toThrow("The Action reached for other hosts: registry.example:443.");
});

it("takes inputs' defaults from action.yml, and knows no other input", async ({ github, step, onTestFinished }) => {
  const inputs = { token: { default: TOKEN }, body: { default: "by default" }, "fail-on": {} };
  const folder = new Folder({ "action.yml": stringify({ inputs }) });
  onTestFinished(() => folder.drop());
  const actionFile = folder.join("action.yml");
  await step({ inputs: {}, actionFile });
  expect(await github.emulator.comments()).toMatchObject([{ body: "<!-- fake -->\nby default" }]);
  await expect(step({ inputs: { "fial-on": "never" }, actionFile })).rejects.toThrow("has no input fial-on");
});

it("ends a step that does not end", async ({ github, step }) => {
  github.proxy.meet({ method: "GET" }, 2, 30_000);
  expect(await step({ patience: 1000 })).toMatchObject({ status: null, outputs: {} });
});

it("finds requests and answers of another shape than GitHub's", async ({ onTestFinished, step }) => {
  const github = await startGitHub({ shape: true });
  onTestFinished(() => github.stop());
  const usual = { apiUrl: github.proxy.url, inputs: { body: "b", token: github.emulator.tokens.write } };
  await step(usual);
  expect(github.violations()).toEqual([]);
  await step({ ...usual, inputs: { ...usual.inputs, "wrong-body": "yes" } });
  expect(github.violations()).toMatchObject([
    { method: "PATCH", side: "request", where: "body.body", message: expect.stringContaining("must be string") },
  ]);
  await fetch(`${github.proxy.url}/zen`);
  expect(github.violations().at(-1)).toMatchObject({ path: "/zen", message: "is no path that is described" });
});
