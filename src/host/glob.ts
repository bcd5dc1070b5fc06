/** Globs over paths relative to the workspace root. */

import picomatch from "picomatch";

/** Matches a path with `/` against globs; `*` also matches names that begin with a dot. */
export type GlobTest = (path: string) => boolean;

export function globTest(globs: readonly string[]): GlobTest {
  return picomatch([...globs], { dot: true });
}

/** Tells whether globs match a path; each list is compiled once. */
export function globMatcher(): (globs: readonly string[], path: string) => boolean {
  const tests = new Map<readonly string[], GlobTest>();
  return (globs, path) => {
    let test = tests.get(globs);
    if (test === undefined) {
      test = globTest(globs);
      tests.set(globs, test);
    }
    return test(path);
  };
}
