/**
 * What is in a `.pyc`: its header, whether it still fits its source, and its code objects, as plain data that JSON can hold.
 */
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_FAST_LOCAL,
  CO_FUTURE_ANNOTATIONS,
  CO_FUTURE_BARRY_AS_BDFL,
  CO_FUTURE_GENERATOR_STOP,
  CO_GENERATOR,
  CO_ITERABLE_COROUTINE,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  CodeBlob,
} from "../../bytecode/code.ts";
import {
  DictConstant,
  ListConstant,
  type Plain,
  SetConstant,
  StopIterationConstant,
  type Text,
} from "../../bytecode/constants.ts";
import { codeRepr, disassemble } from "../../bytecode/dis.ts";
import { decodeExceptionTable, type ExceptionEntry } from "../../bytecode/exceptiontable.ts";
import { decodeLineTable, type PositionRange } from "../../bytecode/linetable.ts";
import { MarshalError } from "../../bytecode/marshalformat.ts";
import { type MarshalSpan, mapMarshal } from "../../bytecode/marshalmap.ts";
import { PYC_HEADER_SIZE, type PycValidity, parsePycHeader, readPycCode, sourceHash } from "../../bytecode/pyc.ts";
import { stringOfCodePoints } from "../../bytecode/surrogatepass.ts";
import { constantRepr } from "../../compile/constantrepr.ts";
import { type Host, HostError } from "../../host/host.ts";

export interface HeaderField {
  readonly offset: number;
  readonly bytes: string;
  readonly name: string;
  readonly meaning: string;
}

export interface CodeReport {
  /** `#0` for the module, the others by the order in which the tree is read; it stands for the address in `repr`. */
  readonly id: string;
  readonly name: string;
  readonly qualname: string;
  readonly firstlineno: number;
  readonly argcount: number;
  readonly posonlyargcount: number;
  readonly kwonlyargcount: number;
  readonly stacksize: number;
  readonly flags: number;
  readonly flagNames: readonly string[];
  readonly filename: string;
  readonly consts: readonly string[];
  readonly names: readonly string[];
  readonly variables: readonly { readonly name: string; readonly kind: string }[];
  readonly lines: readonly PositionRange[];
  readonly exceptions: readonly ExceptionEntry[];
  /** `dis` of this code object alone. */
  readonly disassembly: string;
  /** The code objects among the constants. */
  readonly nested: readonly CodeReport[];
}

export interface PycReport {
  readonly file: string;
  readonly size: number;
  readonly header: readonly HeaderField[];
  /** How it is told whether the file is stale; null if the header is no good. */
  readonly validity: PycValidity["kind"] | null;
  readonly source: { readonly file: string; readonly verdict: string } | null;
  readonly code: CodeReport | null;
  /** Why there is no code object. */
  readonly problem: string | null;
  readonly spans: readonly MarshalSpan[];
}

const FLAG_NAMES: readonly [number, string][] = [
  [CO_OPTIMIZED, "OPTIMIZED"],
  [CO_NEWLOCALS, "NEWLOCALS"],
  [CO_VARARGS, "VARARGS"],
  [CO_VARKEYWORDS, "VARKEYWORDS"],
  [CO_NESTED, "NESTED"],
  [CO_GENERATOR, "GENERATOR"],
  [CO_COROUTINE, "COROUTINE"],
  [CO_ITERABLE_COROUTINE, "ITERABLE_COROUTINE"],
  [CO_ASYNC_GENERATOR, "ASYNC_GENERATOR"],
  [CO_FUTURE_BARRY_AS_BDFL, "FUTURE_BARRY_AS_BDFL"],
  [CO_FUTURE_GENERATOR_STOP, "FUTURE_GENERATOR_STOP"],
  [CO_FUTURE_ANNOTATIONS, "FUTURE_ANNOTATIONS"],
];

/** Magic numbers of the versions whose files are met in the wild: the last of each (Lib/importlib/_bootstrap_external.py). */
const MAGIC_VERSIONS: readonly [number, string][] = [
  [3379, "Python 3.6"],
  [3394, "Python 3.7"],
  [3413, "Python 3.8"],
  [3425, "Python 3.9"],
  [3439, "Python 3.10"],
  [3495, "Python 3.11"],
  [3531, "Python 3.12"],
  [3571, "Python 3.13"],
];

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join(" ");

export function reportPyc(file: string, bytes: Uint8Array, world: Host): PycReport {
  const parsed = parsePycHeader(bytes);
  const validity = parsed.kind === "problem" ? null : parsed;
  const common = { file, size: bytes.length, header: headerFields(bytes, validity), validity: validity?.kind ?? null };
  if (validity === null) {
    const problem = parsed.kind === "problem" ? parsed.problem : null;
    return { ...common, source: null, code: null, problem, spans: [] };
  }
  const source = sourceVerdict(file, validity, world);
  try {
    const code = readPycCode(bytes);
    if (code === undefined) return { ...common, source, code: null, problem: "the object in it is no code", spans: [] };
    return {
      ...common,
      source,
      code: reportCode(code, new Ids()),
      problem: null,
      spans: mapMarshal(bytes, PYC_HEADER_SIZE),
    };
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
    return { ...common, source, code: null, problem: `${error.pythonType}: ${error.message}`, spans: [] };
  }
}

function headerFields(bytes: Uint8Array, validity: PycValidity | null): HeaderField[] {
  const fields: HeaderField[] = [];
  const add = (offset: number, length: number, name: string, meaning: string): void => {
    const part = bytes.subarray(offset, offset + length);
    if (part.length > 0) fields.push({ offset, bytes: hexOf(part), name, meaning });
  };
  add(0, 4, "magic", magicMeaning(bytes));
  if (bytes.length < PYC_HEADER_SIZE) {
    add(4, PYC_HEADER_SIZE - 4, "header", "cut short");
    return fields;
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint32(4, true);
  add(4, 4, "flags", flagsMeaning(flags, validity));
  if (validity === null) add(8, 8, "header", "not read");
  else if (validity.kind === "timestamp") {
    add(8, 4, "mtime", `${validity.mtime}: ${timeText(validity.mtime)}`);
    add(12, 4, "size", `${validity.size} bytes of source`);
  } else add(8, 8, "hash", "SipHash-1-3 of the source's bytes");
  return fields;
}

function magicMeaning(bytes: Uint8Array): string {
  if (bytes.length < 4) return "cut short";
  const number = bytes[0]! | (bytes[1]! << 8);
  if (bytes[2] !== 0x0d || bytes[3] !== 0x0a) return 'no .pyc: "\\r\\n" does not follow the number';
  const found = MAGIC_VERSIONS.find(([magic]) => magic === number);
  return `${number}${found === undefined ? ", of no version that was released" : `: ${found[1]}`}`;
}

function flagsMeaning(flags: number, validity: PycValidity | null): string {
  switch (validity?.kind) {
    case "timestamp":
      return "stale if time or size of the source differ";
    case "checkedHash":
      return "stale if the hash of the source differs";
    case "uncheckedHash":
      return "has a hash of the source, but is never stale";
  }
  return flags > 3 ? "unknown flags" : "not read";
}

function timeText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace("T", " ").replace(".000Z", " UTC");
}

/** `folder/__pycache__/name.tag.pyc` belongs to `folder/name.py`, `folder/name.pyc` too. */
export function sourceOf(file: string): string {
  const slash = file.lastIndexOf("/") + 1;
  const folder = file.slice(0, slash);
  const name = file.slice(slash);
  const inCache = /^(.*\/)?__pycache__\/$/.exec(folder);
  if (inCache === null) return `${folder}${name.replace(/\.pyc$/, "")}.py`;
  return `${inCache[1] ?? ""}${name.split(".")[0]}.py`;
}

function sourceVerdict(file: string, validity: PycValidity, world: Host): { file: string; verdict: string } {
  const source = sourceOf(file);
  try {
    if (validity.kind === "timestamp") {
      const { mtimeNs, size } = world.files.stat(source);
      const mtime = Number(BigInt.asUintN(32, mtimeNs / 1_000_000_000n));
      if (mtime !== validity.mtime) return { file: source, verdict: `stale: its mtime is ${mtime}` };
      if (size % 2 ** 32 !== validity.size) return { file: source, verdict: `stale: its size is ${size}` };
      return { file: source, verdict: "fits: same mtime and size" };
    }
    const same = hexOf(sourceHash(world.files.readFile(source))) === hexOf(validity.hash.subarray(0, 8));
    if (same) return { file: source, verdict: "fits: same hash" };
    return {
      file: source,
      verdict: validity.kind === "checkedHash" ? "stale: another hash" : "another hash, unchecked",
    };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { file: source, verdict: "cannot be read" };
  }
}

/** Numbers code objects as they are met. One that is a constant twice has one number. */
class Ids {
  readonly #ids = new Map<CodeBlob, string>();

  of(code: CodeBlob): string {
    const id = this.#ids.get(code) ?? `#${this.#ids.size}`;
    this.#ids.set(code, id);
    return id;
  }
}

function reportCode(code: CodeBlob, ids: Ids): CodeReport {
  const id = ids.of(code);
  const nested = code.co_consts.filter((value) => value instanceof CodeBlob).map((each) => reportCode(each, ids));
  const repr = (value: Plain): string => reprOf(value, ids);
  return {
    id,
    name: code.co_name,
    qualname: code.co_qualname,
    firstlineno: code.co_firstlineno,
    argcount: code.co_argcount,
    posonlyargcount: code.co_posonlyargcount,
    kwonlyargcount: code.co_kwonlyargcount,
    stacksize: code.co_stacksize,
    flags: code.co_flags,
    flagNames: FLAG_NAMES.filter(([bit]) => (code.co_flags & bit) !== 0).map(([, name]) => name),
    filename: plainText(code.co_filename),
    consts: code.co_consts.map(repr),
    names: code.co_names,
    variables: code.co_localsplusnames.map((name, i) => ({ name, kind: kindText(code.co_localspluskinds[i] ?? 0) })),
    lines: [...decodeLineTable(code.co_linetable, code.co_firstlineno)],
    exceptions: decodeExceptionTable(code.co_exceptiontable),
    disassembly: disassemble(code, { repr, addressOf: (each) => ids.of(each), depth: 0 }),
    nested,
  };
}

function kindText(kind: number): string {
  const parts: string[] = [];
  if ((kind & CO_FAST_LOCAL) !== 0) parts.push("local");
  if ((kind & CO_FAST_CELL) !== 0) parts.push("cell");
  if ((kind & CO_FAST_FREE) !== 0) parts.push("free");
  if ((kind & CO_FAST_HIDDEN) !== 0) parts.push("of an inlined comprehension");
  return parts.join(", ");
}

function plainText(text: Text): string {
  return typeof text === "string" ? text : stringOfCodePoints(text.codePoints);
}

/** `repr`; a damaged file may hold what no compiler puts among the constants, also lists that hold themselves. */
function reprOf(value: Plain, ids: Ids): string {
  if (value instanceof CodeBlob) return codeRepr(value, { addressOf: (each) => ids.of(each) });
  if (value instanceof ListConstant || value instanceof SetConstant) return `<${value.kind} of ${value.items.length}>`;
  if (value instanceof DictConstant) return `<dict of ${value.entries.length}>`;
  if (value instanceof StopIterationConstant) return "StopIteration";
  if (typeof value === "object" && value !== null && "items" in value && !value.items.every(isConstant)) {
    return `<${value.kind} of ${value.items.length}>`;
  }
  return constantRepr(value);
}

function isConstant(value: Plain): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (value instanceof CodeBlob || value.kind === "list" || value.kind === "set" || value.kind === "dict") return false;
  if (value instanceof StopIterationConstant) return false;
  return "items" in value ? value.items.every(isConstant) : true;
}
