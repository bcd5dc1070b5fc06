/** The schemas as they are published, read from the generated files: no zod at run time. */
import type { JsonSchema } from "./json-schema.ts";
import { type WorkspaceIds } from "./workspace-schema.ts";
/** The schema of definition files; with ids, only those are allowed where an id is referred to. */
export declare function kpiSchema(ids?: WorkspaceIds): JsonSchema;
/** The schema of `kpi.config.yaml`. */
export declare function publishedConfigSchema(): JsonSchema;
