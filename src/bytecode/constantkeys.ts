/**
 * When two constants count as the same one (CPython: `_PyCode_ConstantKey` and `code_richcompare` in
 * Objects/codeobject.c): a text for each, equal exactly where CPython's keys are.
 *
 * Traps: 0.0 and -0.0 differ, 1, 1.0 and True differ, a NaN equals only itself, and two code objects are equal
 * when they agree in all but qualified name, stack size and file name.
 */
import { latin1Decoder } from "../util/text/latin1.ts";
import { CodeBlob } from "./code.ts";
import {
  BytesConstant,
  ComplexConstant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  TupleConstant,
  WideText,
} from "./constants.ts";

export class ConstantKeys {
  readonly #known = new WeakMap<object, string>();
  /** Code objects that could be equal by what is cheap to compare; each has its place in all as a short name. */
  readonly #alike = new Map<string, [CodeBlob, string][]>();
  #codes = 0;
  #serial = 0;

  key(constant: Plain): string {
    switch (typeof constant) {
      case "boolean":
        return constant ? "T" : "F";
      case "number":
      case "bigint":
        return `i${constant}`;
      case "string":
        return SURROGATE.test(constant) ? wideKey(codePointsOf(constant)) : `s${constant.length}:${constant}`;
    }
    if (constant === null) {
      return "N";
    }
    let key = this.#known.get(constant);
    if (key === undefined) {
      key = this.#objectKey(constant);
      this.#known.set(constant, key);
    }
    return key;
  }

  /** Key of the tuple of these items. */
  tupleKey(items: readonly Plain[]): string {
    return `(${items.length}:${items.map((item) => this.key(item)).join(";")})`;
  }

  bytesKey(bytes: Uint8Array): string {
    return `b${bytes.length}:${latin1Decoder.decode(bytes)}`;
  }

  #objectKey(constant: Exclude<Plain, null | boolean | number | bigint | string>): string {
    if (constant instanceof FloatConstant) {
      return Number.isNaN(constant.value) ? this.#uniqueKey() : `f${floatKey(constant.value)}`;
    }
    if (constant instanceof ComplexConstant) {
      const { real, imag } = constant;
      return Number.isNaN(real) || Number.isNaN(imag) ? this.#uniqueKey() : `c${floatKey(real)},${floatKey(imag)}`;
    }
    if (constant instanceof BytesConstant) {
      return this.bytesKey(constant.bytes);
    }
    if (constant instanceof WideText) {
      return wideKey(constant.codePoints);
    }
    if (constant instanceof TupleConstant) {
      return this.tupleKey(constant.items);
    }
    if (constant instanceof FrozenSetConstant) {
      const keys = constant.items.map((item) => this.key(item));
      return `S(${keys.length}:${keys.sort().join(";")})`;
    }
    if (constant instanceof CodeBlob) {
      return this.#codeKey(constant);
    }
    return constant.kind === "ellipsis" ? "E" : this.#uniqueKey();
  }

  /** Most code objects differ in name, line or size: whole contents are compared only where those agree. */
  #codeKey(code: CodeBlob): string {
    const { co_name, co_firstlineno, co_flags, co_code, co_linetable } = code;
    const rough = `${this.key(co_name)};${co_firstlineno},${co_flags},${co_code.length},${co_linetable.length}`;
    const others = this.#alike.get(rough);
    if (others !== undefined) {
      for (const [other, key] of others) if (this.#isSameCode(other, code)) return key;
    }
    const key = `C${this.#codes++}`;
    if (others === undefined) this.#alike.set(rough, [[code, key]]);
    else others.push([code, key]);
    return key;
  }

  /** Not by keys, which for code inside of code would lead back here. */
  #isSameCode(left: CodeBlob, right: CodeBlob): boolean {
    return (
      left === right ||
      (left.co_argcount === right.co_argcount &&
        left.co_posonlyargcount === right.co_posonlyargcount &&
        left.co_kwonlyargcount === right.co_kwonlyargcount &&
        left.co_flags === right.co_flags &&
        left.co_firstlineno === right.co_firstlineno &&
        sameBytes(left.co_code, right.co_code) &&
        sameBytes(left.co_linetable, right.co_linetable) &&
        sameBytes(left.co_exceptiontable, right.co_exceptiontable) &&
        sameBytes(left.co_localspluskinds, right.co_localspluskinds) &&
        this.key(left.co_name) === this.key(right.co_name) &&
        this.tupleKey(left.co_names) === this.tupleKey(right.co_names) &&
        this.tupleKey(left.co_localsplusnames) === this.tupleKey(right.co_localsplusnames) &&
        this.#areSame(left.co_consts, right.co_consts))
    );
  }

  #areSame(left: readonly Plain[], right: readonly Plain[]): boolean {
    if (left.length !== right.length) return false;
    for (let index = 0; index < left.length; index++) {
      const [one, other] = [left[index] as Plain, right[index] as Plain];
      const same =
        one instanceof CodeBlob && other instanceof CodeBlob
          ? this.#isSameCode(one, other)
          : this.key(one) === this.key(other);
      if (!same) return false;
    }
    return true;
  }

  #uniqueKey(): string {
    return `#${this.#serial++}`;
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}

/** Names may hold characters that make a constant a `WideText`. */
const SURROGATE = /[\ud800-\udfff]/;

function codePointsOf(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0)!);
}

function wideKey(codePoints: ArrayLike<number>): string {
  return `w${codePoints.length}:${Array.prototype.join.call(codePoints, ",")}`;
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
