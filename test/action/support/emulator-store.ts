/**
 * The emulator from inside: its published interface has no way to give a pull request another head, or a comment
 * another author, so its GitHub plug-in is taken from the module that it loads itself. The version is exact, and the
 * harness's own tests fail where a new one is built differently.
 */

import { readFileSync } from "node:fs";
import { importPackage, packageFile } from "./packages.ts";

/** A row of any table, with the columns that are used here. */
export interface Row {
  readonly id: number;
  created_at: string;
  updated_at: string;
  readonly login: string;
  readonly name: string | null;
  readonly full_name: string;
  readonly number: number;
  readonly user_id: number;
  readonly issue_number: number;
  readonly comment_type: string;
  readonly body: string;
  readonly slug: string;
  readonly app_id: number;
}

/** A table; `autoId` is the id of the next row. */
export interface Table {
  autoId: number;
  all(): Row[];
  get(id: number): Row | undefined;
  findOneBy(column: string, value: unknown): Row | undefined;
  insert(row: object): Row;
  update(id: number, change: object): Row | undefined;
  delete(id: number): boolean;
}

/** The tables that are used here. */
export interface Store {
  readonly users: Table;
  readonly repos: Table;
  readonly issues: Table;
  readonly pullRequests: Table;
  readonly comments: Table;
  readonly apps: Table;
}

/** Whom the emulator takes a token for. */
export interface TokenOwner {
  readonly login: string;
  readonly installation?: { readonly appId: number };
}

type Handle = (request: globalThis.Request) => Promise<Response>;

/** What the plug-in is given when an emulator starts. */
export interface Inside {
  readonly store: Store;
  readonly tokens: ReadonlyMap<string, TokenOwner>;
  /** The address that the emulator writes into its answers. */
  readonly baseUrl: string;
  /** Answers as the emulator alone would. */
  readonly handle: Handle;
}

interface Application {
  fetch: Handle;
}

interface Plugin {
  register(app: Application, store: unknown, hooks: unknown, url: string, tokens: Map<string, TokenOwner>): void;
}

interface Api {
  createEmulator(options: object): Promise<{ readonly url: string; close(): Promise<void> }>;
}

/** Starts the emulator on a free port, with `answer` between each request and the emulator. */
export async function startInside(
  seed: object,
  answer: (inside: Inside, request: globalThis.Request) => Promise<Response>,
): Promise<{ readonly url: string; readonly inside: Inside }> {
  const api = await importPackage<Api>("emulate", "dist", "api.js");
  const github = await importPackage<{ readonly githubPlugin: Plugin; getGitHubStore(store: unknown): Store }>(
    "emulate",
    "dist",
    pluginFile(),
  );
  const found: Inside[] = [];
  const register = github.githubPlugin.register;
  github.githubPlugin.register = (app, store, hooks, baseUrl, tokens) => {
    register(app, store, hooks, baseUrl, tokens);
    const inside: Inside = { store: github.getGitHubStore(store), tokens, baseUrl, handle: app.fetch };
    app.fetch = (request) => answer(inside, request);
    found.push(inside);
  };
  const { url } = await api.createEmulator({ service: "github", port: 0, seed });
  const [inside] = found;
  if (inside === undefined) throw new Error("The emulator does not load the plug-in that was found.");
  return { url, inside };
}

function pluginFile(): string {
  const source = readFileSync(packageFile("emulate", "dist", "api.js"), "utf8");
  const file = /import\("\.\/([\w-]+\.js)"\);\s*return \{\s*plugin: \w+\.githubPlugin/.exec(source)?.[1];
  if (file === undefined) throw new Error("The emulator is built differently: its GitHub plug-in was not found.");
  return file;
}
