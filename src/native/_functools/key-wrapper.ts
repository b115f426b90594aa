/** What functools.cmp_to_key makes: a key function, and the keys it gives (CPython Modules/_functoolsmodule.c). */
import { genericLookup } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { type Comparison, compare } from "../../objects/kernel/protocol.ts";
import { attributeError, typeError } from "../../objects/kernel/raise.ts";
import { Signature } from "../../objects/kernel/signature.ts";

export const KEY_WRAPPER = declareType("KeyWrapper");

export class PyKeyWrapper extends PyObject {
  constructor(
    readonly compare: Value,
    /** Absent in the key function itself. */
    public object: Value | undefined,
  ) {
    super(KEY_WRAPPER);
  }
}

const K = new Signature("(obj)");

const comparison =
  (op: Comparison) =>
  (self: PyKeyWrapper, other: Value): Value => {
    if (!(other instanceof PyKeyWrapper)) throw typeError("other argument must be K instance");
    const { object } = self;
    if (object === undefined || other.object === undefined) throw attributeError("object", "object", self);
    return compare(call(self.compare, object, other.object), 0, op);
  };

completeType<PyKeyWrapper>(KEY_WRAPPER, {
  module: "functools",
  traits: { noConstructor: true },
  slots: {
    __call__: (self, args, kwnames) => new PyKeyWrapper(self.compare, K.bind("K", "K", args, kwnames)[0] as Value),
    __getattribute__: genericLookup,
    __lt__: comparison("__lt__"),
    __le__: comparison("__le__"),
    __eq__: comparison("__eq__"),
    __ne__: comparison("__ne__"),
    __gt__: comparison("__gt__"),
    __ge__: comparison("__ge__"),
    __hash__: null,
  },
  members: {
    obj: [
      (self) => {
        if (self.object === undefined) throw attributeError("obj", "obj", self);
        return self.object;
      },
      (self, value) => {
        self.object = value;
      },
      "Value wrapped by a key function.",
    ],
  },
});
