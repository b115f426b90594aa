/**
 * Paths between Python and the host: str, bytes and os.PathLike (CPython's path_t converter), and
 * HostError to OSError.
 *
 * File names are bytes on Linux. A str stands for its UTF-8 bytes, with undecodable bytes as lone
 * surrogates (PEP 383).
 */
import type { WideText } from "../../bytecode/constants.ts";
import { errorText } from "../../host/errno.ts";
import { HostError, type HostPath } from "../../host/host.ts";
import { callSpecial } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, strFromCodePoints, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { overflowError, raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { osError } from "../../objects/types/exceptions/os_error.ts";
import { unicodeEncodeError } from "../../objects/types/exceptions/unicode_error.ts";
import { codePointsOf } from "../../objects/types/text.ts";

const encoder = new TextEncoder();

/** `os.fspath(value)`: a str or bytes. */
export function fspath(value: Value): Value {
  if (textOf(value) !== undefined || value instanceof PyBytes) return value;
  const path = callSpecial(value, "__fspath__", []);
  if (path === undefined) throw typeError(`expected str, bytes or os.PathLike object, not ${typeName(value)}`);
  if (textOf(path) !== undefined || path instanceof PyBytes) return path;
  throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
}

/** A str, bytes or PathLike argument as a str (CPython's PyUnicode_FSDecoder). */
export function decodedPath(value: Value): Value {
  const path = fspath(value);
  const text = path instanceof PyBytes ? decodePath(path.bytes) : path;
  if (codePointsOf(textOf(text) ?? "").includes(0)) throw valueError("embedded null character");
  return text;
}

/** A path argument: what the host takes, and what an error shows. */
export interface Path {
  readonly host: HostPath;
  readonly shown: Value;
  /** Results about this path come as bytes. */
  readonly isBytes: boolean;
}

const PATH_KINDS = "string, bytes or os.PathLike";

/** The path of a str, bytes or PathLike argument of a posix function; `kinds` are those that an error names. */
export function pathArgument(value: Value, functionName: string, argument = "path", kinds = PATH_KINDS): Path {
  return withoutNull(uncheckedPathArgument(value, functionName, argument, kinds), functionName, argument);
}

/** The same, with what no system takes in a path. */
export function uncheckedPathArgument(value: Value, functionName: string, argument = "path", kinds = PATH_KINDS): Path {
  const isPath = textOf(value) !== undefined || value instanceof PyBytes;
  return hostPath(isPath ? value : pathOf(value, functionName, argument, kinds));
}

function pathOf(value: Value, functionName: string, argument: string, kinds: string): Value {
  const path = callSpecial(value, "__fspath__", []);
  if (path === undefined) {
    throw typeError(`${functionName}: ${argument} should be ${kinds}, not ${typeName(value)}`);
  }
  if (textOf(path) === undefined && !(path instanceof PyBytes)) {
    throw typeError(`expected ${typeName(value)}.__fspath__() to return str or bytes, not ${typeName(path)}`);
  }
  return path;
}

function hostPath(path: Value): Path {
  if (path instanceof PyBytes) return { host: path.bytes, shown: path, isBytes: true };
  const text = textOf(path) as string | WideText;
  return { host: typeof text === "string" ? text : encodePath(text, path), shown: path, isBytes: false };
}

function withoutNull(path: Path, functionName: string, argument: string): Path {
  const { host } = path;
  if (typeof host === "string" ? host.includes("\0") : host.includes(0)) {
    throw valueError(`${functionName}: embedded null character in ${argument}`);
  }
  return path;
}

/** UTF-8 with surrogateescape. A string where no escape was needed. */
function encodePath(text: WideText, path: Value): HostPath {
  const { codePoints } = text;
  if (!codePoints.some((c) => c >= 0xd800 && c <= 0xdfff)) return String.fromCodePoint(...codePoints);
  const bytes: number[] = [];
  codePoints.forEach((c, i) => {
    if (c >= 0xdc80 && c <= 0xdcff) bytes.push(c - 0xdc00);
    else if (c >= 0xd800 && c <= 0xdfff) throw unicodeEncodeError("utf-8", path, i, i + 1, "surrogates not allowed");
    else bytes.push(...encoder.encode(String.fromCodePoint(c)));
  });
  return Uint8Array.from(bytes);
}

/** A name from the host as str (or bytes, if the question was in bytes). */
export function pathValue(path: HostPath, isBytes: boolean): Value {
  if (isBytes) return new PyBytes(typeof path === "string" ? encoder.encode(path) : path);
  return typeof path === "string" ? strFromJs(path) : decodePath(path);
}

/** Bytes that are no UTF-8 become U+DC80..U+DCFF. */
function decodePath(bytes: Uint8Array): Value {
  const codePoints: number[] = [];
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i];
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      codePoints.push(decoder.decode(bytes.subarray(i, i + length)).codePointAt(0) as number);
      i += length;
    } catch {
      codePoints.push(0xdc00 + lead);
      i++;
    }
  }
  return strFromCodePoints(codePoints);
}

/** Run a host call; its failure becomes an OSError that names these paths. */
export function system<T>(body: () => T, path?: Value, path2?: Value): T {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw osError(error.errno, errorText(error.errno), path, path2);
  }
}

/** A file descriptor argument: an int, or an object with `fileno()` where CPython takes one. */
export function descriptor(value: Value): number {
  const fd = toIndex(value);
  if (typeof fd === "bigint" || fd > 0x7fffffff) throw overflowError("Python int too large to convert to C int");
  if (fd < -0x80000000) throw overflowError("Python int too small to convert to C int");
  return fd;
}

/** An argument that may be a path or an open descriptor. */
export function pathOrDescriptor(value: Value, functionName: string): Path | number {
  if (textOf(value) === undefined && !(value instanceof PyBytes)) {
    if (intOf(value) !== undefined || typeOf(value).slots.__index__ !== undefined) return descriptor(value);
    if (callSpecialMissing(value)) {
      throw typeError(`${functionName}: path should be string, bytes, os.PathLike or integer, not ${typeName(value)}`);
    }
  }
  return pathArgument(value, functionName);
}

function callSpecialMissing(value: Value): boolean {
  return typeOf(value).mro.every((each) => !each.attributes.has("__fspath__"));
}

/** Refuse `dir_fd`: descriptors of folders cannot be used as the start of a path here. */
export function refuseDirectoryDescriptor(value: Value): void {
  if (value === NONE) return;
  throw notAvailable("dir_fd");
}

function notAvailable(argument: string): unknown {
  return raise("NotImplementedError", `${argument} unavailable on this platform`);
}
