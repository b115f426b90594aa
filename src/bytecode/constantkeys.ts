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

  /** Most code objects differ in name, line or size: whole contents are looked at only where those agree. */
  #codeKey(code: CodeBlob): string {
    const { co_name, co_firstlineno, co_flags, co_code, co_linetable } = code;
    const rough = `${this.key(co_name)};${co_firstlineno},${co_flags},${co_code.length},${co_linetable.length}`;
    const others = this.#alike.get(rough);
    const same = others?.find(([other]) => other === code || this.#contentsKey(other) === this.#contentsKey(code));
    if (same !== undefined) return same[1];
    const key = `C${this.#codes++}`;
    if (others === undefined) this.#alike.set(rough, [[code, key]]);
    else others.push([code, key]);
    return key;
  }

  #contentsKey(code: CodeBlob): string {
    return [
      `${code.co_argcount},${code.co_posonlyargcount},${code.co_kwonlyargcount}`,
      this.bytesKey(code.co_code),
      this.tupleKey(code.co_consts),
      this.tupleKey(code.co_names),
      this.tupleKey(code.co_localsplusnames),
      this.bytesKey(code.co_localspluskinds),
      this.bytesKey(code.co_linetable),
      this.bytesKey(code.co_exceptiontable),
    ].join(";");
  }

  #uniqueKey(): string {
    return `#${this.#serial++}`;
  }
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
