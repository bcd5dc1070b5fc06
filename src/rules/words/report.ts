/** How a rule on words reports: at exactly the words, and of a draft never more than information. */

import type { ProposedChange } from "../../findings/finding.ts";
import type { Entity } from "../../workspace/model.ts";
import { placeOf, type RuleContext, refOf } from "../define.ts";
import type { Hit } from "./phrases.ts";

/** Reports words of a title; `{words}` stands for them in the message. */
export function reportWords(
  context: RuleContext<unknown>,
  entity: Entity,
  message: string,
  hit: Hit,
  more: {
    readonly data?: Readonly<Record<string, string>>;
    readonly suggestions?: readonly ProposedChange[];
  } = {},
): void {
  const isDraft = entity.kind !== "metric" && entity.state === "draft";
  context.report({
    message,
    data: { words: hit.text, ...more.data },
    place: placeOf(entity, { path: ["title"], slice: [hit.start, hit.end] }),
    entity: refOf(entity),
    suggestions: more.suggestions ?? [],
    discriminator: hit.text.toLowerCase(),
    ...(isDraft ? { severity: "info" } : {}),
  });
}
