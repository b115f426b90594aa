/**
 * Makes equal constants of equal type one object, across all code objects of a module (CPython: `c_const_cache`
 * and `merge_consts_recursive` in compile.c).
 *
 * Trap: identity of tuples, sets, bytes and code objects shows in the `.pyc`, so every constant goes through here.
 */

import { ConstantKeys } from "../bytecode/constantkeys.ts";
import {
  type Constant,
  DictConstant,
  FrozenSetConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  TupleConstant,
  WideText,
} from "../bytecode/constants.ts";
import { isSurrogate, stringOfCodePoints } from "../bytecode/surrogatepass.ts";
import { bug } from "../util/assert.ts";

/** The text "%" as an object of its own, not the one that all other one-character strings are. */
export const FRESH_PERCENT = new WideText(Uint32Array.of(0x25));

const NON_ASCII = /[^\0-\x7f]/;

export class ConstantCache {
  readonly #keys = new ConstantKeys();
  readonly #byKey = new Map<string, Constant>();
  /** Of texts whose looks do not tell, whether the object that came first is interned. */
  readonly internedTexts = new Map<string, boolean>();

  /** The one object for this constant; tuples and frozensets that are new get merged items. */
  merge(constant: Constant): Constant {
    if (typeof constant === "string") {
      if (constant === "%" || isPlainOrIdentifier(constant)) this.#noteText(constant, constant === "%");
      return constant;
    }
    if (constant === null || typeof constant !== "object") {
      return constant;
    }
    if (constant === FRESH_PERCENT) {
      this.#noteText("%", false);
      return "%";
    }
    if (constant instanceof WideText && !constant.codePoints.some(isSurrogate)) {
      this.#noteText(stringOfCodePoints(constant.codePoints), false);
    }
    const key = this.#keys.key(constant);
    const known = this.#byKey.get(key);
    if (known !== undefined) {
      return known;
    }
    const merged = this.#withMergedItems(constant);
    this.#byKey.set(key, merged);
    return merged;
  }

  /** An identifier of the program, which is interned, is about to be merged as a constant. */
  noteIdentifier(name: string): void {
    if (isPlainOrIdentifier(name)) this.#noteText(name, true);
  }

  #noteText(text: string, isInterned: boolean): void {
    if (!this.internedTexts.has(text)) this.internedTexts.set(text, isInterned);
  }

  /** A text that two constants share exactly if CPython gives them the same constant key. */
  key(constant: Plain): string {
    return this.#keys.key(constant);
  }

  #withMergedItems(constant: Constant): Constant {
    if (constant instanceof TupleConstant) {
      const items = constant.items.map((item) => this.merge(asConstant(item)));
      return items.every((item, index) => item === constant.items[index]) ? constant : new TupleConstant(items);
    }
    if (constant instanceof FrozenSetConstant) {
      if (constant.items.length === 0) return constant;
      const items = constant.items.map((item) => this.merge(asConstant(item)));
      return new FrozenSetConstant(items, true);
    }
    return constant;
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

/** Not ASCII, which decides by its characters, and no single Latin-1 character, which is always the same object. */
function isPlainOrIdentifier(text: string): boolean {
  return NON_ASCII.test(text) && (text.length > 1 || text > "\xff");
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
