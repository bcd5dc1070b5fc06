/** From the text of a scalar to its value, by the YAML 1.2 core schema. */
import type { YamlScalar } from "./yaml.ts";
/**
 * Resolves the plain, untagged scalar in `text` from `start` up to `end` (one line, not empty).
 *
 * Returns `Infinity`, `-Infinity` or `NaN` for `.inf`, `.nan` and numbers too large for a double: the caller reports them.
 */
export declare function resolvePlain(text: string, start: number, end: number): YamlScalar;
/** Whether a line ends in `text` between `start` and `end`. */
export declare function hasBreak(text: string, start: number, end: number): boolean;
/** The tags of the core schema, without `tag:yaml.org,2002:`. */
export type CoreTag = "str" | "int" | "float" | "bool" | "null" | "map" | "seq" | "merge";
/** What a tag asks for, in the words of messages. */
export declare const WANTED: Record<CoreTag | "!", string>;
/** What a tag asks for: a core tag, `!` ("no resolution"), or undefined where the tag is not known. */
export declare function coreTag(raw: string, handles: ReadonlyMap<string, string> | null): CoreTag | "!" | undefined;
/** The value of a scalar with an explicit core tag; undefined where its text does not fit the tag. */
export declare function resolveTagged(tag: CoreTag | "!", source: string): YamlScalar | undefined;
