/** Whether a run fails, by the thresholds that the workflow chose. */

import type { ReviewResult } from "../engine/review.ts";
import type { Finding, Severity } from "../findings/finding.ts";
import { worse } from "../progress/rollup.ts";
import type { Status } from "../progress/status.ts";
import { count } from "../report/words.ts";
import type { Inputs } from "./inputs.ts";

export interface VerdictInput {
  readonly inputs: Pick<Inputs, "failOn" | "failOnChange" | "failOnStatus">;
  /** New ones or all, as the workflow wants. */
  readonly findings: readonly Finding[];
  readonly review: ReviewResult | null;
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
  return [...unreadable(input), ...byLevel(input), ...byChange(input), ...byStatus(input)];
}

function unreadable({ unreadable: files, review }: VerdictInput): readonly string[] {
  const unread = review?.unread.length ?? 0;
  return [
    ...files,
    ...(unread === 0 ? [] : [`${count(unread, "file")} cannot be read, so what changed there is not known`]),
  ];
}

function byLevel({ inputs: { failOn }, findings, review }: VerdictInput): readonly string[] {
  if (failOn === "never") return [];
  const fails = LEVELS.slice(0, LEVELS.indexOf(failOn) + 1);
  const words = (items: readonly { readonly severity: Severity }[], noun: string): readonly string[] => {
    const parts = fails.flatMap((level) => {
      const some = items.filter(({ severity }) => severity === level).length;
      return some === 0 ? [] : [count(some, level)];
    });
    return parts.length === 0 ? [] : [`${parts.join(", ")} among the ${noun} (fail-on: ${failOn})`];
  };
  // Every change set has infos: they say what happened, not that it is wrong.
  const changes = (review?.changes ?? []).filter(({ severity }) => severity !== "info");
  return [...words(findings, "findings"), ...words(changes, "changes of meaning")];
}

function byChange({ inputs: { failOnChange }, review }: VerdictInput): readonly string[] {
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
