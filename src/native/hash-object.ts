/**
 * What the hash modules share: the argument that is hashed, and hash objects over @noble/hashes.
 */
import { defineType, type MethodRow, type TypeTable } from "../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { PyBytes, textOf } from "../objects/kernel/payload.ts";
import { bufferError, typeError } from "../objects/kernel/raise.ts";
import { getBuffer, hasBuffer, PyMemoryView } from "../objects/types/buffer.ts";
import { encodeHex } from "../util/binary/transfer.ts";

/** What a hash object needs of an algorithm. */
export interface Hasher {
  update(data: Uint8Array): unknown;
  digest(): Uint8Array;
  clone(): Hasher;
}

/** The bytes to be hashed. */
export function hashInput(value: Value): Uint8Array {
  if (textOf(value) !== undefined) throw typeError("Strings must be encoded before hashing");
  if (!hasBuffer(value)) throw typeError("object supporting the buffer API required");
  if (value instanceof PyMemoryView && value.layout.shape.length > 1)
    throw bufferError("Buffer must be single dimension");
  return getBuffer(value);
}

export class PyHash extends PyObject {
  constructor(
    readonly hasher: Hasher,
    cls: PyType,
  ) {
    super(cls);
  }

  /** The digest so far; the object can go on. */
  digest(): Uint8Array {
    return this.hasher.clone().digest();
  }
}

export interface HashKind {
  /** `name` of the objects. */
  readonly name: string;
  readonly blockSize: number;
  readonly digestSize: number;
}

const DOCS = {
  copy: "Return a copy of the hash object.",
  digest: "Return the digest value as a bytes object.",
  hexdigest: "Return the digest value as a string of hexadecimal digits.",
  update: {
    obj: "Update this hash object's state with the provided string.",
    data: "Update this hash object's state with the provided bytes-like object.",
  },
};

/** Methods and attributes of a hash object; `argument` is the name of update's parameter. */
export function hashTable(kind: HashKind, argument: "obj" | "data"): TypeTable<PyHash> {
  const methods: Record<string, MethodRow> = {
    copy: ["($self, /)", DOCS.copy, (self: PyHash) => new PyHash(self.hasher.clone(), self.cls)],
    digest: ["($self, /)", DOCS.digest, (self: PyHash) => new PyBytes(self.digest())],
    hexdigest: ["($self, /)", DOCS.hexdigest, (self: PyHash) => encodeHex(self.digest())],
    update: [
      `($self, ${argument}, /)`,
      DOCS.update[argument],
      (self: PyHash, data: Value) => {
        self.hasher.update(hashInput(data));
      },
    ],
  };
  return {
    methods,
    getset: {
      block_size: [() => kind.blockSize],
      name: [() => kind.name],
      digest_size: [() => kind.digestSize],
    },
  };
}

/** The type of a hash that is made by a function of its module, and that function. */
export function defineHash(
  typeName: string,
  doc: string | undefined,
  kind: HashKind,
  create: () => Hasher,
): { type: PyType; make: MethodRow } {
  const type = defineType<PyHash>(typeName, { ...hashTable(kind, "obj"), traits: { noConstructor: true } });
  const make = (string: Value): Value => {
    const self = new PyHash(create(), type);
    self.hasher.update(hashInput(string));
    return self;
  };
  return { type, make: ["($module, /, string=b'', *, usedforsecurity=True)", doc, make] };
}
