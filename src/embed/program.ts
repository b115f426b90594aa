/**
 * Running the main program (CPython Modules/main.c): a file, a folder or zip, a module, a command, stdin.
 */

import { CodeBlob } from "../bytecode/code.ts";
import { readUnchanging } from "../bytecode/marshalcode.ts";
import { MarshalError } from "../bytecode/marshalformat.ts";
import { PYC_HEADER_SIZE, PYC_MAGIC } from "../bytecode/pyc.ts";
import { host, writeText } from "../host/current.ts";
import { HostError } from "../host/host.ts";
import { flushUnwritten } from "../native/_io/unwritten.ts";
import { runExitFunctions } from "../native/atexit.ts";
import { printException } from "../native/sys/excepthook.ts";
import { state as sysState } from "../native/sys/functions.ts";
import { getAttr, lookupAttr } from "../objects/kernel/attribute.ts";
import { audit } from "../objects/kernel/audit.ts";
import { call } from "../objects/kernel/call.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { intOf, type PyBaseException, PyList, type PyModule, strFromJs } from "../objects/kernel/payload.ts";
import { strText } from "../objects/kernel/protocol.ts";
import { PyError, runtimeError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { codeFromBlob, type PyCode } from "../objects/types/code.ts";
import { limits } from "../objects/types/int-limits.ts";
import { concatenate } from "../util/binary/concatenate.ts";
import type { Config } from "../vm/config.ts";
import { endAll } from "../vm/heap/lifetimes.ts";
import type { Interpreter } from "../vm/interpreter.ts";
import { recover } from "../vm/scheduler/scheduler.ts";
import { current } from "../vm/thread.ts";
import { compileToPython } from "./compiling.ts";
import { checkFileSource } from "./file-source.ts";
import { flushStreams } from "./streams.ts";

export interface Program {
  readonly interpreter: Interpreter;
  readonly config: Config;
  readonly main: PyModule;
  /** The shell has begun: SystemExit ends it, also after -i. */
  shell?: boolean;
}

/** Nobody caught KeyboardInterrupt: the process is to die of SIGINT once all is tidied up. */
const INTERRUPTED = -2;

export function writeError(text: string): void {
  writeText(2, text);
}

/** Compile with the interpreter's settings, as source of the main program. */
export function compileMain(
  config: Config,
  source: Uint8Array | string,
  filename: Value,
  mode: "exec" | "single",
): PyCode {
  if (source instanceof Uint8Array) checkFileSource(source, filename);
  return compileToPython(
    { source, filename, mode, flags: 0, optimize: -1, featureVersion: -1 },
    { optimize: config.optimize, maxIntDigits: () => limits.maxStrDigits, debugRanges: config.debugRanges },
  ) as PyCode;
}

/** Can a shell talk to whoever holds standard input? */
export function isStdinInteractive(config: Config): boolean {
  return config.interactive || host().files.isatty(0);
}

/**
 * What comes before the prompt of a shell without a program: the current folder in sys.path, the file of PYTHONSTARTUP, and
 * sys.__interactivehook__.
 */
export function runShellStartup(program: Program): void {
  if (!program.config.safePath) insertPath(program, "");
  const path = program.config.ignoreEnvironment ? undefined : host().process.environment.get("PYTHONSTARTUP");
  if (path !== undefined && path !== "") guard(program, () => runStartupFile(program, path));
  const hook = program.interpreter.sysDict.get("__interactivehook__");
  if (hook === undefined) return;
  guard(program, () => {
    call(hook);
    return 0;
  });
}

function runStartupFile(program: Program, path: string): number {
  try {
    const code = compileMain(program.config, host().files.readFile(path), strFromJs(path), "exec");
    program.interpreter.run(code, program.main.dict);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    writeError(`Could not open PYTHONSTARTUP\nFileNotFoundError: ${error.message}\n`);
  }
  return 0;
}

/** Run the program to its end; the exit status. What it raises is printed. */
export function runProgram(program: Program): number {
  return guard(program, () => runTarget(program));
}

/** Run `body`; print and turn into a status what it raises. */
export function guard(program: Program, body: () => number | undefined): number {
  try {
    return body() ?? 0;
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    return handleException(program, error.exception);
  }
}

/** sys.excepthook for what nobody caught; SystemExit's code instead for that one. */
export function handleException(program: Program, exception: PyBaseException): number {
  const inspects = program.config.inspect && program.shell !== true;
  if (exception.cls.mro.includes(EXCEPTIONS.SystemExit) && !inspects) return exitStatus(program, exception);
  const { sysDict } = program.interpreter;
  sysDict.set("last_exc", exception);
  sysDict.set("last_type", exception.cls);
  sysDict.set("last_value", exception);
  sysDict.set("last_traceback", exception.traceback ?? NONE);
  const hook = sysDict.get("excepthook");
  if (hook === undefined) writeError("sys.excepthook is missing\n");
  try {
    const traceback = exception.traceback ?? NONE;
    audit("sys.excepthook", hook ?? NONE, exception.cls, exception, traceback);
    if (hook === undefined) printException(exception);
    else call(hook, exception.cls, exception, traceback);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    if (error.is(EXCEPTIONS.SystemExit)) return exitStatus(program, error.exception);
    writeError("Error in sys.excepthook:\n");
    printException(error.exception);
    writeError("\nOriginal exception was:\n");
    printException(exception);
  }
  return exception.cls.mro.includes(EXCEPTIONS.KeyboardInterrupt) ? INTERRUPTED : 1;
}

/**
 * KeyboardInterrupt in the frame that runs, after the JavaScript above it is gone; the exit status of the program.
 *
 * Python frames are on the heap, so they are all there and their handlers run. A builtin that had called back into
 * Python is not: what it was called for does not happen, and the exception goes on in the frame that called it.
 */
export function interrupt(program: Program): number {
  return guard(program, () => {
    recover(program.interpreter);
    const { thread } = current;
    thread.kwnames = undefined;
    thread.nesting = 0;
    let exception = call(EXCEPTIONS.KeyboardInterrupt) as PyBaseException;
    for (let { frame } = thread; frame !== null; frame = thread.frame) {
      let entry = frame;
      while (!entry.entry && entry.back !== null) entry = entry.back;
      thread.pending = exception;
      try {
        thread.drive(thread, entry);
        if (entry.back === null) return 0;
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        exception = error.exception;
      }
      thread.frame = entry.back;
    }
    throw new PyError(exception);
  });
}

/** Does the work; undefined if a SIGINT cut it off in the middle. */
export type Interruptible = (work: () => number) => number | undefined;

/** Run `body`; where an interrupt cuts it off, KeyboardInterrupt goes on in the program, until the next. */
export function runInterruptibly(program: Program, interruptible: Interruptible, body: () => number): number {
  let status = interruptible(body);
  while (status === undefined) status = interruptible(() => interrupt(program));
  return status;
}

/** What a file or a statement has printed comes before its traceback; what `-c` and `-m` have does not (flush_io). */
export function flushOutput({ interpreter }: Program): void {
  for (const name of ["stderr", "stdout"]) flushStream(interpreter.sysDict.get(name));
}

export function flushingStreams(program: Program, run: () => void): undefined {
  try {
    run();
  } finally {
    flushOutput(program);
  }
}

function flushStream(stream: Value | undefined): void {
  if (stream === undefined || stream === NONE) return;
  try {
    call(getAttr(stream, "flush"));
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
  }
}

function exitStatus(program: Program, exception: PyBaseException): number {
  const code = lookupAttr(exception, "code") ?? NONE;
  if (code === NONE) return 0;
  const number = intOf(code);
  if (number !== undefined) return statusOfNumber(BigInt(number));
  const stderr = program.interpreter.sysDict.get("stderr");
  const text = `${strText(code)}\n`;
  if (stderr === undefined || stderr === NONE) writeError(text);
  else {
    call(getAttr(stderr, "write"), strFromJs(text));
    flushStream(stderr);
  }
  return 1;
}

/** The low byte of a C long; what is none is -1, with a complaint. */
function statusOfNumber(number: bigint): number {
  if (BigInt.asIntN(64, number) === number) return Number(BigInt.asUintN(8, number));
  writeError("OverflowError: Python int too large to convert to C long\n");
  return 255;
}

function insertPath(program: Program, folder: string): void {
  const path = program.interpreter.sysDict.get("path");
  if (path instanceof PyList) path.items.unshift(strFromJs(folder));
}

function runTarget(program: Program): number | undefined {
  const { config } = program;
  const { run } = config;
  switch (run.kind) {
    case "command":
      if (!config.safePath) insertPath(program, "");
      return runSource(program, run.source, "<string>");
    case "module":
      return runModule(program, run.name, true);
    case "file":
      return runFile(program, absolutePath(run.path));
    case "stdin":
      if (!config.safePath) insertPath(program, "");
      return flushingStreams(program, () => runSource(program, readAll(0), "<stdin>"));
  }
}

function readAll(fd: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = new Uint8Array(65536);
    const count = host().files.read(fd, part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
  }
  return concatenate(parts);
}

function runSource(program: Program, source: Uint8Array | string, filename: string): undefined {
  const code = compileMain(program.config, source, strFromJs(filename), "exec");
  program.interpreter.run(code, program.main.dict);
}

/** `-m name`, and folders and zips by the name `__main__`. */
function runModule(program: Program, name: string, setArgv0: boolean): undefined {
  if (setArgv0 && !program.config.safePath) insertPath(program, currentFolder());
  const runpy = hooks.importModule("runpy");
  call(getAttr(runpy, "_run_module_as_main"), strFromJs(name), setArgv0);
}

function currentFolder(): string {
  const folder = host().files.getcwd();
  return typeof folder === "string" ? folder : new TextDecoder().decode(folder);
}

/** As _Py_abspath: nothing is resolved but a "./" at the start. */
function absolutePath(path: string): string {
  return path.startsWith("/") ? path : `${currentFolder().replace(/\/$/, "")}/${path.replace(/^\.\//, "")}`;
}

/** The folder a script lies in, with symbolic links resolved: `sys.path[0]`. */
function scriptFolder(path: string): string {
  let real: string;
  try {
    const found = host().files.realpath(path);
    real = typeof found === "string" ? found : new TextDecoder().decode(found);
  } catch {
    real = absolutePath(path);
  }
  return real.slice(0, real.lastIndexOf("/")) || "/";
}

function runFile(program: Program, path: string): number | undefined {
  const { config } = program;
  if (isImportable(program, path)) {
    insertPath(program, path);
    return runModule(program, "__main__", false);
  }
  if (!config.safePath) insertPath(program, scriptFolder(path));
  let content: Uint8Array;
  try {
    content = host().files.readFile(path);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    writeError(`${config.executable}: can't open file '${path}': [Errno ${error.errno}] ${errorMessage(error)}\n`);
    return 2;
  }
  const { dict } = program.main;
  dict.set("__file__", strFromJs(path));
  dict.set("__cached__", NONE);
  const isPyc = path.endsWith(".pyc") || PYC_MAGIC.every((byte, i) => content[i] === byte);
  setLoader(program, path, isPyc ? "SourcelessFileLoader" : "SourceFileLoader");
  return flushingStreams(program, () => {
    const source = (): Uint8Array => skipLine(config, content);
    program.interpreter.run(
      isPyc ? codeFromPyc(content) : compileMain(config, source(), strFromJs(path), "exec"),
      dict,
    );
  });
}

function errorMessage(error: HostError): string {
  return error.message.replace(/^\[Errno \d+\] /, "").replace(/: '.*'$/s, "");
}

/** -x: the first line is not Python, but still counts. */
function skipLine(config: Config, content: Uint8Array): Uint8Array {
  if (!config.skipFirstLine) return content;
  const end = content.indexOf(10);
  return end < 0 ? new Uint8Array(0) : content.subarray(end);
}

function codeFromPyc(content: Uint8Array): PyCode {
  if (!PYC_MAGIC.every((byte, i) => content[i] === byte)) throw runtimeError("Bad magic number in .pyc file");
  let value: unknown;
  try {
    value = readUnchanging(content, PYC_HEADER_SIZE);
  } catch (error) {
    if (!(error instanceof MarshalError)) throw error;
  }
  if (value instanceof CodeBlob) return codeFromBlob(value);
  throw runtimeError("Bad code object in .pyc file");
}

function setLoader(program: Program, path: string, loader: "SourceFileLoader" | "SourcelessFileLoader"): void {
  const external = program.interpreter.modules.get("_frozen_importlib_external");
  if (external === undefined) return;
  program.main.dict.set("__loader__", call(getAttr(external, loader), "__main__", strFromJs(path)));
}

/** Is the path a folder or zip that an import hook can search for `__main__`? */
function isImportable(program: Program, path: string): boolean {
  const { sysDict } = program.interpreter;
  const pathHooks = sysDict.get("path_hooks");
  if (!(pathHooks instanceof PyList)) return false;
  for (const hook of pathHooks.items) {
    try {
      call(hook, strFromJs(path));
      return true;
    } catch (error) {
      if (!(error instanceof PyError) || !error.is(EXCEPTIONS.ImportError)) throw error;
    }
  }
  return false;
}

/** The end of the interpreter: threads, atexit functions, streams. The final status. */
export function finish(program: Program, status: number): number {
  const { interpreter } = program;
  const threading = interpreter.modules.get("threading");
  if (threading !== undefined) guard(program, () => void call(getAttr(threading, "_shutdown")));
  runExitFunctions();
  sysState.finalizing = true;
  endAll(interpreter);
  const isFlushed = flushStreams(interpreter.sysDict);
  flushUnwritten();
  host().settle();
  return isFlushed ? status : 120;
}
