/** types.UnionType: `int | str` (CPython Objects/unionobject.c, PEP 604). */
import { genericLookup } from "../kernel/attribute.ts";
import {
  FROZENSET,
  GENERIC_ALIAS,
  isSubtype,
  NONE,
  NONE_TYPE,
  NOT_IMPLEMENTED,
  SET,
  typeOf,
  UNION_TYPE,
} from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { binaryOperator } from "../kernel/number.ts";
import { PyObject, PyType, type Value } from "../kernel/object.ts";
import { type PyTuple, strFromJs, tuple } from "../kernel/payload.ts";
import { isEqual } from "../kernel/protocol.ts";
import { compareSets, hashSet } from "./set-operations.ts";
import { setOf } from "./set-table.ts";
import { makeParameters, PyGenericAlias, substituteParameters, typeReprText } from "./type-parameters.ts";

export class PyUnion extends PyObject {
  parameters: PyTuple | undefined = undefined;
  constructor(readonly args: PyTuple) {
    super(UNION_TYPE);
  }
}

/** Set by the type of `type X = ...`: is this one of its aliases, which may stand in a union? */
export const aliasInUnion: { test: (value: Value) => boolean } = { test: () => false };

completeType<PyUnion>(UNION_TYPE, {
  module: "types",
  doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
  traits: { noConstructor: true, subscriptOnly: true },
  slots: {
    __repr__: (self) => strFromJs(self.args.items.map(reprOfMember).join(" | ")),
    __hash__: (self) => hashSet(setOf(self.args.items, FROZENSET)),
    __getattribute__: genericLookup,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => compareUnions(self, other, "__eq__"),
    __ne__: (self, other) => compareUnions(self, other, "__ne__"),
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __or__: unionOf,
    __getitem__: getItem,
  },
  members: { __args__: [(self) => self.args] },
  getset: { __parameters__: [parametersOf, undefined, "Type variables in the types.UnionType."] },
});

const reprOfMember = (member: Value): string => (member === NONE_TYPE ? "None" : typeReprText(member));

function compareUnions(self: PyUnion, other: Value, op: "__eq__" | "__ne__"): Value {
  if (!(other instanceof PyUnion)) return NOT_IMPLEMENTED;
  return compareSets(setOf(self.args.items, SET), setOf(other.args.items, SET), op);
}

function parametersOf(self: PyUnion): PyTuple {
  if (self.parameters === undefined) self.parameters = makeParameters(self.args);
  return self.parameters;
}

function getItem(self: PyUnion, item: Value): Value {
  const args = substituteParameters(self, self.args, parametersOf(self), item);
  return args.items.reduce((left, right) => binaryOperator(left, right, "__or__"));
}

function isUnionable(value: Value): boolean {
  if (value === NONE || value instanceof PyType || value instanceof PyUnion) return true;
  return isSubtype(typeOf(value), GENERIC_ALIAS) || aliasInUnion.test(value);
}

/** `left | right` of types, as the operator of type, GenericAlias and UnionType. */
export function unionOf(left: Value, right: Value): Value {
  if (!isUnionable(left) || !isUnionable(right)) return NOT_IMPLEMENTED;
  const members: Value[] = [];
  for (const each of [left, right]) {
    for (const member of each instanceof PyUnion ? each.args.items : [each === NONE ? NONE_TYPE : each]) {
      if (!members.some((known) => isDuplicate(member, known))) members.push(member);
    }
  }
  return members.length === 1 ? members[0] : new PyUnion(tuple(members));
}

function isDuplicate(member: Value, known: Value): boolean {
  if (member instanceof PyGenericAlias && known instanceof PyGenericAlias) return isEqual(member, known);
  return member === known;
}
