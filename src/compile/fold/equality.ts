/**
 * Sets of constants by Python's `==`, for frozenset literals and for duplicate keys of patterns.
 *
 * Trap: 1 == 1.0 == True == (1+0j), and a NaN is equal to itself only as the same object.
 */
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  FloatConstant,
  FrozenSetConstant,
  type Plain,
  TupleConstant,
  WideText,
} from "../../bytecode/constants.ts";

export class ConstantSet {
  readonly #keys = new Set<string>();
  readonly #nans = new Map<object, number>();

  constructor(values: readonly Plain[] = []) {
    for (const value of values) this.add(value);
  }

  has(value: Plain): boolean {
    return this.#keys.has(this.#key(value));
  }

  /** False if an equal constant was there before. */
  add(value: Plain): boolean {
    const key = this.#key(value);
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    return true;
  }

  /** A text that is the same exactly for constants that are equal. */
  #key(value: Plain): string {
    if (value === null) return "N";
    switch (typeof value) {
      case "boolean":
        return value ? "n1" : "n0";
      case "number":
      case "bigint":
        return `n${value}`;
      case "string":
        return `s${value.length}:${value}`;
    }
    if (value instanceof FloatConstant) return this.#numberKey(value.value, 0, value);
    if (value instanceof ComplexConstant) return this.#numberKey(value.real, value.imag, value);
    if (value instanceof WideText) return `w${value.codePoints.join(",")};`;
    if (value instanceof BytesConstant) return `b${value.bytes.join(",")};`;
    if (value instanceof TupleConstant) return `(${value.items.map((item) => this.#key(item)).join(" ")})`;
    if (value instanceof FrozenSetConstant) {
      return `{${value.items
        .map((item) => this.#key(item))
        .sort()
        .join(" ")}}`;
    }
    return "E";
  }

  #numberKey(real: number, imag: number, value: object): string {
    if (Number.isNaN(real) || Number.isNaN(imag)) {
      if (!this.#nans.has(value)) this.#nans.set(value, this.#nans.size);
      return `#${this.#nans.get(value)}`;
    }
    const text = Number.isInteger(real) ? `n${BigInt(real)}` : `n${real}`;
    return imag === 0 ? text : `${text}+${imag + 0}j`;
  }
}

/** The distinct values; of equal ones the first stays. */
export function distinctConstants(values: readonly Constant[]): Constant[] {
  const seen = new ConstantSet();
  return values.filter((value) => seen.add(value));
}
