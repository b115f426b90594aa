/**
 * What the arguments of BINARY_OP, COMPARE_OP and CALL_INTRINSIC_* stand for (CPython: NB_* of opcode.h, dis.cmp_op,
 * pycore_intrinsics.h).
 */
/** BINARY_OP's operators: CPython's NB_* name and the operator text. */
export const BINARY_OPS = [
  ["NB_ADD", "+"],
  ["NB_AND", "&"],
  ["NB_FLOOR_DIVIDE", "//"],
  ["NB_LSHIFT", "<<"],
  ["NB_MATRIX_MULTIPLY", "@"],
  ["NB_MULTIPLY", "*"],
  ["NB_REMAINDER", "%"],
  ["NB_OR", "|"],
  ["NB_POWER", "**"],
  ["NB_RSHIFT", ">>"],
  ["NB_SUBTRACT", "-"],
  ["NB_TRUE_DIVIDE", "/"],
  ["NB_XOR", "^"],
  ["NB_INPLACE_ADD", "+="],
  ["NB_INPLACE_AND", "&="],
  ["NB_INPLACE_FLOOR_DIVIDE", "//="],
  ["NB_INPLACE_LSHIFT", "<<="],
  ["NB_INPLACE_MATRIX_MULTIPLY", "@="],
  ["NB_INPLACE_MULTIPLY", "*="],
  ["NB_INPLACE_REMAINDER", "%="],
  ["NB_INPLACE_OR", "|="],
  ["NB_INPLACE_POWER", "**="],
  ["NB_INPLACE_RSHIFT", ">>="],
  ["NB_INPLACE_SUBTRACT", "-="],
  ["NB_INPLACE_TRUE_DIVIDE", "/="],
  ["NB_INPLACE_XOR", "^="],
] as const;

export type BinaryOpName = (typeof BINARY_OPS)[number][0];

/** BINARY_OP arguments by NB_* name. */
export const NB = Object.fromEntries(BINARY_OPS.map(([name], index) => [name, index])) as Readonly<
  Record<BinaryOpName, number>
>;

/** What to add to a BINARY_OP argument to make it the in-place operator. */
export const NB_INPLACE_OFFSET = 13;

/** `dis.cmp_op`; COMPARE_OP's argument is `index << 4 | COMPARE_MASKS[index]`. */
export const COMPARE_OPS = ["<", "<=", "==", "!=", ">", ">="] as const;

/** For which outcomes (1 unordered, 2 less, 4 greater, 8 equal) each operator of COMPARE_OPS holds. */
export const COMPARE_MASKS = [2, 2 | 8, 8, 1 | 2 | 4, 4, 4 | 8] as const;

/** COMPARE_OP's argument for an index of COMPARE_OPS. */
export function compareArgument(index: number): number {
  return (index << 4) | COMPARE_MASKS[index]!;
}

/** CALL_INTRINSIC_1's functions by argument. */
export const INTRINSIC_1 = [
  "INTRINSIC_1_INVALID",
  "INTRINSIC_PRINT",
  "INTRINSIC_IMPORT_STAR",
  "INTRINSIC_STOPITERATION_ERROR",
  "INTRINSIC_ASYNC_GEN_WRAP",
  "INTRINSIC_UNARY_POSITIVE",
  "INTRINSIC_LIST_TO_TUPLE",
  "INTRINSIC_TYPEVAR",
  "INTRINSIC_PARAMSPEC",
  "INTRINSIC_TYPEVARTUPLE",
  "INTRINSIC_SUBSCRIPT_GENERIC",
  "INTRINSIC_TYPEALIAS",
] as const;

/** CALL_INTRINSIC_2's functions by argument. */
export const INTRINSIC_2 = [
  "INTRINSIC_2_INVALID",
  "INTRINSIC_PREP_RERAISE_STAR",
  "INTRINSIC_TYPEVAR_WITH_BOUND",
  "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS",
  "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
] as const;

export type IntrinsicName = (typeof INTRINSIC_1)[number] | (typeof INTRINSIC_2)[number];

/** Arguments of CALL_INTRINSIC_1 and CALL_INTRINSIC_2 by name. */
export const INTRINSIC = Object.fromEntries([
  ...INTRINSIC_1.map((name, index) => [name, index]),
  ...INTRINSIC_2.map((name, index) => [name, index]),
]) as Readonly<Record<IntrinsicName, number>>;
