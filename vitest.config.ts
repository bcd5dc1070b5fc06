import { defineConfig } from "vitest/config";
import { SLOW } from "./vitest.slow.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/action/**", "test/browser/**", ...SLOW],
    // Room for a machine that does other things too; a test that waits for ever still fails.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One worker for each processor; the usual one less would leave half of a small machine idle.
    maxWorkers: "100%",
    reporters: ["default", ["json", { outputFile: ".tmp/tests.json" }]],
  },
});
