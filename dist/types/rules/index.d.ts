import type { Rule } from "./define.ts";
/** Every rule, in the order of the catalogue. */
export declare const rules: readonly Rule[];
