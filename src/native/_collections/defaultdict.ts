/** collections.defaultdict (CPython Modules/_collectionsmodule.c). */
import { genericLookup, getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { DICT, declareType, NONE, NOT_IMPLEMENTED, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { iter, setItem } from "../../objects/kernel/iterate.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { reprGuard, reprText } from "../../objects/kernel/protocol.ts";
import { keyError, typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames, Slots } from "../../objects/kernel/slots.ts";
import "../../objects/types/dict.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { mergeArgument } from "../../objects/types/dict-entries.ts";

export const DEFAULT_DICT = declareType("defaultdict", DICT);

export class PyDefaultDict extends PyDict {
  factory: Value = NONE;
  constructor(cls: PyType = DEFAULT_DICT) {
    super(cls);
  }
}

const COPY: MethodRow = [
  "~($self, /)",
  "D.copy() -> a shallow copy of D.",
  (self: PyDefaultDict) => call(self.cls, self.factory, self),
];

completeType<PyDefaultDict>(DEFAULT_DICT, {
  module: "collections",
  base: DICT,
  doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.\n",
  traits: { basetype: true },
  allocate: (cls) => new PyDefaultDict(cls),
  slots: {
    __repr__: repr,
    __getattribute__: genericLookup,
    __init__: initialize,
    __or__: (left, right) => {
      if (!(left instanceof PyDict && right instanceof PyDict)) return NOT_IMPLEMENTED;
      const self = left instanceof PyDefaultDict ? left : (right as PyDefaultDict);
      const result = call(self.cls, self.factory, left);
      if (result instanceof PyDict) mergeArgument(result, right);
      return result;
    },
  },
  methods: {
    __missing__: [
      "~($self, key, /)",
      "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value\n",
      (self: PyDefaultDict, key: Value) => {
        if (self.factory === NONE) throw keyError(key);
        const value = call(self.factory);
        setItem(self, key, value);
        return value;
      },
    ],
    copy: COPY,
    __copy__: COPY,
    __reduce__: [
      "~($self, /)",
      "Return state information for pickling.",
      (self: PyDefaultDict) => {
        const args = tuple(self.factory === NONE ? [] : [self.factory]);
        return tuple([self.cls, args, NONE, NONE, iter(call(getAttr(self, "items")))]);
      },
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    default_factory: [
      (self) => self.factory,
      (self, value) => {
        self.factory = value ?? NONE;
      },
      "Factory for default value called by __missing__().",
    ],
  },
});

function initialize(value: Value, args: Value[], kwnames: KeywordNames): void {
  const self = value as PyDefaultDict;
  const keywords = kwnames?.length ?? 0;
  let rest = args;
  let factory: Value = NONE;
  if (args.length > keywords) {
    [factory, ...rest] = args;
    if (factory !== NONE && typeOf(factory).slots.__call__ === undefined) {
      throw typeError("first argument must be callable or None");
    }
  }
  self.factory = factory;
  (DICT.slots.__init__ as NonNullable<Slots["__init__"]>)(self, rest, kwnames);
}

function repr(self: PyDefaultDict): Value {
  const base = jsString((DICT.slots.__repr__ as NonNullable<Slots["__repr__"]>)(self)) as string;
  const factory = typeof self.factory === "object" ? self.factory : self;
  const shown = reprGuard(factory, "...", () => reprText(self.factory));
  return strFromJs(`${self.cls.name}(${shown}, ${base})`);
}
