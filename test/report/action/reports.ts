/** Reports of the Action on workspaces in memory, made by the functions that a run uses. */

import { buildReport, shownKpis } from "../../../src/action/build-report.ts";
import { endedKpis } from "../../../src/action/ended.ts";
import type { Inputs, Section } from "../../../src/action/inputs.ts";
import { failuresOf } from "../../../src/action/verdict.ts";
import { type CheckInput, check } from "../../../src/engine/check.ts";
import { type Files, openFiles } from "../../../src/engine/in-memory.ts";
import { reviewFiles } from "../../../src/engine/review-files.ts";
import { newSince } from "../../../src/engine/since.ts";
import { progressOf } from "../../../src/progress/progress.ts";
import type { ActionReport } from "../../../src/report/action/model.ts";
import { rules } from "../../../src/rules/index.ts";
import { day } from "../../progress/support.ts";

export interface ReportOf {
  /** Null where there is nothing to compare with. */
  readonly base: Files | null;
  readonly head: Files;
  readonly asOf?: string;
  readonly noBase?: string;
  readonly thresholds?: Partial<Pick<Inputs, "failOn" | "failOnChange" | "failOnStatus" | "newOnly">>;
  readonly sections?: readonly Section[];
  readonly workspace?: string;
}

const BASE_SHA = "4f2a9c1d03b7e6a8c5d4f3b2a1908f7e6d5c4b3a";
const HEAD_SHA = "8e61d0b24c7f95a3be08d16a97c2f43505ad71e9";

/** The report of a run that finds these files. */
export async function reportOf(input: ReportOf): Promise<ActionReport> {
  const { base, head, asOf = "2026-08-15" } = input;
  const now = await openFiles(head, rules);
  const then = base === null ? null : await openFiles(base, rules);
  const about: CheckInput = {
    workspace: now.workspace,
    config: now.config,
    rules,
    asOf: day(asOf),
    asOfGiven: true,
    textOf: now.textOf,
    matches: () => false,
    known: now.known,
  };
  const all = check(about);
  const shown =
    then === null ? all : newSince(all, check({ ...about, workspace: then.workspace, textOf: then.textOf })).result;
  const names = { base: BASE_SHA, head: "working tree" };
  const review = base === null ? null : await reviewFiles({ base, head, asOf: day(asOf), names });
  const progress = progressOf(now.workspace, day(asOf));
  const thresholds = {
    failOn: "error",
    failOnChange: [],
    failOnStatus: "never",
    newOnly: false,
    ...input.thresholds,
  } as const;
  return buildReport({
    repository: "acme/goals",
    sha: HEAD_SHA,
    run: { id: 4711, attempt: 1, url: "https://github.com/acme/goals/actions/runs/4711" },
    workspace: input.workspace ?? ".",
    prefix: "",
    redact: (value) => value,
    failures: failuresOf({
      inputs: thresholds,
      findings: thresholds.newOnly ? shown.findings : all.findings,
      older: new Set(all.findings.filter((finding) => !shown.findings.includes(finding))),
      noBase: input.noBase ?? null,
      review,
      statuses: (review === null ? progress.kpis : shownKpis(progress, review)).map(
        ({ kpi, progress: { status } }) => ({ id: kpi.id, status }),
      ),
      unreadable: [],
    }),
    review,
    ended: then === null ? [] : endedKpis(then.workspace, now.workspace, day(asOf)),
    noBase: input.noBase ?? null,
    check: shown,
    progress,
    sections: input.sections ?? ["changes", "findings", "progress"],
  });
}
