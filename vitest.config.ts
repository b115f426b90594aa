/** Tests: two workers, totals kept for .ci/run; a Python program may take longer than a unit test. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 30_000,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest.json" },
  },
});
