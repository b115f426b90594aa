/**
 * Fuzzing of the compiler's two doors for hostile bytes: damaged `.pyc` files for marshal, mutated sources for parser
 * and compiler.
 *
 * A case is a function of seed and number, so a failure is repeated by naming both. The only answers allowed are a
 * value, a MarshalError or a SyntaxProblem; anything else is an error of the host, and more than two seconds a hang.
 */
import { MarshalError } from "../../src/bytecode/marshalformat.ts";
import { readMarshal } from "../../src/bytecode/marshalreader.ts";
import { writeMarshal } from "../../src/bytecode/marshalwriter.ts";
import { compileSource } from "../../src/compile/compile.ts";
import { SyntaxProblem } from "../../src/syntax/errors.ts";
import {
  type ParseOptions,
  PyCF_ALLOW_INCOMPLETE_INPUT,
  PyCF_DONT_IMPLY_DEDENT,
  PyCF_TYPE_COMMENTS,
  parse,
} from "../../src/syntax/parse.ts";
import { Random } from "./random.ts";

export const TIME_LIMIT_MILLISECONDS = 2000;

export interface FuzzCase {
  readonly kind: "marshal" | "source";
  readonly bytes: Uint8Array;
  /** How a source is parsed; all of them are compiled. */
  readonly parsing: ParseOptions;
}

/** Pieces of Python that turn up where they do not belong. */
const FRAGMENTS =
  "( ) [ ] { } ' \" ''' \"\"\" f' f''' rb' { { } : := -> ... * ** / // , ; @ = == != ! \\ \\\n \n \n  \n\t # \r \r\n \f 0 0x 1e 1_ 1j \xe9 \u{1d4b3} \u20ac \x7f \x1a lambda yield await async def class if elif else for in is not and or try except except* finally with as match case _ type import from global nonlocal del return raise pass None True __debug__ f'{ f'{x!r:{ print exec 1_0 a@b (a:=1)"
    .split(" ")
    .concat("# type: int", "# type: ignore[x]", "\n    # type: () -> int\n")
    .map((text) => new TextEncoder().encode(text));

const EDGE_BYTES = [0, 1, 2, 0x7f, 0x80, 0xff, 0x28, 0x29, 0x5b, 0x63, 0xe3, 0x72, 0x73, 0xf3, 0x7a, 0x6c, 0x7b, 0x3e];

export function fuzzCase(seed: number, index: number, sources: readonly Uint8Array[]): FuzzCase {
  const random = new Random(Math.imul(seed, 0x9e3779b1) + index);
  const kind = random.below(2) === 0 ? "marshal" : "source";
  const source = excerpt(random, random.pick(sources));
  let bytes = kind === "marshal" ? marshalOf(source) : source;
  for (let count = 1 + random.below(4); count > 0; count--) {
    bytes = kind === "marshal" ? damage(random, bytes) : mutateSource(random, bytes);
  }
  return { kind, bytes, parsing: random.pick(PARSINGS) };
}

const PARSINGS: readonly ParseOptions[] = [
  { mode: "exec" },
  { mode: "exec", flags: PyCF_TYPE_COMMENTS },
  { mode: "exec", flags: PyCF_TYPE_COMMENTS, featureVersion: 4 },
  { mode: "single", flags: PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT },
  { mode: "eval" },
];

/** Whole lines of the source, few enough for many cases a second. */
function excerpt(random: Random, source: Uint8Array): Uint8Array {
  const start = random.below(source.length);
  const first = start === 0 ? 0 : source.indexOf(0x0a, start) + 1;
  return source.slice(first, first + 1 + random.below(6000));
}

const EMPTY_CODE = writeMarshal(compileSource("def f(x): return [x, 'a', 1.5, {2, 3}]\n", options()));

function options() {
  return { filename: "<fuzz>", mode: "exec", optimize: 0 } as const;
}

function marshalOf(source: Uint8Array): Uint8Array {
  try {
    return writeMarshal(compileSource(source, options()));
  } catch (error) {
    if (error instanceof SyntaxProblem) return EMPTY_CODE;
    throw error;
  }
}

function splice(bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array {
  const end = Math.min(bytes.length, at + removed);
  const result = new Uint8Array(bytes.length - (end - at) + inserted.length);
  result.set(bytes.subarray(0, at));
  result.set(inserted, at);
  result.set(bytes.subarray(end), at + inserted.length);
  return result;
}

function damage(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  switch (random.below(6)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return splice(bytes, at, 1, Uint8Array.of(random.below(256)));
    case 2:
      return splice(bytes, at, 1, Uint8Array.of(random.pick(EDGE_BYTES)));
    case 3:
      return splice(bytes, at, 4, Uint8Array.of(0xff, 0xff, 0xff, random.pick([0x7f, 0xff, 0])));
    case 4:
      return splice(bytes, at, 1 + random.below(8), new Uint8Array(0));
    default:
      return splice(bytes, at, 0, repeated(bytes.subarray(at, at + 1 + random.below(40)), random.pick([1, 1, 300])));
  }
}

function mutateSource(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.below(bytes.length);
  const length = 1 + random.below(12);
  const piece = bytes.subarray(at, at + length);
  switch (random.below(6)) {
    case 0:
      return splice(bytes, at, length, new Uint8Array(0));
    case 1:
      return splice(bytes, at, 0, random.pick(FRAGMENTS));
    case 2:
      return splice(bytes, at, length, random.pick(FRAGMENTS));
    case 3:
      return splice(bytes, at, 0, repeated(piece, random.pick([1, 2, 150, 4000])));
    case 4:
      return splice(bytes, at, 0, repeated(random.pick(FRAGMENTS), random.pick([2, 99, 201, 7000])));
    default:
      return splice(bytes, at, 1, Uint8Array.of(random.below(256)));
  }
}

function repeated(piece: Uint8Array, times: number): Uint8Array {
  const result = new Uint8Array(piece.length * times);
  for (let index = 0; index < times; index++) result.set(piece, index * piece.length);
  return result;
}

/** Runs a case; what is wrong with the answer, or undefined. */
export function runCase(example: FuzzCase): string | undefined {
  const { bytes, parsing } = example;
  if (example.kind === "marshal") return examine(() => writeMarshal(readMarshal(bytes).value));
  return examine(() => parse(bytes, parsing)) ?? examine(() => writeMarshal(compileSource(bytes, options())));
}

function examine(work: () => unknown): string | undefined {
  const start = process.cpuUsage();
  try {
    work();
  } catch (error) {
    if (!(error instanceof MarshalError) && !(error instanceof SyntaxProblem)) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
  }
  const { user, system } = process.cpuUsage(start);
  const time = (user + system) / 1000;
  return time > TIME_LIMIT_MILLISECONDS ? `took ${(time / 1000).toFixed(1)} s of processor time` : undefined;
}
