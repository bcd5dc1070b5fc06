/** The schemas as they are published, read from the generated files: no zod at run time. */

import config from "../../schemas/v1/config.schema.json" with { type: "json" };
import kpi from "../../schemas/v1/kpi.schema.json" with { type: "json" };
import type { JsonSchema } from "./json-schema.ts";
import { type WorkspaceIds, withWorkspaceIds } from "./workspace-schema.ts";

const KPI_SCHEMA = kpi as unknown as JsonSchema;
const CONFIG_SCHEMA = config as unknown as JsonSchema;

/** The schema of definition files; with ids, only those are allowed where an id is referred to. */
export function kpiSchema(ids?: WorkspaceIds): JsonSchema {
  return ids === undefined ? KPI_SCHEMA : withWorkspaceIds(KPI_SCHEMA, ids);
}

/** The schema of `kpi.config.yaml`. */
export function publishedConfigSchema(): JsonSchema {
  return CONFIG_SCHEMA;
}
