/**
 * The payload of generators, coroutines and async generators (CPython PyGenObject). Their behaviour:
 * generator.ts, coroutine.ts, async_generator.ts beside this file, and ../generators.ts.
 */
import { allocations, noteAllocation } from "../../objects/kernel/allocations.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { strFromJs } from "../../objects/kernel/payload.ts";
import type { PyCode } from "../../objects/types/code.ts";
import type { Frame } from "../frame.ts";
import { HandledException } from "../thread.ts";

/** CREATED -> (SUSPENDED <-> EXECUTING)* -> COMPLETED. */
export const CREATED = 0;
export const SUSPENDED = 1;
export const EXECUTING = 2;
export const COMPLETED = 3;

export class PyGenerator extends PyObject {
  /** Null once completed. */
  frame: Frame | null;
  state = CREATED;
  readonly code: PyCode;
  name: Value;
  qualname: Value;
  /** The exception handled inside the generator's own frames. */
  readonly handled = new HandledException(null);
  /** It was handed to a `for` by the call that made it: it ends with the loop. */
  temporary = false;
  /** Async generators: closed by athrow()/aclose(), hooks run, an asend()/athrow() under way. */
  closed = false;
  hooksRun = false;
  runningAsync = false;
  finalizer: Value | null = null;
  /** Coroutines: where they were created, if that is tracked. */
  origin: Value | null = null;

  constructor(frame: Frame, cls: PyType) {
    super(cls);
    if (allocations.made !== null) noteAllocation(this);
    this.frame = frame;
    this.code = frame.code;
    this.name = frame.func.name;
    this.qualname = frame.func.qualname;
  }
}

/** The name of its code object as a str value. */
export function codeName(generator: PyGenerator): Value {
  return strFromJs(generator.code.name);
}
