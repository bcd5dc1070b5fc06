import type { Verdict } from "../define.ts";
/** Every verdict, by its name. */
export declare const verdicts: readonly Verdict[];
