/** What a check found, and the SMART card. */

import type { SmartCard, Mark as SmartMark } from "../../engine/result.ts";
import type { Finding } from "../../findings/finding.ts";
import { levels, marks } from "../words.ts";
import { h, type Safe } from "./markup.ts";
import type { ReportModel } from "./model.ts";
import { webLink } from "./pieces.ts";

/** The five letters with what each asks. */
export const LETTERS = [
  ["specific", "S", "Specific"],
  ["measurable", "M", "Measurable"],
  ["achievable", "A", "Achievable"],
  ["relevant", "R", "Relevant"],
  ["timeBound", "T", "Time-bound"],
] as const;

/** The card of one KPI. */
export function smartCard(card: SmartCard): Safe {
  const cells = LETTERS.map(
    ([key, letter, word]) =>
      h`<li class="letter"><b aria-hidden="true">${letter}</b><span>${word}</span>${smartMark(card[key])}</li>`,
  );
  return h`<ul class="smart">${cells}</ul>`;
}

/** A mark as shape and word. */
export function smartMark(mark: SmartMark): Safe {
  const { symbol, word } = marks[mark];
  return h`<span class="mk mk-${mark}"><span aria-hidden="true">${symbol}</span> <span class="long">${word}</span></span>`;
}

/** Findings in the order of the check. */
export function findingList(findings: readonly Finding[], model: ReportModel): Safe {
  if (findings.length === 0) return h`<p class="quiet">No findings.</p>`;
  return h`<ul class="findings">${findings.map((finding) => findingItem(finding, model))}</ul>`;
}

function findingItem({ severity, message, ruleId, url, file, range }: Finding, { shownFile }: ReportModel): Safe {
  const { symbol, word } = levels[severity];
  const place = `${shownFile(file)}:${range.start.line}`;
  return h`
    <li>
      <span class="lv lv-${severity}"><span aria-hidden="true">${symbol}</span> ${word}</span>
      ${` ${message} `}<span class="sub">${webLink(url, ruleId)} · ${place}</span>
    </li>`;
}
