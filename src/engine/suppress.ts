/** Suppression comments at work: which findings they take out, and what is wrong with the comments themselves. */

import type { Finding, Problem } from "../findings/finding.ts";
import { isUntouchable } from "../rules/untouchable.ts";
import { type SuppressionComment, suppressionComments } from "../text/comments.ts";
import { LineIndex } from "../text/source.ts";
import { yamlPositions } from "../text/yaml-positions.ts";
import { type Day, parseDay } from "../workspace/day.ts";
import type { Workspace } from "../workspace/model.ts";
import type { TextOf } from "./locate.ts";
import { type Judged, problemsOf, ruleNames, type Standing } from "./suppression-problems.ts";

export interface SuppressInput {
  /** All findings of the workspace, so that no suppression seems unused because its finding is not shown. */
  readonly findings: readonly Finding[];
  readonly workspace: Pick<Workspace, "files" | "metrics">;
  readonly textOf: TextOf;
  /** The day that `until:` is judged on; that day itself still belongs to the suppression. */
  readonly asOf: Day;
  /** Every rule that a comment may name. */
  readonly ruleIds: readonly string[];
  /** Whether a rule can report anything in a definition file; a suppression of one that cannot is never unused. */
  readonly isOn: (ruleId: string, file: string) => boolean;
}

export interface SuppressResult {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Findings about the comments, without level and range; they cannot be suppressed themselves. */
  readonly problems: readonly Problem[];
}

/** Rules about what could not be read and is therefore left out, besides yaml/syntax. */
const HIDING =
  /^(?:schema\/.*|ref\/(?:unknown-.*|duplicate-id|data-file)|data\/(?:bad-row|header)|.*\/(?:target|timeframe)-unreadable|timely\/bad-range)$/;

/** Whether other rules may be silent only because this one reports: what it reports is left out of the workspace. */
export function hidesOthers(ruleId: string): boolean {
  return ruleId === "yaml/syntax" || HIDING.test(ruleId);
}

/** Takes suppressed findings out. Findings keep their order; nothing about them is changed. */
export function applySuppressions(input: SuppressInput): SuppressResult {
  const files = commentsByFile(input);
  if (files.size === 0) return { kept: input.findings, suppressed: [], problems: [] };
  const places = new Places(input, files);
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of input.findings) {
    if (!isUntouchable(finding.ruleId) && takenOut(finding, places)) suppressed.push(finding);
    else kept.push(finding);
  }
  const problems: Problem[] = [];
  const unread = unreadFiles(kept, places);
  const allNames = ruleNames(input.ruleIds);
  for (const { file, comments } of files.values()) {
    const isOn = (name: string): boolean =>
      unread !== "all" && !unread.has(file) && input.ruleIds.some((id) => names(name, id) && input.isOn(id, file));
    for (const judged of comments) problems.push(...problemsOf(judged, { file, names: allNames, isOn }));
  }
  return { kept, suppressed, problems };
}

interface CommentedFile {
  readonly file: string;
  readonly comments: readonly Judged[];
  readonly wholeFile: readonly Judged[];
  readonly byLine: ReadonlyMap<number, readonly Judged[]>;
}

function commentsByFile(input: SuppressInput): ReadonlyMap<string, CommentedFile> {
  const files = new Map<string, CommentedFile>();
  for (const file of input.workspace.files) {
    const found = suppressionComments(input.textOf(file) ?? "");
    if (found.length > 0) files.set(file, commentedFile(file, found, input.asOf));
  }
  return files;
}

function commentedFile(file: string, found: readonly SuppressionComment[], asOf: Day): CommentedFile {
  const comments = found.map((comment): Judged => ({ comment, standing: standingOf(comment, asOf), used: new Set() }));
  const byLine = new Map<number, Judged[]>();
  for (const judged of comments) {
    const { line } = judged.comment;
    if (line === null) continue;
    const others = byLine.get(line);
    if (others === undefined) byLine.set(line, [judged]);
    else others.push(judged);
  }
  return { file, comments, wholeFile: comments.filter(({ comment }) => comment.scope === "file"), byLine };
}

function standingOf({ scope, reason, until }: SuppressionComment, asOf: Day): Standing {
  if (scope === null) return "no-directive";
  if (reason === null) return "no-reason";
  if (until === null) return "holds";
  const last = parseDay(until.text);
  if (last === null) return "no-day";
  return last < asOf ? "ended" : "holds";
}

/** Every comment that names the rule where the finding stands counts as used, whichever comes first. */
function takenOut(finding: Finding, places: Places): boolean {
  let isTakenOut = false;
  for (const { comment, standing, used } of places.commentsFor(finding)) {
    for (const rule of comment.rules) {
      if (!names(rule.text, finding.ruleId)) continue;
      used.add(rule);
      if (standing === "holds") isTakenOut = true;
    }
  }
  return isTakenOut;
}

/** Whether a name in a comment, an id or `group/*`, means a rule. */
function names(name: string, ruleId: string): boolean {
  return name === ruleId || (name.endsWith("/*") && ruleId.startsWith(name.slice(0, -1)));
}

/** Files in which something could not be read; "all" where a whole document is missing from the workspace. */
function unreadFiles(kept: readonly Finding[], places: Places): ReadonlySet<string> | "all" {
  const unread = new Set<string>();
  for (const finding of kept) {
    if (finding.ruleId === "yaml/syntax") return "all";
    if (hidesOthers(finding.ruleId)) unread.add(places.of(finding).file);
  }
  return unread;
}

/** Where findings stand for comments: a file and lines of it. */
class Places {
  readonly #input: SuppressInput;
  readonly #files: ReadonlyMap<string, CommentedFile>;
  readonly #definitions: ReadonlySet<string>;
  readonly #ofMetrics = new Map<string, { readonly file: string; readonly lines: readonly number[] }>();

  constructor(input: SuppressInput, files: ReadonlyMap<string, CommentedFile>) {
    this.#input = input;
    this.#files = files;
    this.#definitions = new Set(input.workspace.files);
  }

  commentsFor(finding: Finding): readonly Judged[] {
    const { file, lines } = this.of(finding);
    const commented = this.#files.get(file);
    if (commented === undefined) return [];
    return [...commented.wholeFile, ...lines.flatMap((line) => commented.byLine.get(line) ?? [])];
  }

  /** The line where its range starts; for a finding in a data file, the metric's key and its `data`. */
  of(finding: Finding): { readonly file: string; readonly lines: readonly number[] } {
    const own = { file: finding.file, lines: [finding.range.start.line] };
    if (this.#definitions.has(finding.file) || finding.entity?.kind !== "metric") return own;
    const known = this.#ofMetrics.get(finding.entity.id);
    if (known !== undefined) return known;
    const origin = this.#input.workspace.metrics.get(finding.entity.id)?.origin;
    if (origin === undefined) return own;
    const lines = this.#files.has(origin.file) ? this.#metricLines(origin, finding.entity.id) : [];
    const place = { file: origin.file, lines };
    this.#ofMetrics.set(finding.entity.id, place);
    return place;
  }

  #metricLines(origin: { readonly file: string; readonly document: number }, id: string): readonly number[] {
    const text = this.#input.textOf(origin.file) ?? "";
    const positions = yamlPositions(text);
    const index = new LineIndex(text);
    const found = [
      ["metrics", id],
      ["metrics", id, "data"],
    ].map((path) => positions.locate(origin.document, path, "key"));
    return [...new Set(found.map(({ start }) => index.position(start).line))];
  }
}
