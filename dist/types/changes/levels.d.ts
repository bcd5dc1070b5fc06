import type { Configurable } from "../rules/define.ts";
/** What a config needs to know of a verdict. */
export type VerdictLevel = Configurable & {
    readonly asksReason: boolean;
};
/** Every verdict by its id, its level where a reason is given, and whether it asks for one. `strict` changes nothing. */
export declare const verdictLevels: readonly VerdictLevel[];
