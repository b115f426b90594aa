/**
 * Struct sequences: tuples with named fields (CPython Objects/structseq.c), such as os.stat_result.
 *
 * The first `visible` fields are the tuple's items; further ones can be read by name only.
 */
import { PyGetSetDescriptor } from "../kernel/builtin.ts";
import { MEMBER_DESCRIPTOR, NONE, TUPLE } from "../kernel/core-types.ts";
import { defineType } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { iter, toArray } from "../kernel/iterate.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { PyTuple, tuple } from "../kernel/payload.ts";
import { reprText } from "../kernel/protocol.ts";
import { suppress, typeError } from "../kernel/raise.ts";
import { setTypeAttribute } from "../kernel/type-slots.ts";
import "./tuple.ts";

export class PyStructSequence extends PyTuple {
  constructor(
    items: Value[],
    /** Values of the fields after the visible ones. */
    readonly hidden: readonly Value[],
    cls: PyType,
  ) {
    super(items, cls);
  }
}

/** [name, doc]; an empty name is a field without a name (an item only). */
export type StructField = readonly [name: string, doc: string | undefined];

export interface StructSequence {
  readonly type: PyType;
  /** An instance with all fields, hidden ones included. */
  make(values: Value[]): PyStructSequence;
}

/** A signature of its own, in place of the usual one, and what it does. */
export type Constructor = readonly [signature: string, body: (cls: PyType, ...fields: Value[]) => Value];

/** `name` carries the module: "os.stat_result". */
export function defineStructSequence(
  name: string,
  doc: string | undefined,
  fields: readonly StructField[],
  visible: number = fields.length,
  constructible: boolean | Constructor = true,
  mutable = false,
): StructSequence {
  const type = defineType<PyStructSequence>(name, {
    base: TUPLE,
    doc,
    traits: { basetype: false, noConstructor: !constructible, mutable },
    ...(constructible && {
      construct:
        constructible === true
          ? [
              "(sequence, dict=<unrepresentable>)",
              (cls: PyType, sequence: Value, dict: Value | undefined) =>
                construct(cls, name, fields, visible, sequence, dict),
              "structseq",
            ]
          : [...constructible],
    }),
    slots: { __repr__: (self) => repr(self, name, fields) },
    methods: {
      __reduce__: ["~($self, /)", undefined, (self: PyStructSequence) => reduce(self, fields)],
    },
  });
  // Otherwise tuple.__new__, which is inherited, would make one.
  if (!constructible) type.slots.__new__ = undefined;
  fields.forEach(([field, fieldDoc], i) => {
    if (field === "") return;
    const get = (self: Value): Value => {
      const own = self as PyStructSequence;
      return i < visible ? own.items[i] : own.hidden[i - visible];
    };
    setTypeAttribute(type, field, new PyGetSetDescriptor(type, field, get, undefined, fieldDoc, MEMBER_DESCRIPTOR));
  });
  setTypeAttribute(type, "n_sequence_fields", visible);
  setTypeAttribute(type, "n_fields", fields.length);
  setTypeAttribute(type, "n_unnamed_fields", fields.filter(([field]) => field === "").length);
  setTypeAttribute(
    type,
    "__match_args__",
    tuple(fields.slice(0, visible).flatMap(([field]) => (field === "" ? [] : [field]))),
  );
  type.textSignature = undefined;
  return { type, make: (values) => new PyStructSequence(values.slice(0, visible), values.slice(visible), type) };
}

function construct(
  cls: PyType,
  name: string,
  fields: readonly StructField[],
  visible: number,
  sequence: Value,
  dict: Value | undefined,
): Value {
  if (dict !== undefined && !(dict instanceof PyDict)) throw typeError(`${name}() takes a dict as second arg, if any`);
  const isIterable = suppress(EXCEPTIONS.TypeError, () => iter(sequence)) !== undefined;
  if (!isIterable) throw typeError("constructor requires a sequence");
  const items = toArray(sequence);
  if (items.length < visible || items.length > fields.length) {
    const word = visible === fields.length ? "a" : items.length < visible ? "an at least" : "an at most";
    const bound = items.length < visible ? visible : fields.length;
    throw typeError(`${name}() takes ${word} ${bound}-sequence (${items.length}-sequence given)`);
  }
  const hidden = fields.slice(visible).map(([field], i) => items[visible + i] ?? dict?.get(field) ?? NONE);
  return new PyStructSequence(items.slice(0, visible), hidden, cls);
}

/** Unnamed items show the names of the fields that follow them, as CPython's member table does. */
function repr(self: PyStructSequence, name: string, fields: readonly StructField[]): string {
  const names = fields.flatMap(([field]) => (field === "" ? [] : [field]));
  return `${name}(${self.items.map((item, i) => `${names[i]}=${reprText(item)}`).join(", ")})`;
}

function reduce(self: PyStructSequence, fields: readonly StructField[]): Value {
  const dict = new PyDict();
  self.hidden.forEach((value, i) => {
    const [field] = fields[self.items.length + i];
    if (field !== "") dict.set(field, value);
  });
  return tuple([self.cls, tuple([tuple([...self.items]), dict])]);
}
