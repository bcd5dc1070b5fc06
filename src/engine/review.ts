/** The review of a change set: a comparison with levels, places and counts. */

import type { Change } from "../changes/change.ts";
import { type CompareInput, type Comparison, compare, type Lane } from "../changes/compare.ts";
import type { KpiEffect } from "../changes/effects.ts";
import type { Config } from "../config/resolve.ts";
import { ruleUrl } from "../definition/urls.ts";
import type { Severity } from "../findings/finding.ts";
import { compareText } from "../findings/order.ts";
import type { Range } from "../text/source.ts";
import { formatDay } from "../workspace/day.ts";
import { Locator } from "./locate.ts";

/** What the versions are called in reports: a commit's id, a folder, `working tree`. */
export interface ReviewNames {
  readonly base: string;
  readonly head: string;
}

export interface ReviewInput extends CompareInput {
  readonly names: ReviewNames;
  /** The base's config: a change set must not loosen the review of itself. */
  readonly config: Config;
  readonly matches: (globs: readonly string[], file: string) => boolean;
  /** Files that differ and that nobody could compare, such as those of submodules; none by default. */
  readonly unread?: readonly string[];
}

/** A change with its place in a file of the version that `side` names. */
export interface LocatedChange extends Change {
  readonly file: string;
  readonly range: Range;
  readonly url: string;
}

export interface ReviewSummary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Changes that make a KPI easier to reach. */
  readonly eased: number;
  readonly easedWithoutReason: number;
  readonly tightened: number;
  /** KPIs that any change bears on. */
  readonly kpisChanged: number;
}

export interface ReviewResult {
  readonly names: ReviewNames;
  readonly asOf: string;
  readonly lane: Lane;
  readonly summary: ReviewSummary;
  /** By file and line. */
  readonly changes: readonly LocatedChange[];
  readonly effects: readonly KpiEffect[];
  /** Files that could not be read whole, or not at all, and so were not compared. */
  readonly unread: readonly string[];
  /** Files of the base that could not be read whole. */
  readonly unreadInBase: readonly string[];
}

/** Compares two versions and reports what changes in meaning. */
export function review(input: ReviewInput): ReviewResult {
  const comparison = compare(input);
  const changes = located(comparison, input);
  const unread = [...new Set([...comparison.unread, ...(input.unread ?? [])])].sort(compareText);
  return {
    names: input.names,
    asOf: formatDay(input.asOf),
    // What was not compared may be anything.
    lane: unread.length > 0 ? "definition" : comparison.lane,
    summary: summaryOf(changes),
    changes,
    effects: comparison.effects,
    unread,
    unreadInBase: comparison.unreadInBase,
  };
}

function located({ changes }: Comparison, input: ReviewInput): readonly LocatedChange[] {
  const locators = { base: new Locator(input.base.textOf), head: new Locator(input.head.textOf) };
  const shown: LocatedChange[] = [];
  for (const change of changes) {
    const severity = severityOf(change, input);
    if (severity === "off") continue;
    shown.push({
      ...change,
      severity,
      file: change.place.file,
      range: locators[change.side].range(change.place),
      url: ruleUrl(change.ruleId),
    });
  }
  return shown.sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.range.start.offset - b.range.start.offset ||
      compareText(a.ruleId, b.ruleId) ||
      compareText(a.message, b.message),
  );
}

/** A level that a person has set replaces both levels of a verdict, with and without a reason. */
function severityOf({ ruleId, severity, place }: Change, { config, matches }: ReviewInput): Severity | "off" {
  let level: Severity | "off" = severity;
  const setting = config.rules.get(ruleId);
  if (setting?.stated === true) level = setting.level;
  for (const override of config.overrides) {
    const own = override.rules.get(ruleId);
    if (own !== undefined && matches(override.files, place.file)) level = own.level;
  }
  return level;
}

function summaryOf(changes: readonly LocatedChange[]): ReviewSummary {
  const count = (severity: Severity): number => changes.filter((change) => change.severity === severity).length;
  const eased = changes.filter(({ eases }) => eases);
  return {
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    eased: eased.length,
    easedWithoutReason: eased.filter(({ asksReason, reason }) => asksReason && reason === null).length,
    tightened: changes.filter(({ tightens }) => tightens).length,
    kpisChanged: new Set(changes.flatMap(({ kpis }) => kpis)).size,
  };
}
