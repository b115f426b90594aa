/**
 * What is in a `.pyc`: its header, whether it still fits its source, and its code objects, as plain data that JSON can hold.
 */
import { MarshalError } from "../../bytecode/marshalformat.ts";
import { type MarshalSpan, mapMarshal } from "../../bytecode/marshalmap.ts";
import { PYC_HEADER_SIZE, type PycValidity, parsePycHeader, readPycCode, sourceHash } from "../../bytecode/pyc.ts";
import { type CodeReport, reportCode } from "../../embed/stages/code.ts";
import { type Host, HostError } from "../../host/host.ts";

export interface HeaderField {
  readonly offset: number;
  readonly bytes: string;
  readonly name: string;
  readonly meaning: string;
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
      code: reportCode(code),
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
