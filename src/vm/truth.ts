/** Truth of a value for the interpreter loop: `__bool__` and `__len__` in Python run in frames. */
import { NONE, typeName } from "../objects/kernel/core-types.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { toSsize } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { typeError, valueError } from "../objects/kernel/raise.ts";
import { TRAMPOLINES } from "../objects/kernel/trampolines.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { callUnboundMethod } from "./calls.ts";
import { after } from "./deliver.ts";
import type { Frame } from "./frame.ts";
import type { Result } from "./outcome.ts";
import type { Thread } from "./thread.ts";

/** Call `use` with the truth of `value`, now or when Python code has told it. */
export function test(
  thread: Thread,
  frame: Frame,
  value: Value,
  use: (frame: Frame, truth: boolean) => Result,
): Result {
  if (typeof value === "object" && value !== NONE && value.cls.traits.heap) {
    const { __bool__, __len__ } = value.cls.slots;
    if (__bool__ === TRAMPOLINES.__bool__) {
      const method = lookupInType(value.cls, "__bool__") as Value;
      return after(thread, frame, callUnboundMethod(thread, frame, method, value, []), {
        apply: (_thread, caller, truth) => {
          if (typeof truth !== "boolean") throw typeError(`__bool__ should return bool, returned ${typeName(truth)}`);
          return use(caller, truth);
        },
      });
    }
    if (__bool__ === undefined && __len__ === TRAMPOLINES.__len__) {
      const method = lookupInType(value.cls, "__len__") as Value;
      return after(thread, frame, callUnboundMethod(thread, frame, method, value, []), {
        apply: (_thread, caller, length) => {
          const count = toSsize(length, "OverflowError");
          if (count < 0) throw valueError("__len__() should return >= 0");
          return use(caller, count !== 0);
        },
      });
    }
  }
  return use(frame, isTrue(value));
}
