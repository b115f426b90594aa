/** Tests: two workers, totals kept for .ci/run; a Python program may take longer than a unit test, and a frozen one takes minutes on a busy machine to be made. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    maxWorkers: 2,
    // Of tests that run concurrently in one file: most wait for a process.
    maxConcurrency: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ["default", "json"],
    outputFile: { json: "node_modules/.cache/vitest.json" },
  },
});
