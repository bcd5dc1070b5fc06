/** Suites that start many processes or real repositories: they run end to end, beside the quick ones. */
export const SLOW = [
  "test/lsp/**/*.test.ts",
  "test/cli/blame-history.test.ts",
  "test/cli/completion.test.ts",
  "test/cli/diff*.test.ts",
  "test/cli/record-process.test.ts",
  "test/cli/since.test.ts",
  "test/cli/watch.test.ts",
  "test/docs/pages.test.ts",
];
