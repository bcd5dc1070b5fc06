import { defineConfig } from "vitest/config";
import { SLOW } from "./vitest.slow.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**", "test/action/**", "test/browser/**", ...SLOW],
    testTimeout: 20_000,
    // One worker for each processor; the usual one less would leave half of a small machine idle.
    maxWorkers: "100%",
    reporters: ["default", ["json", { outputFile: ".tmp/tests.json" }]],
  },
});
