/**
 * GitHub's own description of its API (OpenAPI), cut down to the paths that the Action may use. The whole of it is
 * 13 MB, which takes a validating proxy 13 seconds and half a gigabyte to read; what is left takes about a second.
 */

import { readFileSync } from "node:fs";
import { packageFile } from "./packages.ts";

type Json = Readonly<Record<string, unknown>>;

interface Description extends Json {
  readonly openapi: string;
  readonly info: Json;
  readonly servers: readonly unknown[];
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: Readonly<Record<string, Json>>;
}

/** The paths that the Action may use; every other one is a violation. */
export const PATHS: readonly string[] = [
  "/user",
  "/repos/{owner}/{repo}/pulls",
  "/repos/{owner}/{repo}/pulls/{pull_number}",
  "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  "/repos/{owner}/{repo}/issues/comments/{comment_id}",
];

/** The description of those paths, with every component that they lead to. */
export function cutDescription(): Json {
  const file = packageFile("@octokit/openapi", "generated", "api.github.com.json");
  const whole: Description = JSON.parse(readFileSync(file, "utf8"));
  const paths = Object.fromEntries(PATHS.map((path) => [path, pathOf(whole, path)]));
  const components: Record<string, Record<string, unknown>> = {};
  const open: unknown[] = [paths];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === "$ref" && typeof inner === "string") keep(inner);
      else open.push(inner);
    }
  }
  return { openapi: whole.openapi, info: whole.info, servers: whole.servers, paths, components };

  function keep(reference: string): void {
    const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) ?? [];
    if (kind === undefined || name === undefined) return;
    const kept = components[kind] ?? {};
    if (name in kept) return;
    kept[name] = whole.components[kind]?.[name];
    components[kind] = kept;
    open.push(kept[name]);
  }
}

function pathOf(whole: Description, path: string): Json {
  const found = whole.paths[path];
  if (found === undefined) throw new Error(`GitHub's description has no ${path}.`);
  return found;
}
