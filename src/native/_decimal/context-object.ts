/**
 * decimal.Context as a Python object, and the context in use (CPython Modules/_decimal/_decimal.c).
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType, NONE } from "../../objects/kernel/core-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { ANY_INVALID, DIVISION_BY_ZERO, OVERFLOW, type Settings, Work } from "./context.ts";
import { trapped } from "./signals.ts";

export const CONTEXT = declareType("Context");

export class PyContext extends PyObject {
  settings: Settings = {
    prec: 28,
    rounding: "ROUND_HALF_EVEN",
    Emin: -999999,
    Emax: 999999,
    capitals: 1,
    clamp: 0,
  };
  traps = ANY_INVALID | DIVISION_BY_ZERO | OVERFLOW;
  flags = 0;

  constructor(cls: PyType = CONTEXT) {
    super(cls);
  }

  copy(): PyContext {
    const copy = new PyContext();
    copy.settings = { ...this.settings };
    copy.traps = this.traps;
    copy.flags = this.flags;
    return copy;
  }

  /** Run an operation; then set its flags, and raise what is trapped. */
  run<T>(operation: (work: Work) => T): T {
    const work = new Work(this.settings);
    const result = operation(work);
    this.signal(work.status);
    return result;
  }

  signal(status: number): void {
    if (status === 0) return;
    this.flags |= status;
    const raised = status & this.traps;
    if (raised !== 0) throw trapped(raised);
  }
}

/** The ContextVar of each interpreter, by its module table `sys.modules`. */
const variables = new WeakMap<object, Value>();
export const templates: { default: PyContext } = { default: new PyContext() };

function variable(): Value {
  const modules = hooks.modules();
  let found = variables.get(modules);
  if (found === undefined) {
    found = call(getAttr(hooks.importModule("_contextvars"), "ContextVar"), "decimal_context");
    variables.set(modules, found);
  }
  return found;
}

export function currentContext(): PyContext {
  const own = variable();
  const found = call(getAttr(own, "get"), NONE);
  if (found instanceof PyContext) return found;
  const made = templates.default.copy();
  made.flags = 0;
  call(getAttr(own, "set"), made);
  return made;
}

export function setContext(context: PyContext): void {
  call(getAttr(variable(), "set"), context);
}
