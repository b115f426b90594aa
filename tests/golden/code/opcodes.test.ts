/** The opcode table against what CPython 3.12.7's dis and opcode modules say of every number. */
import { expect, test } from "vitest";
import * as numbers from "../../../src/bytecode/generated/op.ts";
import { OP, OPCODES, type OperandKind, type OpName } from "../../../src/bytecode/opcodes.ts";
import { CACHE_COUNTS, DIS_NAMES, FACTS, hasArg, isJump, stackEffect } from "../../../src/bytecode/opcode-properties.ts";
import { BINARY_OPS, COMPARE_OPS, INTRINSIC_1, INTRINSIC_2 } from "../../../src/bytecode/operators.ts";
import golden from "./opcodes.json" with { type: "json" };

const SAMPLED_ARGUMENTS = [0, 1, 2, 3, 4, 7, 15, 259];

/** Numbers whose operand is of one of these kinds; instrumented and specialised forms have none of their own. */
function withOperand(...kinds: OperandKind[]): number[] {
  return FACTS.flatMap((facts, num) => (facts?.arg !== undefined && kinds.includes(facts.arg) ? [num] : []));
}

function numbersWhere(test: (op: number) => boolean): number[] {
  return FACTS.map((_facts, num) => num).filter(test);
}

test("names and numbers", () => {
  expect(DIS_NAMES.slice(0, 256)).toEqual(golden.opname);
  for (const [name, num] of Object.entries(golden.opmap)) {
    expect(OPCODES[name as OpName].num, name).toBe(num);
  }
});

test("constants generated from the table", () => {
  expect({ ...numbers }).toEqual({ ...OP });
});

test("inline caches", () => {
  expect([...CACHE_COUNTS.slice(0, 256)]).toEqual(golden.caches);
});

test("what the argument means", () => {
  expect(numbersWhere(hasArg)).toEqual(golden.hasarg);
  expect(numbersWhere(isJump)).toEqual(golden.hasjrel);
  expect(withOperand("const")).toEqual(golden.hasconst);
  expect(withOperand("name", "name1", "name2")).toEqual(golden.hasname);
  expect(withOperand("local")).toEqual(golden.haslocal);
  // Lib/opcode.py still lists 148, a number that is an adaptive form in 3.12.
  expect(withOperand("free")).toEqual(golden.hasfree.filter((op) => FACTS[op]?.specializes === undefined));
  expect(withOperand("compare")).toEqual(golden.hascompare);
  expect(withOperand("handler")).toEqual(golden.hasexc);
});

test("stack effects, with and without the jump", () => {
  const ours = Object.fromEntries(
    FACTS.map((_facts, op) => [
      op,
      SAMPLED_ARGUMENTS.map((oparg) => [undefined, false, true].map((jump) => stackEffect(op, oparg, jump) ?? null)),
    ]),
  );
  expect(ours).toEqual(golden.stackEffects);
});

test("pseudo-instructions and specialised forms", () => {
  for (const [name, targets] of Object.entries(golden.pseudo)) {
    expect(OPCODES[name as OpName].pseudo, name).toEqual(targets);
  }
  for (const [family, forms] of Object.entries(golden.specializations)) {
    for (const form of forms) {
      expect(OPCODES[form as OpName].specializes, form).toBe(family);
    }
  }
});

test("operators and intrinsic functions", () => {
  expect(BINARY_OPS).toEqual(golden.binaryOps);
  expect(COMPARE_OPS).toEqual(golden.compareOps);
  expect([INTRINSIC_1, INTRINSIC_2]).toEqual(golden.intrinsics);
});
