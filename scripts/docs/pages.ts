/** Which pages are documentation, for readers and for tests. */

import { readdirSync } from "node:fs";
import * as path from "node:path";

const SINGLE = ["README.md", "CONTRIBUTING.md", "examples/README.md", "editors/vscode/README.md", "bench/README.md"];

/** The pages that people write, relative to the root of the repository, sorted. */
export function documentationPages(root: string): readonly string[] {
  const inDocs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith(`rules${path.sep}`))
    .map((file) => `docs/${file.replaceAll(path.sep, "/")}`);
  return [...SINGLE, ...inDocs].sort();
}
