/** _sha2: SHA-224, SHA-256, SHA-384 and SHA-512 (CPython Modules/sha2module.c). */
import { sha224, sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { defineModule } from "../objects/kernel/module.ts";
import { defineHash, type Hasher } from "./hash-object.ts";

const define = (bits: number, blockSize: number, doc: string | undefined, create: () => Hasher) =>
  defineHash(`_sha2.SHA${bits}Type`, doc, { name: `sha${bits}`, blockSize, digestSize: bits / 8 }, create);

const SHA224 = define(224, 64, "Return a new SHA-224 hash object; optionally initialized with a string.", () =>
  sha224.create(),
);
const SHA256 = define(256, 64, "Return a new SHA-256 hash object; optionally initialized with a string.", () =>
  sha256.create(),
);
const SHA384 = define(384, 128, "Return a new SHA-384 hash object; optionally initialized with a string.", () =>
  sha384.create(),
);
const SHA512 = define(512, 128, "Return a new SHA-512 hash object; optionally initialized with a string.", () =>
  sha512.create(),
);

export default defineModule("_sha2", {
  functions: { sha256: SHA256.make, sha224: SHA224.make, sha512: SHA512.make, sha384: SHA384.make },
  types: { SHA224Type: SHA224.type, SHA256Type: SHA256.type, SHA384Type: SHA384.type, SHA512Type: SHA512.type },
});
