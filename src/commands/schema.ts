/** `kpi schema`: the JSON Schema for editors, on request with the ids of this workspace. */

import { kpiSchema, publishedConfigSchema } from "../definition/published.ts";
import { EXIT, UsageError } from "./errors.ts";
import type { CommonOptions, Host } from "./host.ts";
import { openWorkspace } from "./open.ts";

export interface SchemaOptions extends CommonOptions {
  readonly workspace?: boolean;
  /** `--config` means the config's schema here, not a config file. */
  readonly configSchema?: boolean;
}

export async function schemaCommand(options: SchemaOptions, host: Host): Promise<number> {
  if (options.workspace === true && options.configSchema === true) {
    throw new UsageError("--workspace and --config exclude each other: the config holds no ids of the workspace.");
  }
  host.terminal.out(`${JSON.stringify(await chosen(options, host), null, 2)}\n`);
  return EXIT.clean;
}

async function chosen(options: SchemaOptions, host: Host): Promise<unknown> {
  if (options.configSchema === true) return publishedConfigSchema();
  if (options.workspace !== true) return kpiSchema();
  const { workspace } = await openWorkspace([], options, host);
  const owners = new Set<string>();
  for (const { definition } of [...workspace.goals.values(), ...workspace.kpis.values()]) {
    if (definition.owner !== undefined) owners.add(definition.owner);
  }
  return kpiSchema({
    goals: [...workspace.goals.keys()].sort(),
    metrics: [...workspace.metrics.keys()].sort(),
    kpis: [...workspace.kpis.keys()].sort(),
    owners: [...owners].sort(),
  });
}
