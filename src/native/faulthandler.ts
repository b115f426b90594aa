/**
 * faulthandler: printing tracebacks in emergencies (CPython Modules/faulthandler.c).
 *
 * A program in JavaScript has no segmentation faults to catch: enabling only remembers that it was asked. Absent are
 * watchdogs and handlers of signals, and the functions that crash on purpose.
 */
import { writeText } from "../host/current.ts";
import { getAttr, lookupAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { intOf, jsString } from "../objects/kernel/payload.ts";
import { runtimeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import type { Frame } from "../vm/frame.ts";
import { current } from "../vm/thread.ts";
import { system } from "./posix/paths.ts";

let enabled = false;

/** The descriptor to write to. */
function target(file: Value | undefined): number {
  let stream = file;
  if (stream === undefined || stream === NONE) {
    stream = lookupAttr(hooks.importModule("sys"), "stderr");
    if (stream === undefined) throw runtimeError("unable to get sys.stderr");
    if (stream === NONE) throw runtimeError("sys.stderr is None");
  } else {
    const fd = intOf(stream);
    if (fd !== undefined) {
      if (fd < 0 || fd > 0x7fffffff) throw valueError("file is not a valid file descriptor");
      return Number(fd);
    }
  }
  const fd = intOf(call(getAttr(stream, "fileno")));
  if (fd === undefined || fd < 0 || fd > 0x7fffffff) throw runtimeError("file.fileno() is not a valid file descriptor");
  const flush = lookupAttr(stream, "flush");
  if (flush !== undefined) call(flush);
  return Number(fd);
}

const MOST_FRAMES = 100;
const LONGEST_NAME = 500;

const ascii = (text: string): string =>
  text.slice(0, LONGEST_NAME).replace(/[^ -~]/gu, (c) => {
    const code = c.codePointAt(0) as number;
    const width = code < 256 ? 2 : code < 65536 ? 4 : 8;
    return `\\${width === 2 ? "x" : width === 4 ? "u" : "U"}${code.toString(16).padStart(width, "0")}`;
  });

function traceback(): string {
  let text = "Stack (most recent call first):\n";
  let count = 0;
  for (let frame = current.thread.frame as Frame | null; frame !== null; frame = frame.back) {
    if (count++ >= MOST_FRAMES) return `${text}  ...\n`;
    text += `  File "${ascii(jsString(frame.code.filename) as string)}", line ${frame.line} in ${ascii(jsString(frame.code.name) as string)}\n`;
  }
  return text;
}

function dump(file: Value | undefined): void {
  const fd = target(file);
  const text = traceback();
  system(() => writeText(fd, text));
}

export default defineModule("faulthandler", {
  doc: "faulthandler module.",
  functions: {
    enable: [
      "~($module, /, file=<unrepresentable>, all_threads=True)",
      "enable(file=sys.stderr, all_threads=True): enable the fault handler",
      (file: Value | undefined) => {
        target(file);
        enabled = true;
      },
    ],
    disable: [
      "~($module, /)",
      "disable(): disable the fault handler",
      () => {
        const was = enabled;
        enabled = false;
        return was;
      },
    ],
    is_enabled: ["~($module, /)", "is_enabled()->bool: check if the handler is enabled", () => enabled],
    dump_traceback: [
      "~($module, /, file=<unrepresentable>, all_threads=True)",
      "dump_traceback(file=sys.stderr, all_threads=True): dump the traceback of the current thread, or of all threads if all_threads is True, into file",
      dump,
    ],
  },
});
