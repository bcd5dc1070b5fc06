/** What makes a fix, and what is made. */
import type { Problem } from "../findings/finding.ts";
import type { Edit } from "../text/edits.ts";
import type { YamlTree } from "../text/yaml-tree.ts";
/** A problem with the text of its file. */
export interface FixContext {
    readonly problem: Problem;
    readonly text: string;
    /** The documents of the file, read once for all problems in it. */
    readonly trees: () => readonly YamlTree[];
}
/** What `--fix` would do; all edits are of the problem's own file. */
export interface MadeFix {
    readonly title: string;
    readonly edits: readonly Edit[];
}
