/** Tests: two workers, totals kept for .ci/run; a Python program may take longer than a unit test. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    // Of tests that run concurrently in one file: most wait for a process.
    maxConcurrency: 2,
    testTimeout: 90_000,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest.json" },
  },
});
