/** Takes out of a document what has a finding of shape, so that later stages see only what they can trust. */

import type { ShapeProblem } from "../definition/shape-problem.ts";
import { isYamlMap, type YamlMap, type YamlValue } from "../text/yaml.ts";

/** Fields that mean nothing in part: one bad piece takes the whole field out. */
const WHOLE_FIELDS = new Set([
  "timeframe",
  "target",
  "stretch",
  "baseline",
  "bounds",
  "derived",
  "retired",
  "type",
  "status",
  "limits",
]);

/** Changes `root` in place. Entities themselves stay, even under a bad id, so that links to them resolve. */
export function prune(root: YamlMap, problems: readonly ShapeProblem[]): void {
  const lists = new Set<YamlValue[]>();
  for (const problem of problems) {
    const path = pruned(problem);
    let parent: YamlValue | undefined = root;
    for (const [depth, key] of path.slice(0, -1).entries()) {
      if (Array.isArray(parent)) {
        // One bad piece of a list item takes the item out.
        path.length = depth + 1;
        break;
      }
      parent = isYamlMap(parent) ? parent[key] : undefined;
    }
    const last = path.at(-1);
    if (last === undefined) continue;
    if (Array.isArray(parent)) {
      parent[Number(last)] = REMOVED;
      lists.add(parent);
    } else if (isYamlMap(parent) && !(path.length <= 2 && isYamlMap(parent[last]))) {
      delete parent[last];
    }
  }
  for (const list of lists) {
    const kept = list.filter((item) => item !== REMOVED);
    list.length = 0;
    list.push(...kept);
  }
}

/** A text that no YAML file can hold (a lone surrogate), standing for an item to be removed. */
const REMOVED = "\uD800removed";

function pruned(problem: ShapeProblem): (string | number)[] {
  const path = [...problem.path];
  const field = path[2];
  // A key of nobody's says nothing of the others; a misspelt one is a piece that is missing.
  const isForeign = problem.ruleId === "schema/unknown-key" && problem.suggestions.length === 0;
  if (!isForeign && typeof field === "string" && WHOLE_FIELDS.has(field)) path.length = 3;
  return path;
}
