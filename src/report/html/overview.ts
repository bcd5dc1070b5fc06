/** The first page: how many stand where, what needs attention, and the goals. */

import { STATUSES } from "../../progress/status.ts";
import { statusStack } from "../svg/sparkline.ts";
import { attentionSection, earlyWarnings, troubled, watchCards } from "./attention.ts";
import { goalTree } from "./goals.ts";
import { h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { block, statusMark, statusWords } from "./pieces.ts";

const WORST_FIRST = [...STATUSES].reverse();

/** The overview. */
export function overview(model: ReportModel): Safe {
  return h`
    ${headline(model)}
    ${earlyWarnings(model)}
    ${attentionSection(model)}
    ${watchCards(model)}
    ${block("Goals", goalTree(model))}`;
}

function headline(model: ReportModel): Safe {
  const { text } = model;
  const { summary } = model.progress;
  const { byStatus } = summary;
  const fine = byStatus["on-track"] + byStatus.achieved;
  const trouble = troubled(model).length;
  const tiles = WORST_FIRST.filter((status) => byStatus[status] > 0).map(
    (status) => h`
      <li>
        <a class="tile" href="#kpis?status=${status}">
          <span class="big">${text.count(byStatus[status])}</span>${statusMark(status)}
        </a>
      </li>`,
  );
  const others = [
    ...(summary.stale > 0 ? [`${text.count(summary.stale)} stale`] : []),
    ...(summary.drafts > 0 ? [text.many(summary.drafts, "draft")] : []),
    ...(summary.retired > 0 ? [`${text.count(summary.retired)} retired`] : []),
  ];
  if (summary.kpis === 0) return h`<p class="lead">No KPI is active.</p>`;
  const sentence = `${text.count(fine)} of ${text.many(summary.kpis, "KPI")} on track or achieved`;
  const rest =
    trouble === 0 ? "none needs attention" : `${text.count(trouble)} ${trouble === 1 ? "needs" : "need"} attention`;
  return h`
    <p class="lead">
      <b>${sentence}</b>; ${rest}.${others.length > 0 && h` <span class="sub">Also ${others.join(", ")}.</span>`}
    </p>
    ${raw(statusStack(byStatus, statusWords(byStatus, text)))}
    <ul class="tiles">${tiles}</ul>`;
}
