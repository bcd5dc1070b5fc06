/** The emulated GitHub answers as GitHub does, also where the emulator alone does not. */

import { describe, expect } from "vitest";
import { askOf, it } from "./support/fixtures.ts";
import { startGitHub } from "./support/github.ts";
import { node24Version } from "./support/node24.ts";

const COMMENTS = "/repos/acme/kpis/issues/1/comments";

it("runs under Node.js 24", () => {
  expect(node24Version()).toMatch(/^v24\./);
});

describe("tokens", () => {
  const actions = "github-actions[bot]";
  const refused = "Resource not accessible by integration";

  it.for([
    { token: "write", post: 201, user: 403, viewer: actions, author: actions },
    { token: "app", post: 201, user: 403, viewer: "kpi-bot[bot]", author: "kpi-bot[bot]" },
    { token: "person", post: 201, user: 200, viewer: "ana", author: "ana" },
    { token: "outsider", post: 201, user: 200, viewer: "mallory", author: "mallory" },
    { token: "readOnly", post: 403, user: 403, viewer: actions, message: refused },
    { token: "none", post: 401, user: 401, viewer: undefined, message: "Requires authentication" },
    { token: "revoked", post: 401, user: 401, viewer: undefined, message: "Bad credentials" },
  ] as const)("$token", async ({ token, post, user, viewer, ...more }, { ask }) => {
    const posted = await ask("POST", COMMENTS, token, { body: "hello" });
    expect(posted.status).toBe(post);
    expect(posted.body).toMatchObject("author" in more ? { user: { login: more.author } } : more);
    expect((await ask("GET", "/user", token)).status).toBe(user);
    const asked = await ask("POST", "/graphql", token, { query: "query { viewer { login } }" });
    expect(asked.status).toBe(viewer === undefined ? 401 : 200);
    if (viewer !== undefined) expect(asked.body).toEqual({ data: { viewer: { login: viewer } } });
  });

  it("of an App: it may change and delete comments", async ({ ask, github }) => {
    const { id } = await github.emulator.addComment({ author: "kpi-bot[bot]", body: "old" });
    const comment = `/repos/acme/kpis/issues/comments/${id}`;
    expect(await ask("PATCH", comment, "app", { body: "new" })).toMatchObject({ status: 200, body: { body: "new" } });
    expect(await ask("DELETE", comment, "readOnly")).toMatchObject({ status: 403 });
    expect(await ask("DELETE", comment, "app")).toMatchObject({ status: 204 });
    expect(await github.emulator.comments()).toEqual([]);
  });
});

describe("comments", () => {
  it("have at most 65,536 characters", async ({ ask }) => {
    expect(await ask("POST", COMMENTS, "write", { body: "é".repeat(65_536) })).toMatchObject({ status: 201 });
    expect(await ask("POST", COMMENTS, "write", { body: "é".repeat(65_537) })).toMatchObject({
      status: 422,
      body: { errors: [{ message: "Body is too long (maximum is 65536 characters)" }] },
    });
  });

  it("come in pages, whose links keep to the address that was asked", async ({ ask, github }) => {
    for (let i = 1; i <= 3; i++) await github.emulator.addComment({ author: "bo", body: `${i}` });
    const { enterpriseUrl } = github.proxy;
    const first = await ask("GET", `${COMMENTS}?per_page=2`, "readOnly", undefined, enterpriseUrl);
    expect(first.body).toMatchObject([{ body: "1" }, { body: "2" }]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    expect(next.startsWith(`${enterpriseUrl}/repos/`)).toBe(true);
    expect(await (await fetch(next)).json()).toMatchObject([{ body: "3" }]);
  });

  it("can be stored with an author and an instant, and taken away", async ({ ask, github }) => {
    const { emulator } = github;
    await emulator.addComment({ author: "mallory", body: "later", createdAt: "2026-08-15T10:00:00Z" });
    const early = await emulator.addComment({
      author: "dependabot[bot]",
      body: "e",
      createdAt: "2026-08-15T09:00:00Z",
    });
    const list = await ask("GET", COMMENTS);
    expect(list.body).toMatchObject([
      { id: early.id, user: { login: "dependabot[bot]", type: "Bot" }, created_at: "2026-08-15T09:00:00Z" },
      {
        user: { login: "mallory", type: "User" },
        html_url: expect.stringMatching(/^https:\/\/github.test\/acme\/kpis\/pull\/1#/),
      },
    ]);
    await emulator.removeComment(early.id);
    expect(await emulator.comments()).toMatchObject([{ body: "later" }]);
    await expect(emulator.removeComment(early.id)).rejects.toThrow("has no comment");
    await expect(emulator.addComment({ author: "nobody", body: "b" })).rejects.toThrow("has nobody called nobody");
  });
});

describe("pull requests", () => {
  const sha = (digit: string) => digit.repeat(40);

  it("are found by the branch of a fork, and move", async ({ onTestFinished }) => {
    const pulls = [{ headSha: sha("a") }, { fork: true, headSha: sha("b"), baseSha: sha("c") }];
    const github = await startGitHub({ seed: { pulls } });
    onTestFinished(() => github.stop());
    const ask = askOf(github);
    const list = () => ask("GET", "/repos/acme/kpis/pulls?state=open&head=mallory:patch-1", "readOnly");
    const head = { label: "mallory:patch-1", sha: sha("b"), repo: { full_name: "mallory/kpis", fork: true } };
    expect((await list()).body).toMatchObject([
      { number: 2, head, base: { sha: sha("c") }, user: { login: "mallory" } },
    ]);
    await github.emulator.changePull(2, { headSha: sha("d") });
    expect((await list()).body).toMatchObject([{ head: { sha: sha("d") }, base: { sha: sha("c") } }]);
    await github.emulator.changePull(2, { state: "closed" });
    expect((await list()).body).toEqual([]);
    await expect(github.emulator.changePull(3, {})).rejects.toThrow("has no pull request 3");
  });

  it("of a private repository are hidden from strangers", async ({ onTestFinished }) => {
    const github = await startGitHub({ seed: { repository: "acme/secret", private: true } });
    onTestFinished(() => github.stop());
    const ask = askOf(github);
    const status = async (token: "none" | "outsider" | "person" | "readOnly") =>
      (await ask("GET", "/repos/acme/secret/pulls/1", token)).status;
    expect(await status("none")).toBe(404);
    expect(await status("outsider")).toBe(404);
    expect(await status("person")).toBe(200);
    expect(await status("readOnly")).toBe(200);
  });
});

it("answers in the shapes that GitHub describes", async ({ onTestFinished }) => {
  const github = await startGitHub({
    shape: true,
    seed: { pulls: [{}, { fork: true }, { author: "dependabot[bot]" }] },
  });
  onTestFinished(() => github.stop());
  const ask = askOf(github);
  await ask("POST", COMMENTS, "write", { body: "b" });
  const [comment] = await github.emulator.comments();
  const one = `/repos/acme/kpis/issues/comments/${comment?.id}`;
  await ask("PATCH", one, "write", { body: "c" });
  await ask("PATCH", one, "readOnly", { body: "d" });
  await ask("PATCH", one, "write", { body: "d".repeat(70_000) });
  await ask("GET", one, "app");
  await ask("GET", `${COMMENTS}?per_page=100&page=1`, "none");
  await ask("GET", "/repos/acme/kpis/pulls?state=open&head=mallory:patch-1", "write");
  for (const number of [1, 2, 3, 4]) await ask("GET", `/repos/acme/kpis/pulls/${number}`, "write");
  for (const token of ["write", "person", "revoked"] as const) await ask("GET", "/user", token);
  await ask("POST", "/graphql", "write", { query: "{ viewer { login } }" });
  await ask("DELETE", one, "write");
  expect(github.violations()).toEqual([]);
  expect(github.proxy.exchanges).toHaveLength(16);
});
