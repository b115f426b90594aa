/** Line and exception tables: decoded as CPython decodes them, and encoded back to the same bytes. */
import { expect, test } from "vitest";
import { CodeBlob } from "../../../src/bytecode/code.ts";
import { decodeExceptionTable, encodeExceptionTable } from "../../../src/bytecode/exceptiontable.ts";
import { codeLines, codePositions, decodeLineTable, LineTableWriter, lineAt } from "../../../src/bytecode/linetable.ts";
import { readMarshal } from "../../../src/bytecode/marshalreader.ts";
import golden from "./tables.json" with { type: "json" };

function* nested(code: CodeBlob): Generator<CodeBlob> {
  yield code;
  for (const constant of code.co_consts) {
    if (constant instanceof CodeBlob) {
      yield* nested(constant);
    }
  }
}

const root = readMarshal(Buffer.from(golden.marshal, "base64")).value as CodeBlob;
const codes = [...nested(root)].map((code, index) => ({ code, expected: golden.tables[index]! }));
const orNull = (value: number): number | null => (value < 0 ? null : value);

test("the sample is whole", () => {
  expect(codes.map(({ code }) => code.co_qualname)).toEqual(golden.tables.map(({ qualname }) => qualname));
});

test.each(codes)("co_lines and co_positions of $expected.qualname", ({ code, expected }) => {
  const lines = [...codeLines(code.co_linetable, code.co_firstlineno)];
  expect(lines.map(([start, end, line]) => [start, end, orNull(line)])).toEqual(expected.lines);
  const positions = [...codePositions(code.co_linetable, code.co_firstlineno)];
  expect(
    positions.map((p) => [p.lineno, p.end_lineno, p.col_offset, p.end_col_offset].map((value) => orNull(value))),
  ).toEqual(expected.positions);
  positions.forEach(({ lineno }, unit) => {
    expect(lineAt(code.co_linetable, code.co_firstlineno, unit * 2)).toBe(lineno);
  });
});

test.each(codes)("line table of $expected.qualname encoded again", ({ code }) => {
  const writer = new LineTableWriter(code.co_firstlineno);
  for (const range of decodeLineTable(code.co_linetable, code.co_firstlineno)) {
    writer.add(range, (range.end - range.start) / 2);
  }
  expect(writer.finish()).toEqual(code.co_linetable);
});

test.each(codes)("exception table of $expected.qualname", ({ code, expected }) => {
  const entries = decodeExceptionTable(code.co_exceptiontable);
  expect(entries.map((e) => [e.start, e.end, e.target, e.depth, e.lasti])).toEqual(expected.exceptions);
  expect(encodeExceptionTable(entries)).toEqual(code.co_exceptiontable);
});

test("long distances in both tables", () => {
  const entries = [{ start: 2_000_000, end: 2_000_130, target: 40_000_000, depth: 300, lasti: true }];
  expect(decodeExceptionTable(encodeExceptionTable(entries))).toEqual(entries);
  const writer = new LineTableWriter(1);
  const far = { lineno: 1_000_000, end_lineno: 1_000_400, col_offset: 70_000, end_col_offset: 3 };
  writer.add(far, 20);
  writer.add({ ...far, lineno: 5, end_lineno: 5 }, 1);
  const ranges = [...decodeLineTable(writer.finish(), 1)];
  expect(ranges.map(({ end }) => end)).toEqual([16, 32, 40, 42]);
  expect(ranges[0]).toMatchObject(far);
  expect(ranges[3]).toMatchObject({ ...far, lineno: 5, end_lineno: 5 });
});

test("a damaged table ends", () => {
  expect([...decodeLineTable(Uint8Array.of(0xf0), 1)]).toHaveLength(1);
  expect(decodeExceptionTable(Uint8Array.of(0xff, 0x7f))).toHaveLength(1);
});
