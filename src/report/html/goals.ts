/** Goals as a tree, each with what its KPIs roll up to. */

import type { GoalProgress } from "../../progress/rollup.ts";
import { share } from "../progress/figures.ts";
import type { GoalSection } from "../progress/report.ts";
import { bulletSvg, SMALL_BULLET } from "../svg/bullet.ts";
import { statusStack } from "../svg/sparkline.ts";
import { leafList } from "./kpi-row.ts";
import { EMPTY, h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { entityLink, statusMark, statusWords } from "./pieces.ts";

/** Levels of the tree that are told apart by their place. */
const DEEPEST = 8;

/** All goals that are not over, parents before their children; nested lists show the tree. */
export function goalTree(model: ReportModel, withKpis = false): Safe {
  const { sections } = model.all;
  if (sections.length === 0) return h`<p class="quiet">No goal is defined.</p>`;
  const open: number[] = [];
  let markup = "";
  for (const section of sections) {
    while (open.length > 1 && (open.at(-1) ?? 0) > section.depth) {
      markup += "</li></ul>";
      open.pop();
    }
    const isDeeper = open.length === 0 || (open.at(-1) ?? 0) < section.depth;
    markup += isDeeper ? '<ul class="tree"><li>' : "</li><li>";
    if (isDeeper) open.push(section.depth);
    markup += goalLine(section, model, withKpis).markup;
  }
  return raw(markup + "</li></ul>".repeat(open.length));
}

function goalLine({ goal, kpis, depth }: GoalSection, model: ReportModel, withKpis: boolean): Safe {
  const views = withKpis ? kpis.flatMap(({ kpi }) => model.kpi(kpi.id) ?? []) : [];
  const own = views.length > 0 && leafList(views);
  if (goal === null) return h`<div class="goal"><span class="c-ti">KPIs whose goal is not defined</span></div>${own}`;
  const { definition, state, timeframe } = goal.goal;
  const about = [definition.owner, timeframe?.label, state === "active" ? undefined : state];
  return h`
    <div class="goal d${Math.min(depth, DEEPEST)}">
      <div class="c-st">${goal.status === null ? h`<span class="none">no KPI</span>` : statusMark(goal.status)}</div>
      <div class="c-ti">
        ${entityLink(goal.goal)}
        <div class="sub">${about.filter((part) => part !== undefined).join(" · ")}</div>
      </div>
      <div class="c-ba">${progressBar(goal.progress, model)}</div>
      <div class="c-ct">${counts(goal, model)}</div>
    </div>
    ${own}`;
}

/** The share of the way that the KPIs of a goal have gone together. */
export function progressBar(progress: number | null, model: ReportModel): Safe {
  if (progress === null) return EMPTY;
  const label = model.text.figures(share(progress));
  const bar = bulletSvg(
    { done: progress, planned: null, forecast: null, stretch: null, lines: null, isBudget: false, label },
    SMALL_BULLET,
  );
  return h`${raw(bar)}<span class="pc">${label}</span>`;
}

function counts({ byStatus, kpis, brokenGuardrails: broken }: GoalProgress, { text }: ReportModel): Safe {
  if (kpis === 0) return h`<span class="none">no active KPI</span>`;
  const words = statusWords(byStatus, text);
  return h`
    ${raw(statusStack(byStatus, words))}
    <span class="sub">${text.many(kpis, "KPI")}: ${words}</span>
    ${broken > 0 && h`<span class="flag">${text.many(broken, "broken guardrail")}</span>`}`;
}
