/** Loads the rules of plug-ins: the only code of others that ever runs, and only where the repository's config names it. */
import type { Config } from "../config/resolve.ts";
import type { Problem } from "../findings/finding.ts";
import type { Rule } from "../rules/define.ts";
/** Known rules, then those of plug-ins; a plug-in with a problem gives none. */
export interface LoadedPlugins {
    readonly rules: readonly Rule[];
    /** Each is `config/invalid` with the message id `plugin`, at the plug-in's name. */
    readonly problems: readonly Problem[];
}
/** Loads the modules that a config names, in order. */
export declare function loadPlugins(config: Config, root: string, known: readonly Rule[]): Promise<LoadedPlugins>;
