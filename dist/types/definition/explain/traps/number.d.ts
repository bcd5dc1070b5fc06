/** Texts where a number is wanted. */
import { type Trap } from "./trap.ts";
/** Slips that are the same wherever a number may stand, also in a target. */
export declare const PLAIN_NUMBER_TRAPS: readonly Trap[];
/** Numbers with something around them. */
export declare const DRESSED_NUMBER_TRAPS: readonly Trap[];
/** Texts in fields that take a number and nothing else. */
export declare const NUMBER_TRAPS: readonly Trap[];
/** 95 → 0.95, without the rounding noise of a division. */
export declare function percentToShare(percent: number): number;
