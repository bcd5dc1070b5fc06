/** One version of a workspace, with everything that a review compares. */

import type { Level } from "../rules/define.ts";
import type { Workspace } from "../workspace/model.ts";
import type { Versions } from "./kpi-pair.ts";

/** A workspace with the rules that judged it. */
export interface ReviewedVersion {
  readonly workspace: Workspace;
  readonly strictness: Strictness;
  /** The text of any file of the version, relative to the root; null where there is none. */
  readonly textOf: (file: string) => string | null;
}

/** Two versions side by side. */
export function versionsOf(base: ReviewedVersion, head: ReviewedVersion): Versions {
  const isSameFile = (file: string): boolean => {
    const text = base.textOf(file);
    return text !== null && text === head.textOf(file);
  };
  return { base: base.workspace, head: head.workspace, isSameFile };
}

/** How strictly a version is checked. */
export interface Strictness {
  /** The config file that is nearest; null for none. */
  readonly configFile: string | null;
  /** The config and what it extends; comments in them are where reasons stand. */
  readonly configFiles: readonly string[];
  /** Settings that can be loosened, by key such as `status.on_track`, with the file that states them. */
  readonly settings: ReadonlyMap<string, StatedNumber>;
  /** Everything that the config states, or that holds where it does not, by key such as `include` or `rules.a/b`. */
  readonly stated: ReadonlyMap<string, StatedText>;
  /** The level of every rule that is known. */
  readonly levels: ReadonlyMap<string, StatedLevel>;
  readonly overrides: readonly StrictnessOverride[];
  /** Modules with rules of the team's own, as the config names them. */
  readonly plugins: readonly string[];
  /** Whether rules on words look at the titles: they know English only. */
  readonly readsTitles: boolean;
  /** Findings that are recorded as known, by fingerprint. */
  readonly known: ReadonlyMap<string, KnownFinding>;
}

/** A number of the config; `file` is null where it is the default. */
export interface StatedNumber {
  readonly value: number;
  readonly file: string | null;
}

/** A value of the config in one line; `file` is null where it is the default. */
export interface StatedText {
  readonly text: string;
  readonly file: string | null;
}

/** `asking` is what verdicts have that ask for a reason, where nobody sets a level: a warning, an error without one. */
export type HeldLevel = Level | "asking";

/** A level; `file` is null where it follows from the preset. */
export interface StatedLevel {
  readonly level: HeldLevel;
  readonly file: string | null;
  /** What a rule on words looks for; empty for other rules. */
  readonly words: readonly string[];
}

/** Levels for some files. `index` counts the overrides of its file. */
export interface StrictnessOverride {
  readonly files: readonly string[];
  readonly levels: ReadonlyMap<string, Level>;
  readonly file: string;
  readonly index: number;
}

/** An entry of kpi.known.json. */
export interface KnownFinding {
  readonly rule: string;
  readonly entity: string;
  readonly message: string;
}
