/** Whether a field is missing, or only left out because reading has reported it already. */
import type { Entity, Workspace } from "../workspace/model.ts";
/** True where nothing is written in the field; a field that has a finding of shape is not absent. */
export declare function isAbsent(workspace: Workspace, entity: Entity, field: string): boolean;
