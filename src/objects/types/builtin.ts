/**
 * builtin_function_or_method (CPython Objects/methodobject.c).
 */
import { getAttr } from "../kernel/attribute.ts";
import { PyBuiltinFunction, PyNewWrapper } from "../kernel/builtin.ts";
import { BUILTIN_FUNCTION, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { addressText, idOf } from "../kernel/identity.ts";
import { PyType, type Value } from "../kernel/object.ts";
import { PyModule, tuple } from "../kernel/payload.ts";
import { hooks } from "../kernel/thread.ts";

function isMethod(self: PyBuiltinFunction): boolean {
  return self.self !== undefined && !(self.self instanceof PyModule);
}

function qualname(self: PyBuiltinFunction): string {
  if (!isMethod(self)) return self.definition.name;
  const owner = self.self instanceof PyType ? self.self : typeOf(self.self as Value);
  return `${owner.qualname}.${self.definition.name}`;
}

function isSame(self: PyBuiltinFunction, other: PyBuiltinFunction): boolean {
  return self.self === other.self && self.definition === other.definition;
}

completeType<PyBuiltinFunction>(BUILTIN_FUNCTION, {
  traits: { noConstructor: true, weakrefs: true },
  slots: {
    __repr__: (self) =>
      isMethod(self)
        ? `<built-in method ${self.definition.name} of ${typeName(self.self as Value)} object at ${addressText(self.self as Value)}>`
        : `<built-in function ${self.definition.name}>`,
    __hash__: (self) => (self.self === undefined ? idOf(self) : idOf(self.self)) % 4294967291,
    __eq__: (self, other) => (other instanceof PyBuiltinFunction ? isSame(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyBuiltinFunction ? !isSame(self, other) : NOT_IMPLEMENTED),
    __call__: (self, args, kwnames) => self.invoke(args, kwnames),
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyBuiltinFunction): Value =>
        isMethod(self)
          ? tuple([
              getAttr(hooks.importModule("builtins"), "getattr"),
              tuple([self.self as Value, self.definition.name]),
            ])
          : self.definition.name,
    ],
  },
  members: { __module__: [(self) => self.module ?? NONE] },
  getset: {
    __doc__: [(self) => self.definition.doc ?? NONE],
    __name__: [(self) => self.definition.name],
    __qualname__: [qualname],
    __self__: [(self) => self.self ?? NONE],
    __text_signature__: [
      (self) => (self instanceof PyNewWrapper ? "($type, *args, **kwargs)" : (self.definition.signature.text ?? NONE)),
    ],
  },
});
