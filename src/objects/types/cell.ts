/** The type `cell`: a variable shared by closures (CPython Objects/cellobject.c). */
import { CELL, isInstance, NOT_IMPLEMENTED, typeName } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { addressText } from "../kernel/identity.ts";
import type { Value } from "../kernel/object.ts";
import { PyCell } from "../kernel/payload.ts";
import { type Comparison, compare } from "../kernel/protocol.ts";
import { valueError } from "../kernel/raise.ts";

const DOC =
  "Create a new cell object.\n\n  contents\n    the contents of the cell. If not specified, the cell will be empty,\n    and \n" +
  " further attempts to access its cell_contents attribute will\n    raise a ValueError.";

/** An empty cell is less than any that has contents. */
function compareCells(op: Comparison): (self: Value, other: Value) => Value {
  return (self, other) => {
    if (!isInstance(self, CELL) || !isInstance(other, CELL)) return NOT_IMPLEMENTED;
    const left = (self as PyCell).value;
    const right = (other as PyCell).value;
    if (left !== undefined && right !== undefined) return compare(left, right, op);
    return compare(left === undefined ? 0 : 1, right === undefined ? 0 : 1, op);
  };
}

completeType<PyCell>(CELL, {
  doc: DOC,
  construct: ["(contents=<unrepresentable>, /)", (_cls, contents?: Value) => new PyCell(contents)],
  slots: {
    __repr__: (self) => {
      const contents = self.value;
      return contents === undefined
        ? `<cell at ${addressText(self)}: empty>`
        : `<cell at ${addressText(self)}: ${typeName(contents)} object at ${addressText(contents)}>`;
    },
    __hash__: null,
    __lt__: compareCells("__lt__"),
    __le__: compareCells("__le__"),
    __eq__: compareCells("__eq__"),
    __ne__: compareCells("__ne__"),
    __gt__: compareCells("__gt__"),
    __ge__: compareCells("__ge__"),
  },
  getset: {
    cell_contents: [
      (self) => {
        if (self.value === undefined) throw valueError("Cell is empty");
        return self.value;
      },
      (self, value) => {
        self.value = value;
      },
    ],
  },
});
