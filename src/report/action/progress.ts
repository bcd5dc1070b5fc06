/** How the KPIs stand that a change set bears on, as Markdown. */

import { STATUSES } from "../../progress/status.ts";
import { nowAndTarget, paceText, share } from "../progress/figures.ts";
import { counted, statusText } from "../progress/words.ts";
import { markdown, markdownCode, shorten } from "../untrusted.ts";
import { count, number } from "../words.ts";
import { chartOf } from "./chart.ts";
import type { ActionKpi, ActionReport } from "./model.ts";

const TITLE_LENGTH = 80;
/** KPIs that are shown; more of them are counted. */
const ROWS = 25;
const CHARTS = 8;
const HEAD = "| KPI | status | now → target | progress | pace | outlook |\n|---|---|---|---|---|---|";

/** A table, then charts, folded; empty where there is no KPI to show. */
export function progressSection({ progress }: ActionReport): readonly string[] {
  const { shown } = progress;
  if (shown.length === 0) return [];
  const rows = shown.slice(0, ROWS).map(row);
  const more = shown.length - rows.length;
  const table = [HEAD, ...rows].join("\n");
  const charts = shown.flatMap((kpi) => {
    const chart = chartOf(kpi);
    return chart === null ? [] : [`**${name(kpi)}**\n\n${chart}`];
  });
  return [
    ...(more > 0
      ? [table, `${count(more, "more KPI")}: \`kpi progress\` shows ${more === 1 ? "it" : "them"}.`]
      : [table]),
    ...(charts.length === 0 ? [] : [folded("Charts", charts.slice(0, CHARTS).join("\n\n"))]),
  ];
}

/** `24 KPIs: 2 off-track, 20 on-track (1 stale)`: the whole portfolio in one line. */
export function portfolioLine({ progress: { kpis, byStatus, stale } }: ActionReport): string {
  const all = Object.fromEntries(STATUSES.map((status) => [status, byStatus[status] ?? 0]));
  const counts = counted(all as Record<(typeof STATUSES)[number], number>).join(", ");
  const rest = stale > 0 ? ` (${number(stale)} stale)` : "";
  return `${count(kpis, "KPI")}${counts === "" ? "" : `: ${counts}`}${rest}`;
}

function row(kpi: ActionKpi): string {
  const { current, target, unit } = kpi;
  const now =
    current === null && target === null
      ? ""
      : nowAndTarget(current?.value ?? null, resolved(target), unit, { exact: true });
  const cells = [
    name(kpi),
    `${statusText(kpi.status)}${kpi.stale ? " (stale)" : ""}`,
    markdown(now),
    kpi.attainment === null ? "" : share(kpi.attainment),
    kpi.pace === null ? "" : paceText(kpi.pace),
    kpi.forecast === null ? "" : markdown(kpi.forecast.outlook),
  ];
  return `| ${cells.join(" | ")} |`;
}

function name({ id, title }: ActionKpi): string {
  const words = title === null ? "" : ` ${markdown(shorten(title, TITLE_LENGTH))}`;
  return markdownCode(shorten(id, TITLE_LENGTH)) + words;
}

/** The target in the form that the words know; one that lacks its number is none. */
function resolved(target: ActionKpi["target"]): Parameters<typeof nowAndTarget>[1] {
  if (target === null) return null;
  if (target.kind === "keep") return { kind: "keep", value: null, min: target.min, max: target.max };
  return target.value === null ? null : { kind: target.kind, value: target.value, min: null, max: null };
}

function folded(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
