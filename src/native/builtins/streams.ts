/** print and input (CPython Python/bltinmodule.c). */
import { host, writeText } from "../../host/current.ts";
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, strFromText, textOf } from "../../objects/kernel/payload.ts";
import { str } from "../../objects/kernel/protocol.ts";
import { raise, runtimeError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { codePointAt, sliceText, textLength } from "../../objects/types/text.ts";
import { stayingOnStack } from "../../vm/scheduler/parking.ts";
import { DOCS } from "./docs.ts";
import { interpreterHooks } from "./hooks.ts";
import { lineReader } from "./line-input.ts";

function print(values: Value[], separator: Value, end: Value, given: Value, flush: Value): void {
  const flushes = isTrue(flush);
  let file = given;
  if (file === NONE) {
    const stdout = interpreterHooks().sysAttribute("stdout");
    if (stdout === undefined) throw runtimeError("lost sys.stdout");
    // sys.stdout is None where there is no terminal.
    if (stdout === NONE) return;
    file = stdout;
  }
  checkOptionalStr("sep", separator);
  checkOptionalStr("end", end);
  const write = (value: Value): void => void call(getAttr(file, "write"), value);
  values.forEach((value, i) => {
    if (i > 0) write(separator === NONE ? " " : separator);
    // The method is there before the text is made.
    const method = getAttr(file, "write");
    call(method, str(value));
  });
  write(end === NONE ? "\n" : end);
  if (flushes) call(getAttr(file, "flush"));
}

function checkOptionalStr(name: string, value: Value): void {
  if (value !== NONE && textOf(value) === undefined) {
    throw typeError(`${name} must be None or a string, not ${typeName(value)}`);
  }
}

function requireStream(name: string): Value {
  const stream = interpreterHooks().sysAttribute(name);
  if (stream === undefined || stream === NONE) throw runtimeError(`input(): lost sys.${name}`);
  return stream;
}

/** Is it the stream of that descriptor, and a terminal? */
function isTerminal(stream: Value, descriptor: number): boolean {
  const fileno = lookupAttr(stream, "fileno");
  const fd = fileno === undefined ? undefined : suppress(EXCEPTIONS.Exception, () => call(fileno));
  return fd === descriptor && host().files.isatty(descriptor);
}

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/** Called anew while its line is typed, it goes on with that: everything before was done. */
const input = mayWait((prompt: Value | undefined): Value => {
  const reader = lineReader();
  if (reader?.isReading !== true) {
    const text = stayingOnStack(() => beginInput(prompt));
    if (typeof text !== "string") return text.line;
    if (reader === undefined) return stayingOnStack(() => entered(lineFromTerminal(text)));
    return entered(reader.line(text));
  }
  return entered(reader.line(""));
});

/** The prompt, if the line is to come from a terminal; else the line itself. */
function beginInput(prompt: Value | undefined): string | { readonly line: Value } {
  const stdin = requireStream("stdin");
  const stdout = requireStream("stdout");
  const stderr = requireStream("stderr");
  audit("builtins.input", prompt ?? NONE);
  const flush = lookupAttr(stderr, "flush");
  if (flush !== undefined) suppress(EXCEPTIONS.Exception, () => call(flush));
  if (isTerminal(stdin, STDIN) && isTerminal(stdout, STDOUT)) {
    suppress(EXCEPTIONS.Exception, () => call(getAttr(stdout, "flush")));
    const text = prompt === undefined ? "" : (jsString(str(prompt)) ?? "");
    if (text.includes("\0")) throw valueError("input: prompt string cannot contain null characters");
    return text;
  }
  if (prompt !== undefined) call(getAttr(stdout, "write"), str(prompt));
  suppress(EXCEPTIONS.Exception, () => call(getAttr(stdout, "flush")));
  const line = call(getAttr(stdin, "readline"));
  const text = textOf(line);
  if (text === undefined) throw typeError("object.readline() returned non-string");
  const length = textLength(text);
  if (length === 0) throw raise("EOFError", "EOF when reading a line");
  const result = codePointAt(text, length - 1) === 0x0a ? strFromText(sliceText(text, 0, length - 1)) : line;
  audit("builtins.input/result", result);
  return { line: result };
}

/** A line from a terminal on which nothing can be edited, without its end; undefined at the end of the input. */
function lineFromTerminal(prompt: string): string | undefined {
  writeText(STDERR, prompt);
  const line = jsString(call(getAttr(requireStream("stdin"), "readline"))) ?? "";
  return line === "" ? undefined : line.replace(/\n$/, "");
}

function entered(line: string | undefined): Value {
  if (line === undefined) throw raise("EOFError", "EOF when reading a line");
  audit("builtins.input/result", strFromJs(line));
  return strFromJs(line);
}

export const STREAM_FUNCTIONS: Readonly<Record<string, MethodRow>> = {
  input: ["($module, prompt='', /)", DOCS.input, input],
  print: ["($module, /, *args, sep=' ', end='\\n', file=None, flush=False)", DOCS.print, print],
};
