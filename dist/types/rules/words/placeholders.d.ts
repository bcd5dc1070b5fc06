/** Words that stand where a decision is still missing. */
import type { Hit } from "./phrases.ts";
/** The first placeholder of a text. */
export declare function placeholderIn(text: string): Hit | null;
