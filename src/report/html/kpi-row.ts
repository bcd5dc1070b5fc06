/** KPIs as rows of a list. */

import { type KpiView, NEEDS_ATTENTION } from "./kpi-view.ts";
import { h, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { barOf, statusMark } from "./pieces.ts";
import { placeOf } from "./place.ts";

/** What a row says beside its figures. */
export interface RowOptions {
  /** The reason, and for a KPI in trouble what was agreed to be done. */
  readonly reasons: boolean;
  /** Names the goal; left out where the list is that of a goal. */
  readonly goal: boolean;
}

/** A list of KPIs. */
export function kpiList(views: readonly KpiView[], model: ReportModel, options: RowOptions): Safe {
  return h`<ul class="rows">${views.map((view) => kpiRow(view, model, options))}</ul>`;
}

/** One KPI: status, title, whose it is, bar, figures, outlook. */
export function kpiRow(view: KpiView, model: ReportModel, options: RowOptions): Safe {
  const { kpi, title, mark, doubt } = view;
  const { definition } = kpi;
  const goal = options.goal ? model.workspace.goals.get(definition.goal ?? "") : undefined;
  const about = [definition.owner, goal?.definition.title, kpi.timeframe?.label].filter((part) => part !== undefined);
  return h`
    <li class="row">
      <div class="c-st">${statusMark(mark, doubt)}${view.brokenGuardrail && h`<span class="flag">guardrail</span>`}</div>
      <div class="c-ti"><a href="#${placeOf(kpi)}">${title}</a><div class="sub">${about.join(" · ")}</div></div>
      <div class="c-ba">${barOf(view)}<span class="pc">${view.percent}</span></div>
      <div class="c-no">${view.now}</div>
      <div class="c-pa">${view.paceText !== "" && h`<span class="lb">pace </span>${view.paceText}`}</div>
      <div class="c-ou">${view.outlook !== "" && h`<span class="lb">outlook </span>${view.outlook}`}</div>
      ${options.reasons && reasons(view)}
    </li>`;
}

/** The names above the columns; the cells repeat them for those who do not see the columns. */
export function rowHead(): Safe {
  return h`
    <div class="row head" aria-hidden="true">
      <div>status</div>
      <div>KPI</div>
      <div>progress, plan, target</div>
      <div class="right">now → target</div>
      <div class="right">pace</div>
      <div class="right">outlook</div>
    </div>`;
}

function reasons(view: KpiView): Safe {
  const { if_off_track: next } = view.kpi.definition;
  const isDue = view.urgency >= NEEDS_ATTENTION && next !== undefined;
  return h`
    <div class="c-wy">
      <p class="why">${view.why}.</p>
      ${isDue && h`<p class="next"><b>Agreed step:</b> ${next}</p>`}
    </div>`;
}

/** KPIs as one line each: status, title, value. */
export function leafList(views: readonly KpiView[]): Safe {
  const lines = views.map(
    (view) => h`
      <li class="leaf">
        <span class="c-st">${statusMark(view.mark, view.doubt)}</span>
        <a href="#${placeOf(view.kpi)}">${view.title}</a>
        <span class="leaf-fig">${view.held?.text ?? view.now}</span>
      </li>`,
  );
  return h`<ul class="leaves">${lines}</ul>`;
}
