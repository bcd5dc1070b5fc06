/** One definition file → what it says, not linked with the others yet. Whatever is wrong becomes a problem. */
import type { Problem } from "../findings/finding.ts";
import type { Entity, Removal } from "./model.ts";
import type { Settings } from "./settings.ts";
/** A definition file: its path relative to the root, and its text or why there is none. */
export interface SourceFile {
    readonly path: string;
    readonly text: string;
    /** The offset of the first character that was not UTF-8. */
    readonly badByte?: number | null;
}
/** What one file says. It is never changed, so that it can be linked again with others. */
export interface FileContribution {
    readonly path: string;
    /** In the order of the documents; goals before metrics before KPIs. Metrics have their inline values only. */
    readonly entities: readonly Entity[];
    readonly removed: readonly Removal[];
    /** Syntax, shape and inline rows. */
    readonly problems: readonly Problem[];
}
/** Reads one file. Never throws on content. */
export declare function readFile(file: SourceFile, settings: Settings): Promise<FileContribution>;
