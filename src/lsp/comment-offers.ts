/** Completion of suppression comments: their words, and the rules that they name. */

import { CompletionItemKind } from "vscode-languageserver";
import type { Rule } from "../rules/define.ts";
import { isUntouchable } from "../rules/untouchable.ts";
import { SUPPRESSION_DIRECTIVES } from "../text/suppression-words.ts";
import { type Offer, offer } from "./offer.ts";
import { own } from "./prose.ts";
import type { Spot } from "./spot.ts";

const MEANINGS: Readonly<Record<string, string>> = {
  "kpi-disable-next-line": "suppresses findings on the next line, with a reason",
  "kpi-disable-line": "suppresses findings on this line, with a reason",
  "kpi-disable-file": "suppresses findings in this file, with a reason",
};

/** Offers for the word at the cursor; null where the comment is no suppression. */
export function commentOffers(
  text: string,
  { from, to, document }: Spot,
  cursor: number,
  rules: readonly Rule[],
): { readonly offers: readonly Offer[]; readonly spot: Spot } | null {
  const before = text.slice(from, cursor);
  const match = /^#+[ \t]*(?:(k[\w-]*)|(kpi-disable[\w-]*)[ \t]+((?:[^\s,]+[ \t,]*,[ \t]*)*)([^\s,]*))$/.exec(before);
  if (match === null) return null;
  const [, directive, , , name = ""] = match;
  const word = directive ?? name;
  const end = wordEnd(text, cursor, to);
  const spot: Spot = {
    document,
    key: null,
    value: { path: [], names: [] },
    from: cursor - word.length,
    to: end,
    gap: "",
    quote: null,
    hasColon: false,
    needsDash: false,
    isFlow: false,
    isComment: true,
  };
  return { offers: directive === undefined ? ruleOffers(rules) : directiveOffers(), spot };
}

function directiveOffers(): readonly Offer[] {
  return Object.keys(SUPPRESSION_DIRECTIVES).map((name) =>
    offer({
      label: name,
      kind: CompletionItemKind.Keyword,
      source: `${name} `,
      snippet: `${name} \${1:rule} -- \${2}`,
      detail: MEANINGS[name] ?? "",
    }),
  );
}

function ruleOffers(rules: readonly Rule[]): readonly Offer[] {
  return rules
    .filter(({ id }) => !isUntouchable(id))
    .map(({ id, summary }) =>
      offer({ label: id, kind: CompletionItemKind.Constant, source: id, text: id, prose: own(summary) }),
    );
}

function wordEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && /[\w/*-]/.test(text.charAt(end))) end++;
  return end;
}
