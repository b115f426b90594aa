/** What `sys` says of the version and of the implementation's limits: fixed facts, mostly CPython's on 64-bit Linux. */
import { CACHE_TAG } from "../../importing/tag.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyFloat } from "../../objects/kernel/payload.ts";
import { simpleNamespace } from "../../objects/types/simple_namespace.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";

export const CHAIPY_VERSION = "0.1.0";
export const PYTHON_VERSION = [3, 12, 7, "final", 0] as const;
export const HEX_VERSION = 0x030c07f0;
/** In CPython's form, which `platform` takes apart: version (build, date) [compiler]. */
export const VERSION_TEXT = `3.12.7 (Chaipy ${CHAIPY_VERSION}, Nov 20 2026, 00:00:00) [TypeScript]`;

const VERSION_INFO = defineStructSequence(
  "sys.version_info",
  "sys.version_info\n\nVersion information as a named tuple.",
  [
    ["major", "Major release number"],
    ["minor", "Minor release number"],
    ["micro", "Patch release number"],
    ["releaselevel", "'alpha', 'beta', 'candidate', or 'final'"],
    ["serial", "Serial release number"],
  ],
  5,
  false,
);

const FLOAT_INFO = defineStructSequence(
  "sys.float_info",
  "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
  [
    ["max", "DBL_MAX -- maximum representable finite float"],
    ["max_exp", "DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable"],
    ["max_10_exp", "DBL_MAX_10_EXP -- maximum int e such that 10**e is representable"],
    ["min", "DBL_MIN -- Minimum positive normalized float"],
    ["min_exp", "DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float"],
    ["min_10_exp", "DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float"],
    ["dig", "DBL_DIG -- maximum number of decimal digits that can be faithfully represented in a float"],
    ["mant_dig", "DBL_MANT_DIG -- mantissa digits"],
    ["epsilon", "DBL_EPSILON -- Difference between 1 and the next representable float"],
    ["radix", "FLT_RADIX -- radix of exponent"],
    ["rounds", "FLT_ROUNDS -- rounding mode used for arithmetic operations"],
  ],
);

const INT_INFO = defineStructSequence(
  "sys.int_info",
  "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
  [
    ["bits_per_digit", "size of a digit in bits"],
    ["sizeof_digit", "size in bytes of the C type used to represent a digit"],
    ["default_max_str_digits", "maximum string conversion digits limitation"],
    ["str_digits_check_threshold", "minimum positive value for int_max_str_digits"],
  ],
);

const HASH_INFO = defineStructSequence(
  "sys.hash_info",
  "hash_info\n\nA named tuple providing parameters used for computing\nhashes. The attributes are read only.",
  [
    ["width", "width of the type used for hashing, in bits"],
    ["modulus", "prime number giving the modulus on which the hash function is based"],
    ["inf", "value to be used for hash of a positive infinity"],
    ["nan", "value to be used for hash of a nan"],
    ["imag", "multiplier used for the imaginary part of a complex number"],
    ["algorithm", "name of the algorithm for hashing of str, bytes and memoryviews"],
    ["hash_bits", "internal output size of hash algorithm"],
    ["seed_bits", "seed size of hash algorithm"],
    ["cutoff", "small string optimization cutoff"],
  ],
);

const THREAD_INFO = defineStructSequence(
  "sys.thread_info",
  "sys.thread_info\n\nA named tuple holding information about the thread implementation.",
  [
    ["name", "name of the thread implementation"],
    ["lock", "name of the lock implementation"],
    ["version", "name and version of the thread library"],
  ],
);

const versionInfo = () => VERSION_INFO.make([...PYTHON_VERSION]);

/** `sys.implementation` */
function implementation(): Value {
  return simpleNamespace({
    name: "chaipy",
    cache_tag: CACHE_TAG,
    version: versionInfo(),
    hexversion: HEX_VERSION,
    _multiarch: "javascript",
  });
}

const COPYRIGHT =
  "Copyright (c) 2001-2024 Python Software Foundation.\nAll Rights Reserved.\n\nCopyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\nCopyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\nCopyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.";

const float = (value: number): Value => new PyFloat(value);

export function versionAttributes(): Record<string, Value> {
  return {
    version: VERSION_TEXT,
    version_info: versionInfo(),
    hexversion: HEX_VERSION,
    api_version: 1013,
    copyright: COPYRIGHT,
    implementation: implementation(),
    platform: "linux",
    platlibdir: "lib",
    byteorder: "little",
    abiflags: "",
    float_repr_style: "short",
    maxsize: 0x7fffffffffffffffn,
    maxunicode: 0x10ffff,
    float_info: FLOAT_INFO.make([
      float(Number.MAX_VALUE),
      1024,
      308,
      float(2.2250738585072014e-308),
      -1021,
      -307,
      15,
      53,
      float(Number.EPSILON),
      2,
      1,
    ]),
    int_info: INT_INFO.make([30, 4, 4300, 640]),
    hash_info: HASH_INFO.make([64, (1n << 61n) - 1n, 314159, 0, 1000003, "siphash13", 64, 128, 0]),
    thread_info: THREAD_INFO.make(["pthread", "semaphore", NONE]),
  };
}
