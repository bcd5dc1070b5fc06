/** Checks what a config says of single rules: their ids, levels and options. */
import type { Problem } from "../findings/finding.ts";
import { type Configurable } from "../rules/define.ts";
import type { KeyPath } from "../text/source.ts";
import { type YamlMap } from "../text/yaml.ts";
/** Where settings of rules stand, and the rules that there are. */
interface Context {
    readonly file: string;
    readonly path: KeyPath;
    readonly rules: ReadonlyMap<string, Configurable>;
}
/** Takes out of a map of settings what cannot be used, and gives a problem for each. */
export declare function takeWrongRules(settings: YamlMap, { file, path, rules }: Context): readonly Problem[];
export {};
