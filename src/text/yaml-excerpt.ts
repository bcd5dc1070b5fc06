/** The part of a YAML file that defines some ids, so that a long history is read without parsing every version whole. */

import { lfsPointer } from "./lfs-pointer.ts";
import { isYamlMap, readYaml, type YamlMap, type YamlValue } from "./yaml.ts";

/** YAML that defines the ids as the whole file does, and nothing else of interest. */
export interface YamlExcerpt {
  readonly text: string;
  /** A part of the file could not be read, and an id that is missing here may have stood there. */
  readonly unread: boolean;
}

/** What takes part of a file's text, kept apart from it. */
const NOTHING: YamlExcerpt = { text: "", unread: false };

/** Measured values, which a history of definitions does not need, and which grow with every check-in. */
const VALUES = /^ *(?:values|"values"|'values') *:/;
/** An alias may stand for something outside the excerpt. */
const ALIAS = /(?:[:,?[{-]|^)[ \t]*\*\w/m;
/** `? ` before a key, whose colon stands on a line of its own. */
const EXPLICIT_KEY = /^ *\?[ \t]+["']?$/;
const COLLECTIONS = ["metrics", "kpis", "removed"] as const;

/** Takes excerpts for the same ids from many versions of files; what two versions share is looked at once. */
export class YamlExcerpts {
  readonly #ids: readonly string[];
  readonly #sliced = new Map<string, YamlExcerpt | null>();

  constructor(ids: Iterable<string>) {
    this.#ids = [...ids].filter((id) => id !== "");
  }

  /** The excerpt of a text; one with an empty text where it defines none of the ids. */
  of(text: string): YamlExcerpt {
    if (lfsPointer(text) !== null) return { text: "", unread: true };
    if (!this.#ids.some((id) => text.includes(id))) return NOTHING;
    const slice = sliceOf(text, this.#ids);
    if (slice === "") return NOTHING;
    return (slice === null ? null : this.#checked(slice)) ?? this.#whole(text);
  }

  /** Null where the lines alone are no good YAML, so that the whole file has to be read. */
  #checked(slice: string): YamlExcerpt | null {
    let known = this.#sliced.get(slice);
    if (known === undefined) {
      known = readYaml(slice).problems.length === 0 ? { text: slice, unread: false } : null;
      this.#sliced.set(slice, known);
    }
    return known;
  }

  /** Written anew as JSON, which is YAML. */
  #whole(text: string): YamlExcerpt {
    const { documents, problems } = readYaml(text);
    const parts = documents.flatMap(({ value }) => this.#picked(value) ?? []);
    return { text: parts.map((part) => `${JSON.stringify(part)}\n`).join("---\n"), unread: problems.length > 0 };
  }

  #picked(value: YamlValue | undefined): YamlMap | null {
    if (value === undefined || !isYamlMap(value)) return null;
    const picked: YamlMap = {};
    for (const collection of COLLECTIONS) {
      const all = value[collection];
      if (all === undefined || !isYamlMap(all)) continue;
      const entries = this.#ids.flatMap((id) => (Object.hasOwn(all, id) ? [[id, without(all[id])] as const] : []));
      if (entries.length > 0) picked[collection] = Object.fromEntries(entries) as YamlMap;
    }
    return Object.keys(picked).length === 0 ? null : picked;
  }
}

function without(definition: YamlValue | undefined): YamlValue {
  if (definition === undefined || !isYamlMap(definition)) return definition ?? null;
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== "values")) as YamlMap;
}

/**
 * The lines of a text that define some keys, with the lines above them that they belong to; empty where none is
 * defined. Null where lines do not tell: flow style, aliases, lone carriage returns.
 */
export function sliceOf(text: string, keys: readonly string[]): string | null {
  const starts = keyLines(text, keys);
  if (starts === null) return null;
  if (starts.length === 0) return "";
  if (text.includes("\r") && /\r(?!\n)/.test(text)) return null;
  const parts = new Map<number, string>();
  for (const top of topLines(text)) parts.set(top, lineAt(text, top));
  let end = -1;
  for (const start of starts) {
    if (start < end) continue;
    for (const parent of parentsOf(text, start)) parts.set(parent, lineAt(text, parent));
    const block = blockAt(text, start);
    parts.set(start, block.text);
    end = block.end;
  }
  const slice = [...parts]
    .sort(([a], [b]) => a - b)
    .map(([, part]) => part)
    .join("\n");
  return ALIAS.test(slice) ? null : `${slice}\n`;
}

/** Where lines begin that have one of the keys as their key, in order. Null where one stands at another place. */
function keyLines(text: string, keys: readonly string[]): number[] | null {
  const starts = new Set<number>();
  for (const key of keys) {
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) {
      if (isNameAt(text, at - 1)) continue;
      const start = text.lastIndexOf("\n", at - 1) + 1;
      const before = text.slice(start, at);
      if (EXPLICIT_KEY.test(before)) return null;
      if (!isKeyEnd(text, at + key.length)) continue;
      if (/^\ufeff? *["']?$/.test(before)) starts.add(start);
      else if (!/^\s*#/.test(before)) return null;
    }
  }
  return [...starts].sort((a, b) => a - b);
}

function isNameAt(text: string, at: number): boolean {
  return /[\w-]/.test(text.charAt(at));
}

/** Whether a colon follows, behind a quotation mark and spaces. */
function isKeyEnd(text: string, at: number): boolean {
  let i = at;
  const quote = text.charCodeAt(i);
  if (quote === 34 || quote === 39) i++;
  while (text.charCodeAt(i) === 32) i++;
  return text.charCodeAt(i) === 58;
}

/** Lines that begin at the margin: top-level keys, document marks, whatever else has no indentation. */
function topLines(text: string): number[] {
  const found: number[] = [];
  for (let at = 0; at < text.length; ) {
    const first = text.charCodeAt(at);
    if (first !== 32 && first !== 35 && first !== 10 && first !== 13) found.push(at);
    const end = text.indexOf("\n", at);
    if (end < 0) break;
    at = end + 1;
  }
  return found;
}

/** The lines above that are less and less indented, up to the margin. */
function parentsOf(text: string, start: number): number[] {
  const found: number[] = [];
  let least = indentAt(text, start) ?? 0;
  for (let at = start; least > 0 && at > 0; ) {
    at = at < 2 ? 0 : text.lastIndexOf("\n", at - 2) + 1;
    const indent = indentAt(text, at);
    if (indent === null || indent >= least) continue;
    found.push(at);
    least = indent;
  }
  return found;
}

/** The spaces before a line's content; null for one that is blank or holds a comment only. */
function indentAt(text: string, start: number): number | null {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  const first = text.charCodeAt(at);
  return Number.isNaN(first) || first === 10 || first === 13 || first === 35 ? null : at - start;
}

interface Block {
  readonly text: string;
  /** The start of the first line behind it. */
  readonly end: number;
}

/** A key's line and the deeper ones below it; the measured values of a metric are left out. */
function blockAt(text: string, start: number): Block {
  const own = indentAt(text, start) ?? 0;
  const lines = [lineAt(text, start)];
  let kept = 1;
  let child: number | null = null;
  let isValues = false;
  let at = nextLine(text, start);
  for (; at < text.length; at = nextLine(text, at)) {
    const indent = indentAt(text, at);
    if (indent !== null && indent <= own) break;
    child ??= indent;
    const isChild = indent !== null && indent === child;
    if (isChild) isValues = VALUES.test(lineAt(text, at));
    if (isValues && !isChild) continue;
    lines.push(isValues ? `${" ".repeat(child ?? 0)}values: {}` : lineAt(text, at));
    // Blank lines and comments behind it belong to what follows.
    if (indent !== null) kept = lines.length;
  }
  return { text: lines.slice(0, kept).join("\n"), end: at };
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  const line = text.slice(start, end < 0 ? text.length : end);
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
