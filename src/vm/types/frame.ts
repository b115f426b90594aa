/** The type `frame` as Python sees it (CPython Objects/frameobject.c). */

import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from "../../bytecode/code.ts";
import { genericLookup, genericSet } from "../../objects/kernel/attribute.ts";
import { heard } from "../../objects/kernel/audit.ts";
import { FRAME, NONE } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { addressText } from "../../objects/kernel/identity.ts";
import { delItem, getItem, setItem } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, PyCell, strFromJs } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { runtimeError, suppress, typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { shownBuiltins } from "../../objects/types/mapping-builtins.ts";
import { finalize } from "../dropped.ts";
import type { Frame, FrameTrace } from "../frame.ts";
import { closeNested } from "../generators.ts";
import { jumpToLine } from "../line-jumps.ts";
import { current } from "../thread.ts";
import { waitingIndex } from "../unwind.ts";
import { EXECUTING } from "./generator-object.ts";

/** The value of a fast variable; undefined where it is unbound, or not the frame's business. */
function fastValue(frame: Frame, index: number): Value | undefined {
  const kind = frame.code.kinds[index];
  if ((kind & CO_FAST_FREE) !== 0 && !frame.isOptimized) return undefined;
  const value = frame.stack[index] ?? undefined;
  if ((kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && value instanceof PyCell) return value.value;
  return value;
}

/**
 * `frame.f_locals`, `locals()`: the namespace of a module or class; for a function a dict that is brought up
 * to date at each call. Comprehension variables inlined in a module or class show in a copy only.
 */
export function frameLocals(frame: Frame): Value {
  frame.locals ??= new PyDict();
  const { locals, code } = frame;
  let hidden: PyDict | undefined;
  for (let i = 0; i < code.nlocalsplus; i++) {
    const kind = code.kinds[i];
    if ((kind & CO_FAST_FREE) !== 0 && !frame.isOptimized) continue;
    const name = strFromJs(code.localsplusnames[i]);
    const value = fastValue(frame, i);
    if ((kind & CO_FAST_HIDDEN) !== 0) {
      if (value === undefined) continue;
      hidden ??= new PyDict();
      hidden.set(name, value);
    } else if (value !== undefined) {
      setItem(locals, name, value);
    } else if (locals instanceof PyDict) {
      locals.delete(name);
    } else {
      suppress(EXCEPTIONS.KeyError, () => delItem(locals, name));
    }
  }
  if (hidden === undefined) return locals;
  const merged = locals instanceof PyDict ? locals.copy() : new PyDict();
  for (const [name, value] of hidden.entries()) merged.set(name, value);
  return merged;
}

/** The compiler may have proven that a variable is bound, so it stays so. */
function noneForDeleted(name: Value): Value {
  hooks.warn(EXCEPTIONS.RuntimeWarning, `assigning None to unbound local ${jsString(reprText(name))}`, 1);
  return NONE;
}

/** After a trace function ran: what it changed in `f_locals` becomes the variables' values. */
export function localsToFast(frame: Frame): void {
  const { locals, code } = frame;
  if (locals === null) return;
  for (let i = 0; i < code.nlocalsplus; i++) {
    const kind = code.kinds[i];
    if ((kind & CO_FAST_HIDDEN) !== 0) continue;
    if ((kind & CO_FAST_FREE) !== 0 && !frame.isOptimized) continue;
    const name = strFromJs(code.localsplusnames[i]);
    const value =
      locals instanceof PyDict ? locals.get(name) : suppress(EXCEPTIONS.KeyError, () => getItem(locals, name));
    const slot = frame.stack[i];
    const cell = (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && slot instanceof PyCell ? slot : undefined;
    const wanted = value === undefined && fastValue(frame, i) !== undefined ? noneForDeleted(name) : value;
    if (cell !== undefined) cell.value = wanted;
    else frame.stack[i] = wanted;
  }
}

/** The last instruction: of a frame that waits for another one, behind its call. */
function lastIndex(frame: Frame): number {
  for (let each = current.thread.frame; each !== null; each = each.back) {
    if (each.back === frame) return waitingIndex(frame, each);
  }
  return frame.pc;
}

/** Is the frame on the stack of the running thread? */
export function isExecuting(frame: Frame): boolean {
  for (let each = current.thread.frame; each !== null; each = each.back) if (each === frame) return true;
  return false;
}

function clear(frame: Frame): Value {
  const { generator } = frame;
  if (generator !== null && generator.frame === frame) {
    if (generator.state === EXECUTING) throw runtimeError("cannot clear an executing frame");
    finalize(generator);
    closeNested(generator);
  } else if (isExecuting(frame)) throw runtimeError("cannot clear an executing frame");
  frame.stack.fill(undefined);
  frame.sp = frame.code.nlocalsplus;
  if (frame.isOptimized) frame.locals = null;
  return NONE;
}

/** The frame's trace record, made when first needed. */
export function traceOf(frame: Frame): FrameTrace {
  frame.trace ??= { function: null, lines: true, opcodes: false, last: -1, jumped: -1, localsShown: false };
  return frame.trace;
}

function setTrace(frame: Frame, value: Value | undefined): void {
  traceOf(frame).function = value === undefined || value === NONE ? null : value;
}

function flag(value: Value | undefined): boolean {
  if (typeof value !== "boolean") {
    throw typeError(value === undefined ? `can't delete numeric/char attribute` : "attribute value type must be bool");
  }
  return value;
}

const suspendedDoc = "F.clear(): clear most references held by the frame";

completeType<Frame>(FRAME, {
  traits: { noConstructor: true },
  slots: {
    __repr__: (self) => {
      const file = reprText(self.code.filename);
      const line = self.line;
      return strFromJs(
        `<frame at ${addressText(self)}, file ${file}, line ${line < 0 ? "None" : line}, code ${self.code.name}>`,
      );
    },
    __getattribute__: genericLookup,
    __setattr__: genericSet,
  },
  methods: {
    clear: ["~($self, /)", suspendedDoc, clear],
    __sizeof__: [
      "~($self, /)",
      "F.__sizeof__() -> size of F in memory, in bytes",
      (self: Frame) => 72 + 8 * (self.code.nlocalsplus + self.code.stacksize),
    ],
  },
  members: {
    f_trace_lines: [
      (self) => (self.trace === null ? true : self.trace.lines),
      (self, value) => {
        traceOf(self).lines = flag(value);
      },
    ],
  },
  getset: {
    f_back: [(self) => self.back ?? NONE],
    f_locals: [
      (self) => {
        if (self.trace !== null) self.trace.localsShown = true;
        return frameLocals(self);
      },
    ],
    f_lineno: [(self) => (self.line < 0 ? NONE : self.line), jumpToLine],
    f_trace: [(self) => self.trace?.function ?? NONE, setTrace],
    f_lasti: [(self) => lastIndex(self) * 2],
    f_globals: [(self) => self.globals],
    f_builtins: [(self) => shownBuiltins(self.builtins)],
    f_code: [(self) => heard(self, "f_code", self.code)],
    f_trace_opcodes: [
      (self) => self.trace?.opcodes ?? false,
      (self, value) => {
        traceOf(self).opcodes = flag(value);
        if (value === true) current.thread.interpreter.monitoring.opcodesWanted = true;
      },
    ],
  },
});
