/** Goals as a tree, each with what its KPIs roll up to. */

import type { GoalSection } from "../progress/report.ts";
import { share } from "../progress/figures.ts";
import { counted } from "../progress/words.ts";
import { bulletSvg, SMALL_BULLET } from "../svg/bullet.ts";
import { statusStack } from "../svg/sparkline.ts";
import { html } from "../untrusted.ts";
import { count } from "../words.ts";
import { EMPTY, h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { entityLink, statusMark } from "./pieces.ts";

/** All goals that are not over, parents before their children; nested lists show the tree. */
export function goalTree(model: ReportModel, withKpis = false): Safe {
  const { sections } = model.all;
  if (sections.length === 0) return h`<p class="quiet">No goal is defined.</p>`;
  let markup = "";
  let depth = -1;
  for (const section of sections) {
    while (depth >= section.depth) {
      markup += "</li></ul>";
      depth--;
    }
    // A goal whose parent is not shown stands where the next level is.
    markup += `<ul class="tree"><li>${goalLine(section, model, withKpis).markup}`;
    depth++;
  }
  return raw(markup + "</li></ul>".repeat(depth + 1));
}

function goalLine({ goal, kpis }: GoalSection, model: ReportModel, withKpis: boolean): Safe {
  const own = withKpis ? kpiLines(kpis.map(({ kpi }) => kpi.id), model) : EMPTY;
  if (goal === null) return h`<div class="goal"><span>KPIs whose goal is not defined</span></div>${own}`;
  const { definition, state } = goal.goal;
  const about = [definition.owner, goal.goal.timeframe?.label, state === "active" ? undefined : state];
  return h`<div class="goal"><div class="c-st">${goal.status === null ? h`<span class="none">no KPI</span>` : statusMark(goal.status)}</div><div class="c-ti">${entityLink(goal.goal)}<div class="sub">${about.filter((part) => part !== undefined).join(" · ")}</div></div><div class="c-ba">${progressBar(goal.progress, model)}</div><div class="c-ct">${counts(goal.byStatus, goal.kpis, goal.brokenGuardrails)}</div></div>${own}`;
}

/** The share of the way that the KPIs of a goal have gone together. */
export function progressBar(progress: number | null, model: ReportModel): Safe {
  if (progress === null) return EMPTY;
  const text = model.text.figures(share(progress));
  const bar = bulletSvg(
    { done: progress, planned: null, forecast: null, stretch: null, lines: null, isBudget: false, label: html(text) },
    SMALL_BULLET,
  );
  return h`${raw(bar)}<span class="pc">${text}</span>`;
}

function counts(byStatus: Parameters<typeof counted>[0], kpis: number, broken: number): Safe {
  if (kpis === 0) return h`<span class="none">no active KPI</span>`;
  const words = counted(byStatus).join(", ");
  const guard = broken > 0 ? h`<span class="flag">${count(broken, "broken guardrail")}</span>` : EMPTY;
  return h`${raw(statusStack(byStatus, html(words)))}<span class="sub">${count(kpis, "KPI")}: ${words.replaceAll("-", " ")}</span>${guard}`;
}

function kpiLines(ids: readonly string[], model: ReportModel): Safe {
  const views = ids.flatMap((id) => model.kpi(id) ?? []);
  if (views.length === 0) return EMPTY;
  return h`<ul class="leaves">${views.map((view) => h`<li>${statusMark(view.mark, view.stale)} <a href="#kpi/${view.kpi.id}">${view.title}</a> <span class="sub">${view.held?.text ?? view.now}</span></li>`)}</ul>`;
}
