/** How strictly a version is checked, in the form that the change review compares. */
import type { Strictness } from "../changes/version.ts";
import { type Config } from "../config/resolve.ts";
import { type Configurable } from "../rules/define.ts";
import type { KnownFile } from "./known-file.ts";
/** A rule, or a verdict that may ask for a reason. */
export type Judged = Configurable & {
    readonly asksReason?: boolean;
};
export interface StrictnessContext {
    /** The rules and verdicts that the config was resolved with. */
    readonly rules: readonly Judged[];
    /** The config file that is nearest; null for none. */
    readonly configFile: string | null;
    /** The config and what it extends. */
    readonly configFiles: readonly string[];
    readonly known: KnownFile;
}
/** What a config and kpi.known.json ask for. */
export declare function strictnessOf(config: Config, context: StrictnessContext): Strictness;
