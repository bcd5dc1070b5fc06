/** What to write where changes ask for a reason and have none. */

import { ruleUrl } from "../../definition/urls.ts";
import { grouped, isFollowUp, lacksReason } from "../review/select.ts";
import type { ChangeView, ReviewView } from "../review/view.ts";
import { markdownCode, shorten, webAddress } from "../untrusted.ts";
import { count } from "../words.ts";
import { entityName, inline, placeText } from "./cells.ts";
import { rowsOf, type Section } from "./page.ts";

const FIELD_LENGTH = 40;
const ADVICE_LENGTH = 400;
/** Missing reasons that are listed; the others stand with their changes in words. */
const LISTED = 4;

/** The page on reasons, beside the folder of the rules' pages. */
const PAGE = new URL("../../change-review.md#where-the-reason-goes", ruleUrl("diff/target-eased")).href;

/** A line for each of the first reasons that are missing; empty where none is. */
export function reasonsSection(view: ReviewView): Section {
  const missing = missingReasons(view);
  const listed = missing.slice(0, LISTED);
  const rest = missing.length - listed.length;
  const what =
    missing.length === 1 ? "the missing reason, or take the change" : "the missing reasons, or take the changes";
  const head = `**To do:** write ${what} back ([how](${webAddress(PAGE)})).\n\n`;
  const tail = rest === 0 ? "" : `\n- and ${count(rest, "more reason")}: *In words* below and \`kpi diff\` say where`;
  return {
    blocks:
      missing.length === 0 ? [] : [{ head: () => head, rows: rowsOf(listed.map(reasonRow)), tail, between: "\n" }],
    beyond: 0,
    more: (n) => `**${count(n + rest, "more reason")}** to write: \`kpi diff\` says where.`,
  };
}

/** Messages of changes, without the advice that is listed above. */
export function messagesOf(view: ReviewView): (change: ChangeView) => string {
  const listed = new Set(missingReasons(view).slice(0, LISTED));
  return (change) => (isFollowUp(change) || listed.has(change) ? withoutAdvice(change) : change.message);
}

/** The words of a change without the advice at their end. */
export function withoutAdvice(change: ChangeView): string {
  const at = adviceAt(change);
  return at < 0 ? change.message : `${change.message.slice(0, at)}.`;
}

function missingReasons(view: ReviewView): readonly ChangeView[] {
  return grouped(view).groups.flatMap(({ changes }) =>
    changes.filter((change) => lacksReason(change) && !isFollowUp(change)),
  );
}

function reasonRow(change: ChangeView): string {
  const place = placeText(change.file, change.range.start.line);
  const field = inline(shorten(change.field, FIELD_LENGTH));
  return `- ${entityName(change.entity)}, ${field}: ${adviceOf(change)} (${place})`;
}

/** Where the advice begins: it ends the message, so no text of a file comes behind it. */
function adviceAt(change: ChangeView): number {
  if (!lacksReason(change)) return -1;
  const { message } = change;
  if (isFollowUp(change)) return message.lastIndexOf("; the ");
  return Math.max(message.lastIndexOf("; say why"), message.lastIndexOf("; the entry of "));
}

/** YAML to copy, as in `add { date: …, reason: … } to …`, with one level of nesting. */
const YAML = /(?<=^|\s)((?:\S+: )?\{(?:[^{}]|\{[^{}]*\})*\})(?=\s|$)/;

/** `add { date: …, field: target, reason: … } to the changes of KPI "nps-2026"`, with the YAML as code. */
function adviceOf(change: ChangeView): string {
  const at = adviceAt(change);
  if (at < 0) return "say why";
  const advice = change.message.slice(at + "; ".length).replace(/\.$/, "");
  const short = shorten(advice.replace(/^say why: /, ""), ADVICE_LENGTH);
  return short
    .split(YAML)
    .map((part, i) => (i % 2 === 1 ? markdownCode(part) : inline(part)))
    .join("");
}
