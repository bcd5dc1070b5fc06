/** A check that is kept up to date while files change: the core of the watch and of the language server. */

import type { Problem } from "../findings/finding.ts";
import type { ReadData } from "../workspace/data.ts";
import { assemble } from "../workspace/load.ts";
import type { Workspace } from "../workspace/model.ts";
import { patch } from "../workspace/patch.ts";
import { type FileContribution, readFile, type SourceFile } from "../workspace/read-file.ts";
import type { Settings } from "../workspace/settings.ts";
import { entityOf, keyOf, type Part, touchedBy } from "./part.ts";
import type { CheckResult } from "./result.ts";
import type { Graded } from "./run.ts";

export interface LiveInput {
  readonly settings: Settings;
  /** Gives the same object for a file that did not change. */
  readonly readData: ReadData;
  /**
   * Problems with their levels: of the whole workspace, or of a part of it by the rules that look at single entities.
   * Within one part, rules that look at the whole workspace say nothing.
   */
  readonly judge: (workspace: Workspace, part: Part | null) => readonly Graded[];
  /** Whether a rule looks at the whole workspace. */
  readonly isWide: (ruleId: string) => boolean;
  /** Told that the text of a file is another one from now on. */
  readonly forget: (path: string) => void;
  /** Makes a result of problems. */
  readonly report: (workspace: Workspace, graded: readonly Graded[]) => CheckResult;
}

/** What the last full check found, and what has changed since. */
interface Judged {
  /** Owned: changes are put into it. */
  readonly workspace: Workspace;
  readonly graded: readonly Graded[];
  /** What reading found, with the definition file that it belongs to. */
  readonly reading: ReadonlyMap<Problem, string>;
  /** What reading found in the files that changed since. */
  readonly fresh: Map<string, readonly Problem[]>;
  /** The keys of everything that the changes touch. */
  readonly touched: Set<string>;
}

/**
 * `full` judges everything. `quick` judges what the changes since the last `full` touch, and takes the rest from
 * there: it is for showing something at once, and `full` has to follow, because a change may reach further. Either
 * way only files that changed are read again.
 */
export class LiveCheck {
  readonly #input: LiveInput;
  readonly #files = new Map<string, FileContribution>();
  /** What changed files said when they were put into the workspace last; null for those that it does not have. */
  #waiting = new Map<string, FileContribution | null>();
  #last: Judged | null = null;
  /** The changes reach further than a quick check can see. */
  #isFar = false;

  constructor(input: LiveInput, files: Iterable<FileContribution>) {
    this.#input = input;
    for (const file of files) this.#files.set(file.path, file);
  }

  /** Definition files, in path order. */
  get files(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Reads a definition file that is new or has changed. */
  async put(file: SourceFile): Promise<void> {
    const next = await readFile(file, this.#input.settings);
    this.#wait(file.path);
    this.#files.set(file.path, next);
  }

  /** Forgets a definition file. */
  remove(path: string): void {
    this.#wait(path);
    this.#files.delete(path);
  }

  /** A data file (relative to the root) is new, gone or has changed; `readData` gives another object from now on. */
  dataChanged(path: string): void {
    this.#input.forget(path);
    const users = [...(this.#last?.workspace.metrics.values() ?? [])].filter(({ dataFile }) => dataFile === path);
    if (users.length === 0) this.#isFar = true;
    for (const { origin } of users) this.#wait(origin.file);
  }

  #wait(path: string): void {
    this.#input.forget(path);
    if (!this.#waiting.has(path)) this.#waiting.set(path, this.#files.get(path) ?? null);
  }

  /** Judges the whole workspace. */
  async full(): Promise<CheckResult> {
    const { settings, readData, judge, report } = this.#input;
    const files = this.files.flatMap((path) => this.#files.get(path) ?? []);
    const workspace = await assemble(files, { settings, readData });
    const graded = judge(workspace, null);
    const result = report(workspace, graded);
    this.#last = { workspace, graded, reading: readingOf(workspace), fresh: new Map(), touched: new Set() };
    this.#waiting = new Map();
    this.#isFar = false;
    return result;
  }

  /** Judges what the changes touch. */
  async quick(): Promise<CheckResult> {
    const last = this.#last;
    if (last === null || this.#isFar) return this.full();
    for (const [path, before] of this.#waiting) await this.#patch(last, path, before);
    this.#waiting = new Map();
    const { touched, fresh } = last;
    // Another object, so that nothing that was computed for the old one is taken for true.
    const workspace: Workspace = { ...last.workspace };
    const entities = [...touched].flatMap((key) => entityOf(key, workspace) ?? []);
    const again = this.#input.judge(workspace, { entities, problems: [...fresh.values()].flat() });
    const stays = last.graded.filter(({ problem }) => this.#stays(problem, last));
    return this.#input.report(workspace, [...stays, ...again]);
  }

  async #patch({ workspace, fresh, touched }: Judged, path: string, before: FileContribution | null): Promise<void> {
    const after = this.#files.get(path) ?? null;
    const entities = [...(before?.entities ?? []), ...(after?.entities ?? [])];
    for (const key of touchedBy(entities, workspace)) touched.add(key);
    fresh.set(path, await patch(workspace, before, after, this.#input.readData));
    for (const key of touchedBy(entities, workspace)) touched.add(key);
  }

  /** Whether a problem of the last full check is still true as far as a quick one can tell. */
  #stays(problem: Problem, { workspace, reading, fresh, touched }: Judged): boolean {
    const { entity } = problem;
    if (entity !== null && entityOf(keyOf(entity), workspace) === undefined) return false;
    const file = reading.get(problem);
    if (file !== undefined) return !fresh.has(file);
    if (this.#input.isWide(problem.ruleId)) return !fresh.has(problem.place.file) || this.has(problem.place.file);
    return entity === null || !touched.has(keyOf(entity));
  }
}

function readingOf({ problems, metrics }: Workspace): ReadonlyMap<Problem, string> {
  return new Map(
    problems.map((problem) => {
      const metric = problem.entity?.kind === "metric" ? metrics.get(problem.entity.id) : undefined;
      return [problem, metric?.dataFile === problem.place.file ? metric.origin.file : problem.place.file];
    }),
  );
}
