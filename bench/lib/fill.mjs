/** Sentences out of patterns. */

import { PLACES } from "./words.mjs";

const TEXT_SLOTS = /\{(\w)\}/g;

/** Fills the slots of a sentence: {s} segment, {p} place, {q} another place, {n} and {k} numbers, others as given. */
export function fill(random, sentence, context) {
  return sentence.replace(TEXT_SLOTS, (_, slot) => {
    if (slot === "n") return String(random.int(2, 28));
    if (slot === "k") return String(random.int(29, 480));
    if (slot === "q") return random.pick(PLACES);
    return context[slot];
  });
}
