/** Rules of a team's own: what a plug-in exports, and what is asked of it before it runs. */
import type { Rule, RuleMeta } from "./define.ts";
/** A rule of a plug-in: like ours, but its page and its examples may be missing. */
export type CustomRule<Options = unknown> = Omit<Rule<Options>, "docs" | "bad" | "good"> & Partial<Pick<RuleMeta, "docs" | "bad" | "good">>;
/** Declares a rule of a plug-in. */
export declare function defineRule<Options = unknown>(rule: CustomRule<Options>): CustomRule;
/**
 * The rules among what a module exports (single ones and lists), in order.
 * A string says in words what is wrong with one of them; `taken` are ids that exist already.
 */
export declare function customRules(exported: Readonly<Record<string, unknown>>, taken: ReadonlySet<string>): Rule[] | string;
