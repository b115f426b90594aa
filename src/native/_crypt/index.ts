/**
 * _crypt: hashes of passwords (CPython Modules/_cryptmodule.c), which CPython has the system's crypt(3) make.
 *
 * The methods are those of the GNU C library: SHA-512 and SHA-256 (Ulrich Drepper's specification), MD5, and DES. What
 * cannot be hashed gives "*0", as libcrypt's failure token, or "*1" where the salt begins so itself.
 */
import { md5 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { valueError } from "../../objects/kernel/raise.ts";
import { encodeStr } from "../../objects/types/str-codecs.ts";
import { textArgument } from "../../objects/types/text.ts";
import { concatenate } from "../../util/binary/concatenate.ts";
import { desCrypt } from "./des.ts";

const DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** One longer is refused. */
const LONGEST_WORD = 511;

type Hash = (data: Uint8Array) => Uint8Array;

/** `groups` of bytes, the first the highest; -1 is none. Each becomes as many characters as it needs, the lowest bits first. */
function encode(bytes: Uint8Array, groups: readonly (readonly [number, number, number])[]): string {
  return groups
    .map((group) => {
      let value = group.reduce((all, place) => (all << 8) | (place < 0 ? 0 : bytes[place]), 0);
      const count = Math.ceil((8 * group.filter((place) => place >= 0).length) / 6);
      let text = "";
      for (let i = 0; i < count; i++, value >>= 6) text += DIGITS[value & 63];
      return text;
    })
    .join("");
}

/** Groups of three places, each a turn of the one before, moved on by one. */
function turning(first: readonly [number, number, number], count: number, turn: -1 | 1): [number, number, number][] {
  const groups: [number, number, number][] = [];
  let [a, b, c] = first;
  for (let i = 0; i < count; i++) {
    groups.push([a, b, c]);
    [a, b, c] = turn < 0 ? [c + 1, a + 1, b + 1] : [b + 1, c + 1, a + 1];
  }
  return groups;
}

interface ShaMethod {
  readonly prefix: string;
  readonly hash: Hash;
  readonly size: number;
  readonly groups: readonly (readonly [number, number, number])[];
}

const SHA256: ShaMethod = {
  prefix: "$5$",
  hash: sha256,
  size: 32,
  groups: [...turning([0, 10, 20], 10, -1), [-1, 31, 30]],
};
const SHA512: ShaMethod = {
  prefix: "$6$",
  hash: sha512,
  size: 64,
  groups: [...turning([0, 21, 42], 21, 1), [-1, -1, 63]],
};

const DEFAULT_ROUNDS = 5000;
const ROUNDS = /^rounds=([1-9]\d*)\$/;
const FEWEST_ROUNDS = 1000;
const MOST_ROUNDS = 999_999_999;

/** `size` bytes of the pattern, again and again. */
function repeat(pattern: Uint8Array, size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, i) => pattern[i % pattern.length]);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function shaCrypt({ prefix, hash, size, groups }: ShaMethod, word: Uint8Array, setting: string): string | undefined {
  const given = ROUNDS.exec(setting);
  if (given === null && setting.startsWith("rounds=")) return undefined;
  const rounds = given === null ? DEFAULT_ROUNDS : Number(given[1]);
  if (rounds < FEWEST_ROUNDS || rounds > MOST_ROUNDS) return undefined;
  const [text] = setting.slice(given?.[0].length ?? 0).split("$");
  const name = text.slice(0, 16);
  const salt = bytesOf(name);
  const second = hash(concatenate([word, salt, word]));
  const parts = [word, salt, repeat(second, word.length)];
  for (let bits = word.length; bits > 0; bits >>= 1) parts.push(bits & 1 ? second : word);
  let digest = hash(concatenate(parts));
  const longWord = hash(concatenate(Array.from(word, () => word)));
  const wordPart = repeat(longWord, word.length);
  const longSalt = hash(concatenate(Array.from({ length: 16 + digest[0] }, () => salt)));
  const saltPart = repeat(longSalt, salt.length);
  for (let round = 0; round < rounds; round++) {
    const isOdd = round % 2 === 1;
    const middle = [...(round % 3 === 0 ? [] : [saltPart]), ...(round % 7 === 0 ? [] : [wordPart])];
    digest = hash(concatenate([isOdd ? wordPart : digest, ...middle, isOdd ? digest : wordPart]));
  }
  return `${prefix}${given?.[0] ?? ""}${name}$${encode(digest.subarray(0, size), groups)}`;
}

const MD5_PREFIX = "$1$";
const MD5_ROUNDS = 1000;
const MD5_GROUPS: readonly (readonly [number, number, number])[] = [
  [0, 6, 12],
  [1, 7, 13],
  [2, 8, 14],
  [3, 9, 15],
  [4, 10, 5],
  [-1, -1, 11],
];

function md5Crypt(word: Uint8Array, setting: string): string {
  const name = setting.split("$")[0].slice(0, 8);
  const salt = bytesOf(name);
  const second = md5(concatenate([word, salt, word]));
  const parts = [word, bytesOf(MD5_PREFIX), salt, repeat(second, word.length)];
  for (let bits = word.length; bits > 0; bits >>= 1) parts.push(bits & 1 ? Uint8Array.of(0) : word.subarray(0, 1));
  let digest = md5(concatenate(parts));
  for (let round = 0; round < MD5_ROUNDS; round++) {
    const isOdd = round % 2 === 1;
    const middle = [...(round % 3 === 0 ? [] : [salt]), ...(round % 7 === 0 ? [] : [word])];
    digest = md5(concatenate([isOdd ? word : digest, ...middle, isOdd ? digest : word]));
  }
  return `${MD5_PREFIX}${name}$${encode(digest, MD5_GROUPS)}`;
}

/** What no salt may hold: spaces, control characters, what is not ASCII, and what passwd(5) needs. */
const BAD_SALT = /[^!-~]|[!*:;\\]/;

function hashWord(word: Uint8Array, salt: string): string | undefined {
  if (word.length > LONGEST_WORD || BAD_SALT.test(salt)) return undefined;
  for (const method of [SHA256, SHA512]) {
    if (salt.startsWith(method.prefix)) return shaCrypt(method, word, salt.slice(method.prefix.length));
  }
  if (salt.startsWith(MD5_PREFIX)) return md5Crypt(word, salt.slice(MD5_PREFIX.length));
  return desCrypt(word, salt);
}

function bytesArgument(value: Value, argument: string): Uint8Array {
  textArgument(value, "crypt", argument);
  const { bytes } = encodeStr(value);
  if (bytes.includes(0)) throw valueError("embedded null character");
  return bytes;
}

export default defineModule("_crypt", {
  functions: {
    crypt: [
      "($module, word, salt, /)",
      "Hash a *word* with the given *salt* and return the hashed password.\n\n*word* will usually be a user's password.  *salt* (either a random 2 or 16\ncharacter string, possibly prefixed with $digit$ to indicate the method)\nwill be used to perturb the encryption algorithm and produce distinct\nresults for a given *word*.",
      (word: Value, salt: Value) => {
        const bytes = bytesArgument(word, "argument 1");
        const text = new TextDecoder().decode(bytesArgument(salt, "argument 2"));
        return hashWord(bytes, text) ?? (text.startsWith("*0") ? "*1" : "*0");
      },
    ],
  },
});
