/**
 * method: a callable bound to its first argument (CPython Objects/classobject.c).
 */
import { genericLookup, getAttr, lookupAttr } from "../kernel/attribute.ts";
import { callWith } from "../kernel/call.ts";
import { METHOD, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { lookupInType } from "../kernel/lookup.ts";
import type { Value } from "../kernel/object.ts";
import { jsString, PyMethod, tuple } from "../kernel/payload.ts";
import { isEqual, reprText } from "../kernel/protocol.ts";
import { typeError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { hashOfPair } from "./descriptor.ts";

/** Attributes that a method does not have are its function's. */
function getattribute(self: PyMethod, name: string): Value | undefined {
  if (lookupInType(METHOD, name) !== undefined) return genericLookup(self, name);
  return getAttr(self.func, name);
}

function repr(self: PyMethod): string {
  const name = lookupAttr(self.func, "__qualname__") ?? lookupAttr(self.func, "__name__") ?? 0;
  return `<bound method ${jsString(name) ?? "?"} of ${reprText(self.self)}>`;
}

function isSame(self: PyMethod, other: PyMethod): boolean {
  return self.self === other.self && isEqual(self.func, other.func);
}

completeType<PyMethod>(METHOD, {
  doc: "Create a bound instance method object.",
  traits: { weakrefs: true },
  construct: [
    "~($cls, function, instance, /)",
    (_cls, func: Value, instance: Value) => {
      if (typeOf(func).slots.__call__ === undefined) throw typeError("first argument must be callable");
      if (instance === NONE) throw typeError("instance must not be None");
      return new PyMethod(func, instance);
    },
  ],
  slots: {
    __repr__: repr,
    __hash__: (self) => hashOfPair(self.self, self.func),
    __eq__: (self, other) => (other instanceof PyMethod ? isSame(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyMethod ? !isSame(self, other) : NOT_IMPLEMENTED),
    __call__: (self, args, kwnames) => callWith(self.func, [self.self, ...args], kwnames),
    __getattribute__: getattribute,
  },
  methods: {
    __reduce__: [
      "($self, /)",
      undefined,
      (self: PyMethod) => {
        const name = lookupAttr(self.func, "__name__") ?? typeName(self.func);
        return tuple([getAttr(hooks.importModule("builtins"), "getattr"), tuple([self.self, name])]);
      },
    ],
  },
  members: {
    __func__: [(self) => self.func, undefined, "the function (or other callable) implementing a method"],
    __self__: [(self) => self.self, undefined, "the instance to which a method is bound"],
  },
  getset: { __doc__: [(self) => lookupAttr(self.func, "__doc__") ?? NONE] },
});
