/** attrgetter, itemgetter and methodcaller (CPython Modules/_operator.c). */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { declareType, isInstance, NONE, STR } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { getItem } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { reprGuard, reprText } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { checkCount, refuseKeywords } from "../../objects/types/arguments.ts";
import { callValue, driverSlots } from "../../vm/calls.ts";

export const ATTR_GETTER = declareType("attrgetter");
export const ITEM_GETTER = declareType("itemgetter");
export const METHOD_CALLER = declareType("methodcaller");

const REDUCE_DOC = "Return state information for pickling";

/** The one argument of a call of such an object. */
function operand(name: string, args: Value[], kwnames: KeywordNames): Value {
  refuseKeywords(name, kwnames);
  checkCount(name, args.length, 1, 1);
  return args[0];
}

/** The arguments that the object is made with: at least one, by position. */
function given(name: string, args: Value[], kwnames: KeywordNames): Value[] {
  refuseKeywords(name, kwnames);
  if (args.length === 0) checkCount(name, 0, 1, 1);
  return args;
}

const one = (values: Value[]): Value => (values.length === 1 ? values[0] : tuple(values));

export class PyAttrGetter extends PyObject {
  readonly paths: string[][];
  constructor(
    readonly names: Value[],
    cls: PyType = ATTR_GETTER,
  ) {
    super(cls);
    this.paths = names.map((name) => (jsString(name) as string).split("."));
  }
}

completeType<PyAttrGetter>(ATTR_GETTER, {
  module: "operator",
  doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
  allocate: (cls) => new PyAttrGetter([], cls),
  slots: {
    __new__: (cls, args, kwnames) => {
      const names = given("attrgetter", args, kwnames);
      for (const name of names) if (!isInstance(name, STR)) throw typeError("attribute name must be a string");
      return new PyAttrGetter(names.slice(), cls);
    },
    __repr__: (self) => showCall(self, "attrgetter", self.names),
    __getattribute__: genericLookup,
    __call__: (self, args, kwnames) => {
      const object = operand("attrgetter", args, kwnames);
      return one(self.paths.map((path) => path.reduce<Value>(getAttr, object)));
    },
  },
  methods: {
    __reduce__: ["~($self, /)", REDUCE_DOC, (self: PyAttrGetter) => tuple([self.cls, tuple(self.names.slice())])],
  },
});
ATTR_GETTER.textSignature = "(attr, /, *attrs)";

export class PyItemGetter extends PyObject {
  constructor(
    readonly keys: Value[],
    cls: PyType = ITEM_GETTER,
  ) {
    super(cls);
  }
}

completeType<PyItemGetter>(ITEM_GETTER, {
  module: "operator",
  doc: "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
  allocate: (cls) => new PyItemGetter([], cls),
  slots: {
    __new__: (cls, args, kwnames) => new PyItemGetter(given("itemgetter", args, kwnames).slice(), cls),
    __repr__: (self) => showCall(self, "itemgetter", self.keys),
    __getattribute__: genericLookup,
    __call__: (self, args, kwnames) => {
      const object = operand("itemgetter", args, kwnames);
      const { keys } = self;
      return keys.length === 1 ? getItem(object, keys[0]) : tuple(keys.map((key) => getItem(object, key)));
    },
  },
  methods: {
    __reduce__: ["~($self, /)", REDUCE_DOC, (self: PyItemGetter) => tuple([self.cls, tuple(self.keys.slice())])],
  },
});
ITEM_GETTER.textSignature = "(item, /, *items)";

export class PyMethodCaller extends PyObject {
  constructor(
    readonly name: Value,
    /** Positional arguments, then the values of `kwnames`. */
    readonly args: Value[],
    readonly kwnames: readonly string[],
  ) {
    super(METHOD_CALLER);
  }
}

completeType<PyMethodCaller>(METHOD_CALLER, {
  module: "operator",
  doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
  allocate: () => new PyMethodCaller(NONE, [], []),
  slots: {
    __new__: (_cls, args, kwnames) => {
      if (args.length - (kwnames?.length ?? 0) < 1) {
        throw typeError("methodcaller needs at least one argument, the method name");
      }
      if (!isInstance(args[0], STR)) throw typeError("method name must be a string");
      return new PyMethodCaller(args[0], args.slice(1), kwnames ?? []);
    },
    __repr__: (self) => showCall(self, "methodcaller", [self.name, ...self.args], self.kwnames),
    __getattribute__: genericLookup,
    __call__: callMethod,
  },
  methods: { __reduce__: ["~($self, /)", REDUCE_DOC, reduceCaller] },
});
METHOD_CALLER.textSignature = "(name, /, *args, **kwargs)";

function callMethod(self: PyMethodCaller, args: Value[], kwnames: KeywordNames): Value {
  const object = operand("methodcaller", args, kwnames);
  return callWith(methodOf(self, object), self.args.slice(), namesOf(self));
}

driverSlots.set(callMethod, (thread, frame, self, args, kwnames) => {
  const caller = self as PyMethodCaller;
  const object = operand("methodcaller", args, kwnames);
  return callValue(thread, frame, methodOf(caller, object), caller.args.slice(), namesOf(caller));
});

const methodOf = ({ name }: PyMethodCaller, object: Value): Value => getAttr(object, jsString(name) as string);
const namesOf = ({ kwnames }: PyMethodCaller): KeywordNames => (kwnames.length === 0 ? undefined : kwnames);

/** With keywords the constructor's call goes by way of functools.partial, for `__reduce__` has no keywords. */
function reduceCaller(self: PyMethodCaller): Value {
  const positional = self.args.slice(0, self.args.length - self.kwnames.length);
  if (self.kwnames.length === 0) return tuple([self.cls, tuple([self.name, ...positional])]);
  const partial = getAttr(hooks.importModule("functools"), "partial");
  const keywords = self.args.slice(positional.length);
  return tuple([callWith(partial, [self.cls, self.name, ...keywords], self.kwnames), tuple(positional)]);
}

function showCall(self: PyObject, name: string, args: readonly Value[], kwnames: readonly string[] = []): Value {
  return reprGuard<Value>(self, `operator.${name}(...)`, () => {
    const positional = args.length - kwnames.length;
    const parts = args.map((arg, i) => (i < positional ? "" : `${kwnames[i - positional]}=`) + reprText(arg));
    return strFromJs(`operator.${name}(${parts.join(", ")})`);
  });
}
