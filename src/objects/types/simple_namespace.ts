/** types.SimpleNamespace (CPython Objects/namespaceobject.c). */
import { genericLookup, instanceDict, setAttr } from "../kernel/attribute.ts";
import { SIMPLE_NAMESPACE } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { jsString, strFromJs, tuple } from "../kernel/payload.ts";
import { type Comparison, compare, reprGuard, reprText } from "../kernel/protocol.ts";
import { typeError } from "../kernel/raise.ts";
import { comparisonSlots } from "./sequence.ts";

export class PySimpleNamespace extends PyObject {
  constructor(cls: PyType = SIMPLE_NAMESPACE) {
    super(cls);
  }
}

const dictOf = (self: PySimpleNamespace): PyDict => instanceDict(self) ?? new PyDict();

completeType<PySimpleNamespace>(SIMPLE_NAMESPACE, {
  module: "types",
  doc: "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)",
  traits: { basetype: true, instanceDict: true },
  allocate: (cls) => new PySimpleNamespace(cls),
  slots: {
    __new__: (cls) => new PySimpleNamespace(cls),
    __init__: (self, args, kwnames) => {
      const keywords = kwnames ?? [];
      if (args.length > keywords.length) throw typeError("no positional arguments expected");
      const dict = dictOf(self as PySimpleNamespace);
      for (let i = 0; i < keywords.length; i++) dict.set(strFromJs(keywords[i]), args[i]);
    },
    __repr__: repr,
    __getattribute__: genericLookup,
    ...comparisonSlots((other): other is PySimpleNamespace => other instanceof PySimpleNamespace, compareDicts),
    __hash__: null,
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      "Return state information for pickling",
      (self: PySimpleNamespace) => tuple([self.cls, tuple([]), dictOf(self)]),
    ],
  },
  members: { __dict__: [(self) => dictOf(self)] },
});

function compareDicts(self: PySimpleNamespace, other: PySimpleNamespace, op: Comparison): Value {
  return compare(dictOf(self), dictOf(other), op);
}

function repr(self: PySimpleNamespace): Value {
  const name = self.cls === SIMPLE_NAMESPACE ? "namespace" : self.cls.name;
  return reprGuard<Value>(self, strFromJs(`${name}(...)`), () => {
    const parts: string[] = [];
    const dict = dictOf(self);
    for (const key of dict.keyArray()) {
      const text = jsString(key);
      const value = dict.get(key);
      if (text && value !== undefined) parts.push(`${text}=${reprText(value)}`);
    }
    return strFromJs(`${name}(${parts.join(", ")})`);
  });
}

/** A namespace with these attributes, as `sys.implementation` is. */
export function simpleNamespace(attributes: Readonly<Record<string, Value>>): PySimpleNamespace {
  const namespace = new PySimpleNamespace();
  for (const [name, value] of Object.entries(attributes)) setAttr(namespace, name, value);
  return namespace;
}
