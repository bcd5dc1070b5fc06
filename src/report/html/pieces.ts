/** Small parts that every page is made of. */

import type { StatusCounts } from "../../progress/rollup.ts";
import type { Goal, Kpi, Metric } from "../../workspace/model.ts";
import type { Fact } from "../explain/model.ts";
import { counted } from "../progress/words.ts";
import { bulletSvg, SMALL_BULLET } from "../svg/bullet.ts";
import { statusShapes, statusWord } from "../svg/shapes.ts";
import { periodStrip } from "../svg/sparkline.ts";
import { webAddress } from "../untrusted.ts";
import type { Doubt, KpiView, Mark } from "./kpi-view.ts";
import type { Locale } from "./locale.ts";
import { EMPTY, h, type Piece, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { placeOf } from "./place.ts";

/** Outlines for what is not scored. */
const OTHER_SHAPES = {
  draft: "M3 1h7l3 3v11H3zM4.6 2.6v10.8h6.8V5.2H8.8V2.6z",
  retired: "M1 2.5h14V6H1zM2 7h12v7H2zM6 8.6v1.6h4V8.6z",
} as const;

/** A status as shape, word and colour, and what makes it doubtful. */
export function statusMark(mark: Mark, doubt: Doubt | null = null): Safe {
  const shape = mark === "draft" || mark === "retired" ? OTHER_SHAPES[mark] : statusShapes[mark];
  const word = mark === "draft" || mark === "retired" ? mark : statusWord(mark);
  return h`
    <span class="st st-${mark}">
      <svg class="sh" viewBox="0 0 16 16" aria-hidden="true"><path d="${raw(shape)}"/></svg>${word}
    </span>${doubt !== null && h` <span class="doubt">${doubt}</span>`}`;
}

/** How many of each status there are, worst first: `1 missed, 2 off track`. */
export function statusWords(counts: StatusCounts, text: Locale): string {
  return text.figures(counted(counts).join(", ").replaceAll("-", " "));
}

/** A link to a panel of this report. */
export function entityLink(entity: Goal | Kpi | Metric): Safe {
  return h`<a href="#${placeOf(entity)}">${entity.definition.title ?? entity.id}</a>`;
}

/** A link to what an id names; the bare id where nothing is defined under it. */
export function linkOf(id: string, entity: Goal | Kpi | Metric | undefined): Safe {
  return entity === undefined ? h`<span>${id} (not defined)</span>` : entityLink(entity);
}

/** A link that leaves the report; plain text where it is no web address. */
export function webLink(address: string, words: string): Safe {
  const url = webAddress(address);
  if (url === null) return h`${words}`;
  return h`<a class="out" href="${url}" rel="noopener noreferrer">${words}</a>`;
}

/** The bar of a KPI, the record of a keep target, or nothing. */
export function barOf(view: KpiView): Safe {
  const { bullet, held } = view;
  if (held !== null) {
    const strip = periodStrip(
      held.periods.map((period) => period.held),
      held.sentence,
    );
    return h`<span class="held">${raw(strip)}<span class="held-text">${held.text}</span></span>`;
  }
  if (bullet === null) return EMPTY;
  return raw(bulletSvg(bullet, SMALL_BULLET));
}

/** A list of names and what stands behind them; names may repeat. */
export function definitionList(facts: readonly (readonly [name: string, value: Piece])[], class_ = "facts"): Safe {
  if (facts.length === 0) return EMPTY;
  const rows = facts.map(([name, value]) => h`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return h`<dl class="${class_}">${rows}</dl>`;
}

/** A section of a panel with its heading. */
export function block(heading: string, content: Piece): Safe {
  return h`<section class="block"><h3>${heading}</h3>${content}</section>`;
}

/** Sentences of the product as a section; one without a name stands alone. */
export function factBlock(heading: string, facts: readonly Fact[], text: Locale): Safe {
  return block(heading, factRows(facts, text));
}

/** Sentences of the product with their names. */
export function factRows(facts: readonly Fact[], text: Locale): Safe {
  const [only] = facts;
  if (facts.length === 1 && only?.label === "") return h`<p class="quiet">${text.figures(only.text)}</p>`;
  return definitionList(facts.map(({ label, text: sentence }) => [label, text.figures(sentence)] as const));
}

/** The steps of a calculation: symbol, name, sentence. */
export function steps(facts: readonly Fact[], text: Locale): Safe {
  const rows = facts.map(({ label, text: sentence }) => {
    const symbol = label.slice(0, 1).trim();
    return h`
      <tr>
        <th scope="row" class="step-name"><span class="sym">${symbol}</span>${label.slice(1).trim()}</th>
        <td>${text.figures(sentence)}</td>
      </tr>`;
  });
  return h`<table class="steps"><tbody>${rows}</tbody></table>`;
}

/** The goals above, from the top; a circle of parents is walked once. */
export function crumbs(id: string | undefined, { workspace }: ReportModel): Safe {
  const path: Goal[] = [];
  let goal = workspace.goals.get(id ?? "");
  while (goal !== undefined && !path.includes(goal)) {
    path.unshift(goal);
    goal = workspace.goals.get(goal.definition.parent ?? "");
  }
  if (path.length === 0) return EMPTY;
  return h`
    <nav class="crumbs" aria-label="Goals above">${path.map((one) => h`<span>${entityLink(one)}</span>`)}</nav>`;
}
