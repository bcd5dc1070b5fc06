/** A check that is kept up to date while files change: the core of the watch and of the language server. */

import type { Problem } from "../findings/finding.ts";
import type { ReadData } from "../workspace/data.ts";
import { assemble } from "../workspace/load.ts";
import type { Entity, Workspace } from "../workspace/model.ts";
import { type FileContribution, readFile, type SourceFile } from "../workspace/read-file.ts";
import type { Settings } from "../workspace/settings.ts";
import { concerns, entityOf, keyOf, type Part, partOf, touchedBy } from "./part.ts";
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

interface Judged {
  readonly workspace: Workspace;
  readonly graded: readonly Graded[];
}

/**
 * Only files that change are read again; linking is done anew each time.
 *
 * `full` judges everything. `quick` judges what the changes since the last `full` touch, and takes the rest from
 * there: it is for showing something at once, and `full` has to follow, because a change may reach further.
 */
export class LiveCheck {
  readonly #input: LiveInput;
  readonly #files = new Map<string, FileContribution>();
  #linked: Workspace | null = null;
  #last: Judged | null = null;
  #changed = new Set<string>();
  #entities: Entity[] = [];

  constructor(input: LiveInput, files: Iterable<FileContribution>) {
    this.#input = input;
    for (const file of files) this.#files.set(file.path, file);
  }

  /** Definition files, in path order. */
  get files(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  /** Reads a definition file that is new or has changed. */
  async put(file: SourceFile): Promise<void> {
    const next = await readFile(file, this.#input.settings);
    this.#replace(file.path, next);
  }

  /** Forgets a definition file. */
  remove(path: string): void {
    this.#replace(path, null);
  }

  #replace(path: string, next: FileContribution | null): void {
    const before = this.#files.get(path);
    this.#change(path);
    this.#entities.push(...(before?.entities ?? []), ...(next?.entities ?? []));
    if (next === null) this.#files.delete(path);
    else this.#files.set(path, next);
  }

  #change(path: string): void {
    this.#changed.add(path);
    this.#linked = null;
    this.#input.forget(path);
  }

  /** A data file (relative to the root) is new, gone or has changed; `readData` gives another object from now on. */
  dataChanged(path: string): void {
    this.#change(path);
  }

  /** Judges the whole workspace. */
  async full(): Promise<CheckResult> {
    const workspace = await this.#link();
    const graded = this.#input.judge(workspace, null);
    this.#last = { workspace, graded };
    this.#changed = new Set();
    this.#entities = [];
    return this.#input.report(workspace, graded);
  }

  /** Judges what the changes touch. */
  async quick(): Promise<CheckResult> {
    const last = this.#last;
    if (last === null) return this.full();
    const workspace = await this.#link();
    const change = {
      files: this.#changed,
      entities: [...this.#entities, ...this.#withData(last.workspace, workspace)],
    };
    const touched = touchedBy(change, last.workspace, workspace);
    const stays = ({ problem }: Graded): boolean =>
      this.#exists(problem, workspace) && (this.#input.isWide(problem.ruleId) || !concerns(problem, touched, change));
    const again = this.#input.judge(workspace, partOf(touched, change, workspace));
    return this.#input.report(workspace, [...last.graded.filter(stays), ...again]);
  }

  async #link(): Promise<Workspace> {
    if (this.#linked !== null) return this.#linked;
    const files = this.files.flatMap((path) => this.#files.get(path) ?? []);
    this.#linked = await assemble(files, { settings: this.#input.settings, readData: this.#input.readData });
    return this.#linked;
  }

  /** Metrics whose data file has changed. */
  #withData(...workspaces: readonly Workspace[]): readonly Entity[] {
    return workspaces.flatMap(({ metrics }) =>
      [...metrics.values()].filter(({ dataFile }) => dataFile !== null && this.#changed.has(dataFile)),
    );
  }

  /** Whether what a problem is about, and the definition file where it stands, are still there. */
  #exists({ place, entity }: Problem, workspace: Workspace): boolean {
    if (this.#changed.has(place.file) && !this.#files.has(place.file) && this.#wasDefinition(place.file)) return false;
    return entity === null || entityOf(keyOf(entity), workspace) !== undefined;
  }

  #wasDefinition(path: string): boolean {
    return this.#last?.workspace.files.includes(path) === true;
  }
}
