/** Whether a run fails, by the thresholds that the workflow chose. */

import type { ReviewResult } from "../engine/review.ts";
import type { Finding, Severity } from "../findings/finding.ts";
import { worse } from "../progress/rollup.ts";
import type { Status } from "../progress/status.ts";
import { count, number } from "../report/words.ts";
import type { Inputs } from "./inputs.ts";

export interface VerdictInput {
  readonly inputs: Pick<Inputs, "failOn" | "failOnChange" | "failOnStatus">;
  /** New ones or all, as the workflow wants. */
  readonly findings: readonly Finding[];
  /** Those of them that stood before the change already. */
  readonly older: ReadonlySet<Finding>;
  readonly review: ReviewResult | null;
  /** Why changes could not be compared although they should; null otherwise. */
  readonly noBase: string | null;
  /** Statuses that count: of the KPIs that the change bears on, else of all. */
  readonly statuses: readonly { readonly id: string; readonly status: Status }[];
  /** Files that could not be read. */
  readonly unreadable: readonly string[];
}

const LEVELS: readonly Severity[] = ["error", "warning", "info"];
/** KPIs that are named; the rest is counted. */
const NAMED = 5;

/** A sentence without a full stop for each reason to fail; none: the run succeeds. */
export function failuresOf(input: VerdictInput): readonly string[] {
  return [...unreadable(input), ...byFindings(input), ...byChanges(input), ...byKinds(input), ...byStatus(input)];
}

/** Whether a level is one that a run fails at. */
export function fails(severity: Severity, { failOn }: Pick<Inputs, "failOn">): boolean {
  return failOn !== "never" && LEVELS.indexOf(severity) <= LEVELS.indexOf(failOn);
}

/** What cannot be read hides whatever a threshold looks for. */
function unreadable({ inputs, unreadable: files, review }: VerdictInput): readonly string[] {
  const { failOn, failOnChange, failOnStatus } = inputs;
  if (failOn === "never" && failOnChange.length === 0 && failOnStatus === "never") return [];
  const unread = review?.unread.length ?? 0;
  return [
    ...files.map((sentence) => sentence.replace(/\.$/, "")),
    ...(unread === 0 ? [] : [`${count(unread, "file")} cannot be read, so what changed there is not known`]),
  ];
}

function byFindings({ inputs, findings, older }: VerdictInput): readonly string[] {
  const bad = findings.filter(({ severity }) => fails(severity, inputs));
  const old = bad.filter((finding) => older.has(finding)).length;
  const advice =
    old === 0
      ? ""
      : `, ${old === bad.length ? "all" : number(old)} of them older than this change, which new-only: true leaves out`;
  return bad.length === 0 ? [] : [`${inLevels(bad)} among the findings (fail-on: ${inputs.failOn})${advice}`];
}

/** Every change set has infos: they say what happened, not that it is wrong. */
function byChanges({ inputs, review }: VerdictInput): readonly string[] {
  const changes = review?.changes ?? [];
  const bad = changes.filter(({ severity }) => severity !== "info" && fails(severity, inputs));
  return bad.length === 0 ? [] : [`${inLevels(bad)} among the changes of meaning (fail-on: ${inputs.failOn})`];
}

/** `2 errors, 1 warning`. */
function inLevels(items: readonly { readonly severity: Severity }[]): string {
  const parts = LEVELS.flatMap((level) => {
    const some = items.filter(({ severity }) => severity === level).length;
    return some === 0 ? [] : [count(some, level)];
  });
  return parts.join(", ");
}

/** A gate that nothing could be put through stays closed. */
function byKinds({ inputs: { failOnChange }, review, noBase }: VerdictInput): readonly string[] {
  if (failOnChange.length > 0 && noBase !== null) return [`fail-on-change cannot be judged: ${noBase}`];
  if (review === null) return [];
  return failOnChange.flatMap((name) => {
    const some = review.changes.filter((change) => {
      if (name === "eased") return change.eases;
      if (name === "eased-without-reason") return change.eases && change.asksReason && change.reason === null;
      return change.ruleId === `diff/${name === "removed-early" ? "kpi-removed-early" : name}`;
    }).length;
    return some === 0 ? [] : [`${count(some, "change")} of the kind "${name}" (fail-on-change)`];
  });
}

function byStatus({ inputs: { failOnStatus }, statuses }: VerdictInput): readonly string[] {
  if (failOnStatus === "never") return [];
  const bad = statuses.filter(({ status }) => worse(status, failOnStatus) === status);
  if (bad.length === 0) return [];
  const named = bad.slice(0, NAMED).map(({ id, status }) => `${id} is ${status}`);
  const more = bad.length > NAMED ? ` and ${bad.length - NAMED} more` : "";
  return [`${named.join(", ")}${more} (fail-on-status: ${failOnStatus})`];
}
