/** Everything about one KPI: where it stands, why, where it is heading, and what it rests on. */

import { formatDay } from "../../workspace/day.ts";
import type { Kpi } from "../../workspace/model.ts";
import { behaviourSection } from "../explain/behaviour-section.ts";
import { forecastSection } from "../explain/forecast-section.ts";
import { calculation, stillMissing } from "../explain/kpi.ts";
import { kpiFacts } from "../explain/kpi-facts.ts";
import { boundsText, measured } from "../progress/figures.ts";
import { guardrailWord } from "../progress/notes.ts";
import { periodStrip } from "../svg/sparkline.ts";
import { changeTrail } from "./change-trail.ts";
import { kpiCharts } from "./charts.ts";
import { chartFigure } from "./figure.ts";
import { findingList, smartCard } from "./findings.ts";
import { figureTiles, standing } from "./kpi-figures.ts";
import type { KpiView } from "./kpi-view.ts";
import { EMPTY, h, type Piece, raw, type Safe } from "./markup.ts";
import { metricLine } from "./metric-line.ts";
import type { ReportModel } from "./model.ts";
import { block, crumbs, definitionList, entityLink, factBlock, linkOf, statusMark, steps } from "./pieces.ts";
import { placeOf } from "./place.ts";

/** Facts that have a place of their own on the panel. */
const TOLD = new Set([
  "goal",
  "metric",
  "owner",
  "type",
  "timeframe",
  "driver",
  "leads",
  "led by",
  "adds up to",
  "made up of",
  "why",
  "if off track",
  "changed",
  "tags",
]);
/** Facts in which all text is the product's own, so that numbers may be rewritten. */
const OWN_WORDS = new Set(["target", "stretch", "checkpoint", "tolerance", "weight", "review", "data"]);

/** The panel of a KPI in whatever state. */
export function kpiPanel(view: KpiView, model: ReportModel): Safe {
  const { kpi, given } = view;
  const { metric } = given;
  const of = metric?.definition.title ?? metric?.id ?? "";
  return h`
    <article class="panel" id="${placeOf(kpi)}">
      ${header(view, model)}
      ${figureTiles(view, model)}
      ${standing(view, model)}
      ${words(view)}
      ${kpiCharts(given, model.text).map((chart) => chartFigure(chart, of, model.text))}
      ${kpi.state === "active" ? standingBlocks(view, model) : missing(view, model)}
      ${guardrails(view, model)}
      ${drivers(view, model)}
      ${relatives(kpi, model)}
      ${changeTrail(given, model)}
      ${quality(kpi, model)}
      ${definition(view, model)}
    </article>`;
}

/** What the status rests on. */
function standingBlocks(view: KpiView, model: ReportModel): Safe {
  const { given } = view;
  return h`
    <div class="two">
      ${factBlock("Forecast", forecastSection(given).facts, model.text)}
      ${factBlock("Signal or noise", behaviourSection(given.progress.signal, given.unit).facts, model.text)}
    </div>
    ${record(view, model)}
    ${block("Calculation", steps(calculation(given), model.text))}`;
}

function missing({ kpi, given }: KpiView, { text }: ReportModel): Safe {
  const section = kpi.state === "draft" ? stillMissing(given) : null;
  return section === null ? EMPTY : factBlock(section.heading, section.facts, text);
}

function header({ kpi, title, mark, doubt, brokenGuardrail, why }: KpiView, model: ReportModel): Safe {
  const { owner, goal, type, tags = [] } = kpi.definition;
  const facts: (readonly [string, Piece])[] = [];
  if (owner !== undefined) facts.push(["owner", owner]);
  if (kpi.timeframe !== null) facts.push(["window", kpi.timeframe.label]);
  if (type !== undefined) facts.push(["type", typeof type === "string" ? type : type.join(", ")]);
  if (tags.length > 0) facts.push(["tags", tags.join(", ")]);
  return h`
    <header>
      ${crumbs(goal, model)}
      <h2 tabindex="-1">${title}</h2>
      <p class="verdict">
        ${statusMark(mark, doubt)}${brokenGuardrail && h` <span class="flag">guardrail broken</span>`}
        ${why !== "" && h` <span class="reason">${why}.</span>`}
      </p>
      ${definitionList(facts, "meta")}
    </header>`;
}

function words({ kpi, mark }: KpiView): Safe {
  const { why, if_off_track: next } = kpi.definition;
  const isBehind = mark === "at-risk" || mark === "off-track" || mark === "missed";
  const label = isBehind ? "Agreed step, now due:" : "If off track:";
  return h`
    ${why !== undefined && h`<p class="say"><b>Why it matters:</b> ${why}</p>`}
    ${next !== undefined && h`<p class="say${isBehind && " due"}"><b>${label}</b> ${next}</p>`}`;
}

/** In which periods, or for which values, the bounds held. */
function record({ held, given }: KpiView, { text }: ReportModel): Safe {
  if (held === null || held.periods.length === 0) return EMPTY;
  const strip = periodStrip(
    held.periods.map((period) => period.held),
    held.sentence,
  );
  const rows = held.periods.map(({ label, held: word, value }) => {
    const shown = value === null ? "no value" : text.figures(measured(value, given.unit));
    const verdict = word === "unknown" ? "undecided" : word;
    return h`<li class="period"><span>${label}</span><b class="h-${word}">${verdict}</b><span>${shown}</span></li>`;
  });
  return block("Record", h`${raw(strip)}<p>${held.sentence}</p><ul class="periods">${rows}</ul>`);
}

const GUARDRAIL_SYMBOLS = { holds: "✓", broken: "✖", "not reached yet": "○", unknown: "?" } as const;

function guardrails({ given }: KpiView, { workspace, text }: ReportModel): Safe {
  const { guardrails: states } = given.progress;
  if (states.length === 0) return EMPTY;
  const items = states.map((guardrail) => {
    const { metric: id, value, day, min, max, ok } = guardrail;
    const metric = workspace.metrics.get(id);
    const unit = metric?.definition.unit;
    const verdict = guardrailWord(guardrail);
    const now = value === null || day === null ? "no value" : `${measured(value, unit)} on ${formatDay(day)}`;
    const must = text.figures(`${now}, must be ${boundsText(min, max, unit)}`);
    return h`
      <li><b class="g-${ok === null ? "open" : verdict}">${GUARDRAIL_SYMBOLS[verdict]} ${verdict}</b> ${linkOf(id, metric)} <span class="fig">${must}</span></li>`;
  });
  return block("Guardrails", h`<ul class="plain">${items}</ul>`);
}

function drivers({ kpi }: KpiView, model: ReportModel): Safe {
  const ids = kpi.definition.drivers ?? [];
  if (ids.length === 0) return EMPTY;
  return block("Drivers", h`<ul class="plain">${ids.map((id) => metricLine(id, model))}</ul>`);
}

function relatives({ id, definition: { leads, contributes_to: whole } }: Kpi, model: ReportModel): Safe {
  const rows: (readonly [relation: string, kpi: string])[] = [];
  if (leads !== undefined) rows.push(["leads", leads]);
  for (const other of model.ledBy(id)) rows.push(["led by", other]);
  if (whole !== undefined) rows.push(["adds up to", whole]);
  for (const other of model.partsOf(id)) rows.push(["made up of", other]);
  if (rows.length === 0) return EMPTY;
  const items = rows.map(([relation, other]) => {
    const view = model.kpi(other);
    const mark = view !== null && statusMark(view.mark, view.doubt);
    return h`<li><span class="rel">${relation}</span> ${linkOf(other, view?.kpi)} ${mark}</li>`;
  });
  return block("Related KPIs", h`<ul class="plain">${items}</ul>`);
}

function quality(kpi: Kpi, model: ReportModel): Safe {
  const card = kpi.state === "active" ? model.explain.smartOf(kpi) : null;
  const findings = findingList(model.explain.findingsOf(kpi), model);
  return block(
    card === null ? "Findings" : "SMART card and findings",
    h`${card !== null && smartCard(card)}${findings}`,
  );
}

function definition({ given }: KpiView, model: ReportModel): Safe {
  const { metric } = given;
  const rows: (readonly [string, Piece])[] = kpiFacts(given, model.explain)
    .filter(({ label }) => !TOLD.has(label))
    .map(({ label, text }) => [label, OWN_WORDS.has(label) ? model.text.figures(text) : text]);
  if (metric !== null) {
    const counted = metric.definition.definition;
    rows.unshift(["metric", h`${entityLink(metric)}${counted !== undefined && h`<br>${counted}`}`]);
  }
  return block("Definition", definitionList(rows));
}
