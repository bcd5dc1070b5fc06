/** The figures of a KPI at the head of its panel: the numbers that matter, and one bar over the whole width. */

import { formatNumber } from "../../workspace/units.ts";
import { measured, share, targetWords } from "../progress/figures.ts";
import { bulletEnd, bulletSvg, LARGE_BULLET } from "../svg/bullet.ts";
import type { KpiView } from "./kpi-view.ts";
import { EMPTY, h, raw, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";

interface Tile {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

/** Value, target, plan, share, pace, outlook and time, as far as they are known; of what is not scored, the first two. */
export function figureTiles(view: KpiView, { text }: ReportModel): Safe {
  const { kpi, given, percent, paceText: pace, outlook, range, held } = view;
  const { progress, unit, exact, lines } = given;
  const { current, target, planned, window } = progress;
  const tiles: Tile[] = [];
  const add = (name: string, value: string, note = ""): void => {
    tiles.push({ name, value, note });
  };
  if (current !== null) add("now", text.figures(measured(current.value, unit)), text.day(current.day));
  if (target !== null) {
    const name = target.kind === "keep" ? "to keep" : target.kind === "budget" ? "budget" : "target";
    const until = window === null ? "" : `until ${text.day(window.end)}`;
    const words = targetWords(target, unit, exact).replace(target.kind === "budget" ? /^at most / : /^$/, "");
    add(name, text.figures(words), until);
  }
  const isScored = kpi.state === "active";
  if (isScored && planned !== null && current !== null) {
    add("plan", text.figures(measured(planned, unit)), `for ${text.day(current.day)}`);
  }
  if (held !== null) add("record", held.text);
  else if (percent !== "") add(target?.kind === "budget" ? "used" : "of the way", percent);
  if (pace !== "") add("pace", pace, `on track from ${text.figures(formatNumber(lines.onTrack))}`);
  if (outlook !== "") add("outlook", outlook, range === "" ? "" : `likely range ${range}`);
  if (isScored && window !== null) add("time passed", text.figures(share(progress.elapsed)));
  if (tiles.length === 0) return EMPTY;
  const shown = tiles.map(
    ({ name, value, note }) =>
      h`<div><dt>${name}</dt><dd>${value}${note !== "" && h`<small>${note}</small>`}</dd></div>`,
  );
  return h`<dl class="figures">${shown}</dl>`;
}

/** The bar over the whole width, with the values at its ends and a key. */
export function standing({ bullet, given }: KpiView, { text }: ReportModel): Safe {
  if (bullet === null) return EMPTY;
  const { target, origin, noDistance } = given.progress;
  const start = bullet.isBudget ? 0 : origin;
  const goal = target?.value ?? null;
  const isKnown = start !== null && goal !== null && !noDistance;
  const last = isKnown ? start + bulletEnd(bullet) * (goal - start) : 0;
  const value = (at: number): string => text.figures(measured(at, given.unit));
  const ranges = bullet.isBudget
    ? (["y", "within, close to, over plan"] as const)
    : (["z", "behind, close to, on plan"] as const);
  const keys: readonly (readonly [key: string, words: string] | null)[] = [
    ["a", "actual"],
    bullet.planned === null ? null : ["p", "plan"],
    bullet.forecast === null ? null : ["f", "forecast"],
    ["t", bullet.isBudget ? "budget" : "target"],
    bullet.stretch === null ? null : ["s", "stretch"],
    bullet.lines === null ? null : ranges,
  ];
  return h`
    <div class="standing">
      ${raw(bulletSvg(bullet, LARGE_BULLET))}
      ${isKnown && h`<div class="ends"><span>${value(start)}</span><span>${value(last)}</span></div>`}
      <ul class="keys" aria-hidden="true">
        ${keys.map((key) => key !== null && h`<li><i class="key key-${key[0]}"></i>${key[1]}</li>`)}
      </ul>
    </div>`;
}
