/** The type `coroutine`, and the iterator that its `__await__` gives (CPython Objects/genobject.c). */
import { COROUTINE, declareType, NONE } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { endOfIteration } from "../../objects/kernel/iterate.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import type { Frame } from "../frame.ts";
import { closeNested, resume, resumeNested, type Sendable, type Sink } from "../generators.ts";
import type { Result } from "../outcome.ts";
import type { Thread } from "../thread.ts";
import {
  generatorAttributes,
  generatorMethods,
  generatorRepr,
  installDriverBodies,
  send,
  throw_,
} from "./generator.ts";
import type { PyGenerator } from "./generator-object.ts";

const COROUTINE_WRAPPER = declareType("coroutine_wrapper");

/** `coroutine.__await__()`: drives the coroutine it stands for. */
export class PyCoroutineWrapper extends PyObject implements Sendable {
  constructor(readonly coroutine: PyGenerator) {
    super(COROUTINE_WRAPPER);
  }

  sendFrom(thread: Thread, frame: Frame, value: Value, sink: Sink): Result {
    return resume(thread, frame, this.coroutine, value, sink);
  }
}

completeType<PyGenerator>(COROUTINE, {
  traits: { noConstructor: true, weakrefs: true },
  slots: { __repr__: generatorRepr("coroutine"), __await__: (self) => new PyCoroutineWrapper(self) },
  methods: generatorMethods("coroutine", "iterated"),
  members: { cr_origin: [(self) => self.origin ?? NONE] },
  getset: generatorAttributes("cr", "coroutine", "await"),
});
installDriverBodies(COROUTINE);

const { send: sendRow, throw: throwRow, close: closeRow } = generatorMethods("coroutine", "iterated");

completeType<PyCoroutineWrapper>(COROUTINE_WRAPPER, {
  doc: "A wrapper object implementing __await__ for coroutines.",
  traits: { noConstructor: true },
  slots: {
    __iter__: (self) => self,
    __next__: (self) => {
      const answer = resumeNested(self.coroutine, NONE);
      if (!answer.done) return answer.value;
      endOfIteration.value = answer.value === NONE ? undefined : answer.value;
      return undefined;
    },
  },
  methods: {
    send: [sendRow[0], sendRow[1], (self: PyCoroutineWrapper, value: Value) => send(self.coroutine, value)],
    throw: [
      throwRow[0],
      throwRow[1],
      (self: PyCoroutineWrapper, type: Value, value: Value | undefined, traceback: Value | undefined) =>
        throw_(self.coroutine, type, value, traceback),
    ],
    close: [closeRow[0], closeRow[1], (self: PyCoroutineWrapper) => closeNested(self.coroutine)],
  },
});
