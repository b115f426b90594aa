/** Builtin functions that the interpreter loop runs itself, so that what they call needs no nested driver. */
import { PyBuiltinFunction } from "../objects/kernel/builtin.ts";
import { isSubtype, NONE, typeName, typeOf } from "../objects/kernel/core-types.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import type { Value } from "../objects/kernel/object.ts";
import { typeError } from "../objects/kernel/raise.ts";
import { moduleHook } from "./attributes.ts";
import { buildClass } from "./build-class.ts";
import { callValue, type DriverBody } from "./calls.ts";
import { after } from "./deliver.ts";
import type { Frame } from "./frame.ts";
import { CALL_SINK, nextFrom, resume, type Sink } from "./generators.ts";
import type { Result } from "./outcome.ts";
import type { Thread } from "./thread.ts";
import { PyGenerator } from "./types/generator-object.ts";

/** `next(iterator[, default])`. */
const next: DriverBody = (thread, frame, _self, args) => {
  const [iterator, fallback] = args as [Value, Value | undefined];
  const slot = typeOf(iterator).slots.__next__;
  if (slot === undefined) throw typeError(`'${typeName(iterator)}' object is not an iterator`);
  const sink: Sink =
    fallback === undefined ? CALL_SINK : { apply: (_thread, _caller, value) => value, returned: () => fallback };
  if (iterator instanceof PyGenerator) return resume(thread, frame, iterator, NONE, sink);
  return nextFrom(thread, frame, iterator, slot, sink);
};

const BODIES: Readonly<Record<string, { body: DriverBody; least: number; most: number }>> = {
  next: { body: next, least: 1, most: 2 },
  __build_class__: {
    body: (thread, frame, _self, args, kwnames) => buildClass(thread, frame, args, kwnames),
    least: 0,
    most: Number.POSITIVE_INFINITY,
  },
};

/**
 * `getattr` and `hasattr` of a module whose `__getattr__` is to be asked; null for all else. It may import something
 * and have to wait for another thread.
 */
function askModule(thread: Thread, frame: Frame, name: string, args: readonly Value[]): Result | null {
  const [module, attribute, fallback] = args;
  const hook = typeof attribute === "string" ? moduleHook(module, attribute) : undefined;
  if (hook === undefined) return null;
  const found = callValue(thread, frame, hook, [attribute], undefined);
  const otherwise = name === "hasattr" ? false : fallback;
  return after(thread, frame, found, {
    apply: (_thread, _caller, value) => (name === "hasattr" ? true : value),
    recover: (ownThread, _caller, exception) => {
      if (otherwise === undefined || !isSubtype(exception.cls, EXCEPTIONS.AttributeError)) return undefined;
      ownThread.pending = null;
      return otherwise;
    },
  });
}

/** Where there are threads; without them these are builtins like others, which compiled code calls sooner. */
export function installAsking(builtins: PyDict): void {
  for (const [name, most] of [
    ["hasattr", 2],
    ["getattr", 3],
  ] as const) {
    const func = builtins.get(name);
    if (!(func instanceof PyBuiltinFunction)) continue;
    const { definition } = func;
    definition.inDriver = ((thread, frame, self, args, kwnames) => {
      const fits = args.length >= 2 && args.length <= most && kwnames === undefined;
      const asked = fits ? askModule(thread, frame, name, args) : null;
      return asked === null ? definition.call(self, args, kwnames) : asked;
    }) satisfies DriverBody;
  }
}

export function installBuiltinBodies(builtins: PyDict): void {
  for (const [name, { body, least, most }] of Object.entries(BODIES)) {
    const func = builtins.get(name);
    if (!(func instanceof PyBuiltinFunction)) continue;
    const { definition } = func;
    // Calls with a wrong number of arguments go the usual way, to the usual error.
    definition.inDriver = ((thread, frame, self, args, kwnames) => {
      const fits =
        args.length >= least && args.length <= most && (kwnames === undefined || most === Number.POSITIVE_INFINITY);
      return fits ? body(thread, frame, self, args, kwnames) : definition.call(self, args, kwnames);
    }) satisfies DriverBody;
  }
}
