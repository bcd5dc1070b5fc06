/** Text from files on its way to a place that could take it for a command: one function for each such place. */

import { replaceHidden, visible, withoutHidden } from "../text/display.ts";

const LINE_END = /[\t\n\v\f\r\u0085\u2028\u2029]/;

/** One line of text: line ends and tabs become one space, and nothing stands at its edges. */
function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, (space) => (LINE_END.test(space) ? " " : space)).trim();
}

/** At most `limit` UTF-16 code units, the last one an ellipsis where something was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const unit = text.charCodeAt(limit - 2);
  const splitsPair = unit >= 0xd800 && unit <= 0xdbff;
  return `${text.slice(0, Math.max(0, limit - (splitsPair ? 2 : 1)))}…`;
}

/**
 * One line of plain text without hidden characters, for a field that a program shows as it is.
 *
 * Entities stay as they are written.
 */
export function plain(text: string): string {
  return withoutHidden(oneLine(text)).trim();
}

/** Build services take `##[…]`, `##vso[…]` and the like for commands, anywhere in a line. */
const LOG_COMMAND = /(##[a-z]*)\[/gi;

/** The text with no log command in it; the replacement is as wide as what it replaces. */
export function withoutLogCommand(text: string): string {
  return text.replace(LOG_COMMAND, "$1⟦");
}

/** ASCII with nothing that could be hidden, a command or at an edge: most texts need no closer look. */
const TAME = /^(?! )[\x20-\x22\x24-\x39\x3b-\x7e]*(?<! )$/;

/**
 * One line for a terminal or a build log: hidden characters are written out, so that no escape sequence, hyperlink
 * or reordering gets through, and no word can begin a workflow command.
 */
export function terminal(text: string): string {
  if (TAME.test(text)) return text;
  return withoutLogCommand(visible(oneLine(text))).replace(/(?<=^|\s)::+/g, (colons) => colons.split("").join(" "));
}

/** JSON with two spaces of indentation. Hidden characters and log commands are escaped, so the data stay exact. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const escaped = replaceHidden(text, (character) => (character === "\n" ? character : escapeUnits(character)));
  return `${escaped.replace(LOG_COMMAND, "$1\\u005b")}\n`;
}

function escapeUnits(character: string): string {
  let escaped = "";
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}

/** Named entities that hide something a Markdown reader acts on; others are shown as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  ast: "*",
  bsol: "\\",
  colon: ":",
  commat: "@",
  dollar: "$",
  excl: "!",
  grave: "`",
  gt: ">",
  hyphen: "-",
  lbrack: "[",
  lowbar: "_",
  lpar: "(",
  lsqb: "[",
  lt: "<",
  nbsp: " ",
  num: "#",
  period: ".",
  quot: '"',
  rbrack: "]",
  rpar: ")",
  rsqb: "]",
  sol: "/",
  verbar: "|",
  vert: "|",
};

/** Decodes entities once; a number that is no character becomes U+FFFD, as in HTML. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#([0-9]{1,8})|([a-z]{2,8}));/gi, (whole, hexadecimal, decimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = hexadecimal === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16);
    const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** Breaks a word so that no site links it; the entity is the usual way and shows as nothing. */
const BREAK = "&#8203;";

/** Characters with a meaning in Markdown or HTML, wherever they stand. */
const SPECIAL = /[&<>`*_[\]|~$\\]/g;
/** At the start of a line: headings, lists, rules, tables and underlined headings; `9.96` begins no list. */
const BLOCK_START = /^(?:[#+\-=:]|\d{1,9}(?=[.)](?: |$)))/;
/** What sites turn into links on their own: mentions, references, addresses, commits. */
const LINKED =
  /@|[#!%~](?=[\w"])|&(?=\d)|:(?=\/\/)|(?<![a-z0-9])(?:gh-(?=\d)|www(?=\.)|(?=[0-9a-f]*[0-9])(?=[0-9]*[a-f])[0-9a-f]{7,40}(?![0-9a-z]))/gi;

/**
 * One line of Markdown that shows the text and does nothing else, in a table cell too.
 *
 * Entities are decoded first, so that none hides a character; then hidden characters go, everything with a meaning
 * is written as an entity (which is never markup), and mentions, references and bare addresses are broken.
 */
export function markdown(text: string): string {
  const clean = plain(decodeEntities(text)).replace(/ {2,}/g, " ");
  return clean
    .replace(LINKED, (found) => brokenLink(found))
    .replace(SPECIAL, entityOf)
    .replaceAll(MARK, BREAK)
    .replace(BLOCK_START, (found) => found.slice(0, -1) + entityOf(found.slice(-1)));
}

/** Stands for BREAK until everything else is escaped; `plain` has removed it from the text itself. */
const MARK = "\u200b";

function brokenLink(found: string): string {
  const at = found.length > 4 ? 4 : found.length;
  return found.slice(0, at) + MARK + found.slice(at);
}

function entityOf(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** Characters with a meaning in the Markdown of editors, addresses and mail addresses among them. */
const SPECIAL_IN_EDITORS = /[&<>`*_[\]|~$\\]|:(?=\/\/)|(?<=\bwww)\.|(?<=\w)@/gi;

/**
 * One line of Markdown for an editor that shows the text and does nothing else.
 *
 * Editors link no mentions, and some show entities as they are written: a backslash stands before what means something.
 */
export function editorMarkdown(text: string): string {
  const clean = plain(decodeEntities(text)).replace(/ {2,}/g, " ");
  return clean
    .replace(SPECIAL_IN_EDITORS, "\\$&")
    .replace(/^([#+\-=:])/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?= |$)/, "$1\\$2");
}

/** Inline code, in a table cell too; nothing in it is a mention, a link or markup. */
export function markdownCode(text: string): string {
  const clean = plain(text);
  const needsEntities = clean === "" || /[`|<>&[\]\\]/.test(clean) || /^ | $/.test(clean);
  return needsEntities ? `<code>${markdown(text)}</code>` : `\`${clean}\``;
}

/** Inline code for an editor: between more backticks than the text has in a row. */
export function editorCode(text: string): string {
  const clean = plain(text).trim();
  const longest = Math.max(0, ...[...clean.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = clean === "" || clean.startsWith("`") || clean.endsWith("`") ? " " : "";
  return `${fence}${space}${clean}${space}${fence}`;
}

/** A link destination that ends neither a Markdown link nor an attribute; null for anything but http and https. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, href } = new URL(url);
  if (!/^https?:$/.test(protocol) || hostname.startsWith("[")) return null;
  return href.replace(/%(?![0-9a-f]{2})/gi, "%25").replace(/["'()<>[\\\]^`{|}]/g, percent);
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an HTML element or a quoted attribute; line ends stay, other hidden characters go. */
export function html(text: string): string {
  return manyLines(text).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? "");
}

/** Plain text without hidden characters, for a script that puts it into a page as text; line ends stay. */
export function manyLines(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return lines.map((line) => withoutHidden(line.replace(/\t/g, " "))).join("\n");
}

/**
 * Text for an XML 1.0 element or a quoted attribute, on one line: characters that XML does not allow and hidden
 * ones go.
 */
export function xml(text: string): string {
  return plain(text)
    .replace(/[\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? "")
    .replace(/^:(?=:)/, "&#58;")
    .replace(LOG_COMMAND, "$1&#91;");
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

/** The message of a workflow command; line ends stay line ends. */
export function workflowCommandData(text: string): string {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => terminal(line));
  return lines.join("\n").replace(/[%\n]/g, percent);
}

/** A property of a workflow command, such as its file or title. */
export function workflowCommandProperty(text: string): string {
  return withoutLogCommand(visible(oneLine(text))).replace(/[%:,]/g, percent);
}

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/;
/** What spreadsheets run, in ASCII and in full width. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/**
 * One CSV cell. Text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay numbers.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const lines = value.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => withoutHidden(line.replace(/\t/g, " ")));
  const clean = withoutLogCommand(lines.join("\n"));
  const safe = FORMULA.test(clean) && !PLAIN_NUMBER.test(clean) ? `'${clean}` : clean;
  return /[",;\n]|^[\s':]|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
