/**
 * _hashlib: hashes by name, HMAC and key derivation (CPython Modules/_hashopenssl.c), over @noble/hashes instead of OpenSSL.
 *
 * What OpenSSL says in its own words is said in those of version 3.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { md5, ripemd160, sha1 } from "@noble/hashes/legacy.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { scrypt } from "@noble/hashes/scrypt.js";
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from "@noble/hashes/sha2.js";
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from "@noble/hashes/sha3.js";
import { getAttr } from "../objects/kernel/attribute.ts";
import { PyBuiltinFunction } from "../objects/kernel/builtin.ts";
import { call } from "../objects/kernel/call.ts";
import { FROZENSET, NONE, typeName } from "../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../objects/kernel/define.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { addressText } from "../objects/kernel/identity.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { intOf, jsString, PyBytes, strFromJs, tuple } from "../objects/kernel/payload.ts";
import { reprText } from "../objects/kernel/protocol.ts";
import { memoryError, newException, PyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { toSsizeArgument } from "../objects/types/arguments.ts";
import { getBuffer } from "../objects/types/buffer.ts";
import { newExceptionType } from "../objects/types/exceptions/new-exception.ts";
import { encodeHex } from "../util/binary/transfer.ts";
import { type Hasher, hashInput } from "./hash-object.ts";

const UNSUPPORTED = newExceptionType("_hashlib.UnsupportedDigestmodError", EXCEPTIONS.ValueError);

const unsupported = (text: string): PyError => new PyError(newException(UNSUPPORTED, text));

const FIXED = {
  md5,
  sha1,
  sha224,
  sha256,
  sha384,
  sha512,
  sha512_224,
  sha512_256,
  sha3_224,
  sha3_256,
  sha3_384,
  sha3_512,
  ripemd160,
} as const;

/** These give as many bytes as are asked for. */
const EXTENDABLE = { shake_128: shake128, shake_256: shake256 } as const;

type FixedName = keyof typeof FIXED;
type Extendable = Hasher & { xof(bytes: number): Uint8Array };

/** OpenSSL also takes names in capitals and with a "-". */
const plainName = (name: string): string => name.toLowerCase().replaceAll("-", "_");

function fixedHash(name: string): { name: FixedName; hash: (typeof FIXED)[FixedName] } | undefined {
  const plain = plainName(name).replace(/^sha_(\d)/, "sha$1");
  return Object.hasOwn(FIXED, plain) ? { name: plain as FixedName, hash: FIXED[plain as FixedName] } : undefined;
}

class PyHash extends PyObject {
  constructor(
    cls: PyType,
    readonly name: string,
    readonly hasher: Hasher,
    readonly blockSize: number,
    readonly digestSize: number,
  ) {
    super(cls);
  }

  digest(): Uint8Array {
    return this.hasher.clone().digest();
  }

  copy(): PyHash {
    return new PyHash(this.cls, this.name, this.hasher.clone(), this.blockSize, this.digestSize);
  }
}

const HASH_DOC = (length: string): string =>
  `A hash is an object used to calculate a checksum of a string of information.\n\nMethods:\n\nupdate() -- updates the current digest with an additional string\ndigest(${length}) -- return the current digest value\nhexdigest(${length}) -- return the current digest as a string of hexadecimal digits\ncopy() -- return a copy of the current hash object\n\nAttributes:\n\nname -- the hash algorithm being used by this object\ndigest_size -- number of bytes in this hashes output`;

const HASH = defineType<PyHash>("_hashlib.HASH", {
  doc: HASH_DOC(""),
  traits: { basetype: true, noConstructor: true },
  slots: {
    __repr__: (self) => strFromJs(`<${self.name} ${typeName(self)} object @ ${addressText(self)}>`),
  },
  methods: {
    update: [
      "($self, obj, /)",
      "Update this hash object's state with the provided string.",
      (self: PyHash, data: Value) => {
        self.hasher.update(hashInput(data));
      },
    ],
    digest: ["($self, /)", "Return the digest value as a bytes object.", (self: PyHash) => new PyBytes(self.digest())],
    hexdigest: [
      "($self, /)",
      "Return the digest value as a string of hexadecimal digits.",
      (self: PyHash) => encodeHex(self.digest()),
    ],
    copy: ["($self, /)", "Return a copy of the hash object.", (self: PyHash) => self.copy()],
  },
  getset: {
    digest_size: [({ digestSize }) => digestSize],
    block_size: [({ blockSize }) => blockSize],
    name: [({ name }) => name],
  },
});

function extended(self: PyHash, length: Value): Uint8Array {
  const count = toSsizeArgument(length);
  if (count < 0) throw memoryError();
  return count === 0 ? new Uint8Array(0) : (self.hasher.clone() as Extendable).xof(count);
}

const HASHXOF = defineType<PyHash>("_hashlib.HASHXOF", {
  doc: HASH_DOC("length"),
  base: HASH,
  traits: { noConstructor: true },
  methods: {
    digest: [
      "($self, /, length)",
      "Return the digest value as a bytes object.",
      (self: PyHash, length: Value) => new PyBytes(extended(self, length)),
    ],
    hexdigest: [
      "($self, /, length)",
      "Return the digest value as a string of hexadecimal digits.",
      (self: PyHash, length: Value) => encodeHex(extended(self, length)),
    ],
  },
  getset: { digest_size: [() => 0] },
});

function newHash(name: string, data: Value): PyHash {
  const plain = plainName(name);
  let self: PyHash;
  if (plain === "shake_128" || plain === "shake_256") {
    const hash = EXTENDABLE[plain];
    self = new PyHash(HASHXOF, plain, hash.create(), hash.blockLen, 0);
  } else {
    const found = fixedHash(name);
    if (found === undefined) throw unsupported("[digital envelope routines] unsupported");
    self = new PyHash(HASH, found.name, found.hash.create(), found.hash.blockLen, found.hash.outputLen);
  }
  self.hasher.update(hashInput(data));
  return self;
}

class PyHmac extends PyObject {
  constructor(
    readonly name: string,
    readonly hasher: Hasher,
    readonly blockSize: number,
    readonly digestSize: number,
  ) {
    super(HMAC);
  }
}

const hmacDigest = (self: PyHmac): Uint8Array => self.hasher.clone().digest();

const HMAC = defineType<PyHmac>("_hashlib.HMAC", {
  doc: "The object used to calculate HMAC of a message.\n\nMethods:\n\nupdate() -- updates the current digest with an additional string\ndigest() -- return the current digest value\nhexdigest() -- return the current digest as a string of hexadecimal digits\ncopy() -- return a copy of the current hash object\n\nAttributes:\n\nname -- the name, including the hash algorithm used by this object\ndigest_size -- number of bytes in digest() output\n",
  traits: { noConstructor: true },
  slots: {
    __repr__: (self) => strFromJs(`<${self.name} HMAC object @ ${addressText(self)}>`),
  },
  methods: {
    update: [
      "($self, /, msg)",
      "Update the HMAC object with msg.",
      (self: PyHmac, message: Value) => {
        self.hasher.update(hashInput(message));
      },
    ],
    digest: [
      "($self, /)",
      "Return the digest of the bytes passed to the update() method so far.",
      (self: PyHmac) => new PyBytes(hmacDigest(self)),
    ],
    hexdigest: [
      "($self, /)",
      "Return hexadecimal digest of the bytes passed to the update() method so far.\n\nThis may be used to exchange the value safely in email or other non-binary\nenvironments.",
      (self: PyHmac) => encodeHex(hmacDigest(self)),
    ],
    copy: [
      "($self, /)",
      'Return a copy ("clone") of the HMAC object.',
      (self: PyHmac) => new PyHmac(self.name, self.hasher.clone(), self.blockSize, self.digestSize),
    ],
  },
  getset: {
    digest_size: [({ digestSize }) => digestSize],
    block_size: [({ blockSize }) => blockSize],
    name: [({ name }) => `hmac-${name}`],
  },
});

/** The hash that a name or one of this module's functions means. */
function digestOf(digest: Value): NonNullable<ReturnType<typeof fixedHash>> {
  const text = jsString(digest);
  const own = digest instanceof PyBuiltinFunction ? /^openssl_(.+)$/.exec(digest.definition.name)?.[1] : undefined;
  if (text === undefined && own === undefined) throw unsupported(`Unsupported digestmod ${reprText(digest)}`);
  const found = fixedHash(text ?? own ?? "");
  if (found === undefined) throw unsupported("[digital envelope routines] unsupported");
  return found;
}

function hmacNew(key: Value, message: Value, digest: Value): Value {
  const bytes = getBuffer(key);
  if (digest === NONE) throw typeError("Missing required parameter 'digestmod'.");
  const { name, hash } = digestOf(digest);
  const self = new PyHmac(name, hmac.create(hash, bytes), hash.blockLen, hash.outputLen);
  if (message !== NONE) self.hasher.update(hashInput(message));
  return self;
}

const LONGEST = 0x7fffffff;

function deriveKey(name: Value, password: Value, salt: Value, iterations: Value, length: Value): Value {
  const text = jsString(name);
  if (text === undefined) throw typeError(`pbkdf2_hmac() argument 'hash_name' must be str, not ${typeName(name)}`);
  const [secret, seasoning] = [getBuffer(password), getBuffer(salt)];
  const count = toSsizeArgument(iterations);
  const found = fixedHash(text);
  if (found === undefined) throw unsupported("[digital envelope routines] unsupported");
  if (count < 1) throw valueError("iteration value must be greater than 0.");
  if (count > LONGEST) throw raiseOverflow("iteration value is too great.");
  const size = length === NONE ? found.hash.outputLen : toSsizeArgument(length);
  if (size < 1) throw valueError("key length must be greater than 0.");
  if (size > LONGEST) throw raiseOverflow("key length is too great.");
  return new PyBytes(pbkdf2(found.hash, secret, seasoning, { c: count, dkLen: size }));
}

const raiseOverflow = (text: string): PyError => new PyError(newException(EXCEPTIONS.OverflowError, text));

/** What OpenSSL allows if nobody says how much memory. */
const USUAL_MEMORY = 32 * 1024 * 1024;

function unsignedNumber(value: Value, name: string): number {
  const int = intOf(value);
  if (int === undefined && value !== NONE) {
    throw typeError(`scrypt() argument '${name}' must be int, not ${typeName(value)}`);
  }
  if (int === undefined || int < 0) throw typeError(`${name} is required and must be an unsigned int`);
  return Number(int);
}

function deriveSlowly(password: Value, salt: Value, n: Value, r: Value, p: Value, memory: Value, length: Value): Value {
  const secret = getBuffer(password);
  if (salt === NONE) throw typeError("salt is required");
  const seasoning = getBuffer(salt);
  const cost = unsignedNumber(n, "n");
  if (cost < 2 || !Number.isInteger(Math.log2(cost))) throw valueError("n must be a power of 2.");
  const [block, parallel] = [unsignedNumber(r, "r"), unsignedNumber(p, "p")];
  const most = toSsizeArgument(memory);
  if (most < 0 || most > LONGEST) throw valueError(`maxmem must be positive and smaller than ${LONGEST}`);
  const size = toSsizeArgument(length);
  if (size < 1 || size > LONGEST) throw valueError(`dklen must be greater than 0 and smaller than ${LONGEST}`);
  if (block < 1 || parallel < 1 || block * parallel >= 2 ** 30) {
    throw valueError("Invalid parameter combination for n, r, p, maxmem.");
  }
  const allowed = most === 0 ? USUAL_MEMORY : most;
  if (128 * block * (cost + 2 + parallel) > allowed) {
    throw valueError("[digital envelope routines] memory limit exceeded");
  }
  const options = { N: cost, r: block, p: parallel, dkLen: size, maxmem: allowed + 1024 * 1024 };
  return new PyBytes(scrypt(secret, seasoning, options));
}

const CONSTRUCTORS = [
  "md5",
  "sha1",
  "sha224",
  "sha256",
  "sha384",
  "sha512",
  "sha3_224",
  "sha3_256",
  "sha3_384",
  "sha3_512",
  "shake_128",
  "shake_256",
];

function constructorRow(name: string): MethodRow {
  const shown = `${name.replace(/^(sha3|shake)_/, "$1-")}${name.startsWith("shake") ? " variable" : ""}`;
  return [
    "($module, /, string=b'', *, usedforsecurity=True)",
    `Returns a ${shown} hash object; optionally initialized with a string`,
    (data: Value) => newHash(name, data),
  ];
}

const functions: Record<string, MethodRow> = {
  new: [
    "($module, /, name, string=b'', *, usedforsecurity=True)",
    "Return a new hash object using the named algorithm.\n\nAn optional string argument may be provided and will be\nautomatically hashed.\n\nThe MD5 and SHA1 algorithms are always supported.",
    (name: Value, data: Value) => {
      const text = jsString(name);
      if (text === undefined) throw typeError("name must be a string");
      return newHash(text, data);
    },
  ],
  pbkdf2_hmac: [
    "($module, /, hash_name, password, salt, iterations,\n            dklen=None)",
    "Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function.",
    deriveKey,
  ],
  scrypt: [
    "($module, /, password, *, salt=None, n=None, r=None, p=None,\n       maxmem=0, dklen=64)",
    "scrypt password-based key derivation function.",
    deriveSlowly,
  ],
  get_fips_mode: [
    "($module, /)",
    "Determine the OpenSSL FIPS mode of operation.\n\nFor OpenSSL 3.0.0 and newer it returns the state of the default provider\nin the default OSSL context. It's not quite the same as FIPS_mode() but good\nenough for unittests.\n\nEffectively any non-zero return value indicates FIPS mode;\nvalues other than 1 may have additional significance.",
    () => 0,
  ],
  compare_digest: [
    "($module, a, b, /)",
    "Return 'a == b'.\n\nThis function uses an approach designed to prevent\ntiming analysis, making it appropriate for cryptography.\n\na and b must both be of the same type: either str (ASCII only),\nor any bytes-like object.\n\nNote: If a and b are of different lengths, or if an error occurs,\na timing attack could theoretically reveal information about the\ntypes and lengths of a and b--but not their values.",
    (a: Value, b: Value) => call(getAttr(hooks.importModule("_operator"), "_compare_digest"), a, b),
  ],
  hmac_digest: [
    "($module, /, key, msg, digest)",
    "Single-shot HMAC.",
    (key: Value, message: Value, digest: Value) => {
      const [secret, bytes] = [getBuffer(key), getBuffer(message)];
      return new PyBytes(hmac(digestOf(digest).hash, secret, bytes));
    },
  ],
  hmac_new: ["($module, /, key, msg=b'', digestmod=None)", "Return a new hmac object.", hmacNew],
  ...Object.fromEntries(CONSTRUCTORS.map((name) => [`openssl_${name}`, constructorRow(name)])),
};

export default defineModule("_hashlib", {
  functions,
  types: { HASH, HASHXOF, HMAC, UnsupportedDigestmodError: UNSUPPORTED },
  setup: (module) => {
    const names = tuple([...Object.keys(FIXED), ...Object.keys(EXTENDABLE)]);
    module.dict.set("openssl_md_meth_names", call(FROZENSET, names));
  },
});
