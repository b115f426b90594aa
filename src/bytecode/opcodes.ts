/**
 * THE table of CPython 3.12's opcodes. Each fact about an opcode is stated here once; the compiler's stack
 * depth, `dis`, `_opcode`, the interpreter and the inspector read it (CPython: Lib/opcode.py, bytecodes.c).
 *
 * `effect` names the operands, bottom to top: "popped... -- pushed...". `x?` depends on the argument,
 * `...xs` is as many as the argument says, and a bare `...` is stack that stays untouched. Where that text
 * alone does not give the net growth, `net` does.
 *
 * Trap: `LOAD_ATTR`, `LOAD_GLOBAL` and `LOAD_SUPER_ATTR` carry flag bits below the name index, and
 * `COMPARE_OP` carries a mask below the operator: see `OperandKind`.
 */

/** What an instruction's argument means. */
export type OperandKind =
  | "local" // index in co_localsplusnames
  | "free" // index in co_localsplusnames of a cell or free variable
  | "name" // index in co_names
  | "name1" // index in co_names << 1 | pushes a NULL or a method first
  | "name2" // index in co_names << 2 | two-argument super() << 1 | method
  | "const" // index in co_consts
  | "jump" // code units forward from the next instruction, after its caches
  | "jumpBack" // code units backward from the next instruction, after its caches
  | "handler" // pseudo-instructions: the block that handles exceptions
  | "compare" // COMPARE_OPS index << 4 | mask of COMPARE_MASKS
  | "binaryOp" // index in BINARY_OPS
  | "call" // number of arguments, self not counted
  | "count"
  | "depth" // a position counted from the top of the stack, which is 1 (YIELD_VALUE: depth of blocks; RERAISE: of lasti)
  | "beforeAfter" // values before the star | values after it << 8
  | "invert" // 1 for `is not`, `not in`
  | "format" // FORMAT_VALUE: conversion in the low two bits (none, str, repr, ascii), 4 for a format spec
  | "makeFunction" // 1 defaults, 2 keyword defaults, 4 annotations, 8 closure
  | "flags"
  | "intrinsic1" // index in INTRINSIC_1
  | "intrinsic2" // index in INTRINSIC_2
  | "extended" // the higher bits of the next instruction's argument
  | "instrumented"; // that of the instruction which it replaces

export interface OpFacts {
  readonly num: number;
  /** Absent where `dis.stack_effect` refuses the opcode. */
  readonly effect?: string;
  /** Net growth of the stack; `jump` says whether the jump, or for SETUP_* the handler, is taken. */
  readonly net?: (oparg: number, jump: boolean) => number;
  /** Absent: the instruction takes no argument. */
  readonly arg?: OperandKind;
  /** Code units of inline cache behind the instruction. */
  readonly caches?: number;
  /** Leaves the frame: returns or raises. */
  readonly exitsScope?: true;
  /** A jump that is always taken. */
  readonly unconditional?: true;
  /** The real instructions which this pseudo-instruction may become. */
  readonly pseudo?: readonly string[];
  /** The instruction of which this is an adaptive form. */
  readonly specializes?: string;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}

const table = {
  // Instructions of real code objects.
  CACHE: { num: 0, effect: "--" },
  POP_TOP: { num: 1, effect: "value --" },
  PUSH_NULL: { num: 2, effect: "-- null" },
  INTERPRETER_EXIT: { num: 3, effect: "retval --" },
  END_FOR: { num: 4, effect: "value1 value2 --" },
  END_SEND: { num: 5, effect: "receiver value -- value" },
  NOP: { num: 9, effect: "--" },
  UNARY_NEGATIVE: { num: 11, effect: "value -- res" },
  UNARY_NOT: { num: 12, effect: "value -- res" },
  UNARY_INVERT: { num: 15, effect: "value -- res" },
  RESERVED: { num: 17, effect: "--" },
  BINARY_SUBSCR: { num: 25, effect: "container sub -- res", caches: 1 },
  BINARY_SLICE: { num: 26, effect: "container start stop -- res" },
  STORE_SLICE: { num: 27, effect: "v container start stop --" },
  GET_LEN: { num: 30, effect: "obj -- obj len" },
  MATCH_MAPPING: { num: 31, effect: "subject -- subject res" },
  MATCH_SEQUENCE: { num: 32, effect: "subject -- subject res" },
  MATCH_KEYS: { num: 33, effect: "subject keys -- subject keys valuesOrNone" },
  PUSH_EXC_INFO: { num: 35, effect: "newExc -- prevExc newExc" },
  CHECK_EXC_MATCH: { num: 36, effect: "left right -- left b" },
  CHECK_EG_MATCH: { num: 37, effect: "excValue matchType -- rest match" },
  WITH_EXCEPT_START: {
    num: 49,
    effect: "exitFunc lasti unused val -- exitFunc lasti unused val res",
  },
  GET_AITER: { num: 50, effect: "obj -- iter" },
  GET_ANEXT: { num: 51, effect: "aiter -- aiter awaitable" },
  BEFORE_ASYNC_WITH: { num: 52, effect: "mgr -- exit res" },
  BEFORE_WITH: { num: 53, effect: "mgr -- exit res" },
  END_ASYNC_FOR: { num: 54, effect: "awaitable exc --" },
  CLEANUP_THROW: {
    num: 55,
    effect: "subIter lastSentVal excValue -- none value",
  },
  STORE_SUBSCR: { num: 60, effect: "v container sub --", caches: 1 },
  DELETE_SUBSCR: { num: 61, effect: "container sub --" },
  GET_ITER: { num: 68, effect: "iterable -- iter" },
  GET_YIELD_FROM_ITER: { num: 69, effect: "iterable -- iter" },
  LOAD_BUILD_CLASS: { num: 71, effect: "-- bc" },
  LOAD_ASSERTION_ERROR: { num: 74, effect: "-- value" },
  RETURN_GENERATOR: { num: 75, effect: "--" },
  RETURN_VALUE: { num: 83, effect: "retval --", exitsScope: true },
  SETUP_ANNOTATIONS: { num: 85, effect: "--" },
  LOAD_LOCALS: { num: 87, effect: "-- locals" },
  POP_EXCEPT: { num: 89, effect: "excValue --" },
  STORE_NAME: { num: 90, effect: "v --", arg: "name" },
  DELETE_NAME: { num: 91, effect: "--", arg: "name" },
  UNPACK_SEQUENCE: {
    num: 92,
    effect: "seq -- ...values",
    net: (oparg) => oparg - 1,
    arg: "count",
    caches: 1,
  },
  FOR_ITER: { num: 93, effect: "iter -- iter next", arg: "jump", caches: 1 },
  UNPACK_EX: {
    num: 94,
    effect: "seq -- ...before list ...after",
    net: (oparg) => (oparg & 0xff) + (oparg >> 8),
    arg: "beforeAfter",
  },
  STORE_ATTR: { num: 95, effect: "v owner --", arg: "name", caches: 4 },
  DELETE_ATTR: { num: 96, effect: "owner --", arg: "name" },
  STORE_GLOBAL: { num: 97, effect: "v --", arg: "name" },
  DELETE_GLOBAL: { num: 98, effect: "--", arg: "name" },
  SWAP: {
    num: 99,
    effect: "bottom ... top -- top ... bottom",
    net: () => 0,
    arg: "depth",
  },
  LOAD_CONST: { num: 100, effect: "-- value", arg: "const" },
  LOAD_NAME: { num: 101, effect: "-- v", arg: "name" },
  BUILD_TUPLE: {
    num: 102,
    effect: "...values -- tup",
    net: (oparg) => 1 - oparg,
    arg: "count",
  },
  BUILD_LIST: {
    num: 103,
    effect: "...values -- list",
    net: (oparg) => 1 - oparg,
    arg: "count",
  },
  BUILD_SET: {
    num: 104,
    effect: "...values -- set",
    net: (oparg) => 1 - oparg,
    arg: "count",
  },
  BUILD_MAP: {
    num: 105,
    effect: "...keysAndValues -- map",
    net: (oparg) => 1 - 2 * oparg,
    arg: "count",
  },
  LOAD_ATTR: {
    num: 106,
    effect: "owner -- method? attrOrSelf",
    net: (oparg) => oparg & 1,
    arg: "name1",
    caches: 9,
  },
  COMPARE_OP: {
    num: 107,
    effect: "left right -- res",
    arg: "compare",
    caches: 1,
  },
  IMPORT_NAME: { num: 108, effect: "level fromlist -- res", arg: "name" },
  IMPORT_FROM: { num: 109, effect: "from -- from res", arg: "name" },
  JUMP_FORWARD: { num: 110, effect: "--", arg: "jump", unconditional: true },
  POP_JUMP_IF_FALSE: { num: 114, effect: "cond --", arg: "jump" },
  POP_JUMP_IF_TRUE: { num: 115, effect: "cond --", arg: "jump" },
  LOAD_GLOBAL: {
    num: 116,
    effect: "-- null? v",
    net: (oparg) => (oparg & 1) + 1,
    arg: "name1",
    caches: 4,
  },
  IS_OP: { num: 117, effect: "left right -- b", arg: "invert" },
  CONTAINS_OP: { num: 118, effect: "left right -- b", arg: "invert" },
  RERAISE: {
    num: 119,
    effect: "...values exc -- ...values",
    net: () => -1,
    arg: "depth",
    exitsScope: true,
  },
  COPY: {
    num: 120,
    effect: "bottom ... -- bottom ... top",
    net: () => 1,
    arg: "depth",
  },
  RETURN_CONST: { num: 121, effect: "--", arg: "const", exitsScope: true },
  BINARY_OP: { num: 122, effect: "lhs rhs -- res", arg: "binaryOp", caches: 1 },
  SEND: {
    num: 123,
    effect: "receiver v -- receiver retval",
    arg: "jump",
    caches: 1,
  },
  LOAD_FAST: { num: 124, effect: "-- value", arg: "local" },
  STORE_FAST: { num: 125, effect: "value --", arg: "local" },
  DELETE_FAST: { num: 126, effect: "--", arg: "local" },
  LOAD_FAST_CHECK: { num: 127, effect: "-- value", arg: "local" },
  POP_JUMP_IF_NOT_NONE: { num: 128, effect: "value --", arg: "jump" },
  POP_JUMP_IF_NONE: { num: 129, effect: "value --", arg: "jump" },
  RAISE_VARARGS: {
    num: 130,
    effect: "...args --",
    net: (oparg) => 0 - oparg,
    arg: "count",
    exitsScope: true,
  },
  GET_AWAITABLE: { num: 131, effect: "iterable -- iter", arg: "flags" },
  MAKE_FUNCTION: {
    num: 132,
    effect: "defaults? kwdefaults? annotations? closure? codeobj -- func",
    net: (oparg) => 0 - bitCount(oparg & 0xf),
    arg: "makeFunction",
  },
  BUILD_SLICE: {
    num: 133,
    effect: "start stop step? -- slice",
    net: (oparg) => (oparg === 3 ? -2 : -1),
    arg: "count",
  },
  JUMP_BACKWARD_NO_INTERRUPT: {
    num: 134,
    effect: "--",
    arg: "jumpBack",
    unconditional: true,
  },
  MAKE_CELL: { num: 135, effect: "--", arg: "free" },
  LOAD_CLOSURE: { num: 136, effect: "-- value", arg: "free" },
  LOAD_DEREF: { num: 137, effect: "-- value", arg: "free" },
  STORE_DEREF: { num: 138, effect: "v --", arg: "free" },
  DELETE_DEREF: { num: 139, effect: "--", arg: "free" },
  JUMP_BACKWARD: {
    num: 140,
    effect: "--",
    arg: "jumpBack",
    unconditional: true,
  },
  LOAD_SUPER_ATTR: {
    num: 141,
    effect: "globalSuper class self -- method? attrOrSelf",
    net: (oparg) => -2 + (oparg & 1),
    arg: "name2",
    caches: 1,
  },
  CALL_FUNCTION_EX: {
    num: 142,
    effect: "null func callargs kwargs? -- result",
    net: (oparg) => -2 - (oparg & 1),
    arg: "flags",
  },
  LOAD_FAST_AND_CLEAR: { num: 143, effect: "-- value", arg: "local" },
  EXTENDED_ARG: { num: 144, effect: "--", arg: "extended" },
  LIST_APPEND: {
    num: 145,
    effect: "list ... v -- list ...",
    net: () => -1,
    arg: "depth",
  },
  SET_ADD: {
    num: 146,
    effect: "set ... v -- set ...",
    net: () => -1,
    arg: "depth",
  },
  MAP_ADD: {
    num: 147,
    effect: "map ... key value -- map ...",
    net: () => -2,
    arg: "depth",
  },
  COPY_FREE_VARS: { num: 149, effect: "--", arg: "count" },
  YIELD_VALUE: { num: 150, effect: "retval -- sent", arg: "depth" },
  RESUME: { num: 151, effect: "--", arg: "flags" },
  MATCH_CLASS: {
    num: 152,
    effect: "subject type names -- attrs",
    arg: "count",
  },
  FORMAT_VALUE: {
    num: 155,
    effect: "value spec? -- result",
    net: (oparg) => ((oparg & 4) === 4 ? -1 : 0),
    arg: "format",
  },
  BUILD_CONST_KEY_MAP: {
    num: 156,
    effect: "...values keys -- map",
    net: (oparg) => 0 - oparg,
    arg: "count",
  },
  BUILD_STRING: {
    num: 157,
    effect: "...pieces -- str",
    net: (oparg) => 1 - oparg,
    arg: "count",
  },
  LIST_EXTEND: {
    num: 162,
    effect: "list ... iterable -- list ...",
    net: () => -1,
    arg: "depth",
  },
  SET_UPDATE: {
    num: 163,
    effect: "set ... iterable -- set ...",
    net: () => -1,
    arg: "depth",
  },
  DICT_MERGE: {
    num: 164,
    effect: "callable ... dict ... update -- callable ... dict ...",
    net: () => -1,
    arg: "depth",
  },
  DICT_UPDATE: {
    num: 165,
    effect: "dict ... update -- dict ...",
    net: () => -1,
    arg: "depth",
  },
  CALL: {
    num: 171,
    effect: "null/method callable/self ...args -- res",
    net: (oparg) => -1 - oparg,
    arg: "call",
    caches: 3,
  },
  KW_NAMES: { num: 172, effect: "--", arg: "const" },
  CALL_INTRINSIC_1: { num: 173, effect: "value -- res", arg: "intrinsic1" },
  CALL_INTRINSIC_2: {
    num: 174,
    effect: "value2 value1 -- res",
    arg: "intrinsic2",
  },
  LOAD_FROM_DICT_OR_GLOBALS: {
    num: 175,
    effect: "mod_or_class_dict -- v",
    arg: "name",
  },
  LOAD_FROM_DICT_OR_DEREF: {
    num: 176,
    effect: "class_dict -- value",
    arg: "free",
  },

  // Pseudo-instructions: they live in the compiler only, and each becomes one of the named opcodes.
  SETUP_FINALLY: {
    num: 256,
    effect: "-- exc?",
    net: (_oparg, jump) => (jump ? 1 : 0),
    arg: "handler",
    pseudo: ["NOP"],
  },
  SETUP_CLEANUP: {
    num: 257,
    effect: "-- lasti? exc?",
    net: (_oparg, jump) => (jump ? 2 : 0),
    arg: "handler",
    pseudo: ["NOP"],
  },
  SETUP_WITH: {
    num: 258,
    effect: "-- exc?",
    net: (_oparg, jump) => (jump ? 1 : 0),
    arg: "handler",
    pseudo: ["NOP"],
  },
  POP_BLOCK: { num: 259, effect: "--", pseudo: ["NOP"] },
  JUMP: {
    num: 260,
    effect: "--",
    arg: "jump",
    unconditional: true,
    pseudo: ["JUMP_FORWARD", "JUMP_BACKWARD"],
  },
  JUMP_NO_INTERRUPT: {
    num: 261,
    effect: "--",
    arg: "jump",
    unconditional: true,
    pseudo: ["JUMP_FORWARD", "JUMP_BACKWARD_NO_INTERRUPT"],
  },
  LOAD_METHOD: {
    num: 262,
    effect: "owner -- method self",
    arg: "name",
    pseudo: ["LOAD_ATTR"],
  },
  LOAD_SUPER_METHOD: {
    num: 263,
    effect: "globalSuper class self -- method self",
    arg: "name",
    pseudo: ["LOAD_SUPER_ATTR"],
  },
  LOAD_ZERO_SUPER_METHOD: {
    num: 264,
    effect: "globalSuper class self -- method self",
    arg: "name",
    pseudo: ["LOAD_SUPER_ATTR"],
  },
  LOAD_ZERO_SUPER_ATTR: {
    num: 265,
    effect: "globalSuper class self -- attr",
    // CPython states one more than the instruction leaves.
    net: () => -1,
    arg: "name",
    pseudo: ["LOAD_SUPER_ATTR"],
  },
  STORE_FAST_MAYBE_NULL: {
    num: 266,
    effect: "value --",
    arg: "local",
    pseudo: ["STORE_FAST"],
  },

  // What CPython writes over instructions while sys.monitoring watches them; never in a `.pyc`.
  INSTRUMENTED_LOAD_SUPER_ATTR: {
    num: 237,
    effect: "globalSuper class self -- method? attrOrSelf",
    net: (oparg) => -2 + (oparg & 1),
    arg: "instrumented",
  },
  INSTRUMENTED_POP_JUMP_IF_NONE: {
    num: 238,
    effect: "--",
    arg: "instrumented",
  },
  INSTRUMENTED_POP_JUMP_IF_NOT_NONE: {
    num: 239,
    effect: "--",
    arg: "instrumented",
  },
  INSTRUMENTED_RESUME: { num: 240, effect: "--", arg: "instrumented" },
  INSTRUMENTED_CALL: { num: 241, effect: "--", arg: "instrumented" },
  INSTRUMENTED_RETURN_VALUE: {
    num: 242,
    effect: "retval --",
    arg: "instrumented",
  },
  INSTRUMENTED_YIELD_VALUE: { num: 243, effect: "--", arg: "instrumented" },
  INSTRUMENTED_CALL_FUNCTION_EX: {
    num: 244,
    effect: "--",
    arg: "instrumented",
  },
  INSTRUMENTED_JUMP_FORWARD: { num: 245, effect: "--", arg: "instrumented" },
  INSTRUMENTED_JUMP_BACKWARD: { num: 246, effect: "--", arg: "instrumented" },
  INSTRUMENTED_RETURN_CONST: { num: 247, effect: "--", arg: "instrumented" },
  INSTRUMENTED_FOR_ITER: { num: 248, effect: "--", arg: "instrumented" },
  INSTRUMENTED_POP_JUMP_IF_FALSE: {
    num: 249,
    effect: "--",
    arg: "instrumented",
  },
  INSTRUMENTED_POP_JUMP_IF_TRUE: {
    num: 250,
    effect: "--",
    arg: "instrumented",
  },
  INSTRUMENTED_END_FOR: {
    num: 251,
    effect: "value1 value2 --",
    arg: "instrumented",
  },
  INSTRUMENTED_END_SEND: {
    num: 252,
    effect: "receiver value -- value",
    arg: "instrumented",
  },
  INSTRUMENTED_INSTRUCTION: { num: 253, effect: "--", arg: "instrumented" },
  INSTRUMENTED_LINE: { num: 254, arg: "instrumented" },

  // What CPython's adaptive interpreter writes over instructions; never in a `.pyc`.
  BINARY_OP_ADD_FLOAT: { num: 6, specializes: "BINARY_OP" },
  BINARY_OP_ADD_INT: { num: 7, specializes: "BINARY_OP" },
  BINARY_OP_ADD_UNICODE: { num: 8, specializes: "BINARY_OP" },
  BINARY_OP_INPLACE_ADD_UNICODE: { num: 10, specializes: "BINARY_OP" },
  BINARY_OP_MULTIPLY_FLOAT: { num: 13, specializes: "BINARY_OP" },
  BINARY_OP_MULTIPLY_INT: { num: 14, specializes: "BINARY_OP" },
  BINARY_OP_SUBTRACT_FLOAT: { num: 16, specializes: "BINARY_OP" },
  BINARY_OP_SUBTRACT_INT: { num: 18, specializes: "BINARY_OP" },
  BINARY_SUBSCR_DICT: { num: 19, specializes: "BINARY_SUBSCR" },
  BINARY_SUBSCR_GETITEM: { num: 20, specializes: "BINARY_SUBSCR" },
  BINARY_SUBSCR_LIST_INT: { num: 21, specializes: "BINARY_SUBSCR" },
  BINARY_SUBSCR_TUPLE_INT: { num: 22, specializes: "BINARY_SUBSCR" },
  CALL_PY_EXACT_ARGS: { num: 23, specializes: "CALL" },
  CALL_PY_WITH_DEFAULTS: { num: 24, specializes: "CALL" },
  CALL_BOUND_METHOD_EXACT_ARGS: { num: 28, specializes: "CALL" },
  CALL_BUILTIN_CLASS: { num: 29, specializes: "CALL" },
  CALL_BUILTIN_FAST_WITH_KEYWORDS: { num: 34, specializes: "CALL" },
  CALL_METHOD_DESCRIPTOR_FAST_WITH_KEYWORDS: { num: 38, specializes: "CALL" },
  CALL_NO_KW_BUILTIN_FAST: { num: 39, specializes: "CALL" },
  CALL_NO_KW_BUILTIN_O: { num: 40, specializes: "CALL" },
  CALL_NO_KW_ISINSTANCE: { num: 41, specializes: "CALL" },
  CALL_NO_KW_LEN: { num: 42, specializes: "CALL" },
  CALL_NO_KW_LIST_APPEND: { num: 43, specializes: "CALL" },
  CALL_NO_KW_METHOD_DESCRIPTOR_FAST: { num: 44, specializes: "CALL" },
  CALL_NO_KW_METHOD_DESCRIPTOR_NOARGS: { num: 45, specializes: "CALL" },
  CALL_NO_KW_METHOD_DESCRIPTOR_O: { num: 46, specializes: "CALL" },
  CALL_NO_KW_STR_1: { num: 47, specializes: "CALL" },
  CALL_NO_KW_TUPLE_1: { num: 48, specializes: "CALL" },
  CALL_NO_KW_TYPE_1: { num: 56, specializes: "CALL" },
  COMPARE_OP_FLOAT: { num: 57, specializes: "COMPARE_OP" },
  COMPARE_OP_INT: { num: 58, specializes: "COMPARE_OP" },
  COMPARE_OP_STR: { num: 59, specializes: "COMPARE_OP" },
  FOR_ITER_LIST: { num: 62, specializes: "FOR_ITER" },
  FOR_ITER_TUPLE: { num: 63, specializes: "FOR_ITER" },
  FOR_ITER_RANGE: { num: 64, specializes: "FOR_ITER" },
  FOR_ITER_GEN: { num: 65, specializes: "FOR_ITER" },
  LOAD_SUPER_ATTR_ATTR: { num: 66, specializes: "LOAD_SUPER_ATTR" },
  LOAD_SUPER_ATTR_METHOD: { num: 67, specializes: "LOAD_SUPER_ATTR" },
  LOAD_ATTR_CLASS: { num: 70, specializes: "LOAD_ATTR" },
  LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN: { num: 72, specializes: "LOAD_ATTR" },
  LOAD_ATTR_INSTANCE_VALUE: { num: 73, specializes: "LOAD_ATTR" },
  LOAD_ATTR_MODULE: { num: 76, specializes: "LOAD_ATTR" },
  LOAD_ATTR_PROPERTY: { num: 77, specializes: "LOAD_ATTR" },
  LOAD_ATTR_SLOT: { num: 78, specializes: "LOAD_ATTR" },
  LOAD_ATTR_WITH_HINT: { num: 79, specializes: "LOAD_ATTR" },
  LOAD_ATTR_METHOD_LAZY_DICT: { num: 80, specializes: "LOAD_ATTR" },
  LOAD_ATTR_METHOD_NO_DICT: { num: 81, specializes: "LOAD_ATTR" },
  LOAD_ATTR_METHOD_WITH_VALUES: { num: 82, specializes: "LOAD_ATTR" },
  LOAD_CONST__LOAD_FAST: { num: 84, specializes: "LOAD_CONST" },
  LOAD_FAST__LOAD_CONST: { num: 86, specializes: "LOAD_FAST" },
  LOAD_FAST__LOAD_FAST: { num: 88, specializes: "LOAD_FAST" },
  LOAD_GLOBAL_BUILTIN: { num: 111, specializes: "LOAD_GLOBAL" },
  LOAD_GLOBAL_MODULE: { num: 112, specializes: "LOAD_GLOBAL" },
  STORE_ATTR_INSTANCE_VALUE: { num: 113, specializes: "STORE_ATTR" },
  STORE_ATTR_SLOT: { num: 148, specializes: "STORE_ATTR" },
  STORE_ATTR_WITH_HINT: { num: 153, specializes: "STORE_ATTR" },
  STORE_FAST__LOAD_FAST: { num: 154, specializes: "STORE_FAST" },
  STORE_FAST__STORE_FAST: { num: 158, specializes: "STORE_FAST" },
  STORE_SUBSCR_DICT: { num: 159, specializes: "STORE_SUBSCR" },
  STORE_SUBSCR_LIST_INT: { num: 160, specializes: "STORE_SUBSCR" },
  UNPACK_SEQUENCE_LIST: { num: 161, specializes: "UNPACK_SEQUENCE" },
  UNPACK_SEQUENCE_TUPLE: { num: 166, specializes: "UNPACK_SEQUENCE" },
  UNPACK_SEQUENCE_TWO_TUPLE: { num: 167, specializes: "UNPACK_SEQUENCE" },
  SEND_GEN: { num: 168, specializes: "SEND" },
} satisfies Record<string, OpFacts>;

export type OpName = keyof typeof table;

/** Instructions of real code objects: no pseudo, adaptive or instrumented ones. What an interpreter must have a body for. */
export type RealOpName = {
  [Name in OpName]: (typeof table)[Name] extends
    | { specializes: string }
    | { pseudo: readonly string[] }
    | { arg: "instrumented" }
    ? never
    : Name;
}[OpName];

export const OPCODES: Readonly<Record<OpName, OpFacts>> = table;

/** Opcode numbers by name, with literal types. Hot code imports `generated/op.ts`, whose constants esbuild inlines. */
export const OP = Object.fromEntries(Object.entries(OPCODES).map(([name, facts]) => [name, facts.num])) as {
  readonly [Name in OpName]: (typeof table)[Name]["num"];
};
