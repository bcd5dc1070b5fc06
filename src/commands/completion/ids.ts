/** The ids of a workspace, read fast: no data, no links, no rules. For completion in shells. */

import { ID, ID_LENGTH, OWNER } from "../../definition/patterns.ts";
import { isYamlMap, readYaml, type YamlMap } from "../../text/yaml.ts";
import type { CommonOptions, Host } from "../host.ts";
import { openProject } from "../open.ts";

export const ID_KINDS = ["kpi", "goal", "metric", "owner", "scored", "any"] as const;
export type IdKind = (typeof ID_KINDS)[number];

const MAPS: Readonly<Record<IdKind, readonly ("kpis" | "goals" | "metrics")[]>> = {
  kpi: ["kpis"],
  goal: ["goals"],
  metric: ["metrics"],
  owner: ["goals", "kpis"],
  /** What has progress. */
  scored: ["kpis", "goals"],
  any: ["kpis", "goals", "metrics"],
};
/** What no shell takes for more than a word; owners come from files. */
const HARMLESS = /^[\w@./:+-]+$/;

/** Ids, or owners, each once; files that cannot be read give none. */
export async function idsOf(kind: IdKind, options: CommonOptions, host: Host): Promise<readonly string[]> {
  const project = await openProject([], { color: options.color, config: options.config, plugins: false }, host);
  const found = new Set<string>();
  for (const file of project.files) {
    const text = project.textOf(file);
    if (text === null) continue;
    for (const { value } of readYaml(text).documents) if (isYamlMap(value)) collect(value, kind, found);
  }
  return [...found].sort();
}

function collect(document: YamlMap, kind: IdKind, found: Set<string>): void {
  for (const name of MAPS[kind]) {
    const map = Object.hasOwn(document, name) ? document[name] : undefined;
    if (!isYamlMap(map)) continue;
    for (const [id, definition] of Object.entries(map)) {
      if (kind !== "owner") {
        if (id.length <= ID_LENGTH && ID.test(id)) found.add(id);
      } else if (isYamlMap(definition)) addOwner(definition.owner, found);
    }
  }
}

function addOwner(owner: unknown, found: Set<string>): void {
  if (typeof owner === "string" && OWNER.test(owner) && HARMLESS.test(owner)) found.add(owner);
}
