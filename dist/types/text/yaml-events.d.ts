/** Parses YAML to a flat list of events, and goes on behind a document that cannot be parsed. */
import type { Event } from "js-yaml";
export type YamlEvent = Event;
/** A document that could not be parsed: its extent, and what the parser said at which offset. */
export interface BrokenDocument {
    readonly start: number;
    readonly end: number;
    readonly offset: number;
    readonly reason: string;
}
/**
 * Events of all documents, offsets into the whole text. A broken document is a DOCUMENT directly followed by its POP,
 * which never happens otherwise; the n-th of these belongs to `broken[n]`.
 */
export interface ParsedYaml {
    readonly events: YamlEvent[];
    readonly broken: readonly BrokenDocument[];
}
/** Collections deeper than this are not read, so that every later recursion over values is bounded. */
export declare const MAX_DEPTH = 100;
/** Never throws; the events of every document that can be parsed. */
export declare function parseDocuments(text: string): ParsedYaml;
/**
 * Where documents can start: at every `---` and behind every `...`, directives and comments before a `---` included.
 * YAML allows these two at the start of a line nowhere else, so no scalar is ever cut.
 */
export declare function documentStarts(text: string): number[];
/** Whether `---` or `...` stands at an offset, which has to be the start of a line. */
export declare function isMarker(text: string, at: number): boolean;
/** The start of the line behind the one that an offset is in; the length of the text where there is none. */
export declare function nextLine(text: string, from: number): number;
