/** What `yield` in an async generator passes out, to tell it from what `await` passes out (_PyAsyncGenWrappedValue). */
import { declareType } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";

const ASYNC_GEN_WRAPPED_VALUE = declareType("async_generator_wrapped_value");
completeType(ASYNC_GEN_WRAPPED_VALUE, { traits: { noConstructor: true } });

export class AsyncGenValue extends PyObject {
  constructor(readonly value: Value) {
    super(ASYNC_GEN_WRAPPED_VALUE);
  }
}
