/**
 * io.open: from a file name and a mode to the right stack of streams (CPython Modules/_io/_iomodule.c).
 */
import { host } from "../../host/current.ts";
import { getAttr, setAttr } from "../../objects/kernel/attribute.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { fspath } from "../posix/paths.ts";
import { BUFFERED_RANDOM, BUFFERED_READER, BUFFERED_WRITER } from "./buffered.ts";
import { FILE_IO, type PyFileIO } from "./fileio.ts";
import { TEXT_IO_WRAPPER } from "./textio.ts";

interface Mode {
  /** For FileIO. */
  readonly raw: string;
  readonly reading: boolean;
  readonly updating: boolean;
  readonly binary: boolean;
}

function parseMode(mode: string): Mode {
  const seen = new Set<string>();
  for (const c of mode) {
    if (!"xrwabt+".includes(c) || seen.has(c)) throw valueError(`invalid mode: '${mode}'`);
    seen.add(c);
  }
  const kinds = [..."xrwa"].filter((c) => seen.has(c));
  if (seen.has("t") && seen.has("b")) throw valueError("can't have text and binary mode at once");
  if (kinds.length !== 1) throw valueError("must have exactly one of create/read/write/append mode");
  return {
    raw: kinds[0] + (seen.has("+") ? "+" : ""),
    reading: seen.has("r"),
    updating: seen.has("+"),
    binary: seen.has("b"),
  };
}

function refuseTextArguments(encoding: Value, errors: Value, newline: Value): void {
  if (encoding !== NONE) throw valueError("binary mode doesn't take an encoding argument");
  if (errors !== NONE) throw valueError("binary mode doesn't take an errors argument");
  if (newline !== NONE) throw valueError("binary mode doesn't take a newline argument");
}

export function open(
  file: Value,
  mode: Value,
  buffering: Value,
  encoding: Value,
  errors: Value,
  newline: Value,
  closefd: Value,
  opener: Value,
): Value {
  const modeText = jsString(mode);
  if (modeText === undefined) throw typeError(`open() argument 'mode' must be str, not ${typeName(mode)}`);
  const path = typeof file === "object" && file.cls.slots.__index__ === undefined ? fspath(file) : file;
  const parsed = parseMode(modeText);
  if (parsed.binary) refuseTextArguments(encoding, errors, newline);
  let size = Number(toIndex(buffering));
  if (parsed.binary && size === 1) {
    hooks.warn(
      EXCEPTIONS.RuntimeWarning,
      "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
      1,
    );
  }
  const raw = callWith(FILE_IO, [path, parsed.raw, isTrue(closefd), opener]) as PyFileIO;
  let result: Value = raw;
  try {
    const terminal = host().files.isatty(raw.fd);
    const lineBuffering = size === 1 || (size < 0 && terminal);
    if (size < 0 || size === 1) size = raw.blockSize;
    if (size === 0) {
      if (!parsed.binary) throw valueError("can't have unbuffered text I/O");
      return raw;
    }
    const type = parsed.updating ? BUFFERED_RANDOM : parsed.reading ? BUFFERED_READER : BUFFERED_WRITER;
    result = call(type, raw, size);
    if (parsed.binary) return result;
    result = call(TEXT_IO_WRAPPER, result, encoding, errors, newline, lineBuffering);
    setAttr(result, "mode", modeText);
    return result;
  } catch (error) {
    call(getAttr(result, "close"));
    throw error;
  }
}
