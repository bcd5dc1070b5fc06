/** Mistakes in how lines and brackets are put together. */
import type { Explanation, Failure } from "./yaml-failure.ts";
/** `<<<<<<< HEAD`: what git leaves behind where it could not merge. */
export declare function mergeConflict(failure: Failure): Explanation | null;
/** A tab among the characters that indent a line. */
export declare function tabIndentation(failure: Failure): Explanation | null;
/** A space of another kind, such as the one that web pages use, among the characters that indent a line. */
export declare function foreignSpace(failure: Failure): Explanation | null;
/** `[a, b` without an end, or with the wrong one. */
export declare function unclosedBracket(failure: Failure): Explanation | null;
/** `{min: 1 max: 3}`: entries in brackets with no comma between them. */
export declare function missingComma(failure: Failure): Explanation | null;
/** `b:2`, or a line with no colon at all, among keys. */
export declare function missingColon(failure: Failure): Explanation | null;
/** A list item among keys or a key among list items, in the same column. */
export declare function mixedEntries(failure: Failure): Explanation | null;
/** A line whose indentation fits nothing. */
export declare function badIndentation(failure: Failure): Explanation | null;
/** `%YAML 3.0`, or a directive that no `---` follows. */
export declare function badDirective(failure: Failure): Explanation | null;
