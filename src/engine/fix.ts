/** `--fix`: applies safe fixes and checks again, until nothing is left to fix. */

import type { Finding, TextEdit } from "../findings/finding.ts";
import { EditPlan } from "../text/edits.ts";
import type { CheckResult } from "./result.ts";

/** Checks the workspace with these texts in place of the files; an empty map means as it is on disk. */
export type RunCheck = (changed: ReadonlyMap<string, string>) => Promise<CheckResult>;

export interface FixOptions {
  /** The text of a file before anything was fixed; null where it cannot be read. */
  readonly textOf: (file: string) => string | null;
  /** Files that must not be written, such as those that are not UTF-8. */
  readonly mayChange?: (file: string) => boolean;
}

/** What was fixed. Nothing is written yet: that is for the command. */
export interface FixOutcome {
  /** The new texts of files that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Findings that were fixed. */
  readonly fixed: number;
  /** How often fixes were applied and the workspace was checked again. */
  readonly rounds: number;
  /** The check of the texts as they are now. */
  readonly result: CheckResult;
}

/** A fix can make way for another one, but not for ever. */
const MOST_ROUNDS = 10;

/**
 * Applies the fixes of all findings, never their suggestions. A fix is applied whole or not at all; where two touch
 * each other, the later one waits for the next round. A fix that does not help, or after which its file has a new syntax
 * error, is taken back.
 */
export async function fixWorkspace(run: RunCheck, options: FixOptions): Promise<FixOutcome> {
  const fixing = new Fixing(run, options);
  let result = await run(new Map());
  while (fixing.rounds < MOST_ROUNDS) {
    const next = await fixing.round(result);
    if (next === null) break;
    result = next;
  }
  return { texts: fixing.changed(), fixed: fixing.fixed, rounds: fixing.rounds, result };
}

/** A finding with the edits of its fix. */
interface Applied {
  readonly finding: Finding;
  readonly edits: readonly TextEdit[];
}

class Fixing {
  readonly #run: RunCheck;
  readonly #options: FixOptions;
  readonly #originals = new Map<string, string>();
  #texts = new Map<string, string>();
  /** Fixes that did not hold; they are not tried again. */
  readonly #refused = new Set<string>();
  fixed = 0;
  rounds = 0;

  constructor(run: RunCheck, options: FixOptions) {
    this.#run = run;
    this.#options = options;
  }

  /** The texts that differ from the original ones. */
  changed(): ReadonlyMap<string, string> {
    return new Map([...this.#texts].filter(([file, text]) => text !== this.#originals.get(file)));
  }

  /** Applies what can be applied together and holds; null where there is nothing. */
  async round(before: CheckResult): Promise<CheckResult | null> {
    const start = this.#texts;
    for (let attempt = 0; ; attempt++) {
      this.#texts = new Map(start);
      const applied = this.#apply(before.findings);
      if (applied.length === 0 && attempt === 0) return null;
      // Where all were refused, what the runner has seen last is what is kept.
      const after = await this.#run(this.changed());
      if (applied.length === 0) return null;
      const guilty = failed(applied, before.findings, after.findings);
      if (guilty.length === 0) {
        this.fixed += applied.length;
        this.rounds++;
        return after;
      }
      for (const { finding } of guilty) this.#refused.add(identity(finding));
    }
  }

  #apply(findings: readonly Finding[]): readonly Applied[] {
    const plans = new Map<string, EditPlan>();
    const applied: Applied[] = [];
    for (const finding of findings) {
      const edits = finding.fix?.edits ?? [];
      if (edits.length === 0 || this.#refused.has(identity(finding)) || !this.#take(edits, plans)) continue;
      applied.push({ finding, edits });
    }
    for (const [file, plan] of plans) this.#texts.set(file, plan.apply());
    return applied;
  }

  /** Adds the edits to the plans of their files, all of them or none. */
  #take(edits: readonly TextEdit[], plans: Map<string, EditPlan>): boolean {
    const taken: [plan: EditPlan, edit: TextEdit][] = [];
    for (const edit of edits) {
      const plan = plans.get(edit.file) ?? this.#planOf(edit.file);
      if (plan === null || !plan.add([edit])) {
        for (const [other, earlier] of taken) other.remove([earlier]);
        return false;
      }
      plans.set(edit.file, plan);
      taken.push([plan, edit]);
    }
    return true;
  }

  #planOf(file: string): EditPlan | null {
    if (this.#options.mayChange?.(file) === false) return null;
    const text = this.#texts.get(file) ?? this.#options.textOf(file);
    if (text === null) return null;
    if (!this.#originals.has(file)) this.#originals.set(file, text);
    return new EditPlan(text);
  }
}

/** Fixes that broke a file, or left as many findings of their rule in it as there were. */
function failed(
  applied: readonly Applied[],
  before: readonly Finding[],
  after: readonly Finding[],
): readonly Applied[] {
  const old = countsOf(before);
  const now = countsOf(after);
  const count = (counts: ReadonlyMap<string, number>, file: string, rule: string): number =>
    counts.get(`${rule} ${file}`) ?? 0;
  const breaks = (file: string): boolean => count(now, file, SYNTAX) > count(old, file, SYNTAX);
  return applied.filter(
    ({ finding: { file, ruleId }, edits }) =>
      edits.some((edit) => breaks(edit.file)) || count(now, file, ruleId) >= count(old, file, ruleId),
  );
}

const SYNTAX = "yaml/syntax";

/** Syntax errors, and findings with a fix, by rule and file. */
function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, file, fix } of findings) {
    if (fix === null && ruleId !== SYNTAX) continue;
    const key = `${ruleId} ${file}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function identity(finding: Finding): string {
  return `${finding.file}\n${finding.fingerprint}`;
}
