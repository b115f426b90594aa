/** Headers of `.pyc` files, and the hash of sources. */
import { expect, test } from "vitest";
import { buildPyc, parsePycHeader, readPycCode, sourceHash } from "../../../src/bytecode/pyc.ts";
import { compileToCode } from "../../../src/embed/compiler.ts";

const source = new TextEncoder().encode("x = 1\n");
const code = compileToCode(source, "x.py", 0);

test("source hash", () => {
  expect(Buffer.from(sourceHash(source)).toString("hex")).toBe("1522561917f5df08");
});

test("the three kinds of header", () => {
  const hash = sourceHash(source);
  const timestamp = buildPyc(code, { kind: "timestamp", mtime: 2 ** 32 + 5, size: 6 });
  expect(Buffer.from(timestamp.subarray(0, 16)).toString("hex")).toBe("cb0d0d0a000000000500000006000000");
  expect(parsePycHeader(timestamp)).toEqual({ kind: "timestamp", mtime: 5, size: 6 });
  for (const [kind, flags] of [
    ["checkedHash", 3],
    ["uncheckedHash", 1],
  ] as const) {
    const pyc = buildPyc(code, { kind, hash });
    expect(pyc[4]).toBe(flags);
    expect(parsePycHeader(pyc)).toEqual({ kind, hash });
    expect(readPycCode(pyc)?.co_filename).toBe("x.py");
  }
});

test("headers that are none", () => {
  const problemOf = (bytes: number[]): unknown => parsePycHeader(Uint8Array.from(bytes));
  expect(problemOf([])).toEqual({ kind: "problem", problem: "bad magic number" });
  expect(problemOf([0xcb, 0x0d, 0x0d, 0x0a, 0])).toEqual({
    kind: "problem",
    problem: "reached EOF while reading pyc header",
  });
  expect(problemOf([0xcb, 0x0d, 0x0d, 0x0a, 4, ...new Array(11).fill(0)])).toEqual({
    kind: "problem",
    problem: "invalid flags",
  });
});
