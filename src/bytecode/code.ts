/**
 * CodeBlob: a code object as plain data, with the field names of CPython 3.12's `PyCodeObject`.
 *
 * `co_localsplusnames` lists locals, then cells, then free variables, as in CPython; a parameter that
 * is also a cell stands once, with both bits in `co_localspluskinds`.
 */
import type { Constant, Text } from "./constants.ts";

/** Bits of one byte of `co_localspluskinds` (CPython Include/internal/pycore_code.h). */
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_LOCAL = 0x20;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

/** Bits of `co_flags`. */
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;
export const CO_FUTURE_DIVISION = 0x20000;
export const CO_FUTURE_ABSOLUTE_IMPORT = 0x40000;
export const CO_FUTURE_WITH_STATEMENT = 0x80000;
export const CO_FUTURE_PRINT_FUNCTION = 0x100000;
export const CO_FUTURE_UNICODE_LITERALS = 0x200000;
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_GENERATOR_STOP = 0x800000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

/**
 * Whether the str constant of this text is an interned object, where its looks do not tell: "é" the name of a class is,
 * "é" the literal is not, and which of the two all of a module's constants share depends on who came first.
 */
export type InternedTexts = ReadonlyMap<string, boolean>;

/** What calls, definitions and tracebacks want of a code object. */
export interface CodeHead {
  co_argcount: number;
  co_posonlyargcount: number;
  co_kwonlyargcount: number;
  co_stacksize: number;
  co_flags: number;
  co_filename: Text;
  co_name: string;
  co_qualname: string;
  co_firstlineno: number;
  internedTexts?: InternedTexts | undefined;
}

/** The rest: wanted when the code runs, or is looked at. */
export interface CodeBody {
  /** Instructions, two bytes a code unit, inline caches zero. */
  co_code: Uint8Array;
  co_consts: Constant[];
  /** Identifiers are JavaScript strings (valid UTF-16), also where they hold astral characters. */
  co_names: string[];
  co_localsplusnames: string[];
  co_localspluskinds: Uint8Array;
  co_linetable: Uint8Array;
  co_exceptiontable: Uint8Array;
}

export interface CodeFields extends CodeHead, CodeBody {}

/** A body that is read at its first use; how many `co_localsplusnames` it will have. */
export interface DeferredBody {
  readonly nlocalsplus: number;
  load(): CodeBody;
}

/**
 * Trap: the fields of the body are accessors, for most functions of most modules never run: a spread of a CodeBlob does not
 * have them.
 */
export class CodeBlob implements CodeFields {
  readonly co_argcount: number;
  readonly co_posonlyargcount: number;
  readonly co_kwonlyargcount: number;
  readonly co_stacksize: number;
  readonly co_flags: number;
  readonly co_filename: Text;
  readonly co_name: string;
  readonly co_qualname: string;
  readonly co_firstlineno: number;
  /** Shared by all code objects of a module. */
  readonly internedTexts: InternedTexts | undefined;
  /** The number of `co_localsplusnames`. */
  readonly nlocalsplus: number;
  /** As of every constant: see constants.ts. */
  made: unknown = undefined;
  private known: CodeBody | undefined;
  private deferred: DeferredBody | undefined;

  constructor(fields: CodeFields);
  constructor(head: CodeHead, body: DeferredBody);
  constructor(head: CodeHead, body: CodeBody | DeferredBody = head as CodeFields) {
    this.co_argcount = head.co_argcount;
    this.co_posonlyargcount = head.co_posonlyargcount;
    this.co_kwonlyargcount = head.co_kwonlyargcount;
    this.co_stacksize = head.co_stacksize;
    this.co_flags = head.co_flags;
    this.co_filename = head.co_filename;
    this.co_name = head.co_name;
    this.co_qualname = head.co_qualname;
    this.co_firstlineno = head.co_firstlineno;
    this.internedTexts = head.internedTexts;
    if ("load" in body) {
      this.nlocalsplus = body.nlocalsplus;
      this.known = undefined;
      this.deferred = body;
    } else {
      this.nlocalsplus = body.co_localsplusnames.length;
      this.known = bodyOf(body);
      this.deferred = undefined;
    }
  }

  private get body(): CodeBody {
    return this.known ?? this.load();
  }

  private load(): CodeBody {
    const body = (this.deferred as DeferredBody).load();
    this.known = body;
    return body;
  }

  /**
   * Let go of the body if it can be read again. What was made of its constants is then made again: code that is among them
   * must not be.
   */
  forget(): boolean {
    const { known, deferred } = this;
    if (known === undefined || deferred === undefined) return false;
    if (known.co_consts.some((constant) => constant instanceof CodeBlob)) return false;
    this.known = undefined;
    return true;
  }

  get co_code(): Uint8Array {
    return this.body.co_code;
  }

  get co_consts(): Constant[] {
    return this.body.co_consts;
  }

  get co_names(): string[] {
    return this.body.co_names;
  }

  get co_localsplusnames(): string[] {
    return this.body.co_localsplusnames;
  }

  get co_localspluskinds(): Uint8Array {
    return this.body.co_localspluskinds;
  }

  get co_linetable(): Uint8Array {
    return this.body.co_linetable;
  }

  get co_exceptiontable(): Uint8Array {
    return this.body.co_exceptiontable;
  }

  /** A code object that differs in these fields. */
  with(changes: Partial<CodeFields>): CodeBlob {
    return new CodeBlob({ ...this, ...this.body, ...changes });
  }

  /** Give another file name to this code, which nobody else holds yet; `rename` does so to the code among its constants. */
  rename(filename: Text, rename: (nested: CodeBlob) => void): void {
    (this as { co_filename: Text }).co_filename = filename;
    const { deferred, known } = this;
    const renameNested = (body: CodeBody): CodeBody => {
      for (const constant of body.co_consts) if (constant instanceof CodeBlob) rename(constant);
      return body;
    };
    if (known !== undefined) renameNested(known);
    if (deferred !== undefined) {
      this.deferred = { nlocalsplus: this.nlocalsplus, load: () => renameNested(deferred.load()) };
    }
  }
}

/** The fields of the body alone, with one shape for all. */
function bodyOf(fields: CodeBody): CodeBody {
  return {
    co_code: fields.co_code,
    co_consts: fields.co_consts,
    co_names: fields.co_names,
    co_localsplusnames: fields.co_localsplusnames,
    co_localspluskinds: fields.co_localspluskinds,
    co_linetable: fields.co_linetable,
    co_exceptiontable: fields.co_exceptiontable,
  };
}
