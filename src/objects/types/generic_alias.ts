/**
 * types.GenericAlias: `list[int]` (CPython Objects/genericaliasobject.c, PEP 585 and 646).
 *
 * Nearly all attributes are those of the origin; only the names in OWN_ATTRIBUTES belong to the alias,
 * and those in HIDDEN_ATTRIBUTES to nobody.
 */
import { genericLookup, getAttr, setAttr } from "../kernel/attribute.ts";
import { callWith } from "../kernel/call.ts";
import { declareType, GENERIC_ALIAS, NONE, NOT_IMPLEMENTED, TUPLE } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { aliasOfType, contains } from "../kernel/iterate.ts";
import { PyObject, type Value } from "../kernel/object.ts";
import { intFromBigInt, type PyTuple, strFromJs, tuple } from "../kernel/payload.ts";
import { compare, hashOf, isEqual } from "../kernel/protocol.ts";
import { PyError, typeError } from "../kernel/raise.ts";
import type { KeywordNames } from "../kernel/slots.ts";
import { isTrue } from "../kernel/truth.ts";
import { checkCount, refuseKeywords } from "./arguments.ts";
import { builtin } from "./builtin-lookup.ts";
import { dirOf } from "./dir.ts";
import { ITERATOR_SLOTS, ITERATOR_TRAITS } from "./iterators.ts";
import {
  argumentReprText,
  makeParameters,
  PyGenericAlias,
  substituteParameters,
  typeReprText,
} from "./type-parameters.ts";
import { unionOf } from "./union.ts";

/** Attributes that an alias has itself, though its origin may have them too. */
const OWN_ATTRIBUTES: readonly string[] = [
  "__class__",
  "__origin__",
  "__args__",
  "__unpacked__",
  "__parameters__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
];
const OWN = new Set(OWN_ATTRIBUTES);

aliasOfType.make = (origin, args) => new PyGenericAlias(origin, args);

completeType<PyGenericAlias>(GENERIC_ALIAS, {
  module: "types",
  doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
  traits: { basetype: true, weakrefs: true, subscriptOnly: true },
  slots: {
    __new__: (cls, args, kwnames) => {
      refuseKeywords("GenericAlias", kwnames);
      checkCount("GenericAlias", args.length, 2, 2);
      return new PyGenericAlias(args[0], args[1], cls);
    },
    __repr__: repr,
    __hash__: (self) => {
      const bits = BigInt(hashOf(self.origin)) ^ BigInt(hashOf(self.args));
      return intFromBigInt(BigInt.asIntN(64, bits));
    },
    __call__: (self, args, kwnames) => construct(self, args, kwnames),
    __getattribute__: (self, name) => (OWN.has(name) ? genericLookup(self, name) : getAttr(self.origin, name)),
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => (other instanceof PyGenericAlias ? equalAliases(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyGenericAlias ? !isTrue(equalAliases(self, other)) : NOT_IMPLEMENTED),
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __iter__: (self) => new PyGenericAliasIterator(self),
    __or__: unionOf,
    __getitem__: (self, item) => {
      const args = substituteParameters(self, self.args, parametersOf(self), item);
      const result = new PyGenericAlias(self.origin, args);
      result.starred = self.starred;
      return result;
    },
  },
  allocate: (cls) => new PyGenericAlias(NONE, tuple([]), cls),
  methods: {
    __mro_entries__: ["~($self, bases, /)", undefined, (self: PyGenericAlias) => tuple([self.origin])],
    __instancecheck__: [
      "~($self, instance, /)",
      undefined,
      (): Value => {
        throw typeError("isinstance() argument 2 cannot be a parameterized generic");
      },
    ],
    __subclasscheck__: [
      "~($self, cls, /)",
      undefined,
      (): Value => {
        throw typeError("issubclass() argument 2 cannot be a parameterized generic");
      },
    ],
    __reduce__: ["~($self, /)", undefined, reduce],
    __dir__: ["~($self, /)", undefined, directory],
  },
  members: {
    __origin__: [(self) => self.origin],
    __args__: [(self) => self.args],
    __unpacked__: [(self) => self.starred],
  },
  getset: {
    __parameters__: [parametersOf, undefined, "Type variables in the GenericAlias."],
    __typing_unpacked_tuple_args__: [(self) => (self.starred && self.origin === TUPLE ? self.args : NONE)],
  },
});

function parametersOf(self: PyGenericAlias): PyTuple {
  if (self.parameters === undefined) self.parameters = makeParameters(self.args);
  return self.parameters;
}

function repr(self: PyGenericAlias): Value {
  const args = self.args.items.map(argumentReprText).join(", ");
  return strFromJs(`${self.starred ? "*" : ""}${typeReprText(self.origin)}[${args === "" ? "()" : args}]`);
}

function equalAliases(self: PyGenericAlias, other: PyGenericAlias): Value {
  if (self.starred !== other.starred || !isEqual(self.origin, other.origin)) return false;
  return compare(self.args, other.args, "__eq__");
}

/** `list[int]()`: an instance of the origin that remembers, if it can, of which alias. */
function construct(self: PyGenericAlias, args: Value[], kwnames: KeywordNames): Value {
  const instance = callWith(self.origin, args, kwnames);
  try {
    setAttr(instance, "__orig_class__", self);
  } catch (error) {
    if (!(error instanceof PyError && (error.is(EXCEPTIONS.AttributeError) || error.is(EXCEPTIONS.TypeError)))) {
      throw error;
    }
  }
  return instance;
}

function reduce(self: PyGenericAlias): Value {
  if (!self.starred) return tuple([self.cls, tuple([self.origin, self.args])]);
  const iterator = new PyGenericAliasIterator(new PyGenericAlias(self.origin, self.args));
  return tuple([builtin("next"), tuple([iterator])]);
}

function directory(self: PyGenericAlias): Value {
  const names = dirOf(self.origin);
  for (const name of OWN_ATTRIBUTES) if (!contains(names, name)) names.items.push(name);
  return names;
}

export const GENERIC_ALIAS_ITERATOR = declareType("generic_alias_iterator");

/** Gives `*list[int]`, once: what `*` makes of an alias in a subscript. */
export class PyGenericAliasIterator extends PyObject {
  constructor(public alias: PyGenericAlias | null) {
    super(GENERIC_ALIAS_ITERATOR);
  }
}

completeType<PyGenericAliasIterator>(GENERIC_ALIAS_ITERATOR, {
  traits: ITERATOR_TRAITS,
  slots: {
    ...ITERATOR_SLOTS,
    __next__: (self) => {
      if (self.alias === null) return undefined;
      const starred = new PyGenericAlias(self.alias.origin, self.alias.args);
      starred.starred = true;
      self.alias = null;
      return starred;
    },
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyGenericAliasIterator) => tuple([builtin("iter"), tuple([self.alias ?? tuple([])])]),
    ],
  },
});
