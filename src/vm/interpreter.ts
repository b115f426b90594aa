/**
 * Interpreter: one Python (CPython PyInterpreterState): its modules, builtins and threads, and how code is
 * run in it. Whoever assembles one (embed/) brings the modules; everything here works without them.
 */
import { CO_FAST_CELL, CO_FAST_FREE } from "../bytecode/code.ts";
import { NONE, typeName } from "../objects/kernel/core-types.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { PyType, type Value } from "../objects/kernel/object.ts";
import { PyCell, type PyModule } from "../objects/kernel/payload.ts";
import { raise, runtimeError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import type { PyCode } from "../objects/types/code.ts";
import { builtinsFor, PyFunction } from "../objects/types/function.ts";
import { superArguments } from "../objects/types/super.ts";
import { installAsking, installBuiltinBodies } from "./builtin-bodies.ts";
import { callNested, newFrame } from "./calls.ts";
import { drive } from "./drive.ts";
import type { Frame } from "./frame.ts";
import { noteObject } from "./heap/lifetimes.ts";
import { isHeld } from "./held.ts";
import { importNamed } from "./imports.ts";
import { unwatched } from "./monitoring/fire.ts";
import { Monitoring } from "./monitoring/monitors.ts";
import { callWaiting, mayLeave, nextMayWait } from "./scheduler/parking.ts";
import { beforeThreads, waitFor } from "./scheduler/scheduler.ts";
import { current, Thread } from "./thread.ts";

/** `threading.get_ident()` of the main thread. */
const MAIN_IDENT = 0x7f5500000000;

export class Interpreter {
  /** `sys.modules`. */
  modules = new PyDict();
  /** The namespaces of `builtins` and `sys`. */
  readonly builtins: PyDict;
  sysDict = new PyDict();
  /** `builtins.__import__` as it was at the start: IMPORT_NAME takes the short way while it is untouched. */
  readonly importFunction: Value;
  /** The module `importlib._bootstrap`, once it is there. */
  importlib: Value | undefined = undefined;
  readonly mainThread: Thread;
  /** `sys.monitoring`. */
  readonly monitoring = new Monitoring();

  constructor(builtins: PyModule) {
    this.builtins = builtins.dict;
    this.importFunction = builtins.dict.get("__import__") ?? NONE;
    this.mainThread = new Thread(this, MAIN_IDENT, drive);
    this.modules.set("builtins", builtins);
    installBuiltinBodies(builtins.dict);
  }

  requireImportlib(): Value {
    if (this.importlib === undefined) throw raise("ImportError", "the import system is not started");
    return this.importlib;
  }

  /** Make this the interpreter that runs; gives back the thread that ran before. */
  enter(): Thread | undefined {
    const previous = current.thread as Thread | undefined;
    current.thread = this.mainThread;
    return previous;
  }

  /** A frame on top of the current one for code of its own: a module, or what exec() and eval() are given. */
  frameFor(code: PyCode, globals: PyDict, locals: Value = globals, closure: readonly PyCell[] = []): Frame {
    const { thread } = current;
    if (!globals.has("__builtins__")) globals.set("__builtins__", this.modules.get("builtins") ?? NONE);
    const func = new PyFunction(code, globals, builtinsFor(globals), closure);
    return newFrame(thread, func, new Array(code.nlocalsplus + code.stacksize), thread.frame, locals);
  }

  /** Run that frame to its end: `exec(code, globals, locals)`. */
  run(...content: Parameters<Interpreter["frameFor"]>): Value {
    const { thread } = current;
    const frame = this.frameFor(...content);
    frame.entry = true;
    thread.frame = frame;
    return thread.drive(thread, frame);
  }
}

/** `__class__` and the first argument, for `super()` without arguments. */
function findSuperArguments(): { type: Value; self: Value } {
  const frame = current.thread.frame;
  if (frame === null) throw runtimeError("super(): no current frame");
  const { code, stack } = frame;
  if (code.argcount === 0) throw runtimeError("super(): no arguments");
  const first = stack[0];
  const self = (code.kinds[0] & CO_FAST_CELL) !== 0 && first instanceof PyCell ? first.value : first;
  if (self === undefined || self === null) throw runtimeError("super(): arg[0] deleted");
  for (let i = code.nlocalsplus - 1; i >= 0; i--) {
    if ((code.kinds[i] & CO_FAST_FREE) === 0 || code.localsplusnames[i] !== "__class__") continue;
    const cell = stack[i];
    if (!(cell instanceof PyCell)) throw runtimeError("super(): bad __class__ cell");
    if (cell.value === undefined) throw runtimeError("super(): empty __class__ cell");
    if (!(cell.value instanceof PyType)) {
      throw runtimeError(`super(): __class__ is not a type (${typeName(cell.value)})`);
    }
    return { type: cell.value, self };
  }
  throw runtimeError("super(): __class__ cell not found");
}

/** The object model reaches the VM through these. */
export function installHooks(): void {
  // Without a function in between: each frame on the JavaScript stack counts in deep recursion through builtins.
  hooks.callFunction = callNested as typeof hooks.callFunction;
  hooks.currentFrame = () => (current.thread as Thread | undefined)?.frame ?? null;
  hooks.isHeld = isHeld;
  hooks.waitFor = waitFor;
  hooks.mortal = (object) => noteObject(object, true);
  hooks.classMade = (type) => noteObject(type, false);
  hooks.mayLeave = mayLeave;
  hooks.callWaiting = callWaiting;
  hooks.nextMayWait = nextMayWait;
  hooks.handledException = () => current.thread.handling;
  hooks.untraced = (run) => unwatched(current.thread, current.thread.watchedEvent, run);
  hooks.importModule = (name) => importNamed(current.thread.interpreter, name);
  superArguments.find = findSuperArguments;
  beforeThreads.install = (interpreter) => installAsking(interpreter.builtins);
}
installHooks();
