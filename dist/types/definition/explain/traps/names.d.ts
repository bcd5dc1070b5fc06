/** Texts where an owner, an id or a link is wanted. */
import { type Trap } from "./trap.ts";
/** Lower-case words joined by hyphens, from any text; empty where nothing is left. */
export declare function slug(text: string): string;
export declare const OWNER_TRAPS: readonly Trap[];
export declare const ID_TRAPS: readonly Trap[];
export declare const LINK_TRAPS: readonly Trap[];
