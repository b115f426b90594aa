/**
 * unicodedata: the Unicode database, 15.0.0, and 3.2.0 as `ucd_3_2_0` (CPython Modules/unicodedata.c).
 *
 * The functions of the module and the methods of UCD are the same rows over an Edition; the module itself stands for
 * the current one.
 */
import type { Text } from "../bytecode/constants.ts";
import { genericLookup } from "../objects/kernel/attribute.ts";
import { declareType } from "../objects/kernel/core-types.ts";
import { completeType, type MethodRow } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type Value } from "../objects/kernel/object.ts";
import { PyFloat, strFromCodePoints, textOf } from "../objects/kernel/payload.ts";
import { keyError, type PyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { lookupBuffer, notBytesLike } from "../objects/types/buffer.ts";
import { isAsciiText } from "../objects/types/str-case.ts";
import {
  codePointAt,
  codePointsOf,
  compareUnits,
  shownType,
  textArgument,
  textLength,
  textToJs,
  type Units,
  unitsToString,
} from "../objects/types/text.ts";
import * as old from "../util/unicode/edition-3-2.ts";
import { lookupName, nameOf } from "../util/unicode/names.ts";
import { decompositionText, isNormalized, type NormalForm, normalize } from "../util/unicode/normalize.ts";
import * as current from "../util/unicode/properties.ts";

interface Edition {
  readonly version: string;
  category(codePoint: number): string;
  bidirectional(codePoint: number): string;
  eastAsianWidth(codePoint: number): string;
  isMirrored(codePoint: number): boolean;
  combining(codePoint: number): number;
  /** -1 if there is none. */
  decimal(codePoint: number): number;
  numeric(codePoint: number): number | undefined;
  name(codePoint: number): string | undefined;
  lookup(name: string): number | readonly number[] | undefined;
  decomposition(codePoint: number): string;
  normalize(form: NormalForm, text: Units): number[];
  isNormalized(form: NormalForm, text: Units): boolean;
}

const CURRENT: Edition = {
  version: "15.0.0",
  category: current.categoryOf,
  bidirectional: current.bidirectionalOf,
  eastAsianWidth: current.eastAsianWidthOf,
  isMirrored: current.isMirrored,
  combining: current.combiningClass,
  decimal: current.decimalValue,
  numeric: current.numericValue,
  name: nameOf,
  lookup: lookupName,
  decomposition: decompositionText,
  normalize,
  isNormalized,
};

const OLD: Edition = {
  version: "3.2.0",
  category: old.oldCategoryOf,
  bidirectional: old.oldBidirectionalOf,
  eastAsianWidth: old.oldEastAsianWidthOf,
  isMirrored: old.oldIsMirrored,
  combining: old.oldCombiningClass,
  decimal: old.oldDecimalValue,
  numeric: old.oldNumericValue,
  name: old.oldNameOf,
  lookup: old.oldLookupName,
  decomposition: old.oldDecompositionText,
  normalize: old.oldNormalize,
  isNormalized: (form, text) => compareUnits(old.oldNormalize(form, text), text) === 0,
};

const UCD = declareType("UCD");

class PyDatabase extends PyObject {
  constructor(readonly edition: Edition) {
    super(UCD);
  }
}

function editionOf(self: Value | undefined): Edition {
  return self instanceof PyDatabase ? self.edition : CURRENT;
}

/** The one character that `value` must be. */
function character(value: Value, functionName: string, argument: string): number {
  const text = textOf(value);
  if (text === undefined || textLength(text) !== 1) {
    throw typeError(`${functionName}() ${argument} must be a unicode character, not ${shownType(value)}`);
  }
  return codePointAt(text, 0);
}

type OfCharacter = (edition: Edition, codePoint: number) => Value;

function property(name: string, get: OfCharacter) {
  return (self: Value | undefined, chr: Value): Value => get(editionOf(self), character(chr, name, "argument"));
}

/** A property that a character may lack: then `default`, or ValueError. */
function optional(name: string, get: (edition: Edition, codePoint: number) => Value | undefined, message: string) {
  return (self: Value | undefined, chr: Value, otherwise: Value | undefined): Value => {
    const found = get(editionOf(self), character(chr, name, "argument 1")) ?? otherwise;
    if (found === undefined) throw valueError(message);
    return found;
  };
}

const notNegative = (value: number): number | undefined => (value < 0 ? undefined : value);

const FORMS: readonly string[] = ["NFC", "NFD", "NFKC", "NFKD"];

function formOf(form: Text): NormalForm {
  if (typeof form !== "string" || !FORMS.includes(form)) throw valueError("invalid normalization form");
  return form as NormalForm;
}

function normalizeText(self: Value | undefined, form: Value, unistr: Value): Value {
  const formText = textArgument(form, "normalize", "argument 1");
  const text = textArgument(unistr, "normalize", "argument 2");
  if (textLength(text) === 0) return unistr;
  const wanted = formOf(formText);
  if (isAsciiText(text)) return text as string;
  return strFromCodePoints(editionOf(self).normalize(wanted, codePointsOf(text)));
}

function isNormalizedText(self: Value | undefined, form: Value, unistr: Value): Value {
  const formText = textArgument(form, "is_normalized", "argument 1");
  const text = textArgument(unistr, "is_normalized", "argument 2");
  if (textLength(text) === 0) return true;
  return editionOf(self).isNormalized(formOf(formText), codePointsOf(text));
}

const LONGEST_NAME = 256;

function lookUp(self: Value | undefined, name: Value): Value {
  const text = textOf(name);
  const spelled = text === undefined ? nameFromBytes(name) : textToJs(text);
  if (spelled.length > LONGEST_NAME) throw keyError("name too long");
  const found = editionOf(self).lookup(spelled);
  if (found === undefined) throw unknownName(spelled);
  return strFromCodePoints(typeof found === "number" ? [found] : found);
}

function nameFromBytes(name: Value): string {
  const bytes = lookupBuffer(name);
  if (bytes === undefined) throw notBytesLike(name);
  return unitsToString(bytes);
}

function unknownName(name: string): PyError {
  return keyError(`undefined character name '${name}'`);
}

const ROWS: Readonly<Record<string, MethodRow>> = {
  decimal: [
    "($self, chr, default=<unrepresentable>, /)",
    "Converts a Unicode character into its equivalent decimal value.\n\nReturns the decimal value assigned to the character chr as integer.\nIf no such value is defined, default is returned, or, if not given,\nValueError is raised.",
    optional("decimal", (edition, code) => notNegative(edition.decimal(code)), "not a decimal"),
  ],
  digit: [
    "($self, chr, default=<unrepresentable>, /)",
    "Converts a Unicode character into its equivalent digit value.\n\nReturns the digit value assigned to the character chr as integer.\nIf no such value is defined, default is returned, or, if not given,\nValueError is raised.",
    optional("digit", (_edition, code) => notNegative(current.digitValue(code)), "not a digit"),
  ],
  numeric: [
    "($self, chr, default=<unrepresentable>, /)",
    "Converts a Unicode character into its equivalent numeric value.\n\nReturns the numeric value assigned to the character chr as float.\nIf no such value is defined, default is returned, or, if not given,\nValueError is raised.",
    optional("numeric", (edition, code) => floatOf(edition.numeric(code)), "not a numeric character"),
  ],
  category: [
    "($self, chr, /)",
    "Returns the general category assigned to the character chr as string.",
    property("category", (edition, code) => edition.category(code)),
  ],
  bidirectional: [
    "($self, chr, /)",
    "Returns the bidirectional class assigned to the character chr as string.\n\nIf no such value is defined, an empty string is returned.",
    property("bidirectional", (edition, code) => edition.bidirectional(code)),
  ],
  combining: [
    "($self, chr, /)",
    "Returns the canonical combining class assigned to the character chr as integer.\n\nReturns 0 if no combining class is defined.",
    property("combining", (edition, code) => edition.combining(code)),
  ],
  mirrored: [
    "($self, chr, /)",
    'Returns the mirrored property assigned to the character chr as integer.\n\nReturns 1 if the character has been identified as a "mirrored"\ncharacter in bidirectional text, 0 otherwise.',
    property("mirrored", (edition, code) => (edition.isMirrored(code) ? 1 : 0)),
  ],
  east_asian_width: [
    "($self, chr, /)",
    "Returns the east asian width assigned to the character chr as string.",
    property("east_asian_width", (edition, code) => edition.eastAsianWidth(code)),
  ],
  decomposition: [
    "($self, chr, /)",
    "Returns the character decomposition mapping assigned to the character chr as string.\n\nAn empty string is returned in case no such mapping is defined.",
    property("decomposition", (edition, code) => edition.decomposition(code)),
  ],
  name: [
    "($self, chr, default=<unrepresentable>, /)",
    "Returns the name assigned to the character chr as a string.\n\nIf no name is defined, default is returned, or, if not given,\nValueError is raised.",
    optional("name", (edition, code) => edition.name(code), "no such name"),
  ],
  lookup: [
    "($self, name, /)",
    "Look up character by name.\n\nIf a character with the given name is found, return the\ncorresponding character.  If not found, KeyError is raised.",
    lookUp,
  ],
  is_normalized: [
    "($self, form, unistr, /)",
    "Return whether the Unicode string unistr is in the normal form 'form'.\n\nValid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.",
    isNormalizedText,
  ],
  normalize: [
    "($self, form, unistr, /)",
    "Return the normal form 'form' for the Unicode string unistr.\n\nValid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.",
    normalizeText,
  ],
};

function floatOf(value: number | undefined): Value | undefined {
  return value === undefined ? undefined : new PyFloat(value);
}

completeType<PyDatabase>(UCD, {
  module: "unicodedata",
  traits: { noConstructor: true },
  slots: { __getattribute__: genericLookup },
  methods: ROWS,
  members: { unidata_version: [(self) => self.edition.version] },
});

export default defineModule("unicodedata", {
  doc: "This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters. The data in\nthis database is based on the UnicodeData.txt file version\n15.0.0 which is publicly available from ftp://ftp.unicode.org/.\n\nThe module uses the same names and symbols as defined by the\nUnicodeData File Format 15.0.0.",
  constants: { unidata_version: CURRENT.version, ucd_3_2_0: new PyDatabase(OLD), UCD },
  functions: ROWS,
});
