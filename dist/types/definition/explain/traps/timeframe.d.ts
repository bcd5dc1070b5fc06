/** Texts in `timeframe` that are no form of a timeframe. */
import { type Trap } from "./trap.ts";
export declare const TIMEFRAME_TRAPS: readonly Trap[];
