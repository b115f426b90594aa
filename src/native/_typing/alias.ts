/** TypeAliasType, which `type X = ...` makes, and Generic (CPython Objects/typevarobject.c). */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { FUNCTION, NONE } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, PyTuple, tuple } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { PyGenericAlias } from "../../objects/types/type-parameters.ts";
import { aliasInUnion, unionOf } from "../../objects/types/union.ts";
import { callTyping, construct, expectName, Lazy, unpackTypeVarTuples } from "./variables.ts";

export class PyTypeAlias extends PyObject {
  constructor(
    readonly name: Value,
    readonly parameters: PyTuple,
    readonly value: Lazy,
    /** The module that the alias was made in; undefined where `compute` tells. */
    private readonly module: Value | undefined,
    private readonly compute: Value | undefined,
  ) {
    super(TYPE_ALIAS);
  }

  get moduleName(): Value {
    if (this.module !== undefined) return this.module;
    const { compute } = this;
    return typeof compute === "object" && compute.cls === FUNCTION ? getAttr(compute, "__module__") : NONE;
  }
}

function newTypeAlias(name: Value, value: Value, parameters: Value | undefined): Value {
  expectName(name, "typealias");
  if (parameters !== undefined && !(parameters instanceof PyTuple)) throw typeError("type_params must be a tuple");
  const module = hooks.currentFrame()?.globals.get("__name__");
  return new PyTypeAlias(name, parameters ?? tuple([]), new Lazy(value, undefined), module, undefined);
}

function subscript(self: PyTypeAlias, args: Value): Value {
  if (self.parameters.items.length === 0) throw typeError("Only generic type aliases are subscriptable");
  return new PyGenericAlias(self, args);
}

export const TYPE_ALIAS: PyType = defineType<PyTypeAlias>("typing.TypeAliasType", {
  doc: "Type alias.\n\nType aliases are created through the type statement::\n\n    type Alias = int\n\nIn this example, Alias and int will be treated equivalently by static\ntype checkers.\n\nAt runtime, Alias is an instance of TypeAliasType. The __name__\nattribute holds the name of the type alias. The value of the type alias\nis stored in the __value__ attribute. It is evaluated lazily, so the\nvalue is computed only if the attribute is accessed.\n\nType aliases can also be generic::\n\n    type ListOrSet[T] = list[T] | set[T]\n\nIn this case, the type parameters of the alias are stored in the\n__type_params__ attribute.\n\nSee PEP 695 for more information.\n",
  traits: { weakrefs: true, subscriptOnly: true },
  slots: {
    __new__: construct("typealias", "(name, value, *, type_params=<unrepresentable>)", newTypeAlias),
    __repr__: (self) => self.name,
    __or__: unionOf,
    __getitem__: subscript,
    __getattribute__: (self, name) => (name === "__module__" ? self.moduleName : genericLookup(self, name)),
  },
  methods: { __reduce__: ["($self, /)", undefined, (self: PyTypeAlias) => self.name] },
  members: { __name__: [(self) => self.name] },
  getset: {
    __parameters__: [(self) => unpackTypeVarTuples(self.parameters)],
    __type_params__: [(self) => self.parameters],
    __value__: [(self) => self.value.get() ?? NONE],
  },
});

aliasInUnion.test = (value) => value instanceof PyTypeAlias;

/** A call that is passed on to a function of `typing`, class first. */
function forward(name: string) {
  return (cls: PyType, args: Value[], keywords: PyDict): Value => {
    const names: string[] = [];
    const values: Value[] = [];
    for (const [key, value] of keywords.entries()) {
      names.push(jsString(key) as string);
      values.push(value);
    }
    const target = getAttr(hooks.importModule("typing"), name);
    return callWith(target, [cls, ...args, ...values], names.length === 0 ? undefined : names);
  };
}

export const GENERIC = defineType("typing.Generic", {
  doc: "Abstract base class for generic types.\n\nOn Python 3.12 and newer, generic classes implicitly inherit from\nGeneric when they declare a parameter list after the class's name::\n\n    class Mapping[KT, VT]:\n        def __getitem__(self, key: KT) -> VT:\n            ...\n        # Etc.\n\nOn older versions of Python, however, generic classes have to\nexplicitly inherit from Generic.\n\nAfter a class has been declared to be generic, it can then be used as\nfollows::\n\n    def lookup_name[KT, VT](mapping: Mapping[KT, VT], key: KT, default: VT) -> VT:\n        try:\n            return mapping[key]\n        except KeyError:\n            return default\n",
  traits: { basetype: true, mutable: true },
  classmethods: {
    __class_getitem__: [
      "~($cls, *args, **kwargs)",
      "Parameterizes a generic class.\n\nAt least, parameterizing a generic class is the *main* thing this\nmethod does. For example, for some generic class `Foo`, this is called\nwhen we do `Foo[int]` - there, with `cls=Foo` and `params=int`.\n\nHowever, note that this method is also called when defining generic\nclasses in the first place with `class Foo[T]: ...`.\n",
      forward("_generic_class_getitem"),
    ],
    __init_subclass__: [
      "~($cls, *args, **kwargs)",
      "Function to initialize subclasses.",
      forward("_generic_init_subclass"),
    ],
  },
});

/** The base that `class C[T]` gets: `typing.Generic[T]`. */
export function genericOf(parameters: Value): Value {
  const unpacked = parameters instanceof PyTuple ? unpackTypeVarTuples(parameters) : parameters;
  return callTyping("_GenericAlias", GENERIC, unpacked);
}
