/**
 * anext_awaitable: what `anext(iterator, default)` gives to await (CPython Objects/iterobject.c). It
 * forwards everything to the awaitable of `__anext__`; a StopAsyncIteration becomes the default.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { COROUTINE, declareType, GENERATOR, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { PyError, stopIteration, typeError } from "../../objects/kernel/raise.ts";
import { isAwaitableGenerator, step } from "./steps.ts";

export const ANEXT_AWAITABLE = declareType("anext_awaitable");

export class PyAnextAwaitable extends PyObject {
  constructor(
    readonly wrapped: Value,
    readonly otherwise: Value,
  ) {
    super(ANEXT_AWAITABLE);
  }
}

completeType<PyAnextAwaitable>(ANEXT_AWAITABLE, {
  traits: { noConstructor: true },
  slots: {
    __await__: (self) => self,
    __iter__: (self) => self,
    __next__: (self) => forward(self, step),
  },
  methods: {
    send: [
      "~($self, arg, /)",
      "send(arg) -> send 'arg' into the wrapped iterator,\nreturn next yielded value or raise StopIteration.",
      (self: PyAnextAwaitable, arg: Value) => forward(self, (iterator) => call(getAttr(iterator, "send"), arg)),
    ],
    throw: [
      "~($self, *args)",
      "throw(value)\nthrow(typ[,val[,tb]])\n\nraise exception in the wrapped iterator, return next yielded value\nor raise StopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
      (self: PyAnextAwaitable, args: Value[]) => forward(self, (iterator) => call(getAttr(iterator, "throw"), ...args)),
    ],
    close: [
      "~($self, /)",
      "close() -> raise GeneratorExit inside generator.",
      (self: PyAnextAwaitable) => forward(self, (iterator) => call(getAttr(iterator, "close"))),
    ],
  },
});

/** The iterator behind the awaitable, with the methods of a generator. */
function awaitableIterator(self: PyAnextAwaitable): Value {
  const { wrapped } = self;
  const type = typeOf(wrapped);
  if (type === GENERATOR && isAwaitableGenerator(wrapped)) return wrapped;
  if (type === COROUTINE) return call(getAttr(wrapped, "__await__"));
  const slot = type.slots.__await__;
  if (slot === undefined) throw typeError(`object ${typeName(wrapped)} can't be used in 'await' expression`);
  const iterator = slot(wrapped);
  if (typeOf(iterator) === COROUTINE) throw typeError("__await__() returned a coroutine");
  if (typeOf(iterator).slots.__next__ === undefined) {
    throw typeError(`__await__() returned non-iterator of type '${typeName(iterator)}'`);
  }
  return iterator;
}

function forward(self: PyAnextAwaitable, action: (iterator: Value) => Value): Value {
  const iterator = awaitableIterator(self);
  try {
    return action(iterator);
  } catch (error) {
    if (error instanceof PyError && error.is(EXCEPTIONS.StopAsyncIteration)) throw stopIteration(self.otherwise);
    throw error;
  }
}
