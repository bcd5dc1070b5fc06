/** Which definition files could not be read whole. */
import type { Workspace } from "./model.ts";
/** Files with a syntax problem, each once: something in them is missing from the workspace. */
export declare function unreadFiles({ problems }: Pick<Workspace, "problems">): readonly string[];
