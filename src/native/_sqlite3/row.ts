/** sqlite3.Row: a tuple whose items have the names of the columns too (CPython Modules/_sqlite/row.c). */
import { NOT_IMPLEMENTED, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { getItem, iter } from "../../objects/kernel/iterate.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, jsString, PyList, PySlice, PyTuple, textOf } from "../../objects/kernel/payload.ts";
import { hashOf, isEqual } from "../../objects/kernel/protocol.ts";
import { indexError, typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { checkCount, refuseKeywords } from "../../objects/types/arguments.ts";
import { PyCursor } from "./cursor.ts";

class PyRow extends PyObject {
  constructor(
    readonly description: Value,
    readonly data: PyTuple,
    cls: PyType,
  ) {
    super(cls);
  }

  get names(): Value[] {
    return this.description instanceof PyTuple
      ? this.description.items.map((column) => (column as PyTuple).items[0])
      : [];
  }
}

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  refuseKeywords("Row", kwnames);
  checkCount("Row", args.length, 2, 2);
  const [cursor, data] = args;
  if (!(cursor instanceof PyCursor))
    throw typeError(`Row() argument 1 must be sqlite3.Cursor, not ${typeName(cursor)}`);
  if (!(data instanceof PyTuple)) throw typeError(`Row() argument 2 must be tuple, not ${typeName(data)}`);
  return new PyRow(cursor.description, data, cls);
}

/** Letters of ASCII are compared without their case. */
const folded = (name: string): string => name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

function item(self: PyRow, key: Value): Value {
  if (intOf(key) !== undefined) {
    const index = toSsize(key, "IndexError");
    const found = self.data.items.at(index);
    if (found === undefined) throw indexError("tuple index out of range");
    return found;
  }
  if (textOf(key) !== undefined) {
    const wanted = folded(jsString(key) as string);
    const place = self.names.findIndex((name) => folded(jsString(name) ?? "") === wanted);
    if (place < 0) throw indexError("No item with that key");
    return self.data.items[place];
  }
  if (key instanceof PySlice) return getItem(self.data, key);
  throw indexError("Index must be int or string");
}

function hash(self: PyRow): number | bigint {
  return intFromBigInt(BigInt(hashOf(self.description)) ^ BigInt(hashOf(self.data)));
}

function areEqual(self: PyRow, other: PyRow): boolean {
  return isEqual(self.description, other.description) && isEqual(self.data, other.data);
}

export const ROW: PyType = defineType<PyRow>("sqlite3.Row", {
  traits: { basetype: true },
  slots: {
    __new__: construct,
    __hash__: hash,
    __eq__: (self, other) => (other instanceof PyRow ? areEqual(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyRow ? !areEqual(self, other) : NOT_IMPLEMENTED),
    __iter__: (self) => iter(self.data),
    __len__: (self) => self.data.items.length,
    __getitem__: item,
  },
  methods: {
    keys: ["($self, /)", "Returns the keys of the row.", (self: PyRow) => new PyList(self.names)],
  },
});
