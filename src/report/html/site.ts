/** The files of a report. */

import { ID, ID_LENGTH } from "../../definition/patterns.ts";
import type { Entity } from "../../workspace/model.ts";
import { share } from "../progress/figures.ts";
import { badgeSvg } from "../svg/badge.ts";
import { statusWord } from "../svg/shapes.ts";
import type { KpiView } from "./kpi-view.ts";
import { modelOf, type ReportInput, type ReportModel } from "./model.ts";
import { pageOf } from "./page.ts";
import { reportJson } from "./report-json.ts";
import { reportMarkdown } from "./report-markdown.ts";

export interface SiteFile {
  /** Relative to the report's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The page alone, which needs no other file. */
export function singleFile(input: ReportInput): string {
  return pageOf(modelOf(input));
}

/** The page, the same for programs and for wikis, and a badge for every KPI and every goal whose id is well-formed. */
export function siteFiles(input: ReportInput): readonly SiteFile[] {
  const model = modelOf(input);
  return [
    { path: "index.html", text: pageOf(model) },
    { path: "report.json", text: reportJson(model) },
    { path: "report.md", text: reportMarkdown(model) },
    ...badges(model),
  ];
}

function badges(model: ReportModel): readonly SiteFile[] {
  const kpis = model.kpis
    .filter(({ kpi }) => namesFile(kpi))
    .map((view) => ({ path: `badges/${view.kpi.id}.svg`, text: kpiBadge(view) }));
  const rolledUp = model.progress.goals.filter(({ goal }) => namesFile(goal));
  const goals = rolledUp.map(({ goal, status, progress }) => {
    const percent = progress === null ? "" : `, ${share(progress)}`;
    const message = status === null ? "no active KPI" : statusWord(status) + percent;
    const label = goal.definition.title ?? goal.id;
    return {
      path: `badges/goals/${goal.id}.svg`,
      text: badgeSvg({ label, message: model.text.figures(message), status }),
    };
  });
  return [...kpis, ...goals];
}

/** Whether an id may name a file: one that the check refuses may hold anything, such as `../`. */
function namesFile({ id }: Entity): boolean {
  return ID.test(id) && id.length <= ID_LENGTH;
}

function kpiBadge({ kpi, given, mark, doubt, percent, held }: KpiView): string {
  if (mark === "draft" || mark === "retired") return badgeSvg({ label: kpi.id, message: mark, status: null });
  const isBudget = given.progress.target?.kind === "budget";
  const figure = held?.text ?? (isBudget && percent !== "" ? `${percent} used` : percent);
  const status = statusWord(mark) + (doubt === null ? "" : ` (${doubt})`);
  const message = [status, figure].filter((part) => part !== "").join(", ");
  return badgeSvg({ label: kpi.id, message, status: mark });
}
