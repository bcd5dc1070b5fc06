/** Texts in `target` that ask for a change from the baseline. What could also be a level gets words and no fix. */
import { type Said, type Trap } from "./trap.ts";
export declare const UP = "increase|raise|grow|improve|gain|up|add|plus|more|higher|growth";
export declare const DOWN = "reduce|reduction|decrease|lower|cut|shrink|drop|down|minus|less|fewer";
export declare const CHANGE_TRAPS: readonly Trap[];
/** The three things that a number with a sign may mean. */
export declare function changeOrLevel(value: number): Said["suggestions"];
