/** Texts in `target` and `stretch` that are no form of a target. */
import { type Said, type Trap } from "./trap.ts";
export declare const TARGET_TRAPS: readonly Trap[];
/** The three things that a number with a sign may mean. */
export declare function changeOrLevel(value: number): Said["suggestions"];
