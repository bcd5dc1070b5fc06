/** Small parts that every page is made of. */

import type { Entity, Goal, Kpi, Metric } from "../../workspace/model.ts";
import { bulletSvg, SMALL_BULLET } from "../svg/bullet.ts";
import { statusShapes, statusWord } from "../svg/shapes.ts";
import { periodStrip } from "../svg/sparkline.ts";
import { html, shorten, webAddress } from "../untrusted.ts";
import type { KpiView, Mark } from "./kpi-view.ts";
import { EMPTY, h, type Piece, raw, type Safe } from "./markup.ts";

/** Outlines for what is not scored. */
const OTHER_SHAPES = {
  draft: "M2 13.2V14h.8l8.2-8.2-.8-.8zM12 2.6l1.4 1.4-1.7 1.7-1.4-1.4z",
  retired: "M3 3h10v10H3z",
} as const;

/** A status as shape, word and colour. */
export function statusMark(mark: Mark, stale = false): Safe {
  const shape = mark === "draft" || mark === "retired" ? OTHER_SHAPES[mark] : statusShapes[mark];
  const word = mark === "draft" || mark === "retired" ? mark : statusWord(mark);
  const old = stale ? h` <span class="stale">stale</span>` : EMPTY;
  return h`<span class="st st-${mark}"><svg class="sh" viewBox="0 0 16 16" aria-hidden="true"><path d="${raw(shape)}"/></svg>${word}</span>${old}`;
}

/** The place of an entity in the report, as it stands behind `#`. */
export function placeOf({ kind, id }: Pick<Entity, "kind" | "id">): string {
  return `${kind}/${id}`;
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
      html(held.sentence),
    );
    return h`<span class="held">${raw(strip)}<span class="held-text">${held.text}</span></span>`;
  }
  if (bullet === null) return h`<span class="none">no bar</span>`;
  return raw(bulletSvg(bullet, SMALL_BULLET));
}

/** A list of names and what stands behind them; names may repeat. */
export function definitionList(facts: readonly (readonly [name: string, value: Piece])[], class_ = "facts"): Safe {
  if (facts.length === 0) return EMPTY;
  return h`<dl class="${class_}">${facts.map(([name, value]) => h`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A section of a panel with its heading; nothing where it has no content. */
export function block(heading: string, content: Piece, class_ = ""): Safe {
  return h`<section class="block ${class_}"><h3>${heading}</h3>${content}</section>`;
}

/** A long text cut for a line; the whole of it stands in the tooltip. */
export function cutText(text: string, limit: number): Safe {
  const short = shorten(text, limit);
  return short === text ? h`${text}` : h`<span title="${text}">${short}</span>`;
}
