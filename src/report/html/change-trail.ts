/** The reason trail of a KPI: what was changed, whether that eased the promise, and why. */

import type { ChangeInput } from "../../definition/kpi.ts";
import { parseTarget, targetText } from "../../workspace/target.ts";
import type { Calculated } from "../explain/calculated.ts";
import { type Easing, easingOf } from "./easing.ts";
import { EMPTY, h, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { block } from "./pieces.ts";

const WORDS: Readonly<Record<NonNullable<Easing>, Safe>> = {
  eased: h`<span class="eased">▽ eased</span>`,
  tightened: h`<span class="tightened">△ made harder</span>`,
};

/** The entries, the latest first; nothing where there are none. */
export function changeTrail(given: Calculated, model: ReportModel): Safe {
  const changes = given.kpi.definition.changes ?? [];
  if (changes.length === 0) return EMPTY;
  const sorted = [...changes].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  const items = sorted.map((change) => entry(change, given, model));
  return block("Changes and their reasons", h`<ol class="trail">${items}</ol>`);
}

function entry(change: ChangeInput, given: Calculated, { text, workspace }: ReportModel): Safe {
  const { date, field, from, to, reason, by } = change;
  const easing = easingOf(change, given.terms, workspace.settings.fiscalYear);
  const sides = [from, to].map((side) => (side === undefined || side === null ? null : sideText(side, field, given)));
  const [before, after] = sides;
  const words = before === null && after === null ? "" : `${before ?? "?"} → ${after ?? "?"}`;
  return h`
    <li>
      <div class="when">${text.dateText(date)}</div>
      <div>
        <b>${field}</b> ${field === "target" ? text.figures(words) : words} ${easing !== null && WORDS[easing]}
        <p>${reason}${by !== undefined && h` <span class="sub">${by}</span>`}</p>
      </div>
    </li>`;
}

function sideText(value: unknown, field: string, { unit }: Calculated): string {
  const target = field === "target" ? parseTarget(value) : null;
  if (target !== null) return targetText(target, unit);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
