/** The process of the emulator, under Node.js 24. It does what the test tells it over the channel between them. */

import type { Answers, NewComment, Order, StoredComment } from "./emulator-messages.ts";
import { configuration, fill, person, pullRow } from "./emulator-seed.ts";
import { type Inside, type Row, startInside } from "./emulator-store.ts";
import { bodyOfGitHub } from "./github-body.ts";
import { type Answer, type Asked, answerOfGitHub, type Caller, refusalOfGitHub } from "./github-rules.ts";

let inside: Inside | undefined;

process.on("message", (message: { readonly id: number; readonly order: Order }) => {
  obey(message.order).then(
    (answer) => process.send?.({ id: message.id, answer }),
    (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
  );
});
process.on("disconnect", () => process.exit(0));

async function obey(order: Order): Promise<Answers[Order["kind"]]> {
  if (order.kind === "start") {
    const started = await startInside(configuration(order.seed), answer);
    inside = started.inside;
    return { url: started.url, tokens: await fill(started.inside, order.seed) };
  }
  if (inside === undefined) throw new Error("The emulator is not started yet.");
  if (order.kind === "comments") return commentsOf(inside, order.pull);
  if (order.kind === "add-comment") return addComment(inside, order.comment);
  if (order.kind === "remove-comment") return removeComment(inside, order.id);
  const { headSha: head_sha, baseSha: base_sha, state } = order.change;
  const change = Object.entries({ head_sha, base_sha, state }).filter(([, value]) => value !== undefined);
  inside.store.pullRequests.update(pullRow(inside, order.pull).id, Object.fromEntries(change));
  return null;
}

/** One request, with what GitHub does before and after. */
async function answer(at: Inside, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const body = request.method === "GET" || request.method === "HEAD" ? "" : await request.text();
  const token = /^(?:bearer|token)\s+(.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  const asked: Asked = { method: request.method, path: url.pathname, body, token, caller: callerOf(at, token) };
  const mine = answerOfGitHub(asked);
  if (mine !== undefined) return json(mine, new Headers());

  const copy = new Request(request.url, { method: request.method, headers: request.headers, body: body || null });
  const theirs = await at.handle(copy);
  const headers = new Headers(theirs.headers);
  const api = request.headers.get("x-api-url") ?? url.origin;
  const link = headers.get("link");
  if (link !== null) headers.set("link", link.replaceAll(`<${url.origin}`, `<${api}`));
  const text = await theirs.text();
  if (!headers.get("content-type")?.includes("json"))
    return new Response(text || null, { status: theirs.status, headers });
  const value = JSON.parse(text);
  if (theirs.status >= 400) return json(refusalOfGitHub(asked, theirs.status, String(value.message)), headers);
  return json({ status: theirs.status, body: bodyOfGitHub(value, at.baseUrl, api) }, headers);
}

function json({ status, body }: Answer, headers: Headers): Response {
  headers.set("content-type", "application/json; charset=utf-8");
  headers.delete("content-length");
  return new Response(JSON.stringify(body), { status, headers });
}

function callerOf(at: Inside, token: string): Caller | undefined {
  const owner = at.tokens.get(token);
  if (owner?.installation === undefined) return owner;
  const app = at.store.apps.findOneBy("app_id", owner.installation.appId);
  return { login: owner.login, bot: `${app?.slug}[bot]` };
}

function commentsOf(at: Inside, pull: number): StoredComment[] {
  const rows = at.store.comments.all();
  return rows.filter((row) => row.issue_number === pull).map((row) => stored(at, row));
}

function addComment(at: Inside, { pull = 1, author, body, createdAt }: NewComment): StoredComment {
  const row = at.store.comments.insert({
    node_id: "IC_1",
    repo_id: at.store.repos.all()[0]?.id,
    issue_number: pullRow(at, pull).number,
    pull_number: null,
    commit_sha: null,
    body,
    user_id: person(at, author).id,
    comment_type: "issue",
  });
  row.created_at = createdAt ?? row.created_at;
  row.updated_at = row.created_at;
  return stored(at, row);
}

function removeComment(at: Inside, id: number): null {
  if (!at.store.comments.delete(id)) throw new Error(`The emulated GitHub has no comment ${id}.`);
  return null;
}

function stored(at: Inside, row: Row): StoredComment {
  const author = at.store.users.get(row.user_id)?.login ?? "ghost";
  const { id, issue_number: pull, body, created_at: createdAt, updated_at: updatedAt } = row;
  return { id, pull, author, body, createdAt, updatedAt };
}
