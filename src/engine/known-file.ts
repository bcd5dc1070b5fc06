/** kpi.known.json, the file: findings that stood when a repository adopted the tool, one a line. */

import type { Finding, Problem } from "../findings/finding.ts";
import { compareText } from "../findings/order.ts";
import { isUntouchable } from "../rules/untouchable.ts";
import { replaceHidden } from "../text/display.ts";
import { readYaml } from "../text/yaml.ts";
import { type YamlPositions, yamlPositions } from "../text/yaml-positions.ts";

/** Stands in the workspace root. */
export const KNOWN_FILE = "kpi.known.json";

/** One recorded finding. Only the fingerprint identifies it; the rest is for whoever reads the file. */
export interface KnownEntry {
  readonly fingerprint: string;
  readonly rule: string;
  /** `kpi/nps-2026`; `file/…` where the finding belongs to no goal, metric or KPI. */
  readonly entity: string;
  /** The key path; the file where there is none, as in data files. */
  readonly path: string;
  readonly message: string;
}

export interface KnownFile {
  readonly text: string;
  /** In the order of the file. */
  readonly entries: readonly KnownEntry[];
  /** What is wrong with the file, as `config/invalid`; then nobody knows what is known, and nothing may be checked. */
  readonly problems: readonly Problem[];
}

/** What holds where there is no kpi.known.json. */
export const NOTHING_KNOWN: KnownFile = { text: "", entries: [], problems: [] };

const FINGERPRINT = /^[0-9a-f]{16}$/;
const CONFLICT = /^(?:<{7}|={7}|>{7})(?=\s|$).*$/m;
const REWRITE = "`kpi check --update-known` writes the file anew";

/** Reads the file; null where there is none. Never throws. A comma too many, as after a merge, does no harm. */
export function readKnown(text: string | null): KnownFile {
  if (text === null) return NOTHING_KNOWN;
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) {
    const message = `A merge was not finished here; keep the entries of both sides, or choose one: ${REWRITE}.`;
    return broken(text, invalid("merge-conflict", message, conflict.index, conflict.index + conflict[0].length));
  }
  const value = parsed(text);
  if (value === undefined) {
    const [first] = readYaml(text).problems;
    const message = `This is not JSON from here on; correct it, or remove it: ${REWRITE}.`;
    return broken(text, invalid("syntax", message, first?.start ?? 0, first?.end ?? 0));
  }
  const wrong = new WrongPlaces(text);
  const list = listIn(value, wrong);
  const entries: KnownEntry[] = [];
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    const entry = entryOf(item);
    if (entry === null) {
      wrong.add(
        ["known", index],
        "entry",
        `An entry has a fingerprint of 16 hexadecimal digits and a rule; ${REWRITE}.`,
      );
    } else if (seen.has(entry.fingerprint)) {
      wrong.add(["known", index], "duplicate", "This finding is recorded twice; remove one of the two entries.");
    } else {
      seen.add(entry.fingerprint);
      entries.push(entry);
    }
  }
  return wrong.problems.length > 0 ? { text, entries: [], problems: wrong.problems } : { text, entries, problems: [] };
}

/** JSON as any tool writes it, or else what YAML makes of it; undefined where neither can read it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { documents, problems } = readYaml(text);
    return problems.length > 0 || documents.length > 1 ? undefined : documents[0]?.value;
  }
}

function listIn(value: unknown, wrong: WrongPlaces): readonly unknown[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    wrong.add([], "shape", `The file is a map of \`version\` and \`known\`; ${REWRITE}.`);
    return [];
  }
  const { version, known } = value as { version?: unknown; known?: unknown };
  if (version !== 1) {
    wrong.add(
      ["version"],
      "version",
      `This kpi reads version 1 of this file; update kpi, or remove the file: ${REWRITE}.`,
    );
    return [];
  }
  if (!Array.isArray(known)) {
    wrong.add(["known"], "shape", `\`known\` is a list of entries; ${REWRITE}.`);
    return [];
  }
  return known;
}

function entryOf(item: unknown): KnownEntry | null {
  if (typeof item !== "object" || item === null) return null;
  const { fingerprint, rule, entity, path, message } = item as Record<string, unknown>;
  if (typeof fingerprint !== "string" || !FINGERPRINT.test(fingerprint) || typeof rule !== "string") return null;
  return { fingerprint, rule, entity: textOf(entity), path: textOf(path), message: textOf(message) };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Collects problems at values of the file; what has none is not parsed again. */
class WrongPlaces {
  readonly problems: Problem[] = [];
  readonly #text: string;
  #positions: YamlPositions | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  add(path: readonly (string | number)[], messageId: string, message: string): void {
    this.#positions ??= yamlPositions(this.#text);
    const { start, end } = this.#positions.locate(0, path, "value");
    this.problems.push(invalid(messageId, message, start, end));
  }
}

function invalid(messageId: string, message: string, start: number, end: number): Problem {
  return {
    ruleId: "config/invalid",
    messageId: `known-${messageId}`,
    message,
    place: { file: KNOWN_FILE, start, end },
    entity: null,
  };
}

function broken(text: string, problem: Problem): KnownFile {
  return { text, entries: [], problems: [problem] };
}

/**
 * The text of kpi.known.json for what stands today, at every level; `findings` are all that are not suppressed.
 *
 * An entry that was recorded before keeps its words, so that a difference shows what is new and what is fixed. While
 * a file cannot be read as YAML its findings are unknown: then nothing that was recorded is dropped.
 */
export function writeKnown(findings: readonly Finding[], recorded: readonly KnownEntry[] = []): string {
  const before = new Map(recorded.map((entry) => [entry.fingerprint, entry]));
  const entries = new Map<string, KnownEntry>(findings.some(({ ruleId }) => ruleId === "yaml/syntax") ? before : []);
  for (const finding of findings) {
    const { fingerprint } = finding;
    if (isUntouchable(finding.ruleId)) continue;
    entries.set(fingerprint, before.get(fingerprint) ?? entryFor(finding));
  }
  const lines = [...entries.values()].sort(compareEntries).map((entry) => `    ${lineOf(entry)}`);
  const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": 1,\n  "known": ${list}\n}\n`;
}

/** A message longer than this is cut: the entry is a reminder, the finding has the words. */
const LONGEST_MESSAGE = 200;

function entryFor(finding: Finding): KnownEntry {
  const { fingerprint, ruleId, entity, path, file, message } = finding;
  return {
    fingerprint,
    rule: ruleId,
    entity: entity === null ? `file/${file}` : `${entity.kind}/${entity.id}`,
    path: path.length === 0 ? file : path.join("."),
    message:
      [...message].length > LONGEST_MESSAGE ? `${[...message].slice(0, LONGEST_MESSAGE - 1).join("")}…` : message,
  };
}

function compareEntries(a: KnownEntry, b: KnownEntry): number {
  return (
    compareText(a.rule, b.rule) ||
    compareText(a.entity, b.entity) ||
    compareText(a.path, b.path) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

/** One line of JSON. Hidden characters, which a review would not show, are escaped. */
function lineOf({ fingerprint, rule, entity, path, message }: KnownEntry): string {
  const pairs = Object.entries({ fingerprint, rule, entity, path, message });
  const line = `{${pairs.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(", ")}}`;
  return replaceHidden(line, escaped);
}

function escaped(character: string): string {
  let text = "";
  for (let i = 0; i < character.length; i++) text += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
  return text;
}
