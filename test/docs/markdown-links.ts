/** Links and headings of Markdown pages, as GitHub shows them. */

export interface Link {
  /** From 1. */
  readonly line: number;
  readonly target: string;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const INLINE = /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const REFERENCE = /^ {0,3}\[[^\]]+\]:\s+<?([^\s>]+)>?/;
const ATTRIBUTE = /<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g;
const HEADING = /^ {0,3}#{1,6}\s+(.+?)(?:\s+#+)?\s*$/;
const ANCHOR = /<a\b[^>]*?\b(?:id|name)="([^"]+)"/g;

/** The lines that are text: those of code blocks and of comments are empty. */
function textLines(page: string): readonly string[] {
  const blank = (text: string): string => text.replace(/[^\n]/g, "");
  const lines = page.split("\n");
  let fence = "";
  for (const [at, line] of lines.entries()) {
    const [, mark = ""] = FENCE.exec(line) ?? [];
    const isEnd = fence !== "" && mark.startsWith(fence) && line.trim() === mark;
    if (fence === "" && mark === "") continue;
    lines[at] = "";
    if (fence === "") fence = mark;
    else if (isEnd) fence = "";
  }
  return lines
    .join("\n")
    .replace(/<!--[\s\S]*?-->/g, blank)
    .split("\n");
}

/** All links and images of a page. */
export function linksOf(page: string): readonly Link[] {
  return textLines(page).flatMap((line, at) => {
    const text = line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => "x".repeat(code.length));
    const targets = [
      ...[...text.matchAll(INLINE)].map(([, target]) => target),
      ...[...text.matchAll(ATTRIBUTE)].map(([, target]) => target),
      REFERENCE.exec(text)?.[1],
    ];
    return targets.flatMap((target) => (target === undefined ? [] : [{ line: at + 1, target }]));
  });
}

/** What may stand behind `#` in a link to a page. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of textLines(page)) {
    for (const [, name = ""] of line.matchAll(ANCHOR)) found.add(name);
    const heading = HEADING.exec(line)?.[1];
    if (heading === undefined) continue;
    const slug = slugOf(heading);
    let name = slug;
    for (let again = 1; found.has(name); again++) name = `${slug}-${again}`;
    found.add(name);
  }
  return found;
}

/** The anchor that GitHub gives a heading: lower case, without marks, with a hyphen for every space. */
export function slugOf(heading: string): string {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]*>/g, "")
    .replace(/(\*{1,3})([^*]+)\1/g, "$2")
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
