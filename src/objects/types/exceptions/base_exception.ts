/**
 * BaseException: what all exceptions have (CPython Objects/exceptions.c, the `BaseException_` functions).
 */
import {
  genericDelete,
  genericLookup,
  genericSet,
  instanceDict,
  setAttr,
  setInstanceDict,
} from "../../kernel/attribute.ts";
import { BASE_EXCEPTION, isSubtype, NONE, TRACEBACK, typeName, typeOf } from "../../kernel/core-types.ts";
import { completeType } from "../../kernel/define.ts";
import { PyDict } from "../../kernel/dict.ts";
import { EXCEPTIONS } from "../../kernel/exception-types.ts";
import { toArray } from "../../kernel/iterate.ts";
import type { PyType, Value } from "../../kernel/object.ts";
import { jsString, PyBaseException, PyTuple, type TracebackLike, textOf, tuple } from "../../kernel/payload.ts";
import { repr, reprText, str } from "../../kernel/protocol.ts";
import { typeError } from "../../kernel/raise.ts";
import type { KeywordNames } from "../../kernel/slots.ts";
import { isTrue } from "../../kernel/truth.ts";
import { addNote } from "../exception-notes.ts";

/** Exceptions without arguments of their own accept no keywords. */
export function refuseKeywords(self: Value, kwnames: KeywordNames): void {
  if (kwnames !== undefined && kwnames.length > 0) throw typeError(`${typeName(self)}() takes no keyword arguments`);
}

/** The positional part of a vectorcall argument array. */
export function positional(args: Value[], kwnames: KeywordNames): Value[] {
  return kwnames === undefined || kwnames.length === 0 ? args : args.slice(0, args.length - kwnames.length);
}

/** tp_new of every exception without a layout of its own. */
export function newInstance(cls: PyType, args: Value[], kwnames: KeywordNames): PyBaseException {
  return new PyBaseException(tuple(positional(args, kwnames)), cls);
}

/** `BaseException.__str__`: nothing, the one argument, or the tuple of them. */
export function baseStr(self: PyBaseException): Value {
  const { items } = self.args;
  if (items.length === 0) return "";
  return items.length === 1 ? str(items[0]) : str(self.args);
}

function baseRepr(self: PyBaseException): string {
  const { items } = self.args;
  const name = typeName(self);
  return items.length === 1 ? `${name}(${reprText(items[0])})` : `${name}${reprText(self.args)}`;
}

/** `(type, args)`, with the instance dict if there is one. */
export function baseReduce(self: PyBaseException): Value {
  const dict = instanceDict(self);
  const parts: Value[] = [typeOf(self), self.args];
  if (dict !== undefined && dict.size > 0) parts.push(dict);
  return tuple(parts);
}

/** An exception, None (null) or a TypeError: for `__cause__` and `__context__`. */
function exceptionOrNone(value: Value | undefined, what: string): PyBaseException | null {
  if (value === undefined) throw typeError(`${what} may not be deleted`);
  if (value === NONE) return null;
  if (value instanceof PyBaseException) return value;
  throw typeError(`exception ${what.replaceAll("_", "")} must be None or derive from BaseException`);
}

/** Set `__traceback__`; anything but a traceback or None is an error. */
export function setTraceback(self: PyBaseException, value: Value | undefined): void {
  if (value === undefined) throw typeError("__traceback__ may not be deleted");
  if (value === NONE) self.traceback = null;
  else if (isSubtype(typeOf(value), TRACEBACK)) self.traceback = value as TracebackLike;
  else throw typeError("__traceback__ must be a traceback or None");
}

function setState(self: PyBaseException, state: Value): void {
  if (state === NONE) return;
  if (!(state instanceof PyDict)) throw typeError("state is not a dictionary");
  for (const [key, value] of state.entries()) {
    const name = jsString(key);
    if (name === undefined) throw typeError(`attribute name must be string, not '${typeName(key)}'`);
    setAttr(self, name, value);
  }
}

completeType<PyBaseException>(BASE_EXCEPTION, {
  doc: "Common base class for all exceptions",
  traits: { basetype: true, instanceDict: true },
  allocate: (cls) => new PyBaseException(tuple([]), cls),
  slots: {
    __getattribute__: genericLookup,
    __setattr__: genericSet,
    __delattr__: genericDelete,
    __repr__: baseRepr,
    __str__: baseStr,
    __new__: newInstance,
    __init__: (self, args, kwnames) => {
      refuseKeywords(self, kwnames);
      (self as PyBaseException).args = tuple(args);
    },
  },
  methods: {
    __reduce__: ["~($self, /)", undefined, baseReduce],
    __setstate__: ["~($self, state, /)", undefined, setState],
    with_traceback: [
      "~($self, tb, /)",
      "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.",
      (self: PyBaseException, tb: Value) => {
        setTraceback(self, tb);
        return self;
      },
    ],
    add_note: [
      "~($self, note, /)",
      "Exception.add_note(note) --\n    add a note to the exception",
      (self: PyBaseException, note: Value) => {
        if (textOf(note) === undefined) throw typeError(`note must be a str, not '${typeName(note)}'`);
        addNote(self, note);
      },
    ],
  },
  members: {
    __suppress_context__: [
      (self) => self.suppressContext,
      (self, value) => {
        if (value === undefined) throw typeError("can't delete numeric/char attribute");
        if (typeof value !== "boolean") throw typeError("attribute value type must be bool");
        self.suppressContext = isTrue(value);
      },
    ],
  },
  getset: {
    __dict__: [
      (self) => instanceDict(self) as Value,
      (self, value) => {
        if (value === undefined) throw typeError("cannot delete __dict__");
        setInstanceDict(self, value);
      },
    ],
    args: [
      (self) => self.args,
      (self, value) => {
        if (value === undefined) throw typeError("args may not be deleted");
        self.args = value instanceof PyTuple && typeName(value) === "tuple" ? value : tuple(toArray(value));
      },
    ],
    __traceback__: [(self) => self.traceback ?? NONE, setTraceback],
    __context__: [
      (self) => self.context ?? NONE,
      (self, value) => {
        self.context = exceptionOrNone(value, "__context__");
      },
      "exception context",
    ],
    __cause__: [
      (self) => self.cause ?? NONE,
      (self, value) => {
        self.cause = exceptionOrNone(value, "__cause__");
        self.suppressContext = true;
      },
      "exception cause",
    ],
  },
});

// Here, since everything else derives from it.
completeType<PyBaseException>(EXCEPTIONS.Exception, {
  doc: "Common base class for all non-exit exceptions.",
  traits: { basetype: true },
  slots: { __new__: BASE_EXCEPTION.slots.__new__, __init__: BASE_EXCEPTION.slots.__init__ },
});

/** A field of an exception, None if it is not set. */
export function field(self: PyBaseException, name: string): Value {
  return self.fields?.[name] ?? NONE;
}

/** Set a field; undefined makes it None again. */
export function setField(self: PyBaseException, name: string, value: Value | undefined): void {
  self.fields = { ...self.fields, [name]: value ?? NONE };
}

/** A readable and writable field as a row of `members`. */
export function fieldRow(name: string, doc?: string) {
  return [
    (self: PyBaseException) => field(self, name),
    (self: PyBaseException, value: Value | undefined) => {
      if (value !== undefined) setField(self, name, value);
      else self.fields = Object.fromEntries(Object.entries(self.fields ?? {}).filter(([each]) => each !== name));
    },
    doc,
  ] as const;
}

/** Take the keywords `names` from a call, as PyArg_ParseTupleAndKeywords("|$OO") of exceptions does. */
export function keywordFields(
  type: string,
  self: PyBaseException,
  args: Value[],
  kwnames: KeywordNames,
  names: readonly string[],
): void {
  const keywords = kwnames ?? [];
  const first = args.length - keywords.length;
  if (keywords.length > names.length) {
    const most = names.length === 1 ? "1 keyword argument" : `${names.length} keyword arguments`;
    throw typeError(`${type}() takes at most ${most} (${keywords.length} given)`);
  }
  keywords.forEach((keyword, i) => {
    if (!names.includes(keyword)) throw typeError(`'${keyword}' is an invalid keyword argument for ${type}()`);
    setField(self, keyword, args[first + i]);
  });
}

/** `repr()` of the single argument, as KeyError shows it. */
export function keyErrorStr(self: PyBaseException): Value {
  return self.args.items.length === 1 ? repr(self.args.items[0]) : baseStr(self);
}
