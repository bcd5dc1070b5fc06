/** Fills an emulator: people, an organisation, a repository and its fork, two Apps and the pull requests of a seed. */

import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { PEOPLE, type PullSeed, REPOSITORY, type Seed, type Tokens } from "./emulator-messages.ts";
import type { Inside, Row } from "./emulator-store.ts";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The two Apps: the one whose token every workflow gets, and one of the organisation's own. */
const APPS = [
  { app_id: 15_368, slug: "github-actions", name: "GitHub Actions", installation_id: 101 },
  { app_id: 20_001, slug: "kpi-bot", name: "KPI bot", installation_id: 102 },
] as const;

const WRITE = { contents: "read", metadata: "read", pull_requests: "write" };
const READ = { contents: "read", metadata: "read", pull_requests: "read" };
const FORKER = "mallory";

/** What the emulator is started with. */
export function configuration(seed: Seed): object {
  const { owner, name } = repositoryOf(seed);
  return {
    tokens: Object.fromEntries(PEOPLE.map((login) => [personalToken(login), { login, scopes: ["repo"] }])),
    github: {
      users: PEOPLE.map((login) => ({ login, name: login, email: `${login}@example.com` })),
      orgs: [{ login: owner, name: owner, members: [{ login: "ana", role: "admin" }, { login: "bo" }] }],
      repos: [{ owner, name, private: seed.private ?? false }],
      apps: APPS.map(({ installation_id, ...app }) => ({
        ...app,
        private_key: privateKey.export({ type: "pkcs1", format: "pem" }),
        permissions: WRITE,
        installations: [{ installation_id, account: owner, repository_selection: "all" }],
      })),
    },
  };
}

/** Opens the pull requests, and gives out the tokens. */
export async function fill(inside: Inside, seed: Seed): Promise<Tokens> {
  inside.store.comments.autoId = 3_000_000_001;
  const { owner, name } = repositoryOf(seed);
  const pulls = seed.pulls ?? [{}];
  if (pulls.some(({ fork }) => fork)) {
    await call(inside, `/repos/${owner}/${name}/forks`, personalToken(FORKER), {});
  }
  for (const [i, pull] of pulls.entries()) await open(inside, `/repos/${owner}/${name}/pulls`, pull, i + 1);
  return {
    write: await installationToken(inside, 0, WRITE),
    readOnly: await installationToken(inside, 0, READ),
    none: "",
    app: await installationToken(inside, 1, WRITE),
    person: personalToken("ana"),
    outsider: personalToken(FORKER),
    revoked: "ghs-taken-back",
  };
}

/** The row of somebody, made where there is none: bots have none until they act. */
export function person(inside: Inside, login: string): Row {
  const { users } = inside.store;
  const found = users.findOneBy("login", login);
  if (found !== undefined) return found;
  if (!login.endsWith("[bot]")) throw new Error(`The emulated GitHub has nobody called ${login}.`);
  const model = users.findOneBy("login", "ana");
  return users.insert({ ...model, id: 0, login, name: login, email: null, type: "Bot" });
}

/** The row of a pull request. */
export function pullRow(inside: Inside, number: number): Row {
  const found = inside.store.pullRequests.all().find((row) => row.number === number);
  if (found === undefined) throw new Error(`The emulated GitHub has no pull request ${number}.`);
  return found;
}

async function open(inside: Inside, pulls: string, pull: PullSeed, number: number): Promise<void> {
  const headRef = pull.headRef ?? (pull.fork ? "patch-1" : "change");
  const author = pull.author ?? (pull.fork ? FORKER : "ana");
  await call(inside, pulls, personalToken(pull.fork ? FORKER : "ana"), {
    title: pull.title ?? "Change a target",
    head: pull.fork ? `${FORKER}:${headRef}` : headRef,
    base: pull.baseRef ?? "main",
    body: null,
  });
  inside.store.pullRequests.update(pullRow(inside, number).id, {
    head_sha: pull.headSha ?? "2".repeat(40),
    base_sha: pull.baseSha ?? "1".repeat(40),
    user_id: person(inside, author).id,
  });
}

function repositoryOf(seed: Seed): { readonly owner: string; readonly name: string } {
  const [owner = "", name = ""] = (seed.repository ?? REPOSITORY).split("/");
  return { owner, name };
}

function personalToken(login: string): string {
  return `personal-token-of-${login}`;
}

async function installationToken(inside: Inside, app: 0 | 1, permissions: object): Promise<string> {
  const { app_id, installation_id } = APPS[app];
  const path = `/app/installations/${installation_id}/access_tokens`;
  const { token } = await call(inside, path, webToken(app_id, privateKey), { permissions });
  if (typeof token !== "string") throw new Error("The emulator gave no installation token.");
  return token;
}

async function call(inside: Inside, path: string, token: string, body: object): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const request = new Request(inside.baseUrl + path, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = await inside.handle(request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The emulator answers POST ${path} with ${answer.status}: ${text}`);
  return JSON.parse(text);
}

/** A JSON web token, as an App proves itself with. */
function webToken(app: number, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iat: now - 60, exp: now + 300, iss: app })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}
