/** How a title opens: what the rules on directions and activities go by. */

import type { RuleOptions } from "../define.ts";
import { firstWord, type Hit, type WordOptions, wordAt } from "./phrases.ts";
import type { Title } from "./titles.ts";

const ADVERB = /[a-z]+ly\s+/iy;

type Opening = (title: Title, given: Partial<WordOptions>) => Hit | null;

/** Finds which of the words of a rule's options a title opens with, an adverb aside, where it is read as a verb. */
export function opening(options: RuleOptions<WordOptions>, isVerb: (word: string, after: string) => boolean): Opening {
  const openingWord = firstWord(options);
  const at = wordAt(options);
  return (title, given) => {
    const { plain, opening: start, first } = title;
    let hit = openingWord(title, given);
    if (hit === null && first.endsWith("ly")) {
      ADVERB.lastIndex = start;
      const adverb = ADVERB.exec(plain);
      if (adverb !== null) hit = at(plain, start + adverb[0].length, given);
    }
    return hit !== null && isVerb(hit.text, plain.slice(hit.end)) ? hit : null;
  };
}
