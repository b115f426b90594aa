/**
 * The oldest hash of passwords: 25 times DES (FIPS 46-3) of nothing, with the password as its key and the expansion changed
 * by the salt, as crypt(3) describes it.
 *
 * Bits are numbered from 1 and kept one to an array's item, as the standard writes its tables: nothing here need be fast.
 */

type Bits = readonly number[];

const EXPANSION = [
  32, 1, 2, 3, 4, 5, 4, 5, 6, 7, 8, 9, 8, 9, 10, 11, 12, 13, 12, 13, 14, 15, 16, 17, 16, 17, 18, 19, 20, 21, 20, 21, 22,
  23, 24, 25, 24, 25, 26, 27, 28, 29, 28, 29, 30, 31, 32, 1,
];
const PERMUTATION = [
  16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25,
];
const KEY_CHOICE = [
  57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36, 63, 55,
  47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4,
];
const ROUND_KEY_CHOICE = [
  14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2, 41, 52, 31, 37, 47, 55, 30,
  40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32,
];
const SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];

/** S1 to S8, a hexadecimal digit for each entry, row after row. */
const SUBSTITUTIONS = [
  "e4d12fb83a6c5907" + "0f74e2d1a6cb9538" + "41e8d62bfc973a50" + "fc8249175b3ea06d",
  "f18e6b34972dc05a" + "3d47f28ec01a69b5" + "0e7ba4d158c6932f" + "d8a13f42b67c05e9",
  "a09e63f51dc7b428" + "d709346a285ecbf1" + "d6498f30b12c5ae7" + "1ad069874fe3b52c",
  "7de3069a1285bc4f" + "d8b56f03472c1ae9" + "a690cb7df13e5284" + "3f06a1d8945bc72e",
  "2c417ab6853fd0e9" + "eb2c47d150fa3986" + "421bad78f9c5630e" + "b8c71e2d6f09a453",
  "c1af92680d34e75b" + "af427c9561de0b38" + "9ef528c3704a1db6" + "432c95fabe17608d",
  "4b2ef08d3c975a61" + "d0b7491ae35c2f86" + "14bdc37eaf680592" + "6bd814a7950fe23c",
  "d2846fb1a93e50c7" + "1fd8a374c56b0e92" + "7b419ce206adf358" + "21e74a8dfc90356b",
];

const DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const REPETITIONS = 25;
const KEY_BYTES = 8;

const choose = (bits: Bits, places: readonly number[]): number[] => places.map((place) => bits[place - 1]);

/** Bit `i` of the result of the standard's initial permutation: columns from the second, each upwards. */
const INITIAL = Array.from({ length: 64 }, (_, i) => 8 * (8 - (i % 8)) - 8 + [2, 4, 6, 8, 1, 3, 5, 7][i >> 3]);
const FINAL = Array.from({ length: 64 }, (_, i) => INITIAL.indexOf(i + 1) + 1);

function roundKeys(key: Bits): number[][] {
  const chosen = choose(key, KEY_CHOICE);
  let [left, right] = [chosen.slice(0, 28), chosen.slice(28)];
  return SHIFTS.map((shift) => {
    left = [...left.slice(shift), ...left.slice(0, shift)];
    right = [...right.slice(shift), ...right.slice(0, shift)];
    return choose([...left, ...right], ROUND_KEY_CHOICE);
  });
}

function substitute(bits: Bits): number[] {
  return SUBSTITUTIONS.flatMap((table, box) => {
    const [a, b, c, d, e, f] = bits.slice(6 * box, 6 * box + 6);
    const value = Number.parseInt(table[16 * (2 * a + f) + 8 * b + 4 * c + 2 * d + e], 16);
    return [(value >> 3) & 1, (value >> 2) & 1, (value >> 1) & 1, value & 1];
  });
}

function encrypt(block: Bits, keys: readonly Bits[], expansion: readonly number[]): number[] {
  const start = choose(block, INITIAL);
  let [left, right] = [start.slice(0, 32), start.slice(32)];
  for (const key of keys) {
    const mixed = choose(right, expansion).map((bit, i) => bit ^ key[i]);
    const changed = choose(substitute(mixed), PERMUTATION);
    [left, right] = [right, left.map((bit, i) => bit ^ changed[i])];
  }
  return choose([...right, ...left], FINAL);
}

/** The places of the expansion, the salt's bits exchanging those of its halves. */
function saltedExpansion(salt: number): number[] {
  return EXPANSION.map((place, i) => ((salt >> (i % 24)) & 1 ? EXPANSION[(i + 24) % 48] : place));
}

/** The hash, with its salt of two characters before it; undefined if the salt is none. */
export function desCrypt(word: Uint8Array, salt: string): string | undefined {
  const [low, high] = [DIGITS.indexOf(salt[0]), DIGITS.indexOf(salt[1])];
  if (salt.length < 2 || low < 0 || high < 0) return undefined;
  const key = Array.from({ length: 8 * KEY_BYTES }, (_, i) => {
    const byte = word[i >> 3] ?? 0;
    return i % 8 === 7 ? 0 : (byte >> (6 - (i % 8))) & 1;
  });
  const keys = roundKeys(key);
  const expansion = saltedExpansion(low | (high << 6));
  let block: number[] = new Array(64).fill(0);
  for (let i = 0; i < REPETITIONS; i++) block = encrypt(block, keys, expansion);
  const padded = [...block, 0, 0];
  let text = salt.slice(0, 2);
  for (let i = 0; i < padded.length; i += 6) {
    text += DIGITS[padded.slice(i, i + 6).reduce((value, bit) => 2 * value + bit, 0)];
  }
  return text;
}
