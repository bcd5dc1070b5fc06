/** Every link between pages, and to a heading of one, leads somewhere. */

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import * as path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../support/cli.ts";
import { anchorsOf, linksOf, slugOf } from "./markdown-links.ts";

const SINGLE = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md", "bench/README.md"];
const FOLDERS = ["docs", "editors"];
/** Addresses of files of this repository on its main branch. */
const OWN =
  /^https:\/\/(?:github\.com\/kpi-as-code\/kpi-as-code\/(?:blob|tree|raw)|raw\.githubusercontent\.com\/kpi-as-code\/kpi-as-code)\/main\//;
const ELSEWHERE = /^(?:https?|mailto):/;
const LINES = /^L\d+(?:-L\d+)?$/;

const pages = [...SINGLE, ...FOLDERS.flatMap(pagesIn)].sort();

/** The pages of a folder, without those of packages that are installed there. */
function pagesIn(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`)
    .filter((file) => file.endsWith(".md") && !file.includes("/node_modules/"));
}

const read = (page: string): string => readFileSync(path.join(ROOT, page), "utf8");

/** Why a link of a page leads nowhere; null where it leads somewhere, or out of the repository. */
function problemOf(target: string, page: string, text: string): string | null {
  const own = OWN.exec(target)?.[0];
  if (own === undefined && ELSEWHERE.test(target)) return null;
  const [place = "", anchor = null] = target.slice(own?.length ?? 0).split("#");
  const from = own === undefined ? path.posix.dirname(page) : ".";
  const file = place === "" ? page : path.posix.normalize(path.posix.join(from, decodeURIComponent(place)));
  if (path.posix.isAbsolute(place) || file.startsWith("..")) return "leaves the repository";
  if (!existsSync(path.join(ROOT, file))) return `there is no ${file}`;
  if (anchor === null) return null;
  if (!file.endsWith(".md")) return LINES.test(anchor) ? null : `${file} has no headings`;
  if (statSync(path.join(ROOT, file)).isDirectory()) return `${file} is a folder`;
  const anchors = anchorsOf(place === "" ? text : read(file));
  return anchors.has(anchor) ? null : `${file} has no heading #${anchor}`;
}

/** The links of a page that lead nowhere. */
function brokenIn(text: string, page: string): readonly string[] {
  return linksOf(text).flatMap(({ line, target }) => {
    const problem = problemOf(target, page, text);
    return problem === null ? [] : [`${page}:${line} ${target}: ${problem}`];
  });
}

describe("links between pages", () => {
  it("lead somewhere", () => {
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap((page) => brokenIn(read(page), page))).toEqual([]);
  });

  it("go to every page of the documentation from its index", () => {
    const index = "docs/README.md";
    const linked = linksOf(read(index)).map(({ target }) => path.posix.join("docs", target.split("#")[0] ?? ""));
    const inDocs = readdirSync(path.join(ROOT, "docs"))
      .filter((file) => file.endsWith(".md"))
      .map((file) => `docs/${file}`);
    expect(inDocs.filter((page) => page !== index && !linked.includes(page))).toEqual([]);
  });
});

describe("the test of links", () => {
  const page = "docs/action.md";

  it.each([
    ["[a](nowhere.md)", "docs/action.md:1 nowhere.md: there is no docs/nowhere.md"],
    ["[a](#nothing)", "docs/action.md:1 #nothing: docs/action.md has no heading #nothing"],
    ["[a](editors.md#nothing)", "docs/action.md:1 editors.md#nothing: docs/editors.md has no heading #nothing"],
    ["[a](../../x.md)", "docs/action.md:1 ../../x.md: leaves the repository"],
    ["[a](/docs/editors.md)", "docs/action.md:1 /docs/editors.md: leaves the repository"],
    ["![a](b.png)", "docs/action.md:1 b.png: there is no docs/b.png"],
    ['<a href="b.md">b</a>', "docs/action.md:1 b.md: there is no docs/b.md"],
    ["\n[a]: b.md", "docs/action.md:2 b.md: there is no docs/b.md"],
    ["[![a](b.svg)](editors.md)", "docs/action.md:1 b.svg: there is no docs/b.svg"],
    ["[![a](../package.json)](b.md)", "docs/action.md:1 b.md: there is no docs/b.md"],
    ["[a](../package.json#name)", "docs/action.md:1 ../package.json#name: package.json has no headings"],
    [
      "[a](https://github.com/kpi-as-code/kpi-as-code/blob/main/docs/b.md)",
      "docs/action.md:1 https://github.com/kpi-as-code/kpi-as-code/blob/main/docs/b.md: there is no docs/b.md",
    ],
  ])("finds %j", (text, problem) => {
    expect(brokenIn(text, page)).toEqual([problem]);
  });

  it.each([
    ["[a](editors.md)", "a page"],
    ["[a](editors.md#vs-code)", "a heading"],
    ["# One\n\n## One\n\n[a](#one) [b](#one-1)", "the second of two equal headings"],
    ["[a](../examples)", "a folder"],
    ["[a](../package.json#L1-L3)", "lines"],
    ["[a](https://example.com/x#y)", "another site"],
    ["`[a](b.md)` and ``[a](`b.md)``", "code"],
    ["```md\n[a](b.md)\n```", "a code block"],
    ["````md\n```\n[a](b.md)\n```\n````", "a code block in a code block"],
    ["<!-- [a](b.md)\n[a](c.md) -->", "a comment"],
  ])("leaves %j alone: %s", (text) => {
    expect(brokenIn(text, page)).toEqual([]);
  });

  it.each([
    ["Where the reason goes", "where-the-reason-goes"],
    ["Levels, and whose config decides", "levels-and-whose-config-decides"],
    ["`kpi export`", "kpi-export"],
    ["OpenSLO (`openslo/v1`)", "openslo-openslov1"],
    ["A [link](b.md) and **bold**", "a-link-and-bold"],
    ["What `x_y` – and Größe – mean", "what-x_y--and-größe--mean"],
    ["C++ & more", "c--more"],
  ])("gives the heading %j the anchor %s", (heading, anchor) => {
    expect(slugOf(heading)).toBe(anchor);
  });
});
