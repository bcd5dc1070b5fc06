/** Flow collections on one line in canonical spacing: `{ a: 1, b: [x, y] }`. */
import { type Canon } from "./yaml-order.ts";
import { type YamlNode, type YamlTree } from "./yaml-tree.ts";
/** The source of a flow collection; as it is written where it spans lines or holds something unusual. */
export declare function flowText(text: string, node: YamlNode, canon: Canon | null, tree: YamlTree): string;
