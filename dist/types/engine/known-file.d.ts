/** kpi.known.json, the file: findings that stood when a repository adopted the tool, one a line. */
import type { Finding, Problem } from "../findings/finding.ts";
/** Stands in the workspace root. */
export declare const KNOWN_FILE = "kpi.known.json";
/** One recorded finding. Only the fingerprint identifies it; the rest is for whoever reads the file. */
export interface KnownEntry {
    readonly fingerprint: string;
    readonly rule: string;
    /** `kpi/nps-2026`; `file/…` where the finding belongs to no goal, metric or KPI. */
    readonly entity: string;
    /** The key path; the file where there is none, as in data files. */
    readonly path: string;
    readonly message: string;
}
export interface KnownFile {
    readonly text: string;
    /** In the order of the file. */
    readonly entries: readonly KnownEntry[];
    /** What is wrong with the file, as `config/invalid`; then nobody knows what is known, and nothing may be checked. */
    readonly problems: readonly Problem[];
}
/** What holds where there is no kpi.known.json. */
export declare const NOTHING_KNOWN: KnownFile;
/** Reads the file; null where there is none. Never throws. A comma too many, as after a merge, does no harm. */
export declare function readKnown(text: string | null): KnownFile;
/**
 * The text of kpi.known.json for what stands today, at every level; `findings` are all that are not suppressed.
 *
 * An entry that was recorded before keeps its words, so that a difference shows what is new and what is fixed. While
 * a file cannot be read as YAML its findings are unknown: then nothing that was recorded is dropped.
 */
export declare function writeKnown(findings: readonly Finding[], recorded?: readonly KnownEntry[]): string;
