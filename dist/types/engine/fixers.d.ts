/** Fixes that need the text of the file: made only for findings that are reported. */
import type { FixContext, MadeFix } from "./made-fix.ts";
/** By rule; null where a person must decide. */
export declare const FIXERS: Readonly<Record<string, (context: FixContext) => MadeFix | null>>;
