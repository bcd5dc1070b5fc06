/** How a KPI stood and stands, as lines of a terminal. */

import { phrase } from "../progress/phrases.ts";
import { statusStyle, statusText } from "../progress/words.ts";
import { type Word, wordsOf } from "../wrap.ts";
import { drawn, labelled, type Pen, plainLabel } from "./lines.ts";
import { restatedPace, restatedProgress } from "./restated.ts";
import type { EffectView, JudgementView } from "./view.ts";
import { causeWords } from "./words.ts";

/** Status with its cause; progress where it is known; pace where nothing else has moved. */
export function standingLines(effect: EffectView, indent: number, pen: Pen): readonly string[] {
  const line = (label: string, words: readonly Word[]): string => labelled(plainLabel(label, pen), words, indent, pen);
  const progress = restatedProgress(effect);
  const pace = restatedPace(effect);
  return [
    line("Status", statusWords(effect, pen)),
    ...(progress === null ? [] : [line("Progress", wordsOf(drawn(progress, pen), 0))]),
    ...(pace === null ? [] : [line("Pace", wordsOf(drawn(pace, pen), 0))]),
  ];
}

/** `▲ at-risk → ✓ on-track by the edit`; one after the other where both edit and data moved it. */
function statusWords({ attribution }: EffectView, pen: Pen): readonly Word[] {
  const { before, definitionOnly, after, cause } = attribution;
  const arrow = phrase(drawn("→", pen), 1);
  if (cause === "none") return [statusWord(before, 0, pen, ","), phrase(causeWords.none, 1)];
  if (cause !== "both") {
    return [statusWord(before, 0, pen), arrow, statusWord(after, 1, pen), ...wordsOf(causeWords[cause], 1)];
  }
  return [
    statusWord(before, 0, pen),
    arrow,
    statusWord(definitionOnly, 1, pen),
    ...wordsOf(causeWords.definition, 1),
    arrow,
    statusWord(after, 1, pen),
    ...wordsOf(causeWords.data, 1),
  ];
}

function statusWord({ status, stale }: JudgementView, gap: number, { context, paints }: Pen, ending = ""): Word {
  const text = `${statusText(status, context.ascii)}${stale ? " (stale)" : ""}${ending}`;
  return { text, gap, style: statusStyle(status, paints, stale) };
}
