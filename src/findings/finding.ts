/** The one type for everything that is reported, whether it comes from parsing, shape, links, rules or config. */

import type { KeyPath, Range } from "../text/source.ts";

export type Severity = "error" | "warning" | "info";
export type EntityKind = "goal" | "metric" | "kpi";

export interface EntityRef {
  readonly kind: EntityKind;
  readonly id: string;
}

/** Replaces the text between two offsets of one file. */
export interface TextEdit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What could be written instead. Without edits it is advice only. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Another place that belongs to the finding, such as the first use of an id that stands twice. */
export interface Related {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Relative to the workspace root, with `/`. */
  readonly file: string;
  readonly range: Range;
  readonly entity: EntityRef | null;
  readonly path: KeyPath;
  readonly url: string;
  readonly fingerprint: string;
  readonly suggestions: readonly Suggestion[];
  /** A safe automatic fix; null where a person must decide. */
  readonly fix: Suggestion | null;
  readonly related: readonly Related[];
}

/**
 * Where a problem stands, before it is looked up as a range.
 *
 * Ranges are costly (they need the text of the file again), so readers and rules name a place
 * and only the places of problems that are reported are resolved.
 */
export type Place =
  /** A key path in one document of a YAML file; `slice` narrows it to characters of a scalar's value. */
  | {
      readonly file: string;
      readonly document: number;
      readonly path: KeyPath;
      readonly at: "key" | "value";
      readonly slice?: readonly [start: number, end: number];
    }
  /** Characters of a file. */
  | { readonly file: string; readonly start: number; readonly end: number }
  /** Characters of a line of a data file: `line` and `column` from 1, `length` in characters. */
  | { readonly file: string; readonly line: number; readonly column: number; readonly length: number }
  /** A cell of a data file: `line` from 1, `cell` from 0; null: the whole line. */
  | { readonly file: string; readonly line: number; readonly cell: number | null };

/** A suggestion before its place is looked up: `replace` is the new source text of the problem's own range. */
export interface ProposedChange {
  readonly title: string;
  readonly replace?: string;
  /** Where something else than the problem's own range is replaced. */
  readonly at?: Place;
}

/** A finding without range, severity, page and fingerprint: what readers and rules produce. */
export interface Problem {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly place: Place;
  readonly entity: EntityRef | null;
  /** Only where a rule has two levels by message; otherwise the rule's configured level counts. */
  readonly severity?: Severity;
  readonly suggestions?: readonly ProposedChange[];
  readonly fix?: ProposedChange;
  readonly related?: readonly { readonly place: Place; readonly message: string }[];
  /** What tells two problems with the same rule, message, entity and path apart, such as a row's date and column. */
  readonly discriminator?: string;
}
