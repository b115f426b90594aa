/** Attribute instructions, `super()` included (CPython Python/bytecodes.c). */
import { isSubtype, NONE, SUPER, typeOf } from "../../objects/kernel/core-types.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { checkSuper, superAttribute } from "../../objects/types/super.ts";
import { loadAttribute, storeAttribute } from "../attributes.ts";
import { callValue } from "../calls.ts";
import { after, settle } from "../deliver.ts";
import type { Frame } from "../frame.ts";
import { requestCheck } from "../heap/lifetimes.ts";
import { DONE, NEXT, type Outcome, type Result } from "../outcome.ts";
import type { Thread } from "../thread.ts";
import type { OpBody } from "./body.ts";

/** LOAD_ATTR for a call: "function, self" for a method, "NULL, attribute" for anything else. */
function loadMethod(thread: Thread, frame: Frame, self: Value, name: string): Outcome {
  frame.push(null);
  // An AttributeError of a property is told of it (unwind.ts).
  frame.stack[frame.sp] = self;
  return settle(
    frame,
    loadAttribute(thread, frame, self, name, (method) => {
      frame.top = method;
      frame.push(self);
      return DONE;
    }),
  );
}

/** A function after `cls` in the MRO of `self`, for a call; undefined if it is anything but a plain method. */
export function superMethod(cls: PyType, self: Value, name: string): Value | undefined {
  if (self === NONE) return undefined;
  const selfClass = checkSuper(cls, self);
  if (selfClass === self) return undefined;
  const { mro } = selfClass;
  for (let i = mro.indexOf(cls) + 1; i > 0 && i < mro.length; i++) {
    const value = mro[i].attributes.get(name);
    if (value !== undefined) return typeOf(value).traits.methodDescriptor ? value : undefined;
  }
  return undefined;
}

/** `super().name` at one place of the code, for a call: what was found for the class that was met last. */
export class SuperSite {
  private own: PyType | undefined = undefined;
  private version = 0;
  private cls: Value | undefined = undefined;
  private method: Value | undefined = undefined;

  /** The method as `superMethod` finds it. */
  find(cls: Value, self: Value, name: string): Value | undefined {
    if (typeof self !== "object" || !(cls instanceof PyType)) return undefined;
    if (self.cls === this.own && self.cls.version === this.version && cls === this.cls) return this.method;
    const method = superMethod(cls, self, name);
    // With a class for `self`, or one that pretends to be of a class, it is that object's alone.
    if (!(self instanceof PyType) && isSubtype(self.cls, cls)) {
      this.own = self.cls;
      this.version = self.cls.version;
      this.cls = cls;
      this.method = method;
    }
    return method;
  }
}

export const ATTRIBUTES = {
  LOAD_ATTR: (thread, frame, arg) => {
    const self = frame.pop();
    const name = frame.code.names[arg >> 1];
    if ((arg & 1) !== 0) return loadMethod(thread, frame, self, name);
    return settle(frame, loadAttribute(thread, frame, self, name));
  },
  STORE_ATTR: (thread, frame, arg) => {
    const self = frame.pop();
    const value = frame.pop();
    return settle(frame, storeAttribute(thread, frame, self, frame.code.names[arg], value));
  },
  DELETE_ATTR: (thread, frame, arg) => {
    const self = frame.pop();
    requestCheck(thread);
    return settle(frame, storeAttribute(thread, frame, self, frame.code.names[arg], undefined));
  },
  LOAD_SUPER_ATTR: (thread, frame, arg) => {
    const self = frame.pop();
    const cls = frame.pop();
    const globalSuper = frame.pop();
    const name = frame.code.names[arg >> 2];
    const forCall = (arg & 1) !== 0;
    if (globalSuper === SUPER && cls instanceof PyType && thread.tracer === null) {
      if (forCall) {
        const method = superMethod(cls, self, name);
        frame.push(method ?? null);
        if (method !== undefined) {
          frame.push(self);
          return NEXT;
        }
      }
      frame.push(superAttribute(cls, self, name));
      return NEXT;
    }
    if (forCall) frame.push(null);
    const args = (arg & 2) !== 0 ? [cls, self] : [];
    const run = (): Result => callValue(thread, frame, globalSuper, args, undefined);
    const made = thread.tracer === null ? run() : thread.tracer.call(thread, frame, globalSuper, args[0], run);
    const result = after(thread, frame, made, {
      apply: (ownThread, caller, object) => loadAttribute(ownThread, caller, object, name),
    });
    return settle(frame, result);
  },
} satisfies Record<string, OpBody>;
