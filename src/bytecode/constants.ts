/**
 * Plain data: the values that live in code objects and marshal streams, before any Python object exists.
 *
 * The parser, the compiler, `marshal` and `dis` speak this language, so they run without a VM. The
 * runtime turns it into Python objects when a code object is loaded (objects/types/code.ts).
 *
 * Trap: identity matters. One constant that occurs twice is one JavaScript object, and `marshal`
 * turns that identity into references, so never rebuild a constant that could be passed on.
 */
import type { CodeBlob } from "./code.ts";

/**
 * A str: a JavaScript string if no code unit of it is a surrogate, else a `WideText` of code points.
 * The same rule holds for str values in the running program (objects/types/str.ts).
 */
export type Text = string | WideText;

export class WideText {
  constructor(readonly codePoints: Uint32Array) {}
}

export class FloatConstant {
  constructor(readonly value: number) {}
}

export class ComplexConstant {
  constructor(
    readonly real: number,
    readonly imag: number,
  ) {}
}

export class BytesConstant {
  constructor(readonly bytes: Uint8Array) {}
}

export class TupleConstant {
  constructor(readonly items: Plain[]) {}
}

export class FrozenSetConstant {
  constructor(readonly items: Plain[]) {}
}

/** Mutable containers occur in marshal streams only, never in a code object; they may contain themselves. */
export class ListConstant {
  constructor(readonly items: Plain[]) {}
}

export class SetConstant {
  constructor(readonly items: Plain[]) {}
}

export class DictConstant {
  constructor(readonly entries: [Plain, Plain][]) {}
}

export class EllipsisConstant {
  static readonly instance = new EllipsisConstant();
}

/** The exception type StopIteration, which marshal can carry ('S'). */
export class StopIterationConstant {
  static readonly instance = new StopIterationConstant();
}

/** `null` is None; a `number` is a safe integer and a `bigint` any other int, never a float. */
export type Plain =
  | null
  | boolean
  | number
  | bigint
  | Text
  | FloatConstant
  | ComplexConstant
  | BytesConstant
  | TupleConstant
  | FrozenSetConstant
  | ListConstant
  | SetConstant
  | DictConstant
  | EllipsisConstant
  | StopIterationConstant
  | CodeBlob;

/** What may stand in `co_consts`. */
export type Constant = Exclude<Plain, ListConstant | SetConstant | DictConstant | StopIterationConstant>;
