/** _collections._tuplegetter: the descriptor of a namedtuple's field (CPython Modules/_collectionsmodule.c). */
import { declareType, NONE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { indexError, raise, typeError } from "../../objects/kernel/raise.ts";
import { checkCount, refuseKeywords, toSsizeArgument } from "../../objects/types/arguments.ts";

export const TUPLE_GETTER = declareType("_tuplegetter");

export class PyTupleGetter extends PyObject {
  constructor(
    readonly index: number,
    public doc: Value,
  ) {
    super(TUPLE_GETTER);
  }
}

completeType<PyTupleGetter>(TUPLE_GETTER, {
  module: "collections",
  slots: {
    __new__: (_cls, args, kwnames) => {
      refuseKeywords("_tuplegetter", kwnames);
      checkCount("_tuplegetter", args.length, 2, 2);
      return new PyTupleGetter(toSsizeArgument(args[0]), args[1]);
    },
    __repr__: (self) => strFromJs(`_tuplegetter(${self.index}, ${reprText(self.doc)})`),
    __get__: get,
    __set__: () => {
      throw raise("AttributeError", "can't set attribute");
    },
    __delete__: () => {
      throw raise("AttributeError", "can't delete attribute");
    },
  },
  methods: {
    __reduce__: ["~($self, /)", undefined, (self: PyTupleGetter) => tuple([self.cls, tuple([self.index, self.doc])])],
  },
  members: {
    __doc__: [
      (self) => self.doc,
      (self, value) => {
        self.doc = value ?? NONE;
      },
    ],
  },
});

function get(self: PyTupleGetter, instance: Value | undefined): Value {
  if (instance === undefined) return self;
  if (instance instanceof PyTuple) {
    const item = instance.items[self.index];
    if (item === undefined) throw indexError("tuple index out of range");
    return item;
  }
  if (instance === NONE) return self;
  throw typeError(
    `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeName(instance)}' object`,
  );
}
