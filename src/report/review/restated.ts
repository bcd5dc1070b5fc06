/** How far a KPI is, told again: what the edit and what new data made of its progress. */

import { formatExact } from "../../workspace/units.ts";
import { paceText } from "../progress/figures.ts";
import { differs } from "./select.ts";
import type { EffectView, JudgementView } from "./view.ts";

/** What a share is a share of; nothing has to be said where it is the way to the target. */
type Measure = "reach" | "keep" | "budget";

const OF: Readonly<Record<Measure, string>> = {
  reach: "of the way",
  keep: "of values inside the range",
  budget: "of the budget used",
};
/** Percentages beyond this are drawn in, so that all sums of them are numbers. */
const LARGEST = 1e300;
/** Decimals of a percentage that show a difference at all. */
const MOST_DECIMALS = 4;

/**
 * `41 % → 72 %: 31 points from the edit, 0 from new data`. The parts add up as they are shown, nothing below 100 %
 * shows as 100 %, and a side that is unknown is said in words; null where both are. Holds no text from files.
 */
export function restatedProgress({ attribution }: EffectView): string | null {
  const { before, definitionOnly, after } = attribution;
  const [old, mid, now] = [shareOf(before), shareOf(definitionOnly), shareOf(after)];
  const measures = { old: before.target?.kind ?? "reach", now: after.target?.kind ?? "reach" };
  if (old === null && now === null) return null;
  if (now === null) return `${alone(old, measures.old)} before, and unknown now`;
  if (old === null) return `unknown before, and ${alone(now, measures.now)} now`;
  if (measures.old !== measures.now) {
    return `${alone(old, measures.old)} → ${alone(now, measures.now)}, which cannot be compared`;
  }
  const of = measures.now === "reach" ? "" : ` ${OF[measures.now]}`;
  if (mid === null) return `${percent(old, 0)} → ${percent(now, 0)}${of}: the edit and new data cannot be told apart`;
  const decimals = decimalsFor([old, mid, now]);
  const [from, by, to] = [old, mid, now].map((share) => rounded(share, decimals));
  if (from === by && by === to) return `${percent(old, decimals)}${of}, unchanged`;
  const edit = points(from, by, decimals);
  const data = formatExact(points(by, to, decimals));
  return `${percent(old, decimals)} → ${percent(now, decimals)}${of}: ${pointsText(edit)} from the edit, ${data} from new data`;
}

/** `0.93 → 1.21` where nothing but the pace has moved, as with another deadline; else null. */
export function restatedPace({ attribution: { before, definitionOnly, after } }: EffectView): string | null {
  const stays = [definitionOnly, after].every((one) => !differs(shareOf(one), shareOf(before)));
  if (!stays || !differs(before.pace, after.pace)) return null;
  return [before, after].map(({ pace }) => (pace === null ? "none" : paceText(pace))).join(" → ");
}

/** The share of the way, of complying values, or of a budget that is used. */
function shareOf({ attainment, used }: JudgementView): number | null {
  return attainment ?? used;
}

function alone(share: number | null, measure: Measure): string {
  return share === null ? "unknown" : `${percent(share, 0)} ${OF[measure]}`;
}

/** The fewest decimals with which shares that differ show as different. */
function decimalsFor(shares: readonly number[]): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const shown = shares.map((share) => rounded(share, decimals));
    const isTold = shares.every((share, i) =>
      shares.every((other, j) => !differs(share, other) || shown[i] !== shown[j]),
    );
    if (isTold) return decimals;
  }
  return MOST_DECIMALS;
}

/** In percent; what is below 100 stays below it. */
function rounded(share: number, decimals: number): number {
  const scale = 10 ** decimals;
  const inPercent = Math.max(-LARGEST, Math.min(share * 100, LARGEST));
  const near = Math.round(inPercent * scale) / scale + 0;
  return share < 1 && near >= 100 ? 100 - 1 / scale : near;
}

function percent(share: number, decimals: number): string {
  return `${formatExact(rounded(share, decimals))} %`;
}

function points(from = 0, to = 0, decimals = 0): number {
  const scale = 10 ** decimals;
  return Math.round((to - from) * scale) / scale + 0;
}

function pointsText(value: number): string {
  return Math.abs(value) === 1 ? `${formatExact(value)} point` : `${formatExact(value)} points`;
}
