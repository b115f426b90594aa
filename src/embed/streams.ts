/**
 * sys.stdin, sys.stdout and sys.stderr (CPython Python/pylifecycle.c: create_stdio).
 */
import { host } from "../host/current.ts";
import { BUFFERED_READER, BUFFERED_WRITER } from "../native/_io/buffered.ts";
import { FILE_IO } from "../native/_io/fileio.ts";
import { TEXT_IO_WRAPPER } from "../native/_io/textio.ts";
import { getAttr, setAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import type { Value } from "../objects/kernel/object.ts";
import { strFromJs } from "../objects/kernel/payload.ts";
import { PyError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import type { Config } from "../vm/config.ts";

type Name = "stdin" | "stdout" | "stderr";

function isOpen(fd: number): boolean {
  try {
    host().files.fstat(fd);
    return true;
  } catch {
    return false;
  }
}

/** The name that the codec itself has. */
function canonicalName(encoding: string): Value {
  return getAttr(call(getAttr(hooks.importModule("_codecs"), "lookup"), strFromJs(encoding)), "name");
}

/** The names of the C locale, and of those that CPython puts in its place (PEP 538). */
const C_LOCALES = new Set(["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"]);

/** What becomes of bytes that are no text: in the C locale, and in UTF-8 mode, they are let through. */
function defaultErrors(config: Config): string {
  const { environment } = host().process;
  const named = ["LC_ALL", "LC_CTYPE", "LANG"].map((name) => environment.get(name)).find((name) => name) ?? "C";
  return config.utf8Mode || C_LOCALES.has(named) ? "surrogateescape" : "strict";
}

/** PYTHONIOENCODING, `[encoding][:[errors]]`: what it leaves open is undefined. */
function chosenCodec(text: string | undefined): { encoding: string | undefined; errors: string | undefined } {
  const [encoding = "", errors = ""] = text?.split(":") ?? [];
  return {
    encoding: encoding === "" ? undefined : encoding,
    errors: errors !== "" ? errors : encoding === "" ? undefined : "strict",
  };
}

/** One stream; None if its descriptor is closed. */
function makeStream(fd: number, name: Name, config: Config): Value {
  if (!isOpen(fd)) return NONE;
  const writing = name !== "stdin";
  const raw = call(FILE_IO, fd, writing ? "w" : "r", false);
  const terminal = host().files.isatty(fd);
  const unbuffered = writing && config.unbuffered;
  const binary = unbuffered ? raw : call(writing ? BUFFERED_WRITER : BUFFERED_READER, raw);
  setAttr(raw, "name", `<${name}>`);
  const chosen = chosenCodec(config.ioEncoding);
  const encoding = chosen.encoding === undefined ? "utf-8" : canonicalName(chosen.encoding);
  const errors = name === "stderr" ? "backslashreplace" : (chosen.errors ?? defaultErrors(config));
  const lineBuffering = terminal || name === "stderr";
  const newline = writing ? "\n" : NONE;
  const stream = call(TEXT_IO_WRAPPER, binary, encoding, errors, newline, lineBuffering && !unbuffered, unbuffered);
  setAttr(stream, "mode", writing ? "w" : "r");
  return stream;
}

/** Put the three streams, and the originals, into `sys`. */
export function addStreams(sysDict: PyDict, config: Config): void {
  for (const [fd, name] of (["stdin", "stdout", "stderr"] as const).entries()) {
    const stream = makeStream(fd, name, config);
    sysDict.set(name, stream);
    sysDict.set(`__${name}__`, stream);
  }
}

/** Flush stdout and stderr; false if stdout could not be. */
export function flushStreams(sysDict: PyDict): boolean {
  let fine = true;
  for (const name of ["stdout", "stderr"]) {
    const stream = sysDict.get(name);
    if (stream === undefined || stream === NONE) continue;
    try {
      if (getAttr(stream, "closed") !== true) call(getAttr(stream, "flush"));
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      if (name !== "stdout") continue;
      fine = false;
      hooks.unraisable(error.exception, undefined, stream);
    }
  }
  return fine;
}
