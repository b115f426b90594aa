/**
 * All tokens of a source in one typed array, with keywords told from names and names interned.
 *
 * One token takes STRIDE numbers; the offsets of its fields are the constants below, so the parser reads
 * `data[at + LINE]`. A tokenizer error ends the buffer with an ERRORTOKEN. Trap: `NAME_INDEX` is meaningful for names
 * and keywords only.
 */
import { bug } from "../util/assert.ts";
import { AsyncWords } from "./async-words.ts";
import type { Tokenizer } from "./tokenizer/tokenizer.ts";
import { ENDMARKER, ERRORTOKEN, keywords, NAME, NEWLINE, TYPE_IGNORE } from "./tokens.ts";
import { normalizeIdentifier } from "./unicode.ts";

export const STRIDE = 8;
export const TYPE = 0;
export const START = 1;
export const END = 2;
export const LINE = 3;
export const COLUMN = 4;
export const END_LINE = 5;
export const END_COLUMN = 6;
export const NAME_INDEX = 7;

const FIRST_KEYWORD = 500;

/** Interns identifiers by their spelling. The first entries are the keywords. */
export class NameTable {
  readonly names: string[] = [];
  private readonly normalized: string[] = [];
  private slots = new Int32Array(1024).fill(-1);
  private readonly hashes: number[] = [];

  constructor() {
    for (const keyword of keywords) this.indexOf(keyword, 0, keyword.length);
  }

  /** The index of a piece of text; equal texts have the same. */
  indexOf(text: string, start: number, end: number): number {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const index = this.slots[slot] as number;
      if (index < 0) return this.add(text.slice(start, end), hash, slot);
      if (this.hashes[index] === hash && equals(this.names[index] as string, text, start, end)) return index;
      slot = (slot + 1) & mask;
    }
  }

  /** The identifier: its spelling in normal form (NFKC). */
  identifier(index: number): string {
    return this.normalized[index] as string;
  }

  private add(name: string, hash: number, slot: number): number {
    const index = this.names.length;
    this.names.push(name);
    this.normalized.push(/[^\0-\x7f]/.test(name) ? normalizeIdentifier(name) : name);
    this.hashes.push(hash);
    this.slots[slot] = index;
    if (index * 2 > this.slots.length) this.grow();
    return index;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let index = 0; index < this.hashes.length; index++) {
      let slot = (this.hashes[index] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = index;
    }
    this.slots = slots;
  }
}

function equals(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = 0; at < name.length; at++) {
    if (name.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}

export class TokenBuffer {
  data = new Int32Array(STRIDE * 256);
  /** Length of the used part of `data`. */
  length = 0;
  readonly nameTable = new NameTable();
  /** The "# type: ignore" comments among the tokens read, which are no tokens of the grammar. */
  readonly typeIgnores: { lineno: number; tag: string }[] = [];
  private readonly asyncWords: AsyncWords | null;

  constructor(
    readonly tokenizer: Tokenizer,
    featureVersion: number,
  ) {
    this.asyncWords = featureVersion < 7 ? new AsyncWords() : null;
  }

  /** Read one more token; returns its type, with keywords told from names. */
  fetch(): number {
    const tokenizer = this.tokenizer;
    let type = tokenizer.next();
    while (type === TYPE_IGNORE) {
      this.typeIgnores.push({ lineno: tokenizer.lineno, tag: tokenizer.text.slice(tokenizer.start, tokenizer.end) });
      type = tokenizer.next();
    }
    const at = this.length;
    if (at + STRIDE > this.data.length) this.grow();
    const data = this.data;
    if (type === NAME) {
      const name = this.nameTable.indexOf(tokenizer.text, tokenizer.start, tokenizer.end);
      data[at + NAME_INDEX] = name;
      if (name < keywords.length) type = FIRST_KEYWORD + name;
    }
    if (this.asyncWords !== null) type = this.asyncWords.classify(type, tokenizer);
    data[at] = type;
    data[at + START] = tokenizer.start;
    data[at + END] = tokenizer.end;
    data[at + LINE] = tokenizer.startLine;
    data[at + COLUMN] = tokenizer.startColumn;
    data[at + END_LINE] = tokenizer.lineno;
    data[at + END_COLUMN] = tokenizer.endColumn;
    this.length = at + STRIDE;
    return type;
  }

  /** Read to the end of the source or the first error. */
  fetchAll(): void {
    for (;;) {
      const type = this.fetch();
      if (type === ENDMARKER || type === ERRORTOKEN) return;
    }
  }

  /**
   * Read to the end of the source, with a NEWLINE before the end as CPython's interactive mode has it; the blocks
   * that are open at the end are closed if `closeBlocks`.
   */
  fetchAllInteractive(closeBlocks: boolean): void {
    let started = false;
    for (;;) {
      const type = this.fetch();
      if (type === ERRORTOKEN) return;
      if (type !== ENDMARKER) started = true;
      else if (started) {
        started = false;
        this.endInteractive(closeBlocks);
      } else return;
    }
  }

  /** Make the ENDMARKER just fetched a NEWLINE. */
  endInteractive(closeBlocks: boolean): void {
    this.data[this.length - STRIDE] = NEWLINE;
    if (closeBlocks && this.tokenizer.indentation > 0) this.tokenizer.closeIndentation();
  }

  private grow(): void {
    if (this.data.length > 2 ** 29) bug("more tokens than an array can hold");
    const data = new Int32Array(this.data.length * 2);
    data.set(this.data);
    this.data = data;
  }
}
