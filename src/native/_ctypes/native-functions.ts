/**
 * Functions that have an address: those that ctypes itself is written with (memmove, memset, cast, string_at, wstring_at), and
 * callbacks (CPython Modules/_ctypes/callproc.c, cfield.c).
 *
 * All that passes between caller and function is bytes, as it would be in registers: neither knows the other's types.
 */

import { audit } from "../../objects/kernel/audit.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { typeName } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { idOf } from "../../objects/kernel/identity.ts";
import { PyType, type Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, PyBytes } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { addressOfObject, objectAt, wideText } from "./codes.ts";
import { ctypeOf, keptObjects, PyCData } from "./data.ts";
import { Block, bytesAt, type Place, placeAt, terminated } from "./memory.ts";

/** Takes the registers, gives one: 8 bytes, or as many as a structure has. */
export type NativeFunction = (args: readonly Uint8Array[]) => Uint8Array;

const functions = new WeakMap<Block, NativeFunction>();

/** A function is as long as its code: nobody reads it. */
const CODE_SIZE = 16;

/** Memory that can be called. Who holds the block holds the function. */
export function functionBlock(run: NativeFunction): Block {
  const block = new Block(new Uint8Array(CODE_SIZE));
  functions.set(block, run);
  return block;
}

export function functionAt({ block, at }: Place): NativeFunction | undefined {
  return block === undefined || at !== 0 ? undefined : functions.get(block);
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const word = (bytes: Uint8Array): bigint => viewOf(bytes).getBigUint64(0, true);
const int = (bytes: Uint8Array): number => viewOf(bytes).getInt32(0, true);

function register(value: bigint): Uint8Array {
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, value, true);
  return bytes;
}

/** An object that nothing else holds lives until the caller has taken it: a WeakRef is not cleared before. */
const reference = (value: Value): Uint8Array => register(BigInt(addressOfObject(value)));

const memmove: NativeFunction = ([to, from, count]) => {
  const size = Number(word(count));
  bytesAt(placeAt(word(to)), size, "writing").set(bytesAt(placeAt(word(from)), size));
  return to;
};

const memset: NativeFunction = ([to, value, count]) => {
  bytesAt(placeAt(word(to)), Number(word(count)), "writing").fill(int(value) & 0xff);
  return to;
};

const stringAt: NativeFunction = ([from, size]) => {
  const count = int(size);
  audit("ctypes.string_at", intFromBigInt(word(from)), count);
  const place = placeAt(word(from));
  const bytes = count === -1 ? terminated(place, 1) : bytesAt(place, sizeOf(count));
  return reference(new PyBytes(bytes.slice()));
};

const wideStringAt: NativeFunction = ([from, size]) => {
  const count = int(size);
  audit("ctypes.wstring_at", intFromBigInt(word(from)), count);
  const place = placeAt(word(from));
  return reference(wideText(count === -1 ? terminated(place, 4) : bytesAt(place, sizeOf(count) * 4)));
};

function sizeOf(count: number): number {
  if (count < 0) throw valueError("negative size");
  return count;
}

function checkPointerType(type: Value): void {
  const info = ctypeOf(type);
  if (info?.kind === "pointer" || info?.kind === "function") return;
  if (info?.code !== undefined && "sPzUZXO".includes(info.code.letter)) return;
  const name = type instanceof PyType ? type.name : typeName(type);
  throw typeError(`cast() argument 2 must be a pointer type, not ${name}`);
}

/** The new pointer keeps what the old one does, and the old one itself. */
const cast: NativeFunction = ([pointer, source, target]) => {
  const from = objectAt(word(source));
  const type = objectAt(word(target));
  checkPointerType(type);
  const made = callWith(type, []) as PyCData;
  if (from instanceof PyCData) {
    const kept = keptObjects(from);
    made.objects = kept;
    if (kept instanceof PyDict) kept.set(idOf(from), from);
  }
  made.bytes.set(pointer.subarray(0, made.size));
  return reference(made);
};

const OWN = { memmove, memset, string_at: stringAt, wstring_at: wideStringAt, cast } as const;
const ownBlocks = Object.entries(OWN).map(([name, run]) => [name, functionBlock(run)] as const);

/** `_memmove_addr` and its like. */
export const functionAddresses = (): [name: string, address: number][] =>
  ownBlocks.map(([name, block]) => [`_${name}_addr`, block.address]);
