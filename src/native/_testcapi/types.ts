/**
 * The types of _testcapi (CPython Modules/_testcapimodule.c, Modules/_testcapi/vectorcall.c): an awaitable written in C,
 * callables that bind as functions do, a generic class that stands for its argument as a base.
 */
import { defineType, type TypeTable } from "../../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyMethod, tuple } from "../../objects/kernel/payload.ts";

class PyAwaitable extends PyObject {
  constructor(
    cls: PyType,
    readonly iterator: Value,
  ) {
    super(cls);
  }
}

const AWAIT_TYPE = defineType<PyAwaitable>("_testcapi.awaitType", {
  traits: { basetype: true, noConstructor: false },
  construct: ["~($cls, iterator, /)", (cls: PyType, iterator: Value) => new PyAwaitable(cls, iterator)],
  slots: { __await__: (self) => self.iterator },
});

/** A callable that answers whether the type's own call was reached, and that is bound to the instance it is found on. */
const descriptor = (answer: boolean): TypeTable<Value> => ({
  traits: { basetype: true, methodDescriptor: true, noConstructor: false },
  construct: ["()", (cls: PyType) => new PyObject(cls)],
  allocate: (cls) => new PyObject(cls),
  slots: {
    __call__: () => answer,
    __get__: (self, instance) => (instance === undefined ? self : new PyMethod(self, instance)),
  },
});

/** Its call replaces the one it inherits; it binds to nothing. */
const noBinding: TypeTable<Value> = {
  ...descriptor(true),
  traits: { basetype: true, noConstructor: false },
  slots: { __call__: (_self, args) => tuple(args), __get__: (self) => self },
};

const BASE = defineType("_testcapi.MethodDescriptorBase", descriptor(true));
const derived = (name: string, table: TypeTable<Value>): PyType =>
  defineType(`_testcapi.${name}`, { ...table, base: BASE });

class PyAliasOfItem extends PyObject {
  constructor(readonly item: Value) {
    super(GENERIC_ALIAS);
  }
}

const GENERIC_ALIAS = defineType<PyAliasOfItem>("GenericAlias", {
  traits: { noConstructor: true },
  methods: { __mro_entries__: ["~($self, bases, /)", undefined, (self: PyAliasOfItem) => tuple([self.item])] },
});
const GENERIC = defineType("Generic", {
  traits: { noConstructor: true, basetype: true },
  classmethods: {
    __class_getitem__: ["~($type, item, /)", undefined, (_cls: PyType, item: Value) => new PyAliasOfItem(item)],
  },
});

export const exampleTypes: Record<string, PyType> = {
  MethodDescriptorBase: BASE,
  MethodDescriptorDerived: derived("MethodDescriptorDerived", descriptor(true)),
  MethodDescriptor2: derived("MethodDescriptor2", descriptor(false)),
  MethodDescriptorNopGet: derived("MethodDescriptorNopGet", noBinding),
  awaitType: AWAIT_TYPE,
  Generic: GENERIC,
  GenericAlias: GENERIC_ALIAS,
};
