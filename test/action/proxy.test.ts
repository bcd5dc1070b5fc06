/** The proxy makes each fault once, where it is told to, and lets nothing go elsewhere. */

import * as http from "node:http";
import { describe, expect } from "vitest";
import {
  answer,
  brokenConnection,
  delay,
  lostAnswer,
  primaryRateLimit,
  secondaryRateLimit,
  serverError,
} from "./support/faults.ts";
import { it } from "./support/fixtures.ts";
import { startGitHub } from "./support/github.ts";

const COMMENTS = "/repos/acme/kpis/issues/1/comments";
const POST = { method: "POST", path: /comments$/ };

describe("faults", () => {
  it.for([
    { name: "a lost answer", act: lostAnswer(504), status: 504, isDone: true },
    { name: "a server's error", act: serverError(500), status: 500, isDone: false },
    { name: "the secondary rate limit", act: secondaryRateLimit(7), status: 403, isDone: false, header: "retry-after" },
    {
      name: "the hourly rate limit",
      act: primaryRateLimit(1),
      status: 403,
      isDone: false,
      header: "x-ratelimit-reset",
    },
    { name: "any answer", act: answer(410, {}, "Gone"), status: 410, isDone: false },
    { name: "a delay", act: delay(5), status: 201, isDone: true },
  ])("$name", async ({ act, status, isDone, header }, { ask, github }) => {
    github.proxy.fail({ ...POST, act });
    const first = await ask("POST", COMMENTS, "write", { body: "one" });
    expect(first.status).toBe(status);
    if (header !== undefined) expect(first.headers.get(header)).toMatch(/^\d+$/);
    expect(await github.emulator.comments()).toHaveLength(isDone ? 1 : 0);
    expect((await ask("POST", COMMENTS, "write", { body: "two" })).status).toBe(201);
  });

  it.for([
    { when: "before" as const, isDone: false },
    { when: "after" as const, isDone: true },
  ])("a connection that breaks $when", async ({ when, isDone }, { ask, github }) => {
    github.proxy.fail({ ...POST, act: brokenConnection(when) });
    await expect(ask("POST", COMMENTS, "write", { body: "one" })).rejects.toThrow("fetch failed");
    expect(await github.emulator.comments()).toHaveLength(isDone ? 1 : 0);
    expect(github.proxy.requests(POST)).toMatchObject([{ status: null, githubStatus: isDone ? 201 : null }]);
  });

  it("begin at the nth request, and last", async ({ ask, github }) => {
    github.proxy.fail({ ...POST, nth: 2, times: 2, act: serverError() });
    github.proxy.fail({ method: "GET", times: Number.POSITIVE_INFINITY, act: serverError(502) });
    const statuses: number[] = [];
    for (const method of ["POST", "GET", "POST", "POST", "POST", "GET"]) {
      const body = method === "POST" ? { body: "b" } : undefined;
      statuses.push((await ask(method, COMMENTS, "write", body)).status);
    }
    expect(statuses).toEqual([201, 502, 503, 503, 201, 502]);
  });
});

describe("meetings", () => {
  it("hold requests back until all have come", async ({ ask, github }) => {
    const meeting = github.proxy.meet({ method: "GET" }, 2);
    const upsert = async () => {
      const list = await ask("GET", COMMENTS, "write");
      if (Array.isArray(list.body) && list.body.length === 0) await ask("POST", COMMENTS, "write", { body: "mine" });
    };
    await Promise.all([upsert(), upsert()]);
    expect(meeting.hasMet).toBe(true);
    expect(await github.emulator.comments()).toHaveLength(2);
  });

  it("end without the others after a while", async ({ ask, github }) => {
    const meeting = github.proxy.meet({ method: "GET" }, 2, 10);
    expect((await ask("GET", COMMENTS)).status).toBe(200);
    expect(meeting.hasMet).toBe(false);
  });
});

it("writes requests down without their token", async ({ ask, github }) => {
  await ask("POST", `${COMMENTS}?a=b`, "write", { body: "é" });
  const [exchange] = github.proxy.exchanges;
  expect(exchange).toMatchObject({ path: `${COMMENTS}?a=b`, prefix: "", hasToken: true, body: '{"body":"é"}' });
  expect(exchange?.headers["content-type"]).toBe("application/json");
  expect(JSON.stringify(exchange)).not.toContain(github.emulator.tokens.write);
});

it("has GraphQL where GitHub Enterprise Server has it", async ({ ask, github }) => {
  const query = { query: "{ viewer { login } }" };
  const server = github.proxy.enterpriseUrl.replace(/\/v3$/, "");
  const { body } = await ask("POST", "/graphql", "person", query, server);
  expect(body).toEqual({ data: { viewer: { login: "ana" } } });
});

describe("other hosts", () => {
  const request = (proxy: string, options: http.RequestOptions) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { hostname, port } = new URL(proxy);
      const sent = http.request({ hostname, port, ...options });
      sent.on("response", ({ statusCode }) => resolve(statusCode));
      sent.on("connect", ({ statusCode }) => resolve(statusCode));
      sent.on("error", reject).end();
    });

  it.for([
    { name: "a request", options: { path: "http://stranger.example/user" }, stray: "stranger.example" },
    { name: "a tunnel", options: { method: "CONNECT", path: "stranger.example:443" }, stray: "stranger.example:443" },
    {
      name: "a Host header",
      options: { path: "/user", headers: { host: "stranger.example" } },
      stray: "stranger.example",
    },
  ])("$name to one is refused, and fails the test", async ({ options, stray }) => {
    const github = await startGitHub();
    expect(await request(github.proxy.url, options)).toBe(403);
    expect(github.proxy.strays).toEqual([stray]);
    await expect(github.stop()).rejects.toThrow(`Requests were meant for other hosts: ${stray}.`);
  });
});
