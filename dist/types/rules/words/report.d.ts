/** How a rule on words reports: at exactly the words, and of a draft never more than information. */
import type { ProposedChange } from "../../findings/finding.ts";
import type { Entity } from "../../workspace/model.ts";
import { type RuleContext } from "../define.ts";
import type { Hit } from "./phrases.ts";
/** Reports words of a title; `{words}` stands for them in the message. */
export declare function reportWords(context: RuleContext<unknown>, entity: Entity, message: string, hit: Hit, more?: {
    readonly data?: Readonly<Record<string, string>>;
    readonly suggestions?: readonly ProposedChange[];
}): void;
