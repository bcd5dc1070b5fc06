/** Globs over paths relative to the workspace root. */
/** Matches a path with `/` against globs; `*` also matches names that begin with a dot. */
export type GlobTest = (path: string) => boolean;
export declare function globTest(globs: readonly string[]): GlobTest;
/** Tells whether globs match a path; each list is compiled once. */
export declare function globMatcher(): (globs: readonly string[], path: string) => boolean;
