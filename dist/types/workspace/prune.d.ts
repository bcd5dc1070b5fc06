/** Takes out of a document what has a finding of shape, so that later stages see only what they can trust. */
import type { ShapeProblem } from "../definition/shape-problem.ts";
import { type YamlMap } from "../text/yaml.ts";
/** Changes `root` in place. Entities themselves stay, even under a bad id, so that links to them resolve. */
export declare function prune(root: YamlMap, problems: readonly ShapeProblem[]): void;
