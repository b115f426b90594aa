/**
 * Plain data: the values that live in code objects and marshal streams, before any Python object exists.
 *
 * The parser, the compiler, `marshal` and `dis` speak this language, so they run without a VM. The
 * runtime turns it into Python objects when a code object is loaded (objects/types/code.ts).
 *
 * Trap: identity matters. One constant that occurs twice is one JavaScript object, and `marshal`
 * turns that identity into references, so never rebuild a constant that could be passed on. `kind` keeps
 * classes of equal shape apart for the type checker, and serves a `switch`.
 */
import type { CodeBlob } from "./code.ts";

/**
 * A str: a JavaScript string if no code unit of it is a surrogate, else a `WideText` of code points.
 * The same rule holds for str values in the running program (objects/types/str.ts).
 */
export type Text = string | WideText;

export class WideText {
  readonly kind = "str";
  constructor(readonly codePoints: Uint32Array) {}
}

export class FloatConstant {
  readonly kind = "float";
  constructor(readonly value: number) {}
}

export class ComplexConstant {
  readonly kind = "complex";
  constructor(
    readonly real: number,
    readonly imag: number,
  ) {}
}

export class BytesConstant {
  readonly kind = "bytes";
  constructor(readonly bytes: Uint8Array) {}
}

export class TupleConstant {
  readonly kind = "tuple";
  constructor(readonly items: Plain[]) {}
}

export class FrozenSetConstant {
  readonly kind = "frozenset";
  constructor(readonly items: Plain[]) {}
}

/** Mutable containers occur in marshal streams only, never in a code object; they may contain themselves. */
export class ListConstant {
  readonly kind = "list";
  constructor(readonly items: Plain[]) {}
}

export class SetConstant {
  readonly kind = "set";
  constructor(readonly items: Plain[]) {}
}

export class DictConstant {
  readonly kind = "dict";
  constructor(readonly entries: [Plain, Plain][]) {}
}

export class EllipsisConstant {
  readonly kind = "ellipsis";
  static readonly instance = new EllipsisConstant();
}

/** The exception type StopIteration, which marshal can carry ('S'). */
export class StopIterationConstant {
  readonly kind = "StopIteration";
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
