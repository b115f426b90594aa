/**
 * mappingproxy: a mapping that can only be read (CPython Objects/descrobject.c). `Class.__dict__` is one.
 */
import { genericLookup, getAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { isInstance, LIST, MAPPING_PROXY, TUPLE, typeName, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { contains, getItem, iter, length } from "../kernel/iterate.ts";
import { binaryOperator } from "../kernel/number.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { jsString, strFromJs } from "../kernel/payload.ts";
import { type Comparison, compare, hashOf, reprText, str } from "../kernel/protocol.ts";
import { typeError } from "../kernel/raise.ts";
import { CLASS_GETITEM } from "./class-getitem.ts";
import { PyMappingProxy } from "./mapping-proxy-object.ts";

/** `cls.__dict__`. */
export function makeMappingProxy(cls: PyType): Value {
  return new PyMappingProxy(cls, MAPPING_PROXY, cls);
}

const comparison =
  (op: Comparison) =>
  (self: PyMappingProxy, other: Value): Value =>
    compare(self.mapping, other, op);

const unwrap = (value: Value): Value => (value instanceof PyMappingProxy ? value.mapping : value);

/** A method of the mapping behind the proxy. */
const forward =
  (name: string) =>
  (self: PyMappingProxy, ...args: Value[]): Value =>
    call(getAttr(self.mapping, name), ...args);

completeType<PyMappingProxy>(MAPPING_PROXY, {
  traits: { mapping: true, subscriptOnly: true },
  construct: ["~(mapping)", construct],
  slots: {
    __repr__: (self) => strFromJs(`mappingproxy(${reprText(self.mapping)})`),
    __hash__: (self) => hashOf(self.mapping),
    __str__: (self) => str(self.mapping),
    __getattribute__: genericLookup,
    __lt__: comparison("__lt__"),
    __le__: comparison("__le__"),
    __eq__: comparison("__eq__"),
    __ne__: comparison("__ne__"),
    __gt__: comparison("__gt__"),
    __ge__: comparison("__ge__"),
    __iter__: (self) => iter(self.mapping),
    __or__: (left, right) => binaryOperator(unwrap(left), unwrap(right), "__or__"),
    __ior__: (self) => {
      throw typeError(`'|=' is not supported by ${self.cls.name}; use '|' instead`);
    },
    __len__: (self) => length(self.mapping),
    __getitem__: (self, key) => attributeOf(self, key) ?? getItem(self.mapping, key),
    __contains__: (self, key) => attributeOf(self, key) !== undefined || contains(self.mapping, key),
  },
  methods: {
    get: [
      "~($self, key, default=None, /)",
      "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.",
      (self: PyMappingProxy, key: Value, otherwise: Value) =>
        attributeOf(self, key) ?? call(getAttr(self.mapping, "get"), key, otherwise),
    ],
    keys: ["~($self, /)", "D.keys() -> a set-like object providing a view on D's keys", forward("keys")],
    values: ["~($self, /)", "D.values() -> an object providing a view on D's values", forward("values")],
    items: ["~($self, /)", "D.items() -> a set-like object providing a view on D's items", forward("items")],
    copy: ["~($self, /)", "D.copy() -> a shallow copy of D", forward("copy")],
    __reversed__: ["~($self, /)", "D.__reversed__() -> reverse iterator", forward("__reversed__")],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

/** The attribute of the class that the proxy shows, without building a dict. */
function attributeOf(self: PyMappingProxy, key: Value): Value | undefined {
  if (self.owner === undefined) return undefined;
  const name = jsString(key);
  return name === undefined ? undefined : self.owner.attributes.get(name);
}

function construct(cls: PyType, mapping: Value): Value {
  if (typeOf(mapping).slots.__getitem__ === undefined || isInstance(mapping, LIST) || isInstance(mapping, TUPLE)) {
    throw typeError(`mappingproxy() argument must be a mapping, not ${typeName(mapping)}`);
  }
  return new PyMappingProxy(mapping, cls);
}
