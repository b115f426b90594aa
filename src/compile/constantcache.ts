/**
 * Makes equal constants of equal type one object, across all code objects of a module (CPython: `c_const_cache`,
 * `merge_consts_recursive` in compile.c, `_PyCode_ConstantKey` in codeobject.c).
 *
 * Traps: 0.0 and -0.0 differ, 1, 1.0 and True differ, a NaN equals only itself, and two code objects merge when
 * they are equal apart from qualified name, stack size and file name. Identity of tuples, sets, bytes and code
 * objects shows in the `.pyc`, so every constant goes through here.
 */
import { CodeBlob } from "../bytecode/code.ts";
import {
  BytesConstant,
  ComplexConstant,
  type Constant,
  DictConstant,
  FloatConstant,
  FrozenSetConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  TupleConstant,
  WideText,
} from "../bytecode/constants.ts";
import { bug } from "../util/assert.ts";

export class ConstantCache {
  readonly #byKey = new Map<string, Constant>();
  readonly #objectKeys = new WeakMap<object, string>();
  /** Short names of code objects, so that keys of outer code stay short. */
  readonly #codeIds = new Map<string, number>();
  #serial = 0;

  /** The one object for this constant; tuples and frozensets that are new get merged items. */
  merge(constant: Constant): Constant {
    if (constant === null || typeof constant !== "object") {
      return constant;
    }
    const key = this.key(constant);
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      return known;
    }
    const merged = this.#withMergedItems(constant);
    this.#byKey.set(key, merged);
    if (typeof merged === "object" && merged !== null) {
      this.#objectKeys.set(merged, key);
    }
    return merged;
  }

  #withMergedItems(constant: Constant): Constant {
    if (constant instanceof TupleConstant) {
      const items = constant.items.map((item) => this.merge(asConstant(item)));
      return items.every((item, index) => item === constant.items[index]) ? constant : new TupleConstant(items);
    }
    if (constant instanceof FrozenSetConstant) {
      return new FrozenSetConstant(constant.items.map((item) => this.merge(asConstant(item))));
    }
    return constant;
  }

  /** A text that two constants share exactly if CPython gives them the same constant key. */
  key(constant: Plain): string {
    switch (typeof constant) {
      case "boolean":
        return constant ? "T" : "F";
      case "number":
      case "bigint":
        return `i${constant}`;
      case "string":
        return `s${constant.length}:${constant}`;
    }
    if (constant === null) {
      return "N";
    }
    let key = this.#objectKeys.get(constant);
    if (key === undefined) {
      key = this.#objectKey(constant);
      this.#objectKeys.set(constant, key);
    }
    return key;
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
      return bytesKey(constant.bytes);
    }
    if (constant instanceof WideText) {
      return `w${constant.codePoints.length}:${constant.codePoints.join(",")}`;
    }
    if (constant instanceof TupleConstant) {
      return this.#itemsKey(constant.items);
    }
    if (constant instanceof FrozenSetConstant) {
      const keys = constant.items.map((item) => this.key(item));
      return `S(${keys.length}:${keys.sort().join(";")})`;
    }
    if (constant instanceof CodeBlob) {
      return this.#codeKey(constant);
    }
    return "E";
  }

  #itemsKey(items: readonly Plain[]): string {
    return `(${items.length}:${items.map((item) => this.key(item)).join(";")})`;
  }

  #codeKey(code: CodeBlob): string {
    const counts = [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags];
    const parts = [
      this.key(code.co_name),
      [...counts, code.co_firstlineno].join(","),
      bytesKey(code.co_code),
      this.#itemsKey(code.co_consts),
      this.#itemsKey(code.co_names),
      this.#itemsKey(code.co_localsplusnames),
      bytesKey(code.co_localspluskinds),
      bytesKey(code.co_linetable),
      bytesKey(code.co_exceptiontable),
    ];
    const contents = parts.join(";");
    let id = this.#codeIds.get(contents);
    if (id === undefined) {
      id = this.#codeIds.size;
      this.#codeIds.set(contents, id);
    }
    return `C${id}`;
  }

  #uniqueKey(): string {
    return `#${this.#serial++}`;
  }
}

/** A code object's growing `co_consts`: each constant has one index (CPython: `u_consts`). */
export class ConstantTable {
  readonly items: Constant[] = [];
  readonly #indices = new Map<string, number>();

  constructor(readonly cache: ConstantCache) {}

  /** Index of the constant, which is added at the end if it is new. */
  index(constant: Constant): number {
    const merged = this.cache.merge(constant);
    const key = this.cache.key(merged);
    let index = this.#indices.get(key);
    if (index === undefined) {
      index = this.items.length;
      this.#indices.set(key, index);
      this.items.push(merged);
    }
    return index;
  }
}

function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function bytesKey(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return `b${bytes.length}:${text}`;
}

function asConstant(item: Plain): Constant {
  if (
    item instanceof ListConstant ||
    item instanceof SetConstant ||
    item instanceof DictConstant ||
    item instanceof StopIterationConstant
  ) {
    return bug("a constant tuple holds what no constant may hold");
  }
  return item;
}
