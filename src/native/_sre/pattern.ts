/** re.Pattern and its scanner (CPython Modules/_sre/sre.c). */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { declareType, NONE, NOT_IMPLEMENTED, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { PyBytes, PyList, strFromJs, textOf, tuple } from "../../objects/kernel/payload.ts";
import { compare, hashOf, reprText } from "../../objects/kernel/protocol.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { lookupBuffer } from "../../objects/types/buffer.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { PyCallableIterator } from "../../objects/types/iterators.ts";
import { PyMappingProxy } from "../../objects/types/mapping-proxy-object.ts";
import { textToJs } from "../../objects/types/text.ts";
import { clipped } from "./match.ts";
import { FLAG } from "./opcodes.ts";
import {
  advance,
  groupInState,
  joinPieces,
  makeMatch,
  orNone,
  PATTERN,
  type PyMatch,
  PyPattern,
  type Search,
  sizeArgument,
} from "./pattern-object.ts";
import { findFirst, matchAtStart } from "./search.ts";
import { compileTemplate, expandTemplate } from "./template.ts";

function begin(self: PyPattern, string: Value, pos: Value, endpos: Value): Search {
  return self.stateOf(string, sizeArgument(pos), sizeArgument(endpos));
}

function match(self: PyPattern, string: Value, pos: Value, endpos: Value): Value {
  const search = begin(self, string, pos, endpos);
  return matchAtStart(search.state) ? makeMatch(self, search) : NONE;
}

function fullMatch(self: PyPattern, string: Value, pos: Value, endpos: Value): Value {
  const search = begin(self, string, pos, endpos);
  search.state.matchAll = true;
  return matchAtStart(search.state) ? makeMatch(self, search) : NONE;
}

function searchFor(self: PyPattern, string: Value, pos: Value, endpos: Value): Value {
  const search = begin(self, string, pos, endpos);
  return findFirst(search.state) ? makeMatch(self, search) : NONE;
}

function findAll(self: PyPattern, string: Value, pos: Value, endpos: Value): Value {
  const search = begin(self, string, pos, endpos);
  const { state, subject } = search;
  const found: Value[] = [];
  const empty = subject.slice(0, 0);
  while (state.start <= state.end && findFirst(state)) {
    if (self.groups === 0) found.push(subject.slice(state.start, state.position));
    else if (self.groups === 1) found.push(groupInState(search, 1) ?? empty);
    else {
      const groups: Value[] = [];
      for (let i = 1; i <= self.groups; i++) groups.push(groupInState(search, i) ?? empty);
      found.push(tuple(groups));
    }
    advance(state);
  }
  return new PyList(found);
}

function split(self: PyPattern, string: Value, maxsplit: Value): Value {
  const limit = sizeArgument(maxsplit);
  const search = self.stateOf(string);
  const { state, subject } = search;
  const pieces: Value[] = [];
  let last = 0;
  for (let count = 0; (limit === 0 || count < limit) && findFirst(state); count++) {
    pieces.push(subject.slice(last, state.start));
    for (let i = 1; i <= self.groups; i++) pieces.push(orNone(groupInState(search, i)));
    last = state.position;
    advance(state);
  }
  pieces.push(subject.slice(last, state.end));
  return new PyList(pieces);
}

/** What to put in the place of each match; None for nothing. */
type Replacement = (match: () => PyMatch) => Value;

function replacementOf(self: PyPattern, repl: Value): Replacement {
  if (typeof repl === "object" && typeOf(repl).slots.__call__ !== undefined) return (match) => call(repl, match());
  const text = textOf(repl);
  const bytes = text === undefined ? lookupBuffer(repl) : undefined;
  const literal = text !== undefined ? !textToJs(text).includes("\\") : bytes !== undefined && !bytes.includes(92);
  if (literal) return () => repl;
  const template = compileTemplate(self, repl);
  if (template.parts.length === 0) return () => template.literal;
  return (match) => expandTemplate(template, match());
}

function substitute(self: PyPattern, repl: Value, string: Value, count: Value): [text: Value, replaced: number] {
  const limit = sizeArgument(count);
  const replacement = replacementOf(self, repl);
  const search = self.stateOf(string);
  const { state, subject } = search;
  const pieces: Value[] = [];
  const current = (): PyMatch => makeMatch(self, search);
  let last = 0;
  let replaced = 0;
  while ((limit === 0 || replaced < limit) && findFirst(state)) {
    if (last < state.start) pieces.push(subject.slice(last, state.start));
    const piece = replacement(current);
    if (piece !== NONE) pieces.push(piece);
    last = state.position;
    replaced++;
    advance(state);
  }
  if (last < state.end) pieces.push(subject.slice(last, state.end));
  return [pieces.length === 0 ? subject.slice(0, 0) : joinPieces(subject.isBytes, pieces), replaced];
}

class PyScanner extends PyObject {
  done = false;

  constructor(
    readonly pattern: PyPattern,
    readonly search: Search,
  ) {
    super(SCANNER);
  }
}

const SCANNER = declareType("SRE_Scanner");

function step(self: PyScanner, find: (search: Search) => boolean): Value {
  if (self.done) return NONE;
  const { state } = self.search;
  if (!find(self.search)) {
    self.done = true;
    return NONE;
  }
  const match = makeMatch(self.pattern, self.search);
  advance(state);
  return match;
}

completeType<PyScanner>(SCANNER, {
  module: "_sre",
  traits: { noConstructor: true },
  methods: {
    match: ["($self, /)", undefined, (self: PyScanner) => step(self, ({ state }) => matchAtStart(state))],
    search: ["($self, /)", undefined, (self: PyScanner) => step(self, ({ state }) => findFirst(state))],
  },
  members: { pattern: [(self) => self.pattern] },
});

function makeScanner(self: PyPattern, string: Value, pos: Value, endpos: Value): PyScanner {
  return new PyScanner(self, begin(self, string, pos, endpos));
}

function repr(self: PyPattern): Value {
  const names: string[] = [];
  let { flags } = self;
  if (self.isBytes === false && (flags & (FLAG.LOCALE | FLAG.UNICODE | FLAG.ASCII)) === FLAG.UNICODE) {
    flags &= ~FLAG.UNICODE;
  }
  for (const [name, bit] of Object.entries(FLAG)) {
    if ((flags & bit) === 0) continue;
    names.push(`re.${name}`);
    flags &= ~bit;
  }
  if (flags !== 0) names.push(`0x${(flags >>> 0).toString(16)}`);
  const shown = clipped(reprText(self.pattern), 200);
  return strFromJs(`re.compile(${shown}${names.length > 0 ? `, ${names.join("|")}` : ""})`);
}

function equals(self: PyPattern, other: Value): boolean {
  if (self === other) return true;
  if (!(other instanceof PyPattern)) return false;
  if (self.flags !== other.flags || self.isBytes !== other.isBytes || self.groups !== other.groups) return false;
  if (self.code.length !== other.code.length || self.code.some((word, i) => word !== other.code[i])) return false;
  return isTrue(compare(self.pattern, other.pattern, "__eq__"));
}

function hash(self: PyPattern): number | bigint {
  let mixed = self.flags ^ (self.groups << 8) ^ (self.isBytes === true ? 1 << 20 : 0);
  for (const word of self.code) mixed = Math.imul(mixed ^ word, 0x01000193);
  return BigInt.asIntN(62, BigInt(hashOf(self.pattern)) ^ BigInt(mixed));
}

const REPLACE_DOC = "replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl.";
const PLACE = "($self, /, string, pos=0, endpos=sys.maxsize)";

completeType<PyPattern>(PATTERN, {
  module: "re",
  doc: "Compiled regular expression object.",
  traits: { noConstructor: true, weakrefs: true },
  slots: {
    __repr__: repr,
    __hash__: hash,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => (other instanceof PyPattern ? equals(self, other) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyPattern ? !equals(self, other) : NOT_IMPLEMENTED),
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
  },
  methods: {
    match: [PLACE, "Matches zero or more characters at the beginning of the string.", match],
    fullmatch: [PLACE, "Matches against all of the string.", fullMatch],
    search: [
      PLACE,
      "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches.",
      searchFor,
    ],
    sub: [
      "($self, /, repl, string, count=0)",
      `Return the string obtained by ${REPLACE_DOC}`,
      (self: PyPattern, repl: Value, string: Value, count: Value) => substitute(self, repl, string, count)[0],
    ],
    subn: [
      "($self, /, repl, string, count=0)",
      "Return the tuple (new_string, number_of_subs_made) found by replacing the leftmost non-overlapping occurrences of pattern with the replacement repl.",
      (self: PyPattern, repl: Value, string: Value, count: Value) => tuple(substitute(self, repl, string, count)),
    ],
    findall: [PLACE, "Return a list of all non-overlapping matches of pattern in string.", findAll],
    split: ["($self, /, string, maxsplit=0)", "Split string by the occurrences of pattern.", split],
    finditer: [
      PLACE,
      "Return an iterator over all non-overlapping matches for the RE pattern in string.\n\nFor each match, the iterator returns a match object.",
      (self: PyPattern, string: Value, pos: Value, endpos: Value) =>
        new PyCallableIterator(getAttr(makeScanner(self, string, pos, endpos), "search"), NONE),
    ],
    scanner: [PLACE, undefined, makeScanner],
    __copy__: ["($self, /)", undefined, (self: PyPattern) => self],
    __deepcopy__: ["($self, memo, /)", undefined, (self: PyPattern) => self],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    pattern: [(self) => self.pattern, undefined, "The pattern string from which the RE object was compiled."],
    flags: [(self) => self.flags, undefined, "The regex matching flags."],
    groups: [(self) => self.groups, undefined, "The number of capturing groups in the pattern."],
  },
  getset: {
    groupindex: [
      (self) => (self.groupIndex === undefined ? new PyDict() : new PyMappingProxy(self.groupIndex)),
      undefined,
      "A dictionary mapping group names to group numbers.",
    ],
  },
});

/** Is the source of a pattern bytes? Undefined where there is none. */
export function isBytesPattern(pattern: Value): boolean | undefined {
  if (pattern === NONE) return undefined;
  return pattern instanceof PyBytes || textOf(pattern) === undefined;
}
