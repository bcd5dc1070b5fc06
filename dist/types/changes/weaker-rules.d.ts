/** Rules that are off or less severe than before, for all files or for some. */
import type { HeldLevel, Strictness, StrictnessOverride } from "./version.ts";
/** A rule in both versions; a file is null where the level follows from the preset. */
export interface WeakerRule {
    readonly rule: string;
    readonly before: HeldLevel;
    readonly after: HeldLevel;
    readonly fileBefore: string | null;
    readonly fileAfter: string | null;
}
/** Rules whose level for all files is lower than it was; a rule that one version does not know is not compared. */
export declare function weakerRules(base: Strictness, head: Strictness): readonly WeakerRule[];
/** A rule on words that looks for fewer of them; a file is null where no config states its options. */
export interface FewerWords {
    readonly rule: string;
    readonly words: readonly string[];
    readonly fileBefore: string | null;
    readonly fileAfter: string | null;
}
/** Rules on words that are still on and leave alone what they found before. */
export declare function rulesWithFewerWords(base: Strictness, head: Strictness): readonly FewerWords[];
/** A rule that some globs lower; `override` holds it in the newer version, or held it in the older one. */
export interface WeakerOverride {
    readonly rule: string;
    readonly globs: readonly string[];
    readonly before: HeldLevel;
    readonly after: HeldLevel;
    readonly override: StrictnessOverride;
    readonly side: "base" | "head";
}
/**
 * Rules that are lower than before for the files of a glob, whichever override says so. What a rule's level for all
 * files explains is left out.
 */
export declare function weakerOverrides(base: Strictness, head: Strictness): readonly WeakerOverride[];
