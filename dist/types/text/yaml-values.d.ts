/** Builds the values of a file from the parser's events, in one pass. The hot path of the product. */
import type { YamlDocument, YamlProblem } from "./yaml.ts";
import type { ParsedYaml } from "./yaml-events.ts";
/** Values, problems and plus numbers of all documents. */
export interface YamlValues {
    readonly documents: YamlDocument[];
    readonly problems: YamlProblem[];
    readonly plusNumbers: {
        start: number;
        end: number;
    }[];
}
/** Reads the values of parsed documents; what the parser refused is not among the problems. */
export declare function readValues(text: string, parsed: ParsedYaml): YamlValues;
