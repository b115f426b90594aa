/**
 * The descriptors of builtin types: method_descriptor, classmethod_descriptor, wrapper_descriptor,
 * method-wrapper, getset_descriptor and member_descriptor (CPython Objects/descrobject.c).
 */
import { getAttr } from "../kernel/attribute.ts";
import {
  PyBuiltinFunction,
  type PyClassMethodDescriptor,
  PyGetSetDescriptor,
  type PyMemberDescriptor,
  type PyMethodDescriptor,
  PyMethodWrapper,
  type PyWrapperDescriptor,
} from "../kernel/builtin.ts";
import { callMethodDescriptor } from "../kernel/call.ts";
import {
  CLASSMETHOD_DESCRIPTOR,
  GETSET_DESCRIPTOR,
  isSubtype,
  MEMBER_DESCRIPTOR,
  METHOD_DESCRIPTOR,
  METHOD_WRAPPER,
  NONE,
  NOT_IMPLEMENTED,
  shownName,
  typeName,
  typeOf,
  WRAPPER_DESCRIPTOR,
} from "../kernel/core-types.ts";
import { completeType, type GetSetRow } from "../kernel/define.ts";
import { addressText, idOf } from "../kernel/identity.ts";
import { type PyObject, PyType, type Value } from "../kernel/object.ts";
import { tuple } from "../kernel/payload.ts";
import { hashOf } from "../kernel/protocol.ts";
import { attributeError, typeError } from "../kernel/raise.ts";
import { checkWrapperSelf } from "../kernel/slot-wrappers.ts";
import { hooks } from "../kernel/thread.ts";

/** `(getattr, (owner, name))`: how descriptors are pickled. */
function reduceByName(owner: Value, name: string): Value {
  return tuple([getAttr(hooks.importModule("builtins"), "getattr"), tuple([owner, name])]);
}

const methodMembers: Record<string, GetSetRow<PyMethodDescriptor | PyClassMethodDescriptor>> = {
  __objclass__: [(self) => self.owner],
  __name__: [(self) => self.definition.name],
};

const methodGetSet: Record<string, GetSetRow<PyMethodDescriptor | PyClassMethodDescriptor>> = {
  __doc__: [(self) => self.definition.doc ?? NONE],
  __qualname__: [(self) => `${self.owner.qualname}.${self.definition.name}`],
  __text_signature__: [(self) => self.definition.signature.text ?? NONE],
};

completeType<PyMethodDescriptor>(METHOD_DESCRIPTOR, {
  traits: { methodDescriptor: true, noConstructor: true },
  slots: {
    __repr__: (self) => `<method '${self.definition.name}' of '${shownName(self.owner)}' objects>`,
    __call__: callMethodDescriptor as never,
    __get__: (self, instance) => {
      if (instance === undefined) return self;
      checkInstance(self.owner, self.definition.name, instance);
      return new PyBuiltinFunction(self.definition, instance, undefined);
    },
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyMethodDescriptor) => reduceByName(self.owner, self.definition.name),
    ],
  },
  members: methodMembers as Record<string, GetSetRow<PyMethodDescriptor>>,
  getset: methodGetSet as Record<string, GetSetRow<PyMethodDescriptor>>,
});

function checkInstance(owner: PyType, name: string, instance: Value): void {
  const type = typeOf(instance);
  if (isSubtype(type, owner)) return;
  throw typeError(`descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${type.name}' object`);
}

completeType<PyClassMethodDescriptor>(CLASSMETHOD_DESCRIPTOR, {
  traits: { noConstructor: true },
  slots: {
    __repr__: (self) => `<method '${self.definition.name}' of '${shownName(self.owner)}' objects>`,
    __call__: (self, args, kwnames) => {
      const { owner, definition } = self;
      const cls = args[0];
      if (args.length === 0) {
        throw typeError(`descriptor '${definition.name}' of '${owner.name}' object needs an argument`);
      }
      return bindToClass(self, cls).invoke(args.slice(1), kwnames);
    },
    __get__: (self, instance, owner) => bindToClass(self, owner ?? typeOf(instance as Value)),
  },
  members: methodMembers as Record<string, GetSetRow<PyClassMethodDescriptor>>,
  getset: methodGetSet as Record<string, GetSetRow<PyClassMethodDescriptor>>,
});

function bindToClass(self: PyClassMethodDescriptor, cls: Value): PyBuiltinFunction {
  const { owner, definition } = self;
  if (!(cls instanceof PyType)) {
    throw typeError(
      `descriptor '${definition.name}' for type '${owner.name}' needs a type, not a '${typeName(cls)}' as arg 2`,
    );
  }
  if (!isSubtype(cls, owner)) {
    throw typeError(`descriptor '${definition.name}' requires a subtype of '${owner.name}' but received '${cls.name}'`);
  }
  return new PyBuiltinFunction(definition, cls, undefined);
}

completeType<PyWrapperDescriptor>(WRAPPER_DESCRIPTOR, {
  traits: { methodDescriptor: true, noConstructor: true },
  slots: {
    __repr__: (self) => `<slot wrapper '${self.row.dunder}' of '${shownName(self.owner)}' objects>`,
    __call__: (self, args, kwnames) =>
      self.call(checkWrapperSelf(self.owner, self.row.dunder, args, kwnames), args.slice(1), kwnames),
    __get__: (self, instance) => {
      if (instance === undefined) return self;
      checkInstance(self.owner, self.row.dunder, instance);
      return new PyMethodWrapper(self, instance);
    },
  },
  methods: {
    __reduce__: ["~($self, /)", undefined, (self: PyWrapperDescriptor) => reduceByName(self.owner, self.row.dunder)],
  },
  members: { __objclass__: [(self) => self.owner], __name__: [(self) => self.row.dunder] },
  getset: {
    __doc__: [(self) => self.row.doc],
    __qualname__: [(self) => `${self.owner.qualname}.${self.row.dunder}`],
    __text_signature__: [(self) => self.row.signature],
  },
});

completeType<PyMethodWrapper>(METHOD_WRAPPER, {
  traits: { noConstructor: true },
  slots: {
    __repr__: (self) =>
      `<method-wrapper '${self.descriptor.row.dunder}' of ${typeName(self.self)} object at ${addressText(self.self)}>`,
    __hash__: (self) => mixHashes(idOf(self.self), idOf(self.descriptor)),
    __eq__: (self, other) =>
      other instanceof PyMethodWrapper
        ? self.descriptor === other.descriptor && self.self === other.self
        : NOT_IMPLEMENTED,
    __ne__: (self, other) =>
      other instanceof PyMethodWrapper
        ? self.descriptor !== other.descriptor || self.self !== other.self
        : NOT_IMPLEMENTED,
    __call__: (self, args, kwnames) => self.descriptor.call(self.self, args, kwnames),
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyMethodWrapper) => reduceByName(self.self, self.descriptor.row.dunder),
    ],
  },
  members: { __self__: [(self) => self.self] },
  getset: {
    __objclass__: [(self) => self.descriptor.owner],
    __name__: [(self) => self.descriptor.row.dunder],
    __qualname__: [(self) => `${self.descriptor.owner.qualname}.${self.descriptor.row.dunder}`],
    __doc__: [(self) => self.descriptor.row.doc],
    __text_signature__: [(self) => self.descriptor.row.signature],
  },
});

/** One hash of two identities, inside the range of exact ints. */
function mixHashes(first: number, second: number): number {
  return (first % 2147483647) ^ (second % 2147483647);
}

const descriptorMembers: Record<string, GetSetRow<PyGetSetDescriptor | PyMemberDescriptor>> = {
  __objclass__: [(self) => self.owner],
  __name__: [(self) => self.name],
};

const descriptorGetSet: Record<string, GetSetRow<PyGetSetDescriptor | PyMemberDescriptor>> = {
  __doc__: [(self) => self.doc ?? NONE],
  __qualname__: [(self) => `${self.owner.qualname}.${self.name}`],
};

function checkAttributeOwner(self: PyGetSetDescriptor | PyMemberDescriptor, instance: Value): void {
  if (isSubtype(typeOf(instance), self.owner)) return;
  throw typeError(
    `descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${typeName(instance)}' object`,
  );
}

export function getComputed(self: PyGetSetDescriptor, instance: Value | undefined): Value {
  if (instance === undefined) return self;
  checkAttributeOwner(self, instance);
  if (self.get === undefined) {
    throw attributeError(
      `attribute '${self.name}' of '${self.owner.name}' objects is not readable`,
      self.name,
      instance,
    );
  }
  return self.get(instance);
}

export function setComputed(self: PyGetSetDescriptor, instance: Value, value: Value | undefined): void {
  checkAttributeOwner(self, instance);
  if (self.set === undefined) {
    const message =
      self.cls === MEMBER_DESCRIPTOR
        ? "readonly attribute"
        : `attribute '${self.name}' of '${shownName(self.owner)}' objects is not writable`;
    throw attributeError(message, self.name, instance);
  }
  self.set(instance, value);
}

completeType<PyGetSetDescriptor>(GETSET_DESCRIPTOR, {
  traits: { noConstructor: true },
  slots: {
    __repr__: (self) => `<attribute '${self.name}' of '${shownName(self.owner)}' objects>`,
    __get__: getComputed,
    __set__: setComputed,
    __delete__: (self, instance) => setComputed(self, instance, undefined),
  },
  members: descriptorMembers as Record<string, GetSetRow<PyGetSetDescriptor>>,
  getset: descriptorGetSet as Record<string, GetSetRow<PyGetSetDescriptor>>,
});

type AnyMember = PyMemberDescriptor | PyGetSetDescriptor;

function getMember(self: AnyMember, instance: Value | undefined): Value {
  if (self instanceof PyGetSetDescriptor) return getComputed(self, instance);
  if (instance === undefined) return self;
  checkAttributeOwner(self, instance);
  const value = (instance as PyObject)[self.key];
  if (value === undefined) {
    throw attributeError(`'${typeName(instance)}' object has no attribute '${self.name}'`, self.name, instance);
  }
  return value;
}

function setMember(self: AnyMember, instance: Value, value: Value | undefined): void {
  if (self instanceof PyGetSetDescriptor) {
    setComputed(self, instance, value);
    return;
  }
  checkAttributeOwner(self, instance);
  const target = instance as PyObject;
  if (value === undefined && target[self.key] === undefined) throw attributeError(self.name, self.name, instance);
  target[self.key] = value;
}

completeType<AnyMember>(MEMBER_DESCRIPTOR, {
  traits: { noConstructor: true },
  slots: {
    __repr__: (self) => `<member '${self.name}' of '${shownName(self.owner)}' objects>`,
    __get__: getMember,
    __set__: setMember,
    __delete__: (self, instance) => setMember(self, instance, undefined),
  },
  methods: { __reduce__: ["~($self, /)", undefined, (self: AnyMember) => reduceByName(self.owner, self.name)] },
  members: descriptorMembers as Record<string, GetSetRow<AnyMember>>,
  getset: descriptorGetSet as Record<string, GetSetRow<AnyMember>>,
});

/** The hash that goes with `==` on two parts; used by bound methods too. */
export function hashOfPair(first: Value, second: Value): number | bigint {
  return mixHashes(idOf(first), Number(BigInt.asIntN(31, BigInt(hashOf(second)))));
}
