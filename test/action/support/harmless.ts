/** Whether Markdown does nothing but show text, as GitHub would read it. */

import { importPackage } from "./packages.ts";

/** A node of a Markdown tree. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly lang?: string | null;
  readonly children?: readonly Node[];
}

const { fromMarkdown } = await importPackage<{ fromMarkdown(text: string, options: object): Node }>(
  "mdast-util-from-markdown",
  "index.js",
);
const { gfm } = await importPackage<{ gfm(): object }>("micromark-extension-gfm", "index.js");
const { gfmFromMarkdown } = await importPackage<{ gfmFromMarkdown(): object }>("mdast-util-gfm", "index.js");

/** What a page of ours is made of. Headings, quotes, rules, emphasis, images, definitions and footnotes are not. */
const TYPES = new Set(
  "root paragraph text strong inlineCode code html link break list listItem table tableRow tableCell".split(" "),
);
const TAGS = /<\/?(?:details|summary|sub|br|code)>/g;
const MARKER = /^<!-- kpi-as-code:v1 key=[\w.%]* run=\d+ attempt=\d+ sha=[0-9a-f]{40} -->/;
const PAGES = [
  /^https:\/\/github\.com\/kpi-as-code\/kpi-as-code\/blob\/main\/docs\/[\w/-]+\.md(#[\w-]+)?$/,
  /^https:\/\/github\.test\/acme\/kpis\/actions\/runs\/\d+$/,
];

/** What GitHub makes links of in text: mentions, issues, commits, addresses. A zero-width space of ours ends none. */
const LINKED: readonly RegExp[] = [
  /(?:^|[^\w`])@[a-z\d]/i,
  /(?:^|\W)#\d/,
  /\bgh-\d/i,
  /(?:^|[^\w\u200b])(?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}(?!\w)/i,
  /\bhttps?:\/\/\S/i,
  /\bwww\.\w/i,
  /\w@\w+\.\w/,
];
/** Controls but line ends, and what reorders or hides text; the zero-width space is ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const HIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200c-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;
const CHART =
  /^(?:%%\{init: \{[\w":{}, #.-]*\}\}%%|xychart-beta| {4}(?:x-axis \["[\w-]+"(?:, "[\w-]+")*\]|y-axis "[\p{L}\p{N}\p{Sc} %./_-]+" -?[\d.]+ --> -?[\d.]+|(?:bar|line) \[-?[\d.]+(?:, -?[\d.]+)*\]))$/u;

/** What is active in Markdown and must not be; empty for a page that only shows text. */
export function activeIn(markdown: string): readonly string[] {
  const found: string[] = [];
  if (HIDDEN.test(markdown)) found.push(`hidden character ${JSON.stringify(HIDDEN.exec(markdown)?.[0])}`);
  const body = markdown.replace(MARKER, "");
  if (body.includes("<!--")) found.push("a comment");
  visit(fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), found);
  return found;
}

function visit(node: Node, found: string[]): void {
  const { type, value = "", url = "" } = node;
  const isOurs = type === "emphasis" && node.children?.length === 1 && node.children[0]?.value === "In words";
  if (!TYPES.has(type) && !isOurs) found.push(`${type} ${JSON.stringify(node).slice(0, 200)}`);
  if (type === "link" && !PAGES.some((page) => page.test(url))) found.push(`link ${url}`);
  if (type === "html" && /[<>]/.test(value.replace(TAGS, ""))) found.push(`html ${value}`);
  if (type === "code" && !(node.lang === "mermaid" && value.split("\n").every((line) => CHART.test(line)))) {
    found.push(`code ${node.lang} ${value}`);
  }
  if (type === "text" || type === "html") {
    for (const pattern of LINKED) if (pattern.test(value)) found.push(`${pattern} in ${value.slice(0, 200)}`);
  }
  for (const child of node.children ?? []) visit(child, found);
}
