/** The type `generator` (CPython Objects/genobject.c). */

import { heard } from "../../objects/kernel/audit.ts";
import type { PyMethodDescriptor } from "../../objects/kernel/builtin.ts";
import { GENERATOR, NONE } from "../../objects/kernel/core-types.ts";
import { completeType, type GetSetRow, type MethodRow } from "../../objects/kernel/define.ts";
import { addressText } from "../../objects/kernel/identity.ts";
import { feeding } from "../../objects/kernel/iterate.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { raise, typeError } from "../../objects/kernel/raise.ts";
import { type DriverBody, driverSlots } from "../calls.ts";
import {
  CALL_SINK,
  closeFrom,
  closeNested,
  delegateOf,
  endOfGenerator,
  nextFeeding,
  nextNested,
  resume,
  resumeNested,
  throwInto,
  throwNested,
} from "../generators.ts";
import { exceptionToThrow, warnOldThrow } from "../throw-arguments.ts";
import { EXECUTING, type PyGenerator, SUSPENDED } from "./generator-object.ts";

/** `g.send(value)` on the JavaScript stack. */
export function send(self: PyGenerator, value: Value): Value {
  const answer = resumeNested(self, value);
  if (answer.done) throw endOfGenerator(answer.value);
  return answer.value;
}

/** `g.throw(...)` on the JavaScript stack. */
export function throw_(self: PyGenerator, type: Value, value: Value | undefined, traceback: Value | undefined): Value {
  warnOldThrow(traceback !== undefined ? [type, NONE, NONE] : value !== undefined ? [type, NONE] : [type], "throw");
  const answer = throwNested(self, exceptionToThrow(type, value, traceback));
  if (answer.done) throw endOfGenerator(answer.value);
  return answer.value;
}

const sendFromLoop: DriverBody = (thread, frame, self, args) => {
  if (args.length !== 1) return send(self as PyGenerator, args[0]);
  return resume(thread, frame, self as PyGenerator, args[0], CALL_SINK);
};

const throwFromLoop: DriverBody = (thread, frame, self, args) => {
  warnOldThrow(args, "throw");
  return throwInto(thread, frame, self as PyGenerator, exceptionToThrow(args[0], args[1], args[2]), CALL_SINK);
};

const closeFromLoop: DriverBody = (thread, frame, self) => closeFrom(thread, frame, self as PyGenerator);

/** Let the interpreter loop run send(), throw() and close() itself. */
export function installDriverBodies(type: PyType): void {
  const bodies: [string, DriverBody][] = [
    ["send", sendFromLoop],
    ["throw", throwFromLoop],
    ["close", closeFromLoop],
  ];
  for (const [name, body] of bodies) {
    const { definition } = type.attributes.get(name) as PyMethodDescriptor;
    definition.inDriver = ((thread, frame, self, args, kwnames) =>
      definition.accepts(args.length) && kwnames === undefined
        ? body(thread, frame, self, args, kwnames)
        : definition.call(self, args, kwnames)) satisfies DriverBody;
  }
}

export const generatorRepr =
  (kind: string) =>
  (self: PyGenerator): Value =>
    strFromJs(`<${kind} object ${jsString(self.qualname)} at ${addressText(self)}>`);

function setName(field: "name" | "qualname") {
  return (self: PyGenerator, value: Value | undefined): void => {
    if (value === undefined || textOf(value) === undefined) {
      throw typeError(`__${field}__ must be set to a string object`);
    }
    self[field] = value;
  };
}

/** The attributes that generators, coroutines and async generators share; `prefix` is gi, cr or ag. */
export function generatorAttributes(
  prefix: string,
  kind: string,
  waits: string,
): Record<string, GetSetRow<PyGenerator>> {
  return {
    __name__: [(self) => self.name, setName("name"), `name of the ${kind}`],
    __qualname__: [(self) => self.qualname, setName("qualname"), `qualified name of the ${kind}`],
    [`${prefix}_${waits}`]: [
      (self) => delegateOf(self) ?? NONE,
      undefined,
      waits === "await" ? "object being awaited on, or None" : "object being iterated by yield from, or None",
    ],
    ...(prefix === "ag" ? {} : { [`${prefix}_running`]: [(self: PyGenerator) => self.state === EXECUTING] as const }),
    [`${prefix}_frame`]: [(self) => heard(self, `${prefix}_frame`, self.frame ?? NONE)],
    [`${prefix}_suspended`]: [(self) => self.state === SUSPENDED],
    [`${prefix}_code`]: [(self) => heard(self, `${prefix}_code`, self.code)],
  };
}

/** send(), throw() and close() with the words that each type uses for itself. */
export function generatorMethods(kind: string, next: string): Record<string, MethodRow> {
  return {
    send: [
      "~($self, arg, /)",
      `send(arg) -> send 'arg' into ${kind},\nreturn next ${next} value or raise StopIteration.`,
      send,
    ],
    throw: [
      "~($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
      `throw(value)\nthrow(type[,value[,${kind === "generator" ? "tb" : "traceback"}]])\n\nRaise exception in ${kind}, return next ${next} value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.`,
      throw_,
    ],
    close: [
      "~($self, /)",
      `close() -> raise GeneratorExit inside ${kind}.`,
      (self: PyGenerator) => {
        closeNested(self);
      },
    ],
    __sizeof__: [
      "~($self, /)",
      "gen.__sizeof__() -> size of gen in memory, in bytes",
      (self: PyGenerator) => 144 + 8 * (self.code.nlocalsplus + self.code.stacksize),
    ],
  };
}

feeding.next = (generator, take) => nextFeeding(generator as PyGenerator, take);

completeType<PyGenerator>(GENERATOR, {
  traits: { noConstructor: true, weakrefs: true },
  slots: {
    __repr__: generatorRepr("generator"),
    __iter__: (self) => self,
    __next__: nextNested,
  },
  methods: generatorMethods("generator", "yielded"),
  getset: generatorAttributes("gi", "generator", "yieldfrom"),
});
installDriverBodies(GENERATOR);
driverSlots.set(GENERATOR.slots.__next__ as object, (thread, frame, self, args, kwnames) => {
  if (args.length > 0 || kwnames !== undefined) throw raise("TypeError", `expected 0 arguments, got ${args.length}`);
  return resume(thread, frame, self as PyGenerator, NONE, CALL_SINK);
});
