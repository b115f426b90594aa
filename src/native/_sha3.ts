/** _sha3: SHA-3 and SHAKE (CPython Modules/sha3module.c). */
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import { defineType, type MethodRow } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { PyType, Value } from "../objects/kernel/object.ts";
import { PyBytes } from "../objects/kernel/payload.ts";
import { overflowError, valueError } from "../objects/kernel/raise.ts";
import { encodeHex } from "../util/binary/transfer.ts";
import { type Hasher, hashInput, hashTable, PyHash } from "./hash-object.ts";

const SIGNATURE = "~(data=b'', /, *, usedforsecurity=True)";

function define(name: string, rateBits: number, digestSize: number, suffix: number, create: () => Hasher): PyType {
  const table = hashTable({ name, blockSize: rateBits / 8, digestSize }, "data");
  return defineType<PyHash>(`_sha3.${name}`, {
    ...table,
    doc: `${name}([data], *, usedforsecurity=True) -> SHA${digestSize === 0 ? "KE" : "3"} object\n\nReturn a new SHA${digestSize === 0 ? "KE" : "3"} hash object${digestSize === 0 ? "." : ` with a hashbit length of ${digestSize} bytes.`}`,
    construct: [
      SIGNATURE,
      (cls, data: Value) => {
        const self = new PyHash(create(), cls);
        self.hasher.update(hashInput(data));
        return self;
      },
    ],
    methods: digestSize === 0 ? { ...table.methods, ...shakeMethods } : (table.methods ?? {}),
    getset: {
      ...table.getset,
      _capacity_bits: [() => 1600 - rateBits],
      _rate_bits: [() => rateBits],
      _suffix: [() => new PyBytes(Uint8Array.of(suffix))],
    },
  });
}

/** A SHAKE digest has the length that is asked for. */
function shakeDigest(self: PyHash, length: Value): Uint8Array {
  const count = toIndex(length);
  if (count < 0) throw valueError("value must be positive");
  if (count > 0xffffffffffffffffn) throw overflowError("Python int too large to convert to C unsigned long");
  if (count >= 2 ** 29) throw valueError("length is too large");
  if (count === 0) return new Uint8Array(0);
  const clone = self.hasher.clone() as Hasher & { xof(bytes: number): Uint8Array };
  return clone.xof(Number(count));
}

const shakeMethods: Record<string, MethodRow> = {
  digest: [
    "($self, length, /)",
    "Return the digest value as a bytes object.",
    (self: PyHash, length: Value) => new PyBytes(shakeDigest(self, length)),
  ],
  hexdigest: [
    "($self, length, /)",
    "Return the digest value as a string of hexadecimal digits.",
    (self: PyHash, length: Value) => encodeHex(shakeDigest(self, length)),
  ],
};

export default defineModule("_sha3", {
  constants: { implementation: "HACL" },
  types: {
    sha3_224: define("sha3_224", 1152, 28, 6, () => sha3_224.create()),
    sha3_256: define("sha3_256", 1088, 32, 6, () => sha3_256.create()),
    sha3_384: define("sha3_384", 832, 48, 6, () => sha3_384.create()),
    sha3_512: define("sha3_512", 576, 64, 6, () => sha3_512.create()),
    shake_128: define("shake_128", 1344, 0, 0x1f, () => shake128.create({})),
    shake_256: define("shake_256", 1088, 0, 0x1f, () => shake256.create({})),
  },
});
