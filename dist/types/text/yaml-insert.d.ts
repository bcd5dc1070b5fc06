/** A first entry for the map of a document, such as `version: 1`. */
import { type Edit } from "./edits.ts";
import type { YamlTree } from "./yaml-tree.ts";
/**
 * Puts an entry before all others: below the comments of the file, above those of the first key. Null where the
 * document is no map with a key, or has no line to put it on.
 */
export declare function insertFirst(text: string, tree: YamlTree | undefined, entry: string): Edit | null;
