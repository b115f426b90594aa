/** Python callables as C functions (CPython Modules/_ctypes/callbacks.c). What goes wrong in one is reported and forgotten. */
import { callWith } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import type { PyTuple } from "../../objects/kernel/payload.ts";
import { PyError, typeError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { copyOfData, ctypeOf, directCode } from "./data.ts";
import { THUNK } from "./declared.ts";
import { Block, placeIn } from "./memory.ts";
import { functionBlock } from "./native-functions.ts";

const RESULT_SIZE = 16;

/** What keeps a callback callable: the function has its address as long as this lives. */
export class PyCThunk extends PyObject {
  readonly block: Block;

  constructor(
    readonly callable: Value,
    readonly argtypes: PyTuple,
    readonly restype: Value,
  ) {
    super(THUNK);
    // The block must not hold the thunk by anything but this.
    const self = new WeakRef(this);
    this.block = functionBlock((args) => self.deref()?.run(args) ?? new Uint8Array(RESULT_SIZE));
  }

  private run(args: readonly Uint8Array[]): Uint8Array {
    const result = new Block(new Uint8Array(RESULT_SIZE));
    const value = this.reported("on calling ctypes callback function", () =>
      callWith(
        this.callable,
        this.argtypes.items.map((type, i) => fromRegister(type as PyType, args[i])),
      ),
    );
    if (value === undefined || this.restype === NONE) return result.bytes;
    this.reported("on converting result of ctypes callback function", () => this.store(value, result));
    return result.bytes;
  }

  private store(value: Value, result: Block): Value {
    const info = ctypeOf(this.restype);
    const kept = info?.code?.set(placeIn(result), value, info.size) ?? NONE;
    if (kept !== NONE && info?.code?.letter !== "O") {
      hooks.warn(EXCEPTIONS.RuntimeWarning, "memory leak in callback function.", 1);
    }
    // An int fills the register.
    if (info !== undefined && info.size < 8 && "bhi".includes(info.code?.letter ?? "-")) {
      const shift = 64 - info.size * 8;
      result.view.setBigInt64(
        0,
        BigInt.asIntN(64, result.view.getBigInt64(0, true) << BigInt(shift)) >> BigInt(shift),
        true,
      );
    }
    return NONE;
  }

  private reported(where: string, body: () => Value): Value | undefined {
    try {
      return body();
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, `Exception ignored ${where}`, this.callable);
      return undefined;
    }
  }
}

function fromRegister(type: PyType, bytes: Uint8Array): Value {
  const info = ctypeOf(type);
  if (info === undefined) throw typeError("cannot build parameter");
  const code = directCode(type);
  if (code !== undefined) return code.get(placeIn(new Block(bytes)), info.size);
  return copyOfData(type, bytes);
}

completeType(THUNK, { module: "_ctypes", doc: "CThunkObject" });
