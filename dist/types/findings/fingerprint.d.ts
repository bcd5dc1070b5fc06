/** The identity of a finding across edits: what known findings and `--since` compare. */
import type { KeyPath } from "../text/source.ts";
import type { EntityRef } from "./finding.ts";
/** What a finding is told apart by; `ordinal` counts repeats of all the rest from 0. */
export interface FingerprintInput {
    readonly ruleId: string;
    readonly messageId: string;
    readonly entity: EntityRef | null;
    readonly path: KeyPath;
    /** For data: the row's date and column. */
    readonly discriminator?: string;
    readonly file: string;
    readonly ordinal: number;
}
/**
 * Sixteen hexadecimal digits that stay the same while lines move.
 *
 * They never depend on a line number, nor on the file where there is an entity, so that an entity may move to
 * another file. Committed files hold these values: a change of this function makes every known finding new.
 */
export declare function fingerprint(input: FingerprintInput): string;
