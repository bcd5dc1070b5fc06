/** Texts in `target` and `stretch` that are no form of a target. */
import { type Trap } from "./trap.ts";
export declare const TARGET_TRAPS: readonly Trap[];
