/** Explains syntax errors: what the usual mistakes are, and what to write instead. Loaded only for files that have one. */
import type { YamlProblem } from "./yaml.ts";
/**
 * A better message, range and suggestion for a problem of `readYaml` with the id "syntax"; other problems stay as they
 * are. The text must be the one that was read. Loads the `yaml` package; never rejects, whatever the text.
 */
export declare function explainYamlError(text: string, problem: YamlProblem): Promise<YamlProblem>;
