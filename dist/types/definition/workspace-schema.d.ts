/** The published schema with the ids of one workspace, so that editors complete ids across files. */
import type { JsonSchema } from "./json-schema.ts";
/** What exists in a workspace; kinds that are left out stay free. */
export interface WorkspaceIds {
    readonly goals?: readonly string[];
    readonly metrics?: readonly string[];
    readonly kpis?: readonly string[];
    readonly owners?: readonly string[];
}
/**
 * Wherever an id of a goal, metric or KPI is referred to, only the given ones are allowed.
 * Owners are offered, but a new one stays allowed. Ids that the format does not allow are left out.
 */
export declare function withWorkspaceIds(schema: JsonSchema, ids: WorkspaceIds): JsonSchema;
