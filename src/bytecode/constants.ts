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

/** Holds the Python value that was made of it, if one was: objects/types/constant-values.ts alone knows of what type. */
abstract class ConstantObject {
  made: unknown = undefined;
}

export class WideText extends ConstantObject {
  readonly kind = "str";
  constructor(readonly codePoints: Uint32Array) {
    super();
  }
}

export class FloatConstant extends ConstantObject {
  readonly kind = "float";
  constructor(readonly value: number) {
    super();
  }
}

export class ComplexConstant extends ConstantObject {
  readonly kind = "complex";
  constructor(
    readonly real: number,
    readonly imag: number,
  ) {
    super();
  }
}

export class BytesConstant extends ConstantObject {
  readonly kind = "bytes";
  constructor(readonly bytes: Uint8Array) {
    super();
  }
}

export class TupleConstant extends ConstantObject {
  readonly kind = "tuple";
  constructor(readonly items: Plain[]) {
    super();
  }
}

export class FrozenSetConstant extends ConstantObject {
  readonly kind = "frozenset";
  constructor(
    readonly items: Plain[],
    /** The compiler makes a set of another set's items, in that one's order, which shows in the order of this one. */
    readonly remade = false,
  ) {
    super();
  }
}

/** Mutable containers occur in marshal streams only, never in a code object; they may contain themselves. */
export class ListConstant extends ConstantObject {
  readonly kind = "list";
  constructor(readonly items: Plain[]) {
    super();
  }
}

export class SetConstant extends ConstantObject {
  readonly kind = "set";
  constructor(readonly items: Plain[]) {
    super();
  }
}

export class DictConstant extends ConstantObject {
  readonly kind = "dict";
  constructor(readonly entries: [Plain, Plain][]) {
    super();
  }
}

export class EllipsisConstant extends ConstantObject {
  readonly kind = "ellipsis";
  static readonly instance = new EllipsisConstant();
}

/** The exception type StopIteration, which marshal can carry ('S'). */
export class StopIterationConstant extends ConstantObject {
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
