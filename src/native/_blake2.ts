/** _blake2: BLAKE2b and BLAKE2s (CPython Modules/_blake2/); the algorithms are in util/hashes. */
import { defineType } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { intOf, PyBytes } from "../objects/kernel/payload.ts";
import { overflowError, typeError, valueError } from "../objects/kernel/raise.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { getBuffer } from "../objects/types/buffer.ts";
import { encodeHex } from "../util/binary/transfer.ts";
import { Blake2b, type Blake2Parameters, Blake2s } from "../util/hashes/blake2.ts";
import { hashInput } from "./hash-object.ts";

type State = ReturnType<Blake2b["copy"]>;

class PyBlake2 extends PyObject {
  constructor(
    readonly state: State,
    cls: PyType,
  ) {
    super(cls);
  }
}

interface Variant {
  readonly name: string;
  readonly blockSize: number;
  readonly maxDigest: number;
  readonly saltSize: number;
  readonly maxNodeOffset: bigint;
  create(parameters: Blake2Parameters): State;
}

/** An argument that must lie between two numbers, both included. */
function ranged(value: Value, least: number, most: number, name: string, shown = `${least} and ${most}`): number {
  const int = intArgument(value);
  if (int < least || int > most) throw valueError(`${name} must be between ${shown}`);
  return int;
}

function unsigned(value: Value, tooLarge: string): bigint {
  const int = intOf(value);
  if (int === undefined) throw typeError("an integer is required");
  if (int < 0) throw valueError("value must be positive");
  if (BigInt(int) > 0xffffffffffffffffn) throw overflowError(tooLarge);
  return BigInt(int);
}

function limited(value: Value, most: number, what: string): Uint8Array {
  const bytes = getBuffer(value);
  if (bytes.length > most) throw valueError(`maximum ${what} length is ${most} bytes`);
  return bytes.slice();
}

function defineVariant(variant: Variant): PyType {
  const { name, maxDigest, saltSize } = variant;
  const construct = (cls: PyType, ...args: Value[]): Value => {
    const [data, digestSize, key, salt, person, fanout, depth, leafSize, nodeOffset, nodeDepth, innerSize, lastNode] =
      args;
    const size = intArgument(digestSize);
    if (size <= 0 || size > maxDigest) {
      throw valueError(`digest_size must be between 1 and ${maxDigest} bytes`);
    }
    const leaf = unsigned(leafSize, "Python int too large to convert to C unsigned long");
    const offset = unsigned(nodeOffset, "int too big to convert");
    const parameters: Blake2Parameters = {
      digestSize: size,
      salt: limited(salt, saltSize, "salt"),
      person: limited(person, saltSize, "person"),
      fanout: ranged(fanout, 0, 255, "fanout"),
      depth: ranged(depth, 1, 255, "depth"),
      leafSize: Number(checkSize(leaf, 0xffffffffn, "leaf_size")),
      nodeOffset: checkSize(offset, variant.maxNodeOffset, "node_offset"),
      nodeDepth: ranged(nodeDepth, 0, 255, "node_depth"),
      innerSize: ranged(innerSize, 0, maxDigest, "inner_size", `0 and is ${maxDigest}`),
      key: limited(key, maxDigest, "key"),
      lastNode: isTrue(lastNode),
    };
    const self = new PyBlake2(variant.create(parameters), cls);
    self.state.update(hashInput(data));
    return self;
  };
  const type = defineType<PyBlake2>(`_blake2.${name}`, {
    doc: `Return a new BLAKE2${name.at(-1)} hash object.`,
    traits: { basetype: false },
    construct: [
      `~(data=b'', /, *, digest_size=${maxDigest}, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)`,
      construct,
    ],
    methods: {
      copy: [
        "($self, /)",
        "Return a copy of the hash object.",
        (self: PyBlake2) => new PyBlake2(self.state.copy(), self.cls),
      ],
      digest: [
        "($self, /)",
        "Return the digest value as a bytes object.",
        (self: PyBlake2) => new PyBytes(self.state.digest()),
      ],
      hexdigest: [
        "($self, /)",
        "Return the digest value as a string of hexadecimal digits.",
        (self: PyBlake2) => encodeHex(self.state.digest()),
      ],
      update: [
        "($self, data, /)",
        "Update this hash object's state with the provided bytes-like object.",
        (self: PyBlake2, data: Value) => self.state.update(hashInput(data)),
      ],
    },
    getset: {
      name: [() => name],
      block_size: [() => variant.blockSize],
      digest_size: [(self) => self.state.digestSize],
    },
    attributes: {
      SALT_SIZE: saltSize,
      PERSON_SIZE: saltSize,
      MAX_KEY_SIZE: maxDigest,
      MAX_DIGEST_SIZE: maxDigest,
    },
  });
  type.textSignature = `(data=b'', /, *, digest_size=_blake2.${name}.MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True)`;
  return type;
}

function checkSize(value: bigint, most: bigint, name: string): bigint {
  if (value > most) throw overflowError(`${name} is too large`);
  return value;
}

const BLAKE2B = defineVariant({
  name: "blake2b",
  blockSize: 128,
  maxDigest: 64,
  saltSize: 16,
  maxNodeOffset: 0xffffffffffffffffn,
  create: (parameters) => new Blake2b(parameters),
});

const BLAKE2S = defineVariant({
  name: "blake2s",
  blockSize: 64,
  maxDigest: 32,
  saltSize: 8,
  maxNodeOffset: 0xffffffffffffn,
  create: (parameters) => new Blake2s(parameters),
});

export default defineModule("_blake2", {
  doc: "_blake2b provides BLAKE2b for hashlib\n",
  constants: {
    BLAKE2B_SALT_SIZE: 16,
    BLAKE2B_PERSON_SIZE: 16,
    BLAKE2B_MAX_KEY_SIZE: 64,
    BLAKE2B_MAX_DIGEST_SIZE: 64,
    BLAKE2S_SALT_SIZE: 8,
    BLAKE2S_PERSON_SIZE: 8,
    BLAKE2S_MAX_KEY_SIZE: 32,
    BLAKE2S_MAX_DIGEST_SIZE: 32,
  },
  types: { blake2b: BLAKE2B, blake2s: BLAKE2S },
});
