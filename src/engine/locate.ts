/** Problems → findings: places become ranges, each finding gets its page and its fingerprint. */

import { ruleUrl } from "../definition/urls.ts";
import type { Finding, Place, Problem, ProposedChange, Suggestion, TextEdit } from "../findings/finding.ts";
import { fingerprint } from "../findings/fingerprint.ts";
import { compareFindings } from "../findings/order.ts";
import type { Rule } from "../rules/define.ts";
import { type Edit, withLineEndsOf } from "../text/edits.ts";
import { type KeyPath, LineIndex, type Range } from "../text/source.ts";
import { insertFirst } from "../text/yaml-insert.ts";
import { type YamlPositions, yamlPositions } from "../text/yaml-positions.ts";
import { type YamlTree, yamlTrees } from "../text/yaml-tree.ts";
import { FIXERS } from "./fixers.ts";
import type { Graded } from "./run.ts";

/** The text of a file of the workspace; null where it can no longer be read. */
export type TextOf = (file: string) => string | null;

/** Finds ranges; the index of a file is built once, and only for files that have findings. */
export class Locator {
  readonly #textOf: TextOf;
  readonly #pages = new Map<string, string>();
  readonly #lines = new Map<string, LineIndex>();
  readonly #yaml = new Map<string, YamlPositions>();
  readonly #trees = new Map<string, readonly YamlTree[]>();

  /** `rules` are asked for pages of their own. */
  constructor(textOf: TextOf, rules: readonly Rule[] = []) {
    this.#textOf = textOf;
    for (const rule of rules) if (rule.url !== undefined) this.#pages.set(rule.id, rule.url);
  }

  page(ruleId: string): string {
    return this.#pages.get(ruleId) ?? ruleUrl(ruleId);
  }

  /** Forgets what was read of a file, because its text has changed. */
  forget(file: string): void {
    this.#lines.delete(file);
    this.#yaml.delete(file);
    this.#trees.delete(file);
  }

  range(place: Place): Range {
    const lines = this.#linesOf(place.file);
    if ("start" in place) return lines.range(place.start, place.end);
    if ("cell" in place) return cellRange(lines, place.line, place.cell);
    if ("column" in place) return lineRange(lines, place.line, place.column, place.length);
    const positions = this.#yamlOf(place.file, lines.text);
    if (place.slice !== undefined) {
      const { start, end } = positions.slice(place.document, place.path, place.slice[0], place.slice[1]);
      return lines.range(start, end);
    }
    const { start, end } = positions.locate(place.document, place.path, place.at);
    return lines.range(start, isBeforeFirstKey(place) ? start : end);
  }

  /** A change at the place of its finding, or at its own; without a replacement it is advice only. */
  suggestion(change: ProposedChange, place: Place): Suggestion {
    if (change.replace === undefined) return { title: change.title, edits: [] };
    const target = change.at ?? place;
    if (isBeforeFirstKey(target)) {
      const edit = insertFirst(
        this.#linesOf(target.file).text,
        this.#treesOf(target.file)[target.document],
        change.replace.trimEnd(),
      );
      return { title: change.title, edits: edit === null ? [] : [inFile(edit, target.file)] };
    }
    const { start, end } = this.range(target);
    return {
      title: change.title,
      edits: [
        {
          file: target.file,
          start: start.offset,
          end: end.offset,
          text: withLineEndsOf(this.#linesOf(target.file).text, change.replace),
        },
      ],
    };
  }

  /** What `--fix` would do about a problem; null where a person must decide. */
  fix(problem: Problem): Suggestion | null {
    const { file } = problem.place;
    const make = FIXERS[problem.ruleId];
    if (make !== undefined) {
      const made = make({ problem, text: this.#linesOf(file).text, trees: () => this.#treesOf(file) });
      return made === null ? null : { title: made.title, edits: made.edits.map((edit) => inFile(edit, file)) };
    }
    const fix = problem.fix === undefined ? null : this.suggestion(problem.fix, problem.place);
    return fix === null || fix.edits.length === 0 ? null : fix;
  }

  #linesOf(file: string): LineIndex {
    let lines = this.#lines.get(file);
    if (lines === undefined) {
      lines = new LineIndex(this.#textOf(file) ?? "");
      this.#lines.set(file, lines);
    }
    return lines;
  }

  #yamlOf(file: string, text: string): YamlPositions {
    let positions = this.#yaml.get(file);
    if (positions === undefined) {
      positions = yamlPositions(text);
      this.#yaml.set(file, positions);
    }
    return positions;
  }

  #treesOf(file: string): readonly YamlTree[] {
    let trees = this.#trees.get(file);
    if (trees === undefined) {
      trees = yamlTrees(this.#linesOf(file).text);
      this.#trees.set(file, trees);
    }
    return trees;
  }
}

type PathPlace = Extract<Place, { readonly path: KeyPath }>;

/** The empty place before the first key of a document: what is missing there is put in as an entry. */
function isBeforeFirstKey(place: Place): place is PathPlace {
  return "path" in place && place.path.length === 0 && place.at === "key";
}

function inFile(edit: Edit, file: string): TextEdit {
  return { file, start: edit.start, end: edit.end, text: edit.text };
}

function lineRange(lines: LineIndex, line: number, column: number, length: number): Range {
  const end = lines.line(line).length + 1;
  const from = Math.min(column, end);
  return lines.range(lines.offset(line, from), lines.offset(line, Math.min(from + length, end)));
}

/** A cell without the spaces around it; the whole line where it has no such cell. */
function cellRange(lines: LineIndex, line: number, cell: number | null): Range {
  const found = cell === null ? undefined : cellsOf(lines.line(line))[cell];
  const [column, length] = found ?? [1, Number.MAX_SAFE_INTEGER];
  return lineRange(lines, line, column, length);
}

/** Column (from 1) and length of every cell; commas in quotation marks belong to their cell. */
function cellsOf(line: string): (readonly [column: number, length: number])[] {
  return [...line.matchAll(/(?:^|,)(\s*)((?:"(?:[^"]|"")*"?|[^",])*)/g)].map((match) => {
    const [all, space = "", text = ""] = match;
    const start = match.index + (all.startsWith(",") ? 1 : 0) + space.length;
    return [start + 1, text.trimEnd().length];
  });
}

/** Findings in order. What repeats gets an ordinal in its fingerprint, counted in that order. */
export function locate(
  graded: readonly Graded[],
  textOf: TextOf,
  rules: readonly Rule[] = [],
  locator: Locator = new Locator(textOf, rules),
): readonly Finding[] {
  const found = graded.map((item) => ({ item, finding: findingOf(item, locator) }));
  found.sort((a, b) => compareFindings(a.finding, b.finding));
  const repeats = new Map<string, number>();
  return found.map(({ item, finding }) => {
    const ordinal = repeats.get(finding.fingerprint) ?? 0;
    repeats.set(finding.fingerprint, ordinal + 1);
    return ordinal === 0 ? finding : { ...finding, fingerprint: fingerprintOf(item.problem, ordinal) };
  });
}

function findingOf({ problem, severity }: Graded, locator: Locator): Finding {
  const { place } = problem;
  return {
    ruleId: problem.ruleId,
    messageId: problem.messageId,
    severity,
    message: problem.message,
    file: place.file,
    range: locator.range(place),
    entity: problem.entity,
    path: pathOf(place),
    url: locator.page(problem.ruleId),
    fingerprint: fingerprintOf(problem, 0),
    suggestions: (problem.suggestions ?? []).map((change) => locator.suggestion(change, place)),
    fix: locator.fix(problem),
    related: (problem.related ?? []).map((other) => ({
      file: other.place.file,
      range: locator.range(other.place),
      message: other.message,
    })),
  };
}

function fingerprintOf(problem: Problem, ordinal: number): string {
  const { ruleId, messageId, entity, place, discriminator } = problem;
  return fingerprint({ ruleId, messageId, entity, path: pathOf(place), discriminator, file: place.file, ordinal });
}

function pathOf(place: Place): KeyPath {
  return "path" in place ? place.path : [];
}
