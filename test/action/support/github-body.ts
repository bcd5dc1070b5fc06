/** The emulator's answers as GitHub writes them: pages on the server and not on the API, instants in whole seconds. */

import { SERVER_URL } from "./emulator-messages.ts";

const PAGES = new Set(["html_url", "diff_url", "patch_url", "avatar_url", "clone_url", "svn_url"]);

/** A body with GitHub's addresses and instants; `from` is the emulator's own address, `api` the one that was asked. */
export function bodyOfGitHub(value: unknown, from: string, api: string, key = "", parent = ""): unknown {
  if (typeof value === "string") return key === "body" ? value : textOfGitHub(value, from, api, key, parent);
  if (Array.isArray(value)) return value.map((item) => bodyOfGitHub(item, from, api, key, parent));
  if (typeof value !== "object" || value === null) return value;
  const all = "type" in value && value.type === "Organization" ? { ...addressesOf(value, from), ...value } : value;
  return Object.fromEntries(Object.entries(all).map(([k, v]) => [k, bodyOfGitHub(v, from, api, k, key)]));
}

function textOfGitHub(text: string, from: string, api: string, key: string, parent: string): string {
  if (key.endsWith("_at")) return text.replace(/\.\d{3}Z$/, "Z");
  if (!text.startsWith(from)) return text;
  const rest = text.slice(from.length).replace("[bot]", "%5Bbot%5D");
  const isPage = key === "href" ? parent === "html" : PAGES.has(key);
  return isPage ? SERVER_URL + rest.replace(/\/issues\/(\d+#issuecomment)/, "/pull/$1") : api + rest;
}

/** The addresses of every user and organisation, some of which the emulator gives only to users. */
function addressesOf(organisation: object, from: string): object {
  const login = "login" in organisation ? organisation.login : "";
  const user = `${from}/users/${login}`;
  return {
    gravatar_id: "",
    followers_url: `${user}/followers`,
    following_url: `${user}/following{/other_user}`,
    gists_url: `${user}/gists{/gist_id}`,
    starred_url: `${user}/starred{/owner}{/repo}`,
    subscriptions_url: `${user}/subscriptions`,
    organizations_url: `${user}/orgs`,
    received_events_url: `${user}/received_events`,
  };
}
