/**
 * builtin_function_or_method (CPython Objects/methodobject.c).
 */
import { getAttr } from "../kernel/attribute.ts";
import { PyBuiltinFunction, PyNewWrapper, PyStaticBuiltin } from "../kernel/builtin.ts";
import { BUILTIN_FUNCTION, NONE, NOT_IMPLEMENTED, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { addressText, idOf } from "../kernel/identity.ts";
import { PyType, type Value } from "../kernel/object.ts";
import { PyModule, tuple } from "../kernel/payload.ts";
import { hooks } from "../kernel/thread.ts";

/** What a method belongs to: an instance, or the class of a class method or static method; undefined for a function. */
function ownerOf(self: PyBuiltinFunction): Value | undefined {
  if (self instanceof PyStaticBuiltin) return self.owner;
  return self.self instanceof PyModule ? undefined : self.self;
}

function qualname(self: PyBuiltinFunction): string {
  const owner = ownerOf(self);
  if (owner === undefined) return self.definition.name;
  return `${(owner instanceof PyType ? owner : typeOf(owner)).qualname}.${self.definition.name}`;
}

function repr(self: PyBuiltinFunction): string {
  const owner = ownerOf(self);
  if (owner === undefined) return `<built-in function ${self.definition.name}>`;
  return `<built-in method ${self.definition.name} of ${typeName(owner)} object at ${addressText(owner)}>`;
}

function reduce(self: PyBuiltinFunction): Value {
  const owner = ownerOf(self);
  if (owner === undefined) return self.definition.name;
  return tuple([getAttr(hooks.importModule("builtins"), "getattr"), tuple([owner, self.definition.name])]);
}

function isSame(self: PyBuiltinFunction, other: PyBuiltinFunction): boolean {
  return self.self === other.self && self.definition === other.definition;
}

completeType<PyBuiltinFunction>(BUILTIN_FUNCTION, {
  traits: { noConstructor: true, weakrefs: true },
  slots: {
    __repr__: repr,
    __hash__: (self) => (self.self === undefined ? idOf(self) : idOf(self.self)) % 4294967291,
    __eq__: (self, other) => (other instanceof PyBuiltinFunction ? isSame(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyBuiltinFunction ? !isSame(self, other) : NOT_IMPLEMENTED),
    __call__: (self, args, kwnames) => self.invoke(args, kwnames),
  },
  methods: {
    __reduce__: ["~($self, /)", undefined, reduce],
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
