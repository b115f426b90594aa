/**
 * _sre: the matcher of `re` (CPython Modules/_sre). Parsing and compiling of patterns is in `re`'s own Python code,
 * whose results for the library's patterns the build keeps (library-patterns.ts).
 */
import { DICT, isInstance, LIST, NONE, TUPLE } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, type PyList, type PyTuple } from "../../objects/kernel/payload.ts";
import { overflowError, typeError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { shownType } from "../../objects/types/text.ts";
import { lowerAscii, lowerUnicode, upperUnicode } from "./characters.ts";
import { useLibraryPatterns } from "./library-patterns.ts";
import { CODE_SIZE, MAGIC, MAX_GROUPS, MAX_REPEAT } from "./opcodes.ts";
import { isBytesPattern } from "./pattern.ts";
import { PyPattern, sizeArgument } from "./pattern-object.ts";
import { translate } from "./program.ts";
import { Subject } from "./subject.ts";
import { makeTemplate } from "./template.ts";

/** One word of a program. */
function codeWord(value: Value): number {
  const word = intOf(value);
  if (word === undefined) throw typeError("an integer is required");
  if (word < 0) throw overflowError("can't convert negative value to unsigned int");
  if (word > 0xffffffffffffffffn) throw overflowError("Python int too large to convert to C unsigned long");
  if (word > 0xffffffff) throw overflowError("regular expression code size limit exceeded");
  return word as number;
}

function checkArgument(value: Value, type: PyType, name: string): void {
  if (!isInstance(value, type)) {
    throw typeError(`compile() argument '${name}' must be ${type.name}, not ${shownType(value)}`);
  }
}

function compile(
  pattern: Value,
  flags: Value,
  code: Value,
  groups: Value,
  groupIndex: Value,
  indexGroup: Value,
): Value {
  const flagBits = intArgument(flags);
  checkArgument(code, LIST, "code");
  const groupCount = sizeArgument(groups);
  checkArgument(groupIndex, DICT, "groupindex");
  checkArgument(indexGroup, TUPLE, "indexgroup");
  const words = (code as PyList).items.map(codeWord);
  if (pattern !== NONE) Subject.of(pattern);
  const names = groupIndex as PyDict;
  const compiled = { code: words, program: translate(words, groupCount) };
  return new PyPattern(
    pattern,
    flagBits,
    () => compiled,
    groupCount,
    names.size > 0 ? names : undefined,
    names.size > 0 ? (indexGroup as PyTuple) : undefined,
    isBytesPattern(pattern),
  );
}

/** A function of one character. */
const onCharacter = (answer: (c: number) => Value) => (character: Value) => answer(intArgument(character));

const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

function isCased(c: number): boolean {
  const lower = lowerUnicode(c);
  return c !== lower || c !== upperUnicode(lower);
}

export default defineModule("_sre", {
  setup: useLibraryPatterns,
  constants: {
    MAGIC,
    CODESIZE: CODE_SIZE,
    MAXREPEAT: MAX_REPEAT,
    MAXGROUPS: MAX_GROUPS,
    copyright: " SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB ",
  },
  functions: {
    compile: ["($module, /, pattern, flags, code, groups, groupindex,\n        indexgroup)", undefined, compile],
    template: [
      "($module, pattern, template, /)",
      "\n\n  template\n    A list containing interleaved literal strings (str or bytes) and group\n    indices (int), as returned by re._parser.parse_template():\n        [literal1, group1, ..., literalN, groupN]",
      (_pattern: Value, template: Value) => makeTemplate(template),
    ],
    getcodesize: ["($module, /)", undefined, () => CODE_SIZE],
    ascii_iscased: ["($module, character, /)", undefined, onCharacter(isLetter)],
    unicode_iscased: ["($module, character, /)", undefined, onCharacter(isCased)],
    ascii_tolower: ["($module, character, /)", undefined, onCharacter(lowerAscii)],
    unicode_tolower: ["($module, character, /)", undefined, onCharacter(lowerUnicode)],
  },
});
