import { defineConfig } from "vitest/config";
import { SLOW } from "./vitest.slow.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/setup.ts"],
    include: ["test/e2e/**/*.test.ts", ...SLOW],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    reporters: ["default", ["json", { outputFile: ".tmp/e2e.json" }]],
  },
});
