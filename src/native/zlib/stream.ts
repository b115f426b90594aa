/**
 * One zlib stream, run as CPython's Modules/zlibmodule.c runs it: input in, output gathered in growing blocks.
 *
 * Trap: how large the output blocks are shows in the result of level 0, which cuts its stored blocks to the room
 * it finds; so the sizes are CPython's.
 */
import deflateFunctions from "pako/lib/zlib/deflate.js";
import inflateFunctions from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";
import { newException, PyError } from "../../objects/kernel/raise.ts";
import { newExceptionType } from "../../objects/types/exceptions/new-exception.ts";

export const ZLIB_ERROR = newExceptionType("zlib.error");

export const Z_OK = 0;
export const Z_STREAM_END = 1;
export const Z_NEED_DICT = 2;
export const Z_STREAM_ERROR = -2;
export const Z_DATA_ERROR = -3;
export const Z_BUF_ERROR = -5;

export const Z_NO_FLUSH = 0;
export const Z_SYNC_FLUSH = 2;
export const Z_FINISH = 4;

export function zlibError(message: string): PyError {
  return new PyError(newException(ZLIB_ERROR, message));
}

const REASONS: Readonly<Record<number, string>> = {
  [Z_BUF_ERROR]: "incomplete or truncated stream",
  [Z_STREAM_ERROR]: "inconsistent stream state",
  [Z_DATA_ERROR]: "invalid input data",
};

const KIB = 1024;
const BLOCK_SIZES = [32, 64, 256, 1024, 4096, 8192, 16384, 16384, 32768].map((size) => size * KIB);

/** What a call has put out so far. */
class Output {
  private readonly blocks: Uint8Array[] = [];
  private total = 0;

  constructor(
    private readonly stream: ZStream,
    /** At most so many bytes; negative for no limit. */
    private readonly limit: number,
  ) {
    this.grow();
  }

  get length(): number {
    return this.total - this.stream.avail_out;
  }

  /** Make room; false if the limit is reached. */
  grow(): boolean {
    const room = this.limit < 0 ? Number.POSITIVE_INFINITY : this.limit - this.total;
    const size = Math.min(BLOCK_SIZES[Math.min(this.blocks.length, BLOCK_SIZES.length - 1)], room);
    if (size === 0 && this.blocks.length > 0) return false;
    const block = new Uint8Array(size);
    this.blocks.push(block);
    this.total += size;
    this.stream.output = block;
    this.stream.next_out = 0;
    this.stream.avail_out = size;
    return true;
  }

  finish(): Uint8Array {
    const result = new Uint8Array(this.length);
    let at = 0;
    for (const block of this.blocks) {
      const used = Math.min(block.length, result.length - at);
      result.set(block.subarray(0, used), at);
      at += used;
    }
    this.stream.output = null;
    return result;
  }
}

export class Stream {
  private readonly stream: ZStream;

  constructor(stream = new ZStream()) {
    stream.msg = null;
    this.stream = stream;
  }

  /** "Error -3 while decompressing data: incorrect header check". */
  error(code: number, doing: string): PyError {
    // pako sets a message of its own where zlib leaves none.
    const message = code === Z_STREAM_ERROR ? null : this.stream.msg;
    const reason = message || REASONS[code];
    return zlibError(reason === undefined ? `Error ${code} ${doing}` : `Error ${code} ${doing}: ${reason}`);
  }

  deflateInit(level: number, method: number, wbits: number, memLevel: number, strategy: number): number {
    return deflateFunctions.deflateInit2(this.stream, level, method, wbits, memLevel, strategy);
  }

  inflateInit(wbits: number): number {
    return inflateFunctions.inflateInit2(this.stream, wbits);
  }

  setDeflateDictionary(dictionary: Uint8Array): number {
    return deflateFunctions.deflateSetDictionary(this.stream, dictionary);
  }

  /** Throws zlib.error if it is the wrong one. */
  setInflateDictionary(dictionary: Uint8Array): void {
    const code = inflateFunctions.inflateSetDictionary(this.stream, dictionary);
    if (code !== Z_OK) throw this.error(code, "while setting zdict");
  }

  private setInput(input: Uint8Array): void {
    this.stream.input = input;
    this.stream.next_in = 0;
    this.stream.avail_in = input.length;
  }

  /** The part of the last input that was not used. */
  rest(input: Uint8Array): Uint8Array {
    return input.slice(input.length - this.stream.avail_in);
  }

  /** Compress all of `input`. */
  deflate(input: Uint8Array, flush: number): { output: Uint8Array; code: number } {
    this.setInput(input);
    const output = new Output(this.stream, -1);
    let code: number;
    do {
      if (this.stream.avail_out === 0) output.grow();
      code = deflateFunctions.deflate(this.stream, flush);
    } while (this.stream.avail_out === 0 && code !== Z_STREAM_ERROR);
    this.stream.input = null;
    return { output: output.finish(), code };
  }

  /** Decompress until the input or the limit (if not negative) is used up, or something stops it. */
  inflate(
    input: Uint8Array,
    flush: number,
    limit: number,
    dictionary: Uint8Array | undefined,
  ): { output: Uint8Array; code: number } {
    this.setInput(input);
    const output = new Output(this.stream, limit);
    let code: number = Z_OK;
    for (;;) {
      if (this.stream.avail_out === 0 && !output.grow()) break;
      code = inflateFunctions.inflate(this.stream, flush);
      if (code === Z_NEED_DICT && dictionary !== undefined) {
        this.setInflateDictionary(dictionary);
        continue;
      }
      const goesOn = code === Z_OK || code === Z_BUF_ERROR || code === Z_STREAM_END;
      if (!goesOn || this.stream.avail_out !== 0) break;
    }
    this.stream.input = null;
    return { output: output.finish(), code };
  }

  end(): void {
    this.stream.state = null;
  }

  /** A stream in the same state that goes its own way. */
  copy(): Stream {
    return new Stream(cloneGraph(this.stream, new Map()));
  }
}

/** A copy of an object and of all it refers to, except functions. */
function cloneGraph<T>(value: T, known: Map<object, object>): T {
  if (typeof value !== "object" || value === null) return value;
  const seen = known.get(value);
  if (seen !== undefined) return seen as T;
  if (ArrayBuffer.isView(value)) {
    const copy = (value as unknown as Uint8Array).slice();
    known.set(value, copy);
    return copy as T;
  }
  const copy = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  known.set(value, copy);
  for (const key of Object.keys(value)) {
    copy[key] = cloneGraph((value as Record<string, unknown>)[key], known);
  }
  return copy as T;
}
