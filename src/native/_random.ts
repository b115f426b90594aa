/**
 * _random: the Mersenne Twister under random.Random (CPython Modules/_randommodule.c).
 *
 * Trap: `random.Random` overrides `__init__` without calling ours, and seeds by itself.
 */
import { host } from "../host/current.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type Value } from "../objects/kernel/object.ts";
import { intFromBigInt, intOf, PyFloat, PyTuple, tuple } from "../objects/kernel/payload.ts";
import { hashOf } from "../objects/kernel/protocol.ts";
import { overflowError, typeError, valueError } from "../objects/kernel/raise.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { MersenneTwister } from "../util/random/mt19937.ts";

class PyRandom extends PyObject {
  readonly twister = new MersenneTwister();
}

const STATE_WORDS = 624;

/** Ints seed by their absolute value, None by the host's randomness, all else by its hash. */
function seed(self: PyRandom, value: Value): void {
  if (value === NONE) {
    const bytes = host().randomBytes(STATE_WORDS * 4);
    self.twister.seedByArray(new Uint32Array(bytes.slice().buffer));
    return;
  }
  const int = intOf(value);
  self.twister.seedByInt(int ?? intFromBigInt(BigInt.asUintN(64, BigInt(hashOf(value)))));
}

function getState(self: PyRandom): Value {
  const { words, index } = self.twister;
  return tuple([...words, index]);
}

function stateWord(value: Value): bigint {
  const int = intOf(value);
  if (int === undefined) throw typeError("an integer is required");
  if (int < 0) throw overflowError("can't convert negative value to unsigned int");
  if (int > 0xffffffffffffffffn) throw overflowError("Python int too large to convert to C unsigned long");
  return BigInt(int);
}

function setState(self: PyRandom, state: Value): void {
  if (!(state instanceof PyTuple)) throw typeError("state vector must be a tuple");
  if (state.items.length !== STATE_WORDS + 1) throw valueError("state vector is the wrong size");
  const words = Uint32Array.from(state.items.slice(0, STATE_WORDS), (item) =>
    Number(BigInt.asUintN(32, stateWord(item))),
  );
  const index = intOf(state.items[STATE_WORDS]);
  if (index === undefined) throw typeError("an integer is required");
  if (index < 0 || index > STATE_WORDS) throw valueError("invalid state");
  self.twister.words.set(words);
  self.twister.index = Number(index);
}

/** `count` random bits; the words drawn first are the lowest. */
function getRandomBits(self: PyRandom, count: Value): Value {
  const bits = intArgument(count);
  if (bits < 0) throw valueError("number of bits must be non-negative");
  if (bits <= 32) return self.twister.randomBits(bits);
  const parts: string[] = [];
  for (let left = bits; left > 0; left -= 32) {
    const word = self.twister.nextWord() >>> (left < 32 ? 32 - left : 0);
    parts.push(word.toString(16).padStart(8, "0"));
  }
  return intFromBigInt(BigInt(`0x${parts.reverse().join("")}`));
}

const RANDOM = defineType<PyRandom>("_random.Random", {
  doc: "Random() -> create a random number generator with its own internal state.",
  traits: { basetype: true, mutable: true },
  allocate: (cls) => new PyRandom(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyRandom(cls)],
  initialize: [
    "~($self, *args, **kwargs)",
    (self, args: Value[], kwargs: PyDict) => {
      if (kwargs.size > 0) throw typeError("Random() takes no keyword arguments");
      if (args.length > 1) throw typeError("Random() requires 0 or 1 argument");
      seed(self, args[0] ?? NONE);
    },
  ],
  methods: {
    random: [
      "($self, /)",
      "random() -> x in the interval [0, 1).",
      (self: PyRandom) => new PyFloat(self.twister.random()),
    ],
    seed: [
      "($self, n=None, /)",
      "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a combination\nof the current time and the process identifier.",
      seed,
    ],
    getstate: ["($self, /)", "getstate() -> tuple containing the current state.", getState],
    setstate: ["($self, state, /)", "setstate(state) -> None.  Restores generator state.", setState],
    getrandbits: ["($self, k, /)", "getrandbits(k) -> x.  Generates an int with k random bits.", getRandomBits],
  },
});

export default defineModule("_random", {
  doc: "Module implements the Mersenne Twister random number generator.",
  types: { Random: RANDOM },
});
