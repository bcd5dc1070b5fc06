/** Globs over paths relative to the workspace root. */

import picomatch from "picomatch";

/** Matches a path with `/` against globs; `*` also matches names that begin with a dot. */
export type GlobTest = (path: string) => boolean;

export function globTest(globs: readonly string[]): GlobTest {
  return picomatch([...globs], { dot: true });
}
