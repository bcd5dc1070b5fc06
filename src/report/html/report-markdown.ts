/** The report as Markdown, for a wiki or a message. */

import { formatDayLong } from "../../workspace/day.ts";
import { markdownWith } from "../progress/markdown.ts";
import { statusText } from "../progress/words.ts";
import { markdown, markdownCode } from "../untrusted.ts";
import { reviewsDue, troubled } from "./attention.ts";
import type { KpiView } from "./kpi-view.ts";
import type { ReportModel } from "./model.ts";

/** What `kpi progress` writes, with a title, and above its tables what needs attention and reviews that are due. */
export function reportMarkdown(model: ReportModel): string {
  return `# ${markdown(model.title)}\n\n${markdownWith(model.all, [...attention(model), ...reviews(model)])}`;
}

function attention(model: ReportModel): readonly string[] {
  const views = troubled(model);
  if (views.length === 0) return [];
  return [`**Needs attention**\n\n${views.map(line).join("\n")}`];
}

function line({ kpi, mark, reason }: KpiView): string {
  const status = mark === "draft" || mark === "retired" ? mark : statusText(mark);
  const next = kpi.definition.if_off_track;
  return `- ${status} ${markdownCode(kpi.id)}: ${markdown(reason)}.${next === undefined ? "" : ` Agreed step: ${markdown(next)}`}`;
}

function reviews(model: ReportModel): readonly string[] {
  const due = reviewsDue(model);
  if (due.length === 0) return [];
  const lines = due.map(({ view, due: day }) => `- ${markdownCode(view.kpi.id)}, due ${formatDayLong(day)}`);
  return [`**Reviews due**\n\n${lines.join("\n")}`];
}
