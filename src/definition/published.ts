/** The schemas as they are published, read from the generated files: no zod at run time. */

import config from "../../schemas/v1/config.schema.json" with { type: "json" };
import kpi from "../../schemas/v1/kpi.schema.json" with { type: "json" };
import type { JsonSchema } from "./json-schema.ts";
import { type WorkspaceIds, withWorkspaceIds } from "./workspace-schema.ts";

/** The schema of definition files; with ids, only those are allowed where an id is referred to. */
export function kpiSchema(ids?: WorkspaceIds): JsonSchema {
  return ids === undefined ? kpiAsPublished() : withWorkspaceIds(kpiAsPublished(), ids);
}

/** The schema of `kpi.config.yaml`. */
export function publishedConfigSchema(): JsonSchema {
  return configAsPublished();
}

const kpiAsPublished = once(kpi);
const configAsPublished = once(config);

/** Bundles hold the files as text, so that a run in which all is well never builds 100 kB of objects. */
function once(file: unknown): () => JsonSchema {
  let schema: JsonSchema | null = null;
  return () => {
    schema ??= (typeof file === "string" ? JSON.parse(file) : file) as JsonSchema;
    return schema;
  };
}
