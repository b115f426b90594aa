/** Our builtin types against those of CPython 3.12.7: attributes, kinds, text signatures, docs. */
import { describe, expect, it } from "vitest";
import "../../../src/objects/bootstrap.ts";
import { compareAllTypes } from "../../../tools/golden/types.ts";

/** The types that must agree in everything; the list only grows. `npm run whats-left` shows the rest. */
const COMPLETE = [
  "bool",
  "bytearray",
  "bytearray_iterator",
  "bytes",
  "bytes_iterator",
  "complex",
  "float",
  "int",
  "memory_iterator",
  "memoryview",
  "str",
  "str_ascii_iterator",
  "str_iterator",
];

describe("builtin types", () => {
  const differences = compareAllTypes();
  for (const name of COMPLETE) {
    it(name, () => {
      expect(differences.get(name)).toEqual([]);
    });
  }
});
