/**
 * Paths between Python and the host: str, bytes and os.PathLike (CPython's path_t converter), and
 * HostError to OSError.
 *
 * File names are bytes on Linux. A str stands for its UTF-8 bytes, with undecodable bytes as lone
 * surrogates (PEP 383).
 */

import type { WideText } from "../../bytecode/constants.ts";
import { host } from "../../host/current.ts";
import { HostError, type HostPath } from "../../host/host.ts";
import { callSpecial } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes, strFromCodePoints, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { overflowError, raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { unicodeEncodeError } from "../../objects/types/exceptions/unicode_error.ts";
import { codePointsOf } from "../../objects/types/text.ts";
import { osErrorOf } from "../os-errors.ts";

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

/** A str, bytes or PathLike argument as the system takes it (CPython's PyUnicode_FSConverter). */
export function encodedPath(value: Value): HostPath {
  const { host: path } = hostPath(fspath(value));
  if (typeof path === "string" ? path.includes("\0") : path.includes(0)) throw valueError("embedded null byte");
  return path;
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
    throw osErrorOf(error.code, path, path2);
  }
}

/** A descriptor where a path could be as well, or a folder to start at; C words its OverflowError so. */
function pathDescriptor(value: Value): number {
  const fd = toIndex(value);
  if (fd > 0x7fffffff) throw overflowError("fd is greater than maximum");
  if (fd < -0x80000000) throw overflowError("fd is less than minimum");
  return Number(fd);
}

/** What C calls a path that may be a descriptor is taken for none if the descriptor is -1. */
const NO_DESCRIPTOR = -1;

interface DescriptorOptions {
  /** None is the working folder, and so is -1. */
  readonly orNone?: boolean;
  readonly dirFd?: Value;
}

/** An argument that may be a path or an open descriptor; a path begins at `dirFd` as in `pathBelow`. */
export function pathOrDescriptor(
  value: Value,
  functionName: string,
  { orNone = false, dirFd = NONE }: DescriptorOptions = {},
): Path | number {
  const kinds = orNone ? "string, bytes, os.PathLike, integer or None" : "string, bytes, os.PathLike or integer";
  if (orNone && value === NONE) return hostPath(".");
  const isText = textOf(value) !== undefined || value instanceof PyBytes;
  if (isText || typeOf(value).slots.__index__ === undefined) {
    return below(pathArgument(value, functionName, "path", kinds), folderDescriptor(dirFd));
  }
  const fd = pathDescriptor(value);
  if (folderDescriptor(dirFd) !== null) throw valueError(`${functionName}: can't specify dir_fd without matching path`);
  if (fd !== NO_DESCRIPTOR) return fd;
  if (orNone) return hostPath(".");
  throw osErrorOf("EFAULT", value);
}

/** The descriptor of the folder that a `dir_fd` argument stands for; null for the working folder. */
function folderDescriptor(value: Value): number | null {
  if (value === NONE) return null;
  if (typeOf(value).slots.__index__ === undefined) {
    throw typeError(`argument should be integer or None, not ${typeName(value)}`);
  }
  return pathDescriptor(value);
}

/** A path argument that, unless it is absolute, begins at the open folder `dirFd` (openat(2)). */
export function pathBelow(value: Value, dirFd: Value, functionName: string, argument = "path"): Path {
  return below(pathArgument(value, functionName, argument), folderDescriptor(dirFd));
}

function below(path: Path, fd: number | null): Path {
  const first = path.host[0];
  if (fd === null || first === undefined || first === "/" || first === SLASH) return path;
  return { ...path, host: joinPath(folderPath(fd, path.shown), path.host) };
}

/** The path that an open folder has for the names in it. */
function folderPath(fd: number, shown: Value): HostPath {
  try {
    return host().files.folderPath(fd);
  } catch (error) {
    if (error instanceof HostError && error.code === "ENOSYS") {
      throw raise("NotImplementedError", "dir_fd unavailable on this platform");
    }
    return system(() => {
      throw error;
    }, shown);
  }
}

/** A path itself, or that of an open folder. */
export function folderOf(given: Path | number): HostPath {
  return typeof given === "number" ? host().files.folderPath(given) : given.host;
}

const SLASH = 47;

/** A name in a folder. */
export function joinPath(folder: HostPath, name: HostPath): HostPath {
  if (typeof folder === "string" && typeof name === "string") {
    return folder === "" || folder.endsWith("/") ? folder + name : `${folder}/${name}`;
  }
  const encode = (part: HostPath) => (typeof part === "string" ? encoder.encode(part) : part);
  const first = encode(folder);
  const separator = first.length === 0 || first.at(-1) === SLASH ? [] : [SLASH];
  return Uint8Array.from([...first, ...separator, ...encode(name)]);
}
