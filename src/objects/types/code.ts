/**
 * code: the object that holds compiled Python (CPython Objects/codeobject.c), and what the VM keeps
 * beside it: decoded instructions, the exception table, line numbers, inline caches.
 *
 * Trap: everything Python can see of a code object is immutable; `ops`, `args` and the caches are made
 * at the first execution. Jump arguments in `args` are absolute instruction indices.
 */
import {
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeBlob,
} from "../../bytecode/code.ts";
import { decodeExceptionTable, type ExceptionEntry } from "../../bytecode/exceptiontable.ts";
import * as OP from "../../bytecode/generated/op.ts";
import { codePositions, decodeLineTable, type Position } from "../../bytecode/linetable.ts";
import { CACHE_COUNTS, FACTS } from "../../bytecode/opcode-properties.ts";
import { audit, auditing } from "../kernel/audit.ts";
import { CODE, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import type { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { addressText } from "../kernel/identity.ts";
import { PyObject, type Value } from "../kernel/object.ts";
import {
  jsString,
  PyBytes,
  PyFloat,
  PyStr,
  PyTuple,
  strFromJs,
  strFromText,
  textOf,
  tuple,
} from "../kernel/payload.ts";
import { hashOf, isEqual, reprText } from "../kernel/protocol.ts";
import { systemError, typeError, valueError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { intArgument } from "./arguments.ts";
import { lines, lnotab, positions } from "./code-lines.ts";
import { codeObjects, constantOfValue, valueOfConstant } from "./constant-values.ts";

const NOT_DECODED = new Uint8Array(0);
const NO_ARGS = new Int32Array(0);
const NOTHING: unknown[] = [];

/** 1 for opcodes whose argument is a distance forwards, -1 for backwards, else 0. */
const JUMP_DIRECTIONS = Int8Array.from({ length: 256 }, (_, op) => {
  const kind = FACTS[op]?.arg;
  return kind === "jump" ? 1 : kind === "jumpBack" ? -1 : 0;
});

/**
 * The value that a call with these positional arguments gives, found without running the code; undefined if it has to run.
 * Nobody must be able to tell the difference but by the time it takes.
 */
export type Shortcut = (globals: PyDict, args: readonly Value[]) => Value | undefined;

export class PyCode extends PyObject {
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly flags: number;
  readonly stacksize: number;
  /** Locals, cells and free variables: where the stack begins in a frame. */
  readonly nlocalsplus: number;
  readonly name: string;
  readonly qualname: string;
  readonly filename: Value;
  readonly firstlineno: number;
  /** Number of parameters if all of them are plain positional ones, else -1: calls with just so many need no binding. */
  plainArguments: number;
  /** Number of parameters, `*args` and `**kwargs` among them: the first so many variables. */
  readonly parameters: number;
  /** Opcode and argument of each code unit; EXTENDED_ARG is folded in. Empty until `decode`. */
  ops: Uint8Array = NOT_DECODED;
  args: Int32Array = NO_ARGS;
  /** `co_consts`. */
  consts: Value[] = NOTHING as Value[];
  nameValues: readonly Value[] = NOTHING as Value[];
  /** Inline caches by instruction index, owned by the VM. */
  caches: unknown[] = NOTHING;
  /** Calls and loop turns, what instructions have worked on, and compiled code: see vm/tiering.ts. */
  heat = 0;
  seen: Uint8Array = NOT_DECODED;
  compiled: unknown = undefined;
  /** See `answerBy`. */
  shortcut: Shortcut | undefined = undefined;
  tier: unknown = undefined;
  private nameTexts: readonly [name: Value, qualname: Value] | undefined = undefined;
  private handlers: ExceptionEntry[] | undefined = undefined;
  private isGuarded: boolean | undefined = undefined;
  private lines: Int32Array | undefined = undefined;
  private constsTuple: PyTuple | undefined = undefined;
  /** The blob has None in place of a constant that only the tuple can hold: it is not the whole code object. */
  hasForeignConstants = false;

  constructor(readonly blob: CodeBlob) {
    super(CODE);
    this.argcount = blob.co_argcount;
    this.posonlyargcount = blob.co_posonlyargcount;
    this.kwonlyargcount = blob.co_kwonlyargcount;
    this.flags = blob.co_flags;
    this.stacksize = blob.co_stacksize;
    this.nlocalsplus = blob.nlocalsplus;
    this.name = blob.co_name;
    this.qualname = blob.co_qualname;
    this.filename = strFromText(blob.co_filename);
    this.firstlineno = blob.co_firstlineno;
    const starred = ((this.flags & CO_VARARGS) !== 0 ? 1 : 0) + ((this.flags & CO_VARKEYWORDS) !== 0 ? 1 : 0);
    this.parameters = this.argcount + this.kwonlyargcount + starred;
    this.plainArguments = this.parameters === this.argcount ? this.argcount : -1;
  }

  /**
   * From now on `shortcut` is asked first when a function of this code is called. The function counts as one whose calls
   * need binding, so that no other call looks for a shortcut.
   */
  answerBy(shortcut: Shortcut): void {
    this.shortcut = shortcut;
    this.plainArguments = -1;
  }

  /** Identifiers, for attribute access; `nameValues` are the same as Python strings for namespaces. */
  get names(): readonly string[] {
    return this.blob.co_names;
  }

  get localsplusnames(): readonly string[] {
    return this.blob.co_localsplusnames;
  }

  get kinds(): Uint8Array {
    return this.blob.co_localspluskinds;
  }

  /** `co_name` and `co_qualname` as Python strings: what functions and generators are called. */
  get nameAndQualname(): readonly [name: Value, qualname: Value] {
    this.nameTexts ??= [strFromJs(this.name), strFromJs(this.qualname)];
    return this.nameTexts;
  }

  get isDecoded(): boolean {
    return this.ops !== NOT_DECODED;
  }

  /** Make everything that execution needs. */
  decode(): void {
    const code = this.blob.co_code;
    const count = code.length >> 1;
    const ops = new Uint8Array(count + 1);
    const args = new Int32Array(count + 1);
    let extended = 0;
    for (let i = 0; i < count; i++) {
      const op = code[2 * i];
      const arg = (extended << 8) | code[2 * i + 1];
      ops[i] = op;
      if (op === OP.EXTENDED_ARG) {
        extended = arg;
        continue;
      }
      extended = 0;
      const next = i + 1 + CACHE_COUNTS[op];
      const direction = JUMP_DIRECTIONS[op];
      args[i] = direction === 0 ? arg : next + direction * arg;
      for (let cache = i + 1; cache < next && cache < count; cache++) ops[cache] = OP.CACHE;
      i = next - 1;
    }
    // Running off the end is an unknown opcode, not a host error.
    ops[count] = OP.RESERVED;
    this.args = args;
    this.consts = this.constants().items;
    this.nameValues = namesAsValues(this.names);
    this.caches = new Array(count + 1).fill(undefined);
    this.seen = new Uint8Array(count + 1);
    this.ops = ops;
  }

  /** Let go of everything that the next execution makes again. No frame may be running it, and no cache lead to it. */
  forget(): void {
    this.ops = NOT_DECODED;
    this.args = NO_ARGS;
    this.consts = NOTHING as Value[];
    this.nameValues = NOTHING as Value[];
    this.caches = NOTHING;
    this.seen = NOT_DECODED;
    this.heat = 0;
    this.nameTexts = undefined;
    this.handlers = undefined;
    this.lines = undefined;
  }

  /** `forget`, and the code itself where it can be read again. */
  forgetBody(): void {
    this.forget();
    if (this.blob.forget()) this.constsTuple = undefined;
  }

  /** `co_consts`, converted once. */
  constants(): PyTuple {
    this.constsTuple ??= new PyTuple(this.blob.co_consts.map(valueOfConstant));
    return this.constsTuple;
  }

  /** Those of `constants()` that there are objects of already. */
  get madeConstants(): readonly Value[] {
    return this.constsTuple?.items ?? [];
  }

  /** The handler that covers the instruction, or undefined. The innermost entry comes last. */
  handlerAt(index: number): ExceptionEntry | undefined {
    this.handlers ??= decodeExceptionTable(this.blob.co_exceptiontable);
    const offset = index * 2;
    for (const entry of this.handlers) {
      if (entry.start > offset) return undefined;
      if (offset < entry.end) return entry;
    }
    return undefined;
  }

  /**
   * Does a `try`, `with` or the like guard a part of it? A generator's own handler for StopIteration does not count, nor
   * do those of `yield from` and `await`.
   */
  get hasHandlers(): boolean {
    if (this.isGuarded === undefined) {
      this.handlers ??= decodeExceptionTable(this.blob.co_exceptiontable);
      const own = this.handlers[0]?.target;
      const code = this.blob.co_code;
      this.isGuarded = this.handlers.some(({ target }) => target !== own && code[target] !== OP.CLEANUP_THROW);
    }
    return this.isGuarded;
  }

  /** Line of the instruction, or -1. */
  lineAt(index: number): number {
    if (this.lines === undefined) {
      const lines = new Int32Array(this.blob.co_code.length >> 1).fill(-1);
      for (const { start, end, lineno } of decodeLineTable(this.blob.co_linetable, this.firstlineno)) {
        lines.fill(lineno, start >> 1, end >> 1);
      }
      this.lines = lines;
    }
    return index < 0 ? this.firstlineno : (this.lines[index] ?? -1);
  }

  /** Source range of the instruction. */
  positionAt(index: number): Position | undefined {
    let at = 0;
    for (const position of codePositions(this.blob.co_linetable, this.firstlineno)) if (at++ === index) return position;
    return undefined;
  }

  /** The names whose kind has one of these bits. */
  namesOfKind(bits: number): string[] {
    return this.localsplusnames.filter((_, i) => (this.kinds[i] & bits) !== 0);
  }
}

/** The code object of a blob; the same one each time. */
export function codeFromBlob(blob: CodeBlob): PyCode {
  return valueOfConstant(blob) as PyCode;
}

codeObjects.make = (blob) => new PyCode(blob);
codeObjects.blobOf = (code) => (code as PyCode).blob;
codeObjects.foreignConstantsOf = (code) =>
  (code as PyCode).hasForeignConstants ? (code as PyCode).constants().items : undefined;

/** Names beyond U+FFFF are other values than their JavaScript strings; hardly any module has one. */
function namesAsValues(names: readonly string[]): readonly Value[] {
  return /[\ud800-\udfff]/.test(names.join("")) ? names.map(strFromJs) : names;
}

const strings = (names: readonly string[]): PyTuple => tuple(names.map(strFromJs));

/** Equal and of the same type throughout, so that 1, 1.0 and True are three constants. */
function sameConstant(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeOf(left) !== typeOf(right)) return false;
  if (left instanceof PyFloat) return Object.is(left.value, (right as PyFloat).value) && left.value === left.value;
  if (left instanceof PyTuple) {
    const others = (right as PyTuple).items;
    return left.items.length === others.length && left.items.every((item, i) => sameConstant(item, others[i]));
  }
  return isEqual(left, right);
}

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, i) => byte === right[i]);
const sameNames = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((name, i) => name === right[i]);

function sameCode(left: PyCode, right: PyCode): boolean {
  const a = left.blob;
  const b = right.blob;
  return (
    a.co_name === b.co_name &&
    a.co_argcount === b.co_argcount &&
    a.co_posonlyargcount === b.co_posonlyargcount &&
    a.co_kwonlyargcount === b.co_kwonlyargcount &&
    a.co_flags === b.co_flags &&
    a.co_firstlineno === b.co_firstlineno &&
    sameBytes(a.co_code, b.co_code) &&
    sameConstant(left.constants(), right.constants()) &&
    sameNames(a.co_names, b.co_names) &&
    sameNames(a.co_localsplusnames, b.co_localsplusnames) &&
    sameBytes(a.co_linetable, b.co_linetable) &&
    sameBytes(a.co_exceptiontable, b.co_exceptiontable)
  );
}

function hash(self: PyCode): number {
  const { blob } = self;
  let result = Number(BigInt.asIntN(32, BigInt(hashOf(strFromJs(blob.co_name)))));
  const mix = (value: number): void => {
    result = (Math.imul(result, 1000003) ^ value) | 0;
  };
  for (const n of [self.argcount, self.posonlyargcount, self.kwonlyargcount, self.flags, self.firstlineno]) mix(n);
  for (const byte of blob.co_code) mix(byte);
  for (const byte of blob.co_linetable) mix(byte);
  return result === -1 ? -2 : result;
}

/** Parts of a code object as Python gives them, before they are checked. */
interface Parts {
  argcount: Value;
  posonlyargcount: Value;
  kwonlyargcount: Value;
  nlocals: Value;
  stacksize: Value;
  flags: Value;
  code: Value;
  consts: Value;
  names: Value;
  varnames: Value;
  filename: Value;
  name: Value;
  qualname: Value;
  firstlineno: Value;
  linetable: Value;
  exceptiontable: Value;
  freevars: Value;
  cellvars: Value;
}

/** As Argument Clinic names what it was given. */
const shownType = (value: Value): string => (value === NONE ? "None" : typeName(value));

function bytesArgument(value: Value, where: string): Uint8Array {
  if (!(value instanceof PyBytes)) throw typeError(`${where} must be bytes, not ${shownType(value)}`);
  return value.bytes;
}

function namesArgument(value: Value, where: string): string[] {
  if (!(value instanceof PyTuple)) throw typeError(`${where} must be tuple, not ${shownType(value)}`);
  return value.items.map((item) => {
    if (typeof item !== "string" && !(item instanceof PyStr)) {
      // Only the constructor looks at the names; replace() finds out when it interns them.
      if (where.startsWith("replace")) throw systemError("non-string found in code slot");
      throw typeError(`name tuples must contain only strings, not '${typeName(item)}'`);
    }
    return jsString(item) as string;
  });
}

function stringArgument(value: Value, where: string): string {
  const text = jsString(value);
  if (text === undefined) throw typeError(`${where} must be str, not ${shownType(value)}`);
  return text;
}

/** Locals, cells and frees in CPython's order: a cell that is also a local stands once. */
function localsplus(
  varnames: string[],
  cellvars: string[],
  freevars: string[],
): { names: string[]; kinds: Uint8Array } {
  const names = varnames.slice();
  const kinds = varnames.map((name) => CO_FAST_LOCAL | (cellvars.includes(name) ? CO_FAST_CELL : 0));
  for (const name of cellvars) {
    if (varnames.includes(name)) continue;
    names.push(name);
    kinds.push(CO_FAST_CELL);
  }
  for (const name of freevars) {
    names.push(name);
    kinds.push(CO_FAST_FREE);
  }
  return { names, kinds: Uint8Array.from(kinds) };
}

function checkSigns(before: string, after: string, numbers: Readonly<Record<string, number>>): void {
  for (const [name, number] of Object.entries(numbers)) if (number < 0) throw valueError(before + name + after);
}

function fromParts(parts: Parts, where: string, same?: PyCode): PyCode {
  const argcount = intArgument(parts.argcount);
  const posonlyargcount = intArgument(parts.posonlyargcount);
  const kwonlyargcount = intArgument(parts.kwonlyargcount);
  const nlocals = intArgument(parts.nlocals);
  if (same === undefined) {
    checkSigns("code: ", " must not be negative", { argcount, posonlyargcount, kwonlyargcount, nlocals });
  } else {
    const [stacksize, flags, firstlineno] = [
      intArgument(parts.stacksize),
      intArgument(parts.flags),
      intArgument(parts.firstlineno),
    ];
    const numbers = { argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, firstlineno };
    checkSigns("co_", " must be a positive integer", numbers);
  }
  const varnames = namesArgument(parts.varnames, `${where} 'co_varnames'`);
  const cellvars = namesArgument(parts.cellvars, `${where} 'co_cellvars'`);
  const freevars = namesArgument(parts.freevars, `${where} 'co_freevars'`);
  const code = bytesArgument(parts.code, `${where} 'co_code'`);
  if (code.length % 2 !== 0 || code.length === 0) throw valueError("code: co_code is malformed");
  if (nlocals !== varnames.length) throw valueError("code: co_nlocals != len(co_varnames)");
  const total =
    argcount + kwonlyargcount + ((intArgument(parts.flags) & 4) >> 2) + ((intArgument(parts.flags) & 8) >> 3);
  if (posonlyargcount > argcount) throw systemError("Objects/codeobject.c:356: bad argument to internal function");
  if (total > varnames.length) throw valueError("code: co_varnames is too small");
  if (!(parts.consts instanceof PyTuple))
    throw typeError(`${where} 'co_consts' must be tuple, not ${shownType(parts.consts)}`);
  const filename = textOf(parts.filename);
  if (filename === undefined) throw typeError(`${where} 'co_filename' must be str, not ${shownType(parts.filename)}`);
  if (auditing.hooks.length > 0) {
    const counts = [
      argcount,
      posonlyargcount,
      kwonlyargcount,
      nlocals,
      intArgument(parts.stacksize),
      intArgument(parts.flags),
    ];
    audit("code.__new__", parts.code, parts.filename, parts.name, ...counts);
  }
  const layout =
    same !== undefined &&
    sameNames(varnames, same.namesOfKind(CO_FAST_LOCAL)) &&
    sameNames(cellvars, same.namesOfKind(CO_FAST_CELL)) &&
    sameNames(freevars, same.namesOfKind(CO_FAST_FREE))
      ? { names: [...same.localsplusnames], kinds: same.kinds }
      : localsplus(varnames, cellvars, freevars);
  const consts = parts.consts;
  const plainConstants = consts.items.map(constantOfValue);
  const blob = new CodeBlob({
    co_argcount: argcount,
    co_posonlyargcount: posonlyargcount,
    co_kwonlyargcount: kwonlyargcount,
    co_stacksize: intArgument(parts.stacksize),
    co_flags: intArgument(parts.flags),
    co_code: code,
    co_consts: plainConstants.map((constant) => constant ?? null),
    co_names: namesArgument(parts.names, `${where} 'co_names'`),
    co_localsplusnames: layout.names,
    co_localspluskinds: layout.kinds,
    co_filename: filename,
    co_name: stringArgument(parts.name, `${where} 'co_name'`),
    co_qualname: stringArgument(parts.qualname, `${where} 'co_qualname'`),
    co_firstlineno: intArgument(parts.firstlineno),
    co_linetable: bytesArgument(parts.linetable, `${where} 'co_linetable'`),
    co_exceptiontable: bytesArgument(parts.exceptiontable, `${where} 'co_exceptiontable'`),
  });
  return codeWithConstants(blob, consts, plainConstants.includes(undefined));
}

/** A code object whose `co_consts` is this very tuple: it may hold values that no constant can stand for. */
function codeWithConstants(blob: CodeBlob, consts: PyTuple, hasForeignConstants: boolean): PyCode {
  const code = new PyCode(blob);
  code.hasForeignConstants = hasForeignConstants;
  (code as unknown as { constsTuple: PyTuple }).constsTuple = consts;
  return code;
}

function partsOf(self: PyCode): Parts {
  const { blob } = self;
  return {
    argcount: self.argcount,
    posonlyargcount: self.posonlyargcount,
    kwonlyargcount: self.kwonlyargcount,
    nlocals: self.namesOfKind(CO_FAST_LOCAL).length,
    stacksize: self.stacksize,
    flags: self.flags,
    code: new PyBytes(blob.co_code),
    consts: self.constants(),
    names: strings(self.names),
    varnames: strings(self.namesOfKind(CO_FAST_LOCAL)),
    filename: self.filename,
    name: strFromJs(self.name),
    qualname: strFromJs(self.qualname),
    firstlineno: self.firstlineno,
    linetable: new PyBytes(blob.co_linetable),
    exceptiontable: new PyBytes(blob.co_exceptiontable),
    freevars: strings(self.namesOfKind(CO_FAST_FREE)),
    cellvars: strings(self.namesOfKind(CO_FAST_CELL)),
  };
}

function replace(self: PyCode, changes: PyDict): Value {
  const parts = partsOf(self);
  for (const [key, value] of changes.entries()) {
    const name = jsString(key) as string;
    const part = name.startsWith("co_") ? (name.slice(3) as keyof Parts) : undefined;
    if (part === undefined || !(part in parts)) {
      throw typeError(`'${name}' is an invalid keyword argument for replace()`);
    }
    parts[part] = value;
  }
  if (!changes.has("co_nlocals") && changes.has("co_varnames") && parts.varnames instanceof PyTuple) {
    parts.nlocals = parts.varnames.items.length;
  }
  return fromParts(parts, "replace() argument", self);
}

completeType<PyCode>(CODE, {
  doc: "Create a code object.  Not for the faint of heart.",
  traits: { weakrefs: true },
  construct: [
    "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)",
    (_cls, ...values: Value[]) => {
      const order = [
        "argcount",
        "posonlyargcount",
        "kwonlyargcount",
        "nlocals",
        "stacksize",
        "flags",
        "code",
        "consts",
        "names",
        "varnames",
        "filename",
        "name",
        "qualname",
        "firstlineno",
        "linetable",
        "exceptiontable",
        "freevars",
        "cellvars",
      ] as const;
      const parts = Object.fromEntries(order.map((name, i) => [name, values[i]])) as unknown as Parts;
      return fromParts(parts, "code() argument");
    },
  ],
  slots: {
    __repr__: (self) => {
      const filename = jsString(self.filename) as string;
      return strFromJs(
        `<code object ${self.name} at ${addressText(self)}, file "${filename}", line ${self.firstlineno || -1}>`,
      );
    },
    __hash__: hash,
    __eq__: (self, other) => (other instanceof PyCode ? sameCode(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyCode ? !sameCode(self, other) : NOT_IMPLEMENTED),
  },
  methods: {
    __sizeof__: ["~($self, /)", undefined, (self: PyCode) => 200 + self.blob.co_code.length + 8 * self.nlocalsplus],
    co_lines: ["~($self, /)", undefined, lines],
    co_positions: ["~($self, /)", undefined, positions],
    replace: [
      "($self, /, **changes)",
      "Return a copy of the code object with new values for the specified fields.",
      replace,
    ],
    _varname_from_oparg: [
      "($self, /, oparg)",
      "(internal-only) Return the local variable name for the given oparg.\n\nWARNING: this method is for internal use only and may change or go away.",
      (self: PyCode, oparg: Value) => {
        const name = self.localsplusnames[intArgument(oparg)];
        if (name === undefined) throw valueError(`tuple index out of range: ${reprText(oparg)}`);
        return strFromJs(name);
      },
    ],
  },
  members: {
    co_argcount: [(self) => self.argcount],
    co_posonlyargcount: [(self) => self.posonlyargcount],
    co_kwonlyargcount: [(self) => self.kwonlyargcount],
    co_stacksize: [(self) => self.stacksize],
    co_flags: [(self) => self.flags],
    co_nlocals: [(self) => self.namesOfKind(CO_FAST_LOCAL).length],
    co_consts: [(self) => self.constants()],
    co_names: [(self) => strings(self.names)],
    co_filename: [(self) => self.filename],
    co_name: [(self) => strFromJs(self.name)],
    co_qualname: [(self) => strFromJs(self.qualname)],
    co_firstlineno: [(self) => self.firstlineno],
    co_linetable: [(self) => new PyBytes(self.blob.co_linetable)],
    co_exceptiontable: [(self) => new PyBytes(self.blob.co_exceptiontable)],
  },
  getset: {
    co_lnotab: [
      (self) => {
        hooks.warn(EXCEPTIONS.DeprecationWarning, "co_lnotab is deprecated, use co_lines instead.", 1);
        return lnotab(self);
      },
    ],
    _co_code_adaptive: [(self) => new PyBytes(self.blob.co_code)],
    co_varnames: [(self) => strings(self.namesOfKind(CO_FAST_LOCAL))],
    co_cellvars: [(self) => strings(self.namesOfKind(CO_FAST_CELL))],
    co_freevars: [(self) => strings(self.namesOfKind(CO_FAST_FREE))],
    co_code: [(self) => new PyBytes(self.blob.co_code)],
  },
});

/** Is the variable hidden from `locals()` (a comprehension's, inlined in a module or class)? */
export function isHidden(kind: number): boolean {
  return (kind & CO_FAST_HIDDEN) !== 0;
}
