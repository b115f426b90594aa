/**
 * Arguments of C functions: what `byref` and `from_param` make (CPython Modules/_ctypes/callproc.c: PyCArgObject), and the
 * bytes that a function finds in its registers.
 */

import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { CODE_BY_LETTER, type Code } from "./codes.ts";
import { PyCData, partOf } from "./data.ts";
import { ARGUMENT } from "./declared.ts";
import { addressOf, Block, placeIn } from "./memory.ts";

const REGISTER_SIZE = 8;

/** A converted argument: its bytes, as a register or the stack has them. */
export class PyCArgument extends PyObject {
  constructor(
    /** A type code, or "V" for a structure by value. */
    readonly tag: string,
    readonly bytes: Uint8Array,
    /** What the value was made of: it lives as long. */
    readonly object: Value | undefined,
  ) {
    super(ARGUMENT);
  }
}

/** The address as an argument. */
export function pointerArgument(tag: string, address: number | bigint, object: Value | undefined): PyCArgument {
  const bytes = new Uint8Array(REGISTER_SIZE);
  new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, BigInt(address)), true);
  return new PyCArgument(tag, bytes, object);
}

/** The value as an argument of a simple type. */
export function simpleArgument(code: Code, value: Value): PyCArgument {
  const bytes = new Uint8Array(Math.max(REGISTER_SIZE, code.size));
  const kept = code.set(placeIn(new Block(bytes)), value, code.size);
  return new PyCArgument(code.letter, bytes, kept);
}

/** As a C compiler passes an int: its sign fills the register. */
export function intArgument(value: bigint): PyCArgument {
  const bytes = new Uint8Array(REGISTER_SIZE);
  new DataView(bytes.buffer).setBigInt64(0, BigInt.asIntN(32, value), true);
  return new PyCArgument("i", bytes, undefined);
}

export function byref(object: Value, offset: Value): PyCArgument {
  const distance = toSsize(offset, "OverflowError");
  if (!(object instanceof PyCData)) {
    throw typeError(`byref() argument must be a ctypes instance, not '${typeName(object)}'`);
  }
  return pointerArgument("P", addressOf(partOf(object, distance)), object);
}

const hex = (value: number | bigint): string => `0x${value.toString(16)}`;

/** A byte as C shows a character. */
function characterText(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === "'" || character === "\\") return `'\\${character}'`;
  return byte >= 0x20 && byte < 0x7f ? `'${character}'` : `'\\x${byte.toString(16).padStart(2, "0")}'`;
}

function repr(self: PyCArgument): string {
  const { tag, bytes } = self;
  const code = CODE_BY_LETTER.get(tag);
  if ("zZP".includes(tag)) {
    return `<cparam '${tag}' (${hex(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))})>`;
  }
  if (tag === "c") return `<cparam 'c' (${characterText(bytes[0])})>`;
  if (code !== undefined && "bBhHiIlLqQfd".includes(tag)) {
    const value = code.get(placeIn(new Block(bytes)), code.size);
    return `<cparam '${tag}' (${reprText(value)})>`;
  }
  return tag >= " " && tag <= "~" ? `<cparam '${tag}' at ${hex(idOf(self))}>` : `<cparam at ${hex(idOf(self))}>`;
}

completeType<PyCArgument>(ARGUMENT, {
  module: "_ctypes",
  slots: { __repr__: repr },
  members: { _obj: [(self) => self.object ?? NONE, undefined, "the wrapped object"] },
});
