/** Prints block collections anew from the source of their parts: order, indentation and blank lines are canonical. */
import { type Canon } from "./yaml-order.ts";
import { type YamlNode, type YamlTree } from "./yaml-tree.ts";
import { type OwnLine, type Trivia } from "./yaml-trivia.ts";
/** A piece of output. Blank lines behind an open one would become part of its last text. */
interface Printed {
    readonly lines: string[];
    readonly open: boolean;
}
/** Whether a comment speaks of the line below it. */
export declare function meansNextLine(comment: string): boolean;
/**
 * The lines of a block collection at the left margin; null where something stands in it that has no canonical form,
 * such as `? key`. `above` are the lines over its first entry; what is printed is taken out of `after`.
 */
export declare function printBlock(text: string, tree: YamlTree, node: YamlNode, above: readonly OwnLine[], after: Trivia, canon: Canon | null): Printed | null;
/** At most one blank line in a row, and none at the start where it is `tight`. */
export declare function collapsed(lines: readonly OwnLine[], tight: boolean): string[];
export {};
