/**
 * What faulthandler writes of a program's threads (CPython Python/traceback.c: _Py_DumpTracebackThreads).
 *
 * Trap: it is written in emergencies, so nothing of Python runs for it, and the texts are cut and made ASCII.
 */
import { jsString } from "../../objects/kernel/payload.ts";
import type { Frame } from "../../vm/frame.ts";
import { allThreads } from "../../vm/scheduler/scheduler.ts";
import { current, type Thread } from "../../vm/thread.ts";

const MOST_FRAMES = 100;
const MOST_THREADS = 100;
const LONGEST_NAME = 500;
/** Of an `unsigned long`. */
const IDENT_DIGITS = 16;

function ascii(text: string): string {
  const letters = [...text];
  const escaped = letters.slice(0, LONGEST_NAME).map((letter) => {
    const code = letter.codePointAt(0) as number;
    if (code >= 0x20 && code <= 0x7e) return letter;
    const width = code < 256 ? 2 : code < 65536 ? 4 : 8;
    return `\\${width === 2 ? "x" : width === 4 ? "u" : "U"}${code.toString(16).padStart(width, "0")}`;
  });
  return escaped.join("") + (letters.length > LONGEST_NAME ? "..." : "");
}

const textOf = (value: unknown): string => ascii(jsString(value as string) ?? "???");

function framesOf(thread: Thread): string {
  if (thread.frame === null) return "  <no Python frame>\n";
  let text = "";
  let count = 0;
  for (let frame: Frame | null = thread.frame; frame !== null; frame = frame.back) {
    if (count++ >= MOST_FRAMES) return `${text}  ...\n`;
    const { filename, name } = frame.code;
    text += `  File "${textOf(filename)}", line ${frame.line} in ${textOf(name)}\n`;
  }
  return text;
}

/** The stack of the thread that runs. */
export function dumpStack(): string {
  return `Stack (most recent call first):\n${framesOf(current.thread)}`;
}

/** All threads, the youngest first. `isRunning`: one of them is the one that asks. */
export function dumpThreads(isRunning: boolean): string {
  const threads = [...allThreads(current.thread.interpreter)].sort((a, b) => b.ident - a.ident);
  const texts = threads.slice(0, MOST_THREADS).map((thread) => {
    const title = isRunning && thread === current.thread ? "Current thread" : "Thread";
    const ident = thread.ident.toString(16).padStart(IDENT_DIGITS, "0");
    return `${title} 0x${ident} (most recent call first):\n${framesOf(thread)}`;
  });
  return texts.join("\n") + (threads.length > MOST_THREADS ? "...\n" : "");
}
