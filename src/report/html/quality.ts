/** How well the definitions are written: SMART marks and findings of the whole workspace. */

import type { SmartCard } from "../../engine/result.ts";
import { severityCounts } from "../words.ts";
import { findingList, LETTERS, smartMark } from "./findings.ts";
import { h, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { linkOf } from "./pieces.ts";

/** Findings that are listed; `kpi check` lists them all. */
const MOST_FINDINGS = 200;
const MOST_CARDS = 200;

/** SMART cards of active KPIs that are not all passed, then findings. */
export function qualityPage(model: ReportModel): Safe {
  const { text } = model;
  const { findings, summary } = model.check;
  const smart = model.check.smart.filter(({ kpi }) => model.workspace.kpis.get(kpi)?.state === "active");
  const wanting = smart.filter((card) => LETTERS.some(([key]) => card[key] !== "pass"));
  const more = findings.length - MOST_FINDINGS;
  const words = severityCounts(summary);
  const passed = smart.length - wanting.length;
  return h`
    <section class="block">
      <h3>SMART cards</h3>
      <p class="quiet intro">${text.count(passed)} of ${text.count(smart.length)} pass all five letters.</p>
      ${wanting.length > 0 && matrix(wanting, model)}
    </section>
    <section class="block">
      <h3>Findings <span class="n">${text.count(findings.length)}</span></h3>
      <p class="quiet intro">${words === "" ? "The check found nothing." : `The check found ${text.figures(words)}.`}</p>
      ${findings.length > 0 && findingList(findings.slice(0, MOST_FINDINGS), model)}
      ${more > 0 && h`<p class="quiet">and ${text.count(more)} more, which kpi check lists</p>`}
    </section>`;
}

function matrix(cards: readonly SmartCard[], model: ReportModel): Safe {
  const rows = cards.slice(0, MOST_CARDS).map((card) => {
    const cells = LETTERS.map(([key]) => h`<td>${smartMark(card[key])}</td>`);
    return h`<tr><th scope="row">${linkOf(card.kpi, model.workspace.kpis.get(card.kpi))}</th>${cells}</tr>`;
  });
  const heads = LETTERS.map(
    ([, letter, word]) =>
      h`<th scope="col"><span class="short" aria-hidden="true">${letter}</span><span class="long">${word}</span></th>`,
  );
  const more = cards.length - MOST_CARDS;
  return h`
    <div class="scroll" tabindex="0" role="region" aria-label="SMART cards">
      <table class="marks">
        <thead><tr><th scope="col">KPI</th>${heads}</tr></thead>
        <tbody>${rows}</tbody>
      </table>
    </div>
    ${more > 0 && h`<p class="quiet">and ${more} more</p>`}`;
}
