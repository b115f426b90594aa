/** functools.partial (CPython Modules/_functoolsmodule.c). */
import {
  genericDelete,
  genericLookup,
  genericSet,
  instanceDict,
  setInstanceDict,
} from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { declareType, NONE, TUPLE, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { reprGuard, reprText, strText } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { isExactDict, mergeMapping } from "../../objects/types/dict-entries.ts";
import { callValue, driverSlots } from "../../vm/calls.ts";

export const PARTIAL = declareType("partial");

export class PyPartial extends PyObject {
  constructor(
    public func: Value,
    public args: PyTuple,
    public keywords: PyDict,
    cls: PyType = PARTIAL,
  ) {
    super(cls);
  }
}

completeType<PyPartial>(PARTIAL, {
  module: "functools",
  doc: "partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n",
  traits: { basetype: true, instanceDict: true, weakrefs: true },
  allocate: (cls) => new PyPartial(NONE, tuple([]), new PyDict(), cls),
  slots: {
    __new__: construct,
    __repr__: repr,
    __call__: invoke,
    __getattribute__: genericLookup,
    __setattr__: genericSet,
    __delattr__: genericDelete,
  },
  methods: {
    __reduce__: ["~($self, /)", undefined, reduce],
    __setstate__: ["~($self, state, /)", undefined, setState],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    func: [(self) => self.func, undefined, "function object to use in future partial calls"],
    args: [(self) => self.args, undefined, "tuple of arguments to future partial calls"],
    keywords: [(self) => self.keywords, undefined, "dictionary of keyword arguments to future partial calls"],
  },
  getset: {
    __dict__: [
      (self) => instanceDict(self) ?? new PyDict(),
      (self, value) => {
        if (value === undefined) throw typeError("cannot delete __dict__");
        setInstanceDict(self, value);
      },
    ],
  },
});

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const names = kwnames ?? [];
  const positional = args.slice(0, args.length - names.length);
  if (positional.length === 0) throw typeError("type 'partial' takes at least one argument");
  let [func, ...given] = positional;
  if (typeOf(func).slots.__call__ === undefined) throw typeError("the first argument must be callable");
  let keywords = new PyDict();
  // A partial of a plain partial takes over what that one has.
  if (func instanceof PyPartial && func.cls === PARTIAL && (instanceDict(func)?.size ?? 0) === 0) {
    given = [...func.args.items, ...given];
    keywords = func.keywords.copy();
    func = func.func;
  }
  for (let i = 0; i < names.length; i++) keywords.set(strFromJs(names[i]), args[positional.length + i]);
  return new PyPartial(func, tuple(given), keywords, cls);
}

function invoke(self: PyPartial, args: Value[], kwnames: KeywordNames): Value {
  const combined = combine(self, args, kwnames);
  return callWith(self.func, combined.args, combined.kwnames);
}

driverSlots.set(invoke, (thread, frame, self, args, kwnames) => {
  const partial = self as PyPartial;
  const combined = combine(partial, args, kwnames);
  return callValue(thread, frame, partial.func, combined.args, combined.kwnames);
});

/** All arguments of a call: those that are known, and then those that are given. */
function combine(self: PyPartial, args: Value[], kwnames: KeywordNames): { args: Value[]; kwnames: KeywordNames } {
  const names = kwnames ?? [];
  const positional = [...self.args.items, ...args.slice(0, args.length - names.length)];
  if (self.keywords.size === 0) {
    return { args: positional.concat(args.slice(args.length - names.length)), kwnames };
  }
  const keywords = self.keywords.copy();
  for (let i = 0; i < names.length; i++) keywords.set(strFromJs(names[i]), args[args.length - names.length + i]);
  const allNames = keywords.keyArray().map((key) => {
    const name = jsString(key);
    if (name === undefined) throw typeError("keywords must be strings");
    return name;
  });
  return { args: positional.concat(keywords.valueArray()), kwnames: allNames };
}

function repr(self: PyPartial): Value {
  const shown = self.cls === PARTIAL ? "functools.partial" : self.cls.name;
  return reprGuard<Value>(self, "...", () => {
    const parts = [reprText(self.func)];
    for (let i = 0; i < self.args.items.length; i++) parts.push(reprText(self.args.items[i]));
    for (const [key, value] of [...self.keywords.entries()]) parts.push(`${strText(key)}=${reprText(value)}`);
    return strFromJs(`${shown}(${parts.join(", ")})`);
  });
}

function reduce(self: PyPartial): Value {
  const dict = instanceDict(self);
  const state = tuple([self.func, self.args, self.keywords, dict === undefined || dict.size === 0 ? NONE : dict]);
  return tuple([self.cls, tuple([self.func]), state]);
}

function setState(self: PyPartial, state: Value): void {
  const parts = state instanceof PyTuple ? state.items : [];
  const [func, args, keywords, dict] = parts;
  const valid =
    parts.length === 4 &&
    typeOf(func).slots.__call__ !== undefined &&
    args instanceof PyTuple &&
    (keywords === NONE || keywords instanceof PyDict);
  if (!valid) throw typeError("invalid partial state");
  self.func = func;
  // An instance of a subclass of tuple or dict would bring its own behaviour in.
  self.args = (args as PyTuple).cls === TUPLE ? (args as PyTuple) : tuple((args as PyTuple).items.slice());
  if (isExactDict(keywords)) self.keywords = keywords;
  else {
    self.keywords = new PyDict();
    if (keywords !== NONE) mergeMapping(self.keywords, keywords);
  }
  setInstanceDict(self, dict === NONE ? new PyDict() : dict);
}
