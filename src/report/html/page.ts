/** The page as a whole: what it may load (nothing), its head, its views and its panels. */

import { reportClient } from "../../generated/report-client.ts";
import type { Entity } from "../../workspace/model.ts";
import { goalPanel } from "./goal-panel.ts";
import { goalTree } from "./goals.ts";
import { categoriesPage, ownersPage } from "./groups.ts";
import { kpiPanel } from "./kpi-panel.ts";
import { kpisPage } from "./kpis-page.ts";
import { h, raw, type Safe } from "./markup.ts";
import { metricPanel, metricsPage } from "./metric-panel.ts";
import type { ReportModel } from "./model.ts";
import { overview } from "./overview.ts";
import { placeOf } from "./place.ts";
import { qualityPage } from "./quality.ts";

/** What the first characters of a report's page hold, so that it is known again before it is replaced. */
export const GENERATOR = '<meta name="generator" content="kpi-as-code">';

/** The view that is shown first. */
const FIRST = "overview";

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%233451b2' d='M1 9h3v6H1zm5.5-4h3v10h-3zM12 1h3v14h-3z'/%3E%3C/svg%3E";

/** Nothing is loaded but what the page holds itself: one style and one script, both known by their hash. */
const POLICY = [
  "default-src 'none'",
  `style-src '${reportClient.styleHash}'`,
  `script-src '${reportClient.scriptHash}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface View {
  readonly id: string;
  readonly name: string;
  readonly content: (model: ReportModel) => Safe;
}

const VIEWS: readonly View[] = [
  { id: FIRST, name: "Overview", content: overview },
  { id: "goals", name: "Goals", content: (model) => goalTree(model, true) },
  { id: "kpis", name: "KPIs", content: kpisPage },
  { id: "owners", name: "Owners", content: ownersPage },
  { id: "categories", name: "Categories", content: categoriesPage },
  { id: "metrics", name: "Metrics", content: metricsPage },
  { id: "quality", name: "Quality", content: qualityPage },
];

/** The report as one HTML file. */
export function pageOf(model: ReportModel): string {
  const { text } = model;
  const { markup } = h`
    <html lang="${text.language}" data-locale="${text.tag}">
      ${head(model)}
      <body>
        <a class="skip" href="#main">To the content</a>
        ${hatch()}
        ${top(model)}
        <main id="main" class="wrap" tabindex="-1">
          <p class="say due" id="gone" role="status" hidden></p>
          ${VIEWS.map((view) => viewOf(view, model))}
          <div class="view" id="panel" hidden></div>
          ${panels(model)}
        </main>
        ${foot(model)}
        <script>${raw(reportClient.script)}</script>
      </body>
    </html>`;
  return `<!doctype html>\n${markup}\n`;
}

function head({ title }: ReportModel): Safe {
  return h`
    <head>
      <meta charset="utf-8">
      ${raw(GENERATOR)}
      <meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>${title}</title>
      <link rel="icon" href="${raw(ICON)}">
      <style>${raw(reportClient.style)}</style>
    </head>`;
}

function top({ title, text, asOf, progress, workspace }: ReportModel): Safe {
  const scope = [
    text.many(progress.summary.kpis, "KPI"),
    text.many(workspace.goals.size, "goal"),
    text.many(workspace.metrics.size, "metric"),
  ].join(", ");
  return h`
    <header class="top">
      <div class="wrap">
        <h1><a class="home" href="#${FIRST}">${title}</a></h1>
        <p class="as-of">as of <b>${text.day(asOf)}</b> <span class="scope">${scope}</span></p>
        <nav class="tabs" aria-label="Report">${VIEWS.map(({ id, name }) => h`<a href="#${id}">${name}</a>`)}</nav>
      </div>
    </header>`;
}

function foot({ check, workspace, text }: ReportModel): Safe {
  const files = text.many(workspace.files.length, "definition file");
  return h`
    <footer class="wrap">
      <p>Written by kpi-as-code ${check.tool.version} from ${files}. Status is judged on the day of the last value.</p>
    </footer>`;
}

function viewOf({ id, name, content }: View, model: ReportModel): Safe {
  const inside = content(model);
  return h`
    <section class="view" id="${id}">
      <h2 tabindex="-1">${name}</h2>
      ${id === FIRST ? inside : folded(inside)}
    </section>`;
}

/** Seen at once by readers without JavaScript; for others it is text that costs nothing until it is opened. */
function folded(content: Safe, place = ""): Safe {
  return h`<noscript${place !== "" && h` data-p="${place}"`}>${content}</noscript>`;
}

/** A panel for every goal, KPI and metric. */
function panels(model: ReportModel): readonly Safe[] {
  const { goals, metrics } = model.workspace;
  const panel = (content: Safe, entity: Entity): Safe => {
    model.onPanel?.();
    return folded(content, placeOf(entity));
  };
  return [
    ...[...goals.values()].map((goal) => panel(goalPanel(goal, model), goal)),
    ...model.kpis.map((view) => panel(kpiPanel(view, model), view.kpi)),
    ...[...metrics.values()].map((metric) => panel(metricPanel(metric, model), metric)),
  ];
}

/** Hatching for whatever is expected and not measured. */
function hatch(): Safe {
  return h`
    <svg class="vh" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V5"/>
        </pattern>
      </defs>
    </svg>`;
}
