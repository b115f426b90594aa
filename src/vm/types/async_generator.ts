/**
 * The type `async_generator`, and the awaitables of asend(), athrow() and aclose()
 * (CPython Objects/genobject.c).
 *
 * An awaitable drives the generator until that passes out a wrapped value (a `yield`: the awaitable ends
 * with it) or ends; what an `await` inside passes out goes through unchanged.
 */
import { callWith } from "../../objects/kernel/call.ts";
import { ASYNC_GENERATOR, declareType, isSubtype, NONE } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import type { PyBaseException } from "../../objects/kernel/payload.ts";
import { newException, PyError, runtimeError, stopIteration } from "../../objects/kernel/raise.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import type { Frame } from "../frame.ts";
import { resume, resumeNested, type Sendable, type Sink, throwInto, throwNested } from "../generators.ts";
import type { Result } from "../outcome.ts";
import { current, type Thread } from "../thread.ts";
import { exceptionToThrow, warnOldThrow } from "../throw-arguments.ts";
import { AsyncGenValue } from "./async-gen-value.ts";
import { generatorAttributes, generatorRepr } from "./generator.ts";
import { COMPLETED, type PyGenerator } from "./generator-object.ts";

const ASEND = declareType("async_generator_asend");
const ATHROW = declareType("async_generator_athrow");

const is = (exception: PyBaseException, type: PyType): boolean => isSubtype(exception.cls, type);

type State = "init" | "iterating" | "closed";

/** What asend() and athrow() have in common. */
abstract class AsyncStep extends PyObject implements Sendable {
  state: State = "init";

  constructor(
    readonly generator: PyGenerator,
    cls: PyType,
  ) {
    super(cls);
  }

  /** Begin or go on, from the loop. */
  abstract sendFrom(thread: Thread, frame: Frame, value: Value, sink: Sink): Result;

  /** The generator yielded an item, which ends the step. Throws if it should not have. */
  abstract takeItem(): void;

  /** The generator answered: `yielded` is what it passed out. The value to pass on; an item is a StopIteration. */
  private passOut(yielded: Value): Value {
    if (!(yielded instanceof AsyncGenValue)) return yielded;
    this.takeItem();
    throw stopIteration(yielded.value);
  }

  /** The generator ended by an exception: the one to raise instead, or undefined for a plain return. */
  abstract passError(exception: PyBaseException): PyBaseException | undefined;

  /** The generator's body returned. */
  abstract ended(): Value;

  /** The sink for the generator: tell `sink` what became of the step. */
  protected wrap(sink: Sink): Sink {
    return {
      apply: (thread, caller, value) => {
        if (!(value instanceof AsyncGenValue)) return sink.apply(thread, caller, value);
        this.takeItem();
        return sink.returned(thread, caller, value.value);
      },
      returned: (thread, caller) => this.finish(thread, caller, sink, () => this.ended()),
      recover: (thread, caller, exception) => {
        const replacement = this.passError(exception);
        if (replacement === exception) return undefined;
        thread.pending = null;
        if (replacement === undefined) return sink.returned(thread, caller, NONE);
        thread.pending = replacement;
        return undefined;
      },
    };
  }

  /** A StopIteration out of `run` is the end of the step. */
  private finish(thread: Thread, caller: Frame, sink: Sink, run: () => Value): Result {
    let value: Value;
    try {
      value = run();
    } catch (error) {
      if (!(error instanceof PyError && error.is(EXCEPTIONS.StopIteration))) throw error;
      const fields = error.exception.fields;
      return sink.returned(thread, caller, fields?.value ?? NONE);
    }
    return sink.apply(thread, caller, value);
  }

  /** Drive the generator on the JavaScript stack. */
  protected nested(run: () => { done: boolean; value: Value }): Value {
    let answer: { done: boolean; value: Value };
    try {
      answer = run();
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      const replacement = this.passError(error.exception);
      if (replacement === error.exception) throw error;
      if (replacement === undefined) throw stopIteration();
      throw new PyError(replacement);
    }
    return answer.done ? this.ended() : this.passOut(answer.value);
  }

  abstract sendNested(value: Value): Value;

  throwNested(exception: PyBaseException): Value {
    if (this.state === "closed") throw runtimeError(this.reused());
    if (this.state === "init") this.begin();
    return this.nested(() => throwNested(this.generator, exception));
  }

  abstract reused(): string;

  /** The first use: nobody else may be driving the generator. */
  abstract begin(): void;

  close(): void {
    this.state = "closed";
  }
}

class AsyncGenSend extends AsyncStep {
  constructor(
    generator: PyGenerator,
    private readonly value: Value,
  ) {
    super(generator, ASEND);
  }

  override reused(): string {
    return "cannot reuse already awaited __anext__()/asend()";
  }

  override begin(): void {
    if (this.generator.runningAsync) {
      throw runtimeError("anext(): asynchronous generator is already running");
    }
    this.state = "iterating";
    this.generator.runningAsync = true;
  }

  private toSend(value: Value): Value {
    if (this.state === "closed") throw runtimeError(this.reused());
    if (this.state !== "init") return value;
    this.begin();
    return value === NONE ? this.value : value;
  }

  override sendFrom(thread: Thread, frame: Frame, value: Value, sink: Sink): Result {
    const sent = this.toSend(value);
    this.generator.runningAsync = true;
    return resume(thread, frame, this.generator, sent, this.wrap(sink));
  }

  override sendNested(value: Value): Value {
    const sent = this.toSend(value);
    this.generator.runningAsync = true;
    return this.nested(() => resumeNested(this.generator, sent));
  }

  override takeItem(): void {
    this.generator.runningAsync = false;
    this.state = "closed";
  }

  override passError(exception: PyBaseException): PyBaseException {
    const { generator } = this;
    if (is(exception, EXCEPTIONS.StopAsyncIteration) || is(exception, EXCEPTIONS.GeneratorExit))
      generator.closed = true;
    generator.runningAsync = false;
    this.state = "closed";
    return exception;
  }

  override ended(): Value {
    this.generator.closed = true;
    this.generator.runningAsync = false;
    this.state = "closed";
    throw new PyError(newException(EXCEPTIONS.StopAsyncIteration));
  }
}

class AsyncGenThrow extends AsyncStep {
  constructor(
    generator: PyGenerator,
    /** Undefined: aclose(). */
    private readonly exception: (() => PyBaseException) | undefined,
  ) {
    super(generator, ATHROW);
  }

  override reused(): string {
    return "cannot reuse already awaited aclose()/athrow()";
  }

  override begin(): void {
    if (this.generator.runningAsync) {
      const who = this.exception === undefined ? "aclose" : "athrow";
      throw runtimeError(`${who}(): asynchronous generator is already running`);
    }
    if (this.generator.closed) {
      this.state = "closed";
      throw new PyError(newException(EXCEPTIONS.StopAsyncIteration));
    }
    this.state = "iterating";
    this.generator.runningAsync = true;
  }

  /** What the first send throws into the generator; undefined if it was begun before; null if there is nothing to do. */
  private toThrow(value: Value): PyBaseException | undefined | null {
    if (this.state === "closed") throw runtimeError(this.reused());
    const { generator } = this;
    if (generator.state === COMPLETED) {
      this.state = "closed";
      return null;
    }
    if (this.state !== "init") return undefined;
    if (value !== NONE) throw runtimeError("can't send non-None value to a just-started coroutine");
    this.begin();
    if (this.exception !== undefined) return this.exception();
    generator.closed = true;
    return newException(EXCEPTIONS.GeneratorExit);
  }

  override sendFrom(thread: Thread, frame: Frame, value: Value, sink: Sink): Result {
    const exception = this.toThrow(value);
    if (exception === null) return sink.returned(thread, frame, NONE);
    const own = this.wrap(sink);
    if (exception === undefined) return resume(thread, frame, this.generator, value, own);
    return throwInto(thread, frame, this.generator, exception, own);
  }

  override sendNested(value: Value): Value {
    const exception = this.toThrow(value);
    if (exception === null) throw stopIteration();
    if (exception === undefined) return this.nested(() => resumeNested(this.generator, value));
    return this.nested(() => throwNested(this.generator, exception));
  }

  override takeItem(): void {
    this.generator.runningAsync = false;
    this.state = "closed";
    if (this.exception === undefined) throw runtimeError("async generator ignored GeneratorExit");
  }

  override passError(exception: PyBaseException): PyBaseException | undefined {
    this.generator.runningAsync = false;
    this.state = "closed";
    // aclose() succeeds when the generator ends so; athrow() lets it out.
    const ends = is(exception, EXCEPTIONS.StopAsyncIteration) || is(exception, EXCEPTIONS.GeneratorExit);
    if (ends) this.generator.closed = true;
    return ends && this.exception === undefined ? undefined : exception;
  }

  override ended(): Value {
    this.generator.runningAsync = false;
    this.generator.closed = true;
    this.state = "closed";
    if (this.exception === undefined) throw stopIteration();
    throw new PyError(newException(EXCEPTIONS.StopAsyncIteration));
  }
}

/** The first use of an async generator tells the event loop (sys.set_asyncgen_hooks). */
function runHooks(generator: PyGenerator): void {
  if (generator.hooksRun) return;
  generator.hooksRun = true;
  const { thread } = current;
  generator.finalizer = thread.asyncGenFinalizer;
  if (thread.asyncGenFirstIter !== null) callWith(thread.asyncGenFirstIter, [generator]);
}

function anext(self: PyGenerator): Value {
  runHooks(self);
  return new AsyncGenSend(self, NONE);
}

completeType<PyGenerator>(ASYNC_GENERATOR, {
  traits: { noConstructor: true, weakrefs: true },
  slots: { __repr__: generatorRepr("async_generator"), __aiter__: (self) => self, __anext__: anext },
  methods: {
    asend: [
      "~($self, value, /)",
      "asend(v) -> send 'v' in generator.",
      (self: PyGenerator, value: Value) => {
        runHooks(self);
        return new AsyncGenSend(self, value);
      },
    ],
    athrow: [
      "~($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
      "athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
      (self: PyGenerator, type: Value, value: Value | undefined, traceback: Value | undefined) => {
        const given = traceback !== undefined ? 3 : value !== undefined ? 2 : 1;
        warnOldThrow(new Array<Value>(given).fill(NONE), "athrow");
        runHooks(self);
        return new AsyncGenThrow(self, () => exceptionToThrow(type, value, traceback));
      },
    ],
    aclose: [
      "~($self, /)",
      "aclose() -> raise GeneratorExit inside generator.",
      (self: PyGenerator) => {
        runHooks(self);
        return new AsyncGenThrow(self, undefined);
      },
    ],
    __sizeof__: [
      "~($self, /)",
      "gen.__sizeof__() -> size of gen in memory, in bytes",
      (self: PyGenerator) => 144 + 8 * (self.code.nlocalsplus + self.code.stacksize),
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: { ag_running: [(self) => self.runningAsync] },
  getset: generatorAttributes("ag", "async generator", "await"),
});

const stepMethods = (): Record<string, MethodRow> => ({
  send: [
    "~($self, arg, /)",
    "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
    (self: AsyncStep, value: Value) => self.sendNested(value),
  ],
  throw: [
    "~($self, type, value=<unrepresentable>, traceback=<unrepresentable>, /)",
    "throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.",
    (self: AsyncStep, type: Value, value: Value | undefined, traceback: Value | undefined) =>
      self.throwNested(exceptionToThrow(type, value, traceback)),
  ],
  close: ["~($self, /)", "close() -> raise GeneratorExit inside generator.", (self: AsyncStep) => self.close()],
});

for (const type of [ASEND, ATHROW]) {
  completeType<AsyncStep>(type, {
    traits: { noConstructor: true },
    slots: {
      __iter__: (self) => self,
      __await__: (self) => self,
      __next__: (self) => self.sendNested(NONE),
    },
    methods: stepMethods(),
  });
}
