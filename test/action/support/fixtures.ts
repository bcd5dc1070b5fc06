/** What a test of the harness works with: a GitHub of its own, and somebody who asks it. */

import { it as base } from "vitest";
import type { Tokens } from "./emulator.ts";
import { type GitHub, type GitHubOptions, startGitHub } from "./github.ts";

/** An answer of the API. */
export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A request to the API: with a token by its name, and to the proxy's address or to another one. */
export type Ask = (method: string, path: string, token?: keyof Tokens, body?: object, api?: string) => Promise<Asked>;

interface Fixtures {
  /** What GitHub is started with; `it.scoped` or `test.override` gives other options. */
  readonly options: GitHubOptions;
  readonly github: GitHub;
  readonly ask: Ask;
}

/** `it` with a GitHub that starts before the test and stops after it. */
export const it = base.extend<Fixtures>({
  options: {},
  github: async ({ options }, use) => {
    const github = await startGitHub(options);
    await use(github);
    await github.stop();
  },
  ask: async ({ github }, use) => {
    await use(askOf(github));
  },
});

/** Somebody who asks a GitHub. */
export function askOf({ emulator, proxy }: GitHub): Ask {
  return async (method, path, token = "none", body = undefined, api = proxy.url) => {
    const headers = new Headers({ "content-type": "application/json" });
    if (emulator.tokens[token] !== "") headers.set("authorization", `Bearer ${emulator.tokens[token]}`);
    const answer = await fetch(api + path, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
}
