import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    globalSetup: ["test/action/support/installed.ts"],
    include: ["test/action/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each file has a GitHub of its own. More at a time than there are processors takes longer.
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: ".tmp/action.json" }]],
  },
});
