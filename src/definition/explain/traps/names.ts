/** Texts where an owner, an id or a link is wanted. */

import { ID, ID_LENGTH, LINK, OWNER } from "../../patterns.ts";
import type { ShapeChange } from "../../shape-problem.ts";
import { NO_VALUE, PLACEHOLDER, type Trap, write } from "./trap.ts";

/** Lower-case words joined by hyphens, from any text; empty where nothing is left. */
export function slug(text: string): string {
  return text
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, ID_LENGTH)
    .replace(/^-+|-+$/g, "");
}

export const OWNER_TRAPS: readonly Trap[] = [
  {
    id: "placeholder",
    pattern: new RegExp(`${PLACEHOLDER.source}|${NO_VALUE.source}|^(?:nobody|no one|everyone|all|team)$`, "i"),
    say: (_, { place, shown }) => ({
      message: `${place} is "${shown}": name the one person or team that answers, or set \`state: draft\` until it is decided.`,
      suggestions: [],
    }),
  },
  {
    id: "several-owners",
    pattern: /^(.+?)(?: ?[,;&+|] ?| and | or )(.+)$/i,
    say: ([, first = "", rest = ""], { place }) => ({
      message: `${place} names more than one: a single person or team answers, others may be stakeholders of the goal.`,
      suggestions: [first, ...rest.split(/ ?[,;&+|] ?| and | or /i).slice(0, 2)].flatMap(ownerMeant),
    }),
  },
  {
    id: "owner-with-name",
    pattern: /<([^<>\s]+)>/,
    say: ([, address = ""], { place }) =>
      OWNER.test(address)
        ? { message: `${place} holds a name as well: write the address alone.`, suggestions: [write(address)] }
        : null,
  },
  {
    id: "team-in-words",
    pattern: /^(?:the )?(?:team[ :_-]+(.+)|(.+)[ _-]team)$/i,
    say: ([, after, before], { place }) => {
      const name = slug(after ?? before ?? "");
      return name === ""
        ? null
        : { message: `${place}: a team is written team:${name}.`, suggestions: [write(`team:${name}`)] };
    },
  },
  {
    id: "handle-characters",
    pattern: /^@(.+)$/,
    say: ([, handle = ""], { place }) => {
      const parts = handle
        .split("/")
        .slice(0, 2)
        .map(slug)
        .filter((part) => part !== "");
      if (parts.length === 0) return null;
      return {
        message: `${place}: a handle has letters, digits, _ and - only, and at most one /.`,
        suggestions: [write(`@${parts.join("/")}`)],
      };
    },
  },
  {
    id: "handle-missing",
    pattern: /^[\p{L}\p{N} ._'-]+$/u,
    say: ([text], { place }) => {
      const name = /^[\w-]+$/.test(text) ? text : slug(text);
      if (name === "") return null;
      return {
        message: `${place}: write a person as "@${name}" or a team as team:${name}.`,
        suggestions: [write(`@${name}`, "a person"), write(`team:${name}`, "a team")],
      };
    },
  },
];

function ownerMeant(name: string): readonly ShapeChange[] {
  const owner = OWNER.test(name) ? name : `@${slug(name)}`;
  return OWNER.test(owner) ? [write(owner)] : [];
}

export const ID_TRAPS: readonly Trap[] = [
  {
    id: "pattern",
    pattern: /^.*$/s,
    say: ([text], { shown }) => {
      const id = slug(text);
      return {
        message: `"${shown}" is no id: an id is lower-case letters and digits in words joined by hyphens.`,
        suggestions: ID.test(id) ? [write(id)] : [],
      };
    },
  },
];

export const LINK_TRAPS: readonly Trap[] = [
  {
    id: "link-spaces",
    pattern: /^https?:\/\/.* .*$/i,
    say: ([text], { place }) => {
      const link = text.replaceAll(" ", "%20");
      return LINK.test(link)
        ? { message: `${place} holds a space: write it as %20.`, suggestions: [write(link)] }
        : null;
    },
  },
  {
    id: "link-spelling",
    pattern: /^(https?):\/*(\S*)$/i,
    say: ([, scheme = "", address], { place }) => {
      const link = `${scheme.toLowerCase()}://${address}`;
      if (!LINK.test(link)) return { message: `${place} has no address after ${scheme}.`, suggestions: [] };
      return { message: `${place} is written ${link}.`, suggestions: [write(link)] };
    },
  },
  {
    id: "link-scheme",
    pattern: /^(?!www\.|[\w-]+\.[\w.-]+:\d)[a-z][a-z0-9+.-]*:/i,
    say: ([scheme], { place }) => ({
      message: `${place} begins with ${scheme} and must begin with https:// or http://.`,
      suggestions: [],
    }),
  },
  {
    id: "link-without-scheme",
    pattern: /^(?:\/\/)?((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,}(?:[:/?#]\S*)?)$/u,
    say: ([, address], { place }) => ({
      message: `${place} has no scheme: write it with https://.`,
      suggestions: [write(`https://${address}`)],
    }),
  },
];
