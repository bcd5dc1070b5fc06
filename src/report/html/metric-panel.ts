/** Everything about one metric, and the list of all. */

import { countUntil } from "../../progress/window.ts";
import { cadenceDays } from "../../workspace/cadence.ts";
import type { Kpi, Metric } from "../../workspace/model.ts";
import { explainMetric, metricChart } from "../explain/metric.ts";
import { metricChartModel } from "./charts.ts";
import { chartFigure } from "./figure.ts";
import { findingList } from "./findings.ts";
import { h, type Piece, type Safe } from "./markup.ts";
import { courseOf } from "./metric-line.ts";
import type { ReportModel } from "./model.ts";
import { block, definitionList, entityLink, factBlock, webLink } from "./pieces.ts";
import { placeOf } from "./place.ts";

/** Sections that are taken over as they are; all their sentences are the product's own. */
const OWN = new Set(["Values", "Signal or noise"]);

/** The panel of a metric. */
export function metricPanel(metric: Metric, model: ReportModel): Safe {
  const { definition } = metric;
  const { facts, sections } = explainMetric(metric, model.explain);
  // The panel of a KPI draws the same values, with what is wanted of them.
  const isDrawn = (model.workspace.links.kpisOfMetric.get(metric.id) ?? []).length > 0;
  const chart = isDrawn ? null : metricChartModel(metric, metricChart(metric, model.asOf), model.asOf, model.text);
  const rows = facts.map(({ label, text }) => [label, factValue(label, text, metric)] as const);
  const { value, on } = courseOf(metric, model);
  const blocks = sections.filter(({ heading }) => OWN.has(heading));
  return h`
    <article class="panel" id="${placeOf(metric)}">
      <header>
        <nav class="crumbs" aria-label="All metrics"><span><a href="#metrics">Metrics</a></span></nav>
        <h2 tabindex="-1">${definition.title ?? metric.id}</h2>
        <p class="verdict"><span class="reason">${value}${on}</span></p>
      </header>
      ${chart !== null && chartFigure(chart, metric.id, model.text)}
      <div class="two">${blocks.map(({ heading, facts: inside }) => factBlock(heading, inside, model.text))}</div>
      ${users(metric, model)}
      ${block("Findings", findingList(model.explain.findingsOf(metric), model))}
      ${block("Definition", definitionList(rows))}
    </article>`;
}

function factValue(label: string, text: string, { definition }: Metric): Piece {
  const link = definition.source?.link;
  return label === "source" && link !== undefined ? webLink(link, text) : text;
}

function users(metric: Metric, { workspace }: ReportModel): Safe {
  const { kpisOfMetric, usersOfMetric } = workspace.links;
  const kpis = kpisOfMetric.get(metric.id) ?? [];
  const others = (usersOfMetric.get(metric.id) ?? []).filter((user) => user.kind !== "kpi" || !kpis.includes(user));
  const lines = [
    ...kpis.map((kpi) => h`<li><span class="rel">KPI</span> ${entityLink(kpi)}</li>`),
    ...others.map((user) => h`<li><span class="rel">${relationOf(user)}</span> ${entityLink(user)}</li>`),
  ];
  if (lines.length === 0) return block("Used by", h`<p class="quiet">Nothing: a metric needs no KPI.</p>`);
  return block("Used by", h`<ul class="plain">${lines}</ul>`);
}

function relationOf(user: Kpi | Metric): string {
  return user.kind === "kpi" ? "driver or guardrail of" : "part of";
}

/** Metrics without a KPI first, because they stand nowhere else; then those that KPIs measure. */
export function metricsPage(model: ReportModel): Safe {
  const all = [...model.workspace.metrics.values()];
  const { kpisOfMetric } = model.workspace.links;
  const without = all.filter(({ id }) => !kpisOfMetric.has(id));
  const measured = all.filter(({ id }) => kpisOfMetric.has(id));
  return h`
    <section class="block">
      <h3>Without a KPI <span class="n">${model.text.count(without.length)}</span></h3>
      <p class="quiet intro">Measured, and needing no target. Some drive or guard a KPI.</p>
      ${metricTable("Metrics without a KPI", without, model)}
    </section>
    <section class="block">
      <h3>Measured by KPIs <span class="n">${model.text.count(measured.length)}</span></h3>
      ${metricTable("Metrics measured by KPIs", measured, model)}
    </section>`;
}

function metricTable(label: string, metrics: readonly Metric[], model: ReportModel): Safe {
  if (metrics.length === 0) return h`<p class="quiet">None.</p>`;
  const rows = metrics.map((metric) => {
    const { spark, value, on } = courseOf(metric, model);
    const { category, cadence } = metric.definition;
    return h`
      <tr>
        <th scope="row">${entityLink(metric)}</th>
        <td>${category}</td>
        <td>${spark}</td>
        <td class="num">
          ${value}<div class="sub">${on}${isOld(metric, model) && h` <span class="doubt">stale</span>`}</div>
        </td>
        <td>${cadence ?? "monthly"}</td>
      </tr>`;
  });
  return h`
    <div class="scroll" tabindex="0" role="region" aria-label="${label}">
      <table class="metrics">
        <thead>
          <tr>
            <th scope="col">metric</th>
            <th scope="col">category</th>
            <th scope="col">course</th>
            <th scope="col" class="num">latest value</th>
            <th scope="col">measured</th>
          </tr>
        </thead>
        <tbody>${rows}</tbody>
      </table>
    </div>`;
}

/** Values older than one and a half cadences, as for KPIs. */
function isOld({ series, definition }: Metric, { asOf }: ReportModel): boolean {
  const last = series?.days[countUntil(series.days, asOf) - 1];
  return last !== undefined && asOf - last > Math.floor(1.5 * cadenceDays(definition.cadence ?? "monthly"));
}
