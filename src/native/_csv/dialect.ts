/** The dialects of _csv: checked options, and the registry of named ones (CPython Modules/_csv.c). */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import { newException, PyError, typeError } from "../../objects/kernel/raise.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";

import { textLength } from "../../objects/types/text.ts";

/** CPython makes it from a spec, without weak references. */
export const CSV_ERROR = defineType("_csv.Error", {
  base: EXCEPTIONS.Exception,
  traits: { heap: true, basetype: true },
});

export function csvError(message: string): PyError {
  return new PyError(newException(CSV_ERROR, message));
}

export const QUOTING = {
  QUOTE_MINIMAL: 0,
  QUOTE_ALL: 1,
  QUOTE_NONNUMERIC: 2,
  QUOTE_NONE: 3,
  QUOTE_STRINGS: 4,
  QUOTE_NOTNULL: 5,
};

/** What belongs to one module object. */
export interface CsvState {
  readonly dialects: PyDict;
  fieldLimit: number;
}

/** Characters are JavaScript strings of one code point; undefined where there is none. */
export class PyDialect extends PyObject {
  delimiter = ",";
  quoteChar: string | undefined = '"';
  escapeChar: string | undefined = undefined;
  lineTerminator = "\r\n";
  quoting = QUOTING.QUOTE_MINIMAL;
  skipInitialSpace = false;
  doubleQuote = true;
  strict = false;
}

const OPTIONS = [
  "delimiter",
  "doublequote",
  "escapechar",
  "lineterminator",
  "quotechar",
  "quoting",
  "skipinitialspace",
  "strict",
] as const;
type Option = (typeof OPTIONS)[number];

/** The arguments of a dialect: `dialect` and the options, by position or name. */
function parseArguments(args: Value[], kwnames: KeywordNames): Map<string, Value> {
  const names = kwnames ?? [];
  const positional = args.length - names.length;
  if (args.length > OPTIONS.length + 1) {
    throw typeError(`function takes at most ${OPTIONS.length + 1} arguments (${args.length} given)`);
  }
  const given = new Map<string, Value>();
  const parameters: readonly string[] = ["dialect", ...OPTIONS];
  for (let i = 0; i < positional; i++) given.set(parameters[i], args[i]);
  names.forEach((name, i) => {
    if (!parameters.includes(name)) throw typeError(`'${name}' is an invalid keyword argument for this function`);
    if (given.has(name)) {
      throw typeError(`argument for function given by name ('${name}') and position (${parameters.indexOf(name) + 1})`);
    }
    given.set(name, args[positional + i]);
  });
  return given;
}

function character(name: Option, value: Value, orNone: boolean): string | undefined {
  if (orNone && value === NONE) return undefined;
  const text = textOf(value);
  if (text === undefined) {
    throw typeError(`"${name}" must be string${orNone ? " or None" : ""}, not ${typeName(value)}`);
  }
  if (textLength(text) !== 1) throw typeError(`"${name}" must be a 1-character string`);
  return jsString(value);
}

/** `Dialect(dialect=None, **options)`. `find` gives the dialect of a name. */
function construct(cls: PyType, args: Value[], kwnames: KeywordNames, find: (name: Value) => Value): Value {
  const given = parseArguments(args, kwnames);
  let base = given.get("dialect");
  given.delete("dialect");
  if (base !== undefined && textOf(base) !== undefined) base = find(base);
  if (base instanceof PyDialect && given.size === 0) return base;
  const option = (name: Option): Value | undefined => {
    const own = given.get(name);
    return own === undefined && base !== undefined ? lookupAttr(base, name) : own;
  };
  const values = new Map(OPTIONS.map((name) => [name, option(name)]));
  return fill(new PyDialect(cls), (name) => values.get(name));
}

function fill(self: PyDialect, option: (name: Option) => Value | undefined): PyDialect {
  const delimiter = option("delimiter");
  if (delimiter !== undefined) self.delimiter = character("delimiter", delimiter, false) as string;
  const flag = (name: Option, otherwise: boolean): boolean => {
    const value = option(name);
    return value === undefined ? otherwise : isTrue(value);
  };
  self.doubleQuote = flag("doublequote", true);
  const escapeChar = option("escapechar");
  if (escapeChar !== undefined) self.escapeChar = character("escapechar", escapeChar, true);
  const terminator = option("lineterminator");
  if (terminator !== undefined && terminator !== NONE && textOf(terminator) === undefined) {
    throw typeError('"lineterminator" must be a string');
  }
  const quote = option("quotechar");
  if (quote !== undefined) self.quoteChar = character("quotechar", quote, true);
  const quoting = option("quoting");
  if (quoting !== undefined && typeof quoting !== "number" && typeof quoting !== "bigint") {
    throw typeError('"quoting" must be an integer');
  }
  if (quoting !== undefined) self.quoting = intArgument(quoting);
  self.skipInitialSpace = flag("skipinitialspace", false);
  self.strict = flag("strict", false);
  if (self.quoting < 0 || self.quoting > QUOTING.QUOTE_NOTNULL) throw typeError('bad "quoting" value');
  if (quote === NONE && quoting === undefined) self.quoting = QUOTING.QUOTE_NONE;
  if (self.quoting !== QUOTING.QUOTE_NONE && self.quoteChar === undefined) {
    throw typeError("quotechar must be set if quoting enabled");
  }
  if (terminator === NONE) throw typeError("lineterminator must be set");
  if (terminator !== undefined) self.lineTerminator = jsString(terminator) as string;
  return self;
}

const optional = (text: string | undefined): Value => (text === undefined ? NONE : strFromJs(text));

const refusePickling = (self: PyDialect): never => {
  throw typeError(`cannot pickle '${self.cls.name}' instances`);
};

/** Where the registry of the module that runs is; `Dialect("name")` looks there. */
export const registry: { find: (name: Value) => Value } = {
  find: () => {
    throw csvError("unknown dialect");
  },
};

export const DIALECT: PyType = defineType<PyDialect>("_csv.Dialect", {
  doc: "CSV dialect\n\nThe Dialect type records CSV parsing and generation options.\n",
  traits: { basetype: true },
  allocate: (cls) => new PyDialect(cls),
  slots: { __new__: (cls, args, kwnames) => construct(cls, args, kwnames, registry.find) },
  methods: {
    __reduce__: ["~($self, /)", "raises an exception to avoid pickling", refusePickling],
    __reduce_ex__: ["~($self, protocol=0, /)", "raises an exception to avoid pickling", refusePickling],
  },
  members: {
    skipinitialspace: [(self) => self.skipInitialSpace],
    doublequote: [(self) => self.doubleQuote],
    strict: [(self) => self.strict],
  },
  getset: {
    delimiter: [(self) => strFromJs(self.delimiter)],
    escapechar: [(self) => optional(self.escapeChar)],
    lineterminator: [(self) => strFromJs(self.lineTerminator)],
    quotechar: [(self) => optional(self.quoteChar)],
    quoting: [(self) => self.quoting],
  },
});

/** The dialect registered under a name. */
export function findDialect(state: CsvState, name: Value): Value {
  const dialect = state.dialects.get(name);
  if (dialect === undefined) throw csvError("unknown dialect");
  return dialect;
}

/** A dialect made of an optional dialect (or its name) and options. */
export function makeDialect(state: CsvState, dialect: Value | undefined, options: PyDict): PyDialect {
  const names = [...options.keyArray()].map((name) => jsString(name) as string);
  const args = [...(dialect === undefined ? [] : [dialect]), ...options.valueArray()];
  const made = construct(DIALECT, args, names, (name) => findDialect(state, name));
  return made as PyDialect;
}
