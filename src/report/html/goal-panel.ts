/** Everything about one goal: its roll-up, the goals below it, its KPIs. */

import type { GoalProgress } from "../../progress/rollup.ts";
import type { Goal } from "../../workspace/model.ts";
import { explainGoal } from "../explain/goal.ts";
import { share } from "../progress/figures.ts";
import { statusStack } from "../svg/sparkline.ts";
import { findingList } from "./findings.ts";
import { progressBar } from "./goals.ts";
import { kpiList, rowHead } from "./kpi-row.ts";
import { EMPTY, h, type Piece, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { block, crumbs, definitionList, entityLink, statusMark, statusWords } from "./pieces.ts";
import { placeOf } from "./place.ts";

/** Facts that have a place of their own on the panel. */
const TOLD = new Set(["state", "owner", "timeframe", "part of", "goal below", "why", "draft", "retired"]);
/** The section of an explanation that a panel takes over; the rest it tells in its own way. */
const ROLL_UP = "Roll-up";

/** The panel of a goal in whatever state. */
export function goalPanel(goal: Goal, model: ReportModel): Safe {
  const { why } = goal.definition;
  const { facts, sections } = explainGoal(goal, model.explain);
  const rolled = rolledUp(goal, model);
  const rest = facts.filter(({ label }) => !TOLD.has(label)).map(({ label, text }) => [label, text] as const);
  const rollUp = sections.find(({ heading }) => heading === ROLL_UP)?.facts ?? [];
  const sums = rollUp.map(({ label, text }) => [label, model.text.figures(text)] as const);
  return h`
    <article class="panel" id="${placeOf(goal)}">
      ${header(goal, rolled, model)}
      ${why !== undefined && h`<p class="say"><b>Why:</b> ${why}</p>`}
      ${below(goal, model)}
      ${kpis(goal, model)}
      ${rolled !== null && rolled.kpis > 0 && block(ROLL_UP, definitionList(sums))}
      ${block("Findings", findingList(model.explain.findingsOf(goal), model))}
      ${block("Definition", definitionList(rest))}
    </article>`;
}

function rolledUp(goal: Goal, model: ReportModel): GoalProgress | null {
  return model.goal(goal.id);
}

function header(goal: Goal, rolled: GoalProgress | null, model: ReportModel): Safe {
  const { definition, state, timeframe } = goal;
  const meta: (readonly [string, Piece])[] = [];
  if (definition.owner !== undefined) meta.push(["owner", definition.owner]);
  if (timeframe !== null) meta.push(["window", timeframe.label]);
  if (state !== "active") meta.push(["state", state]);
  return h`
    <header>
      ${crumbs(definition.parent, model)}
      <h2 tabindex="-1">${definition.title ?? goal.id}</h2>
      ${verdict(rolled, model)}
      ${definitionList(meta, "meta")}
    </header>`;
}

function verdict(rolled: GoalProgress | null, { text }: ReportModel): Safe {
  if (rolled === null || rolled.status === null) {
    return h`<p class="verdict"><span class="none">no active KPI here or below</span></p>`;
  }
  const { status, progress, kpis: total, byStatus } = rolled;
  const words = statusWords(byStatus, text);
  const way = progress === null ? "" : `${text.figures(share(progress))} of the way. `;
  return h`
    <p class="verdict">
      ${statusMark(status)} <span class="reason">${way}${text.many(total, "KPI")}: ${words}.</span>
    </p>
    ${raw(statusStack(byStatus, words))}`;
}

function below(goal: Goal, model: ReportModel): Safe {
  const children = model.workspace.links.goalsOfParent.get(goal.id) ?? [];
  if (children.length === 0) return EMPTY;
  const items = children.map((child) => {
    const rolled = rolledUp(child, model);
    const status = rolled?.status ?? null;
    return h`
      <li class="leaf">
        <span class="c-st">${status === null ? h`<span class="none">no KPI</span>` : statusMark(status)}</span>
        ${entityLink(child)}
        <span class="c-ba">${progressBar(rolled?.progress ?? null, model)}</span>
      </li>`;
  });
  return block("Goals below", h`<ul class="leaves boxed">${items}</ul>`);
}

function kpis(goal: Goal, model: ReportModel): Safe {
  const views = model.kpisOfGoal(goal.id);
  if (views.length === 0) return EMPTY;
  return block("KPIs", h`${rowHead()}${kpiList(views, model, { reasons: true, goal: false })}`);
}
