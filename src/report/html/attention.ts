/** What deserves a look: trouble, early warnings, reviews that are due, values that are old. */

import { unreadSentence } from "../progress/notes.ts";
import { statusWord } from "../svg/shapes.ts";
import { kpiList, rowHead } from "./kpi-row.ts";
import { type KpiView, NEEDS_ATTENTION } from "./kpi-view.ts";
import { EMPTY, h, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { block, linkOf } from "./pieces.ts";

/** Rows of the overview; the rest is one click away. */
const MOST_ROWS = 12;
const MOST_LINES = 12;
const TROUBLE = "invalid,missed,off-track,at-risk";

/** KPIs that need attention, the worst first. */
export function troubled(model: ReportModel): readonly KpiView[] {
  return model.kpis.filter(({ urgency }) => urgency >= NEEDS_ATTENTION);
}

/** Active KPIs whose review is due on the day of the report or was due before, the longest overdue first. */
export function reviewsDue(model: ReportModel): readonly { readonly view: KpiView; readonly due: number }[] {
  return model.kpis
    .flatMap((view) => (view.reviewDue !== null && view.reviewDue <= model.asOf ? [{ view, due: view.reviewDue }] : []))
    .sort((a, b) => a.due - b.due);
}

/** KPIs that nobody reports any more. */
export function staleOnes(model: ReportModel): readonly KpiView[] {
  return model.kpis.filter(({ doubt }) => doubt === "stale");
}

/** The KPIs in trouble with their reasons. */
export function attentionSection(model: ReportModel): Safe {
  const views = troubled(model);
  const unread = unreadSentence(model).map((sentence) => h`<p class="due">${sentence}</p>`);
  if (views.length === 0) {
    const none = h`<p class="quiet">Nothing: no KPI is at risk, off track, missed or invalid.</p>`;
    return block("Needs attention", unread.length > 0 ? unread : none);
  }
  const isMore = views.length > MOST_ROWS;
  return h`
    <section class="block">
      <h3>Needs attention <span class="n">${model.text.count(views.length)}</span></h3>
      ${unread}
      ${rowHead()}
      ${kpiList(views.slice(0, MOST_ROWS), model, { reasons: true, goal: true })}
      ${isMore && h`<p class="more"><a href="#kpis?status=${TROUBLE}">All ${model.text.count(views.length)} that need attention</a></p>`}
    </section>`;
}

/** Reviews and old values, side by side. */
export function watchCards(model: ReportModel): Safe {
  return h`<div class="cards">${[reviews(model), staleData(model)]}</div>`;
}

/** What is about to happen to KPIs that still look fine; nothing where there is no warning. */
export function earlyWarnings({ progress, workspace }: ReportModel): Safe {
  const { earlyWarnings: warnings } = progress;
  if (warnings.length === 0) return EMPTY;
  const lines = warnings.map(({ kpi, status, leads, leadsStatus }) => {
    const [first, second] = [workspace.kpis.get(kpi), workspace.kpis.get(leads)];
    return h`${linkOf(kpi, first)} is ${statusWord(status)} and leads ${linkOf(leads, second)}, which still looks ${statusWord(leadsStatus)}`;
  });
  return h`<div class="cards">${card("Early warnings", lines, "")}</div>`;
}

function reviews(model: ReportModel): Safe {
  const lines = reviewsDue(model).map(({ view, due }) => {
    const days = model.asOf - due;
    const since = days === 0 ? "today" : `${model.text.many(days, "day")} ago`;
    return h`${linkOf(view.kpi.id, view.kpi)}, due ${model.text.day(due)} (${since})`;
  });
  return card("Reviews due", lines, "Every agreed review has taken place.");
}

function staleData(model: ReportModel): Safe {
  const lines = staleOnes(model).map(({ kpi, given }) => {
    const { current } = given.progress;
    const last = current === null ? "no value yet" : `last value ${model.text.day(current.day)}`;
    return h`${linkOf(kpi.id, kpi)}, ${last}`;
  });
  return card(
    "Stale data",
    lines,
    "No open KPI has gone without a value for longer than one and a half times its cadence.",
  );
}

function card(heading: string, lines: readonly Safe[], none: string): Safe {
  const more = lines.length - MOST_LINES;
  const shown = lines.slice(0, MOST_LINES).map((line) => h`<li>${line}</li>`);
  return h`
    <section class="card">
      <h3>${heading}${lines.length > 0 && h` <span class="n">${lines.length}</span>`}</h3>
      ${lines.length === 0 && h`<p class="quiet">${none}</p>`}
      ${lines.length > 0 && h`<ul class="lines">${shown}${more > 0 && h`<li class="quiet">and ${more} more</li>`}</ul>`}
    </section>`;
}
