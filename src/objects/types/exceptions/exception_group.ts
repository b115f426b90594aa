/**
 * BaseExceptionGroup and ExceptionGroup (PEP 654; CPython Objects/exceptions.c).
 */
import { genericLookup, getAttr, setAttr } from "../../kernel/attribute.ts";
import { call, callWith } from "../../kernel/call.ts";
import { FUNCTION, isInstance, isSubtype, NONE, OBJECT, typeName, typeOf } from "../../kernel/core-types.ts";
import { completeType } from "../../kernel/define.ts";
import { EXCEPTIONS } from "../../kernel/exception-types.ts";
import { isSequence, length, toArray } from "../../kernel/iterate.ts";
import { PyType, type Value } from "../../kernel/object.ts";
import { PyBaseException, PyList, PyTuple, textOf, tuple } from "../../kernel/payload.ts";
import { strText } from "../../kernel/protocol.ts";
import { typeError, valueError } from "../../kernel/raise.ts";
import type { KeywordNames } from "../../kernel/slots.ts";
import { isTrue } from "../../kernel/truth.ts";
import { checkCount, checkTupleCount } from "../arguments.ts";
import { WEAKREF_ROW } from "../class-creation.ts";
import { CLASS_GETITEM } from "../class-getitem.ts";

const BASE_GROUP = EXCEPTIONS.BaseExceptionGroup;
const GROUP = EXCEPTIONS.ExceptionGroup;

/** Keywords are the business of `__init__`, which refuses them. */
function create(cls: PyType, given: Value[], kwnames: KeywordNames): Value {
  const args = kwnames === undefined ? given : given.slice(0, given.length - kwnames.length);
  if (args.length !== 2) {
    throw typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  }
  const [message, sequence] = args;
  if (textOf(message) === undefined)
    throw typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${typeName(message)}`);
  if (!isSequence(typeOf(sequence))) throw typeError("second argument (exceptions) must be a sequence");
  const exceptions = toArray(sequence);
  if (exceptions.length === 0) throw valueError("second argument (exceptions) must be a non-empty sequence");
  exceptions.forEach((each, i) => {
    if (!(each instanceof PyBaseException)) {
      throw valueError(`Item ${i} of second argument (exceptions) is not an exception`);
    }
  });
  const group = new PyBaseException(tuple(args), groupClass(cls, exceptions));
  group.fields = { message, exceptions: tuple(exceptions) };
  return group;
}

/** BaseExceptionGroup of nothing but Exceptions is an ExceptionGroup; an ExceptionGroup may hold nothing else. */
function groupClass(cls: PyType, exceptions: Value[]): PyType {
  const nested = exceptions.every((each) => isInstance(each, EXCEPTIONS.Exception));
  if (cls === BASE_GROUP) return nested ? GROUP : cls;
  if (nested) return cls;
  if (cls === GROUP) throw typeError("Cannot nest BaseExceptions in an ExceptionGroup");
  if (isSubtype(cls, EXCEPTIONS.Exception)) throw typeError(`Cannot nest BaseExceptions in '${cls.name}'`);
  return cls;
}

function members(group: PyBaseException): Value[] {
  const exceptions = group.fields?.exceptions;
  return exceptions instanceof PyTuple ? exceptions.items : [];
}

export function isGroup(value: Value): value is PyBaseException {
  return value instanceof PyBaseException && isInstance(value, BASE_GROUP);
}

type Matcher = (exception: PyBaseException) => boolean;

function makeMatcher(condition: Value): Matcher {
  if (condition instanceof PyType && isSubtype(condition, EXCEPTIONS.BaseException)) {
    return (exception) => isInstance(exception, condition);
  }
  if (
    condition instanceof PyTuple &&
    condition.items.every((each) => each instanceof PyType && isSubtype(each, EXCEPTIONS.BaseException))
  ) {
    return (exception) => condition.items.some((each) => isInstance(exception, each as PyType));
  }
  // Not just anything that can be called.
  if (typeOf(condition) === FUNCTION) return (exception) => isTrue(call(condition, exception));
  throw typeError("expected a function, exception type or tuple of exception types");
}

/** A group like `original` of other exceptions: message, traceback, cause, context and notes stay. */
function derive(original: PyBaseException, exceptions: Value[]): Value {
  if (exceptions.length === 0) return NONE;
  const derived = callWith(getAttr(original, "derive"), [new PyList(exceptions)]);
  if (!isGroup(derived)) throw typeError("derive must return an instance of BaseExceptionGroup");
  derived.traceback = original.traceback;
  derived.context = original.context;
  derived.cause = original.cause;
  derived.suppressContext = original.suppressContext;
  const notes = genericLookup(original, "__notes__");
  if (notes !== undefined && typeOf(notes).traits.sequence) setAttr(derived, "__notes__", new PyList(toArray(notes)));
  return derived;
}

interface Split {
  match: Value;
  rest: Value;
}

function splitBy(exception: PyBaseException, matcher: Matcher, wantRest: boolean): Split {
  if (matcher(exception)) return { match: exception, rest: NONE };
  if (!isGroup(exception)) return { match: NONE, rest: exception };
  const matched: Value[] = [];
  const rest: Value[] = [];
  for (const each of members(exception)) {
    const part = splitBy(each as PyBaseException, matcher, wantRest);
    if (part.match !== NONE) matched.push(part.match);
    if (part.rest !== NONE) rest.push(part.rest);
  }
  return { match: derive(exception, matched), rest: wantRest ? derive(exception, rest) : NONE };
}

/** `group.split(condition)`: for `except*`. Either part may be None. */
export function splitGroup(group: PyBaseException, condition: Value): Split {
  return splitBy(group, makeMatcher(condition), true);
}

/** All exceptions that are no groups, at any depth. */
export function leavesOf(group: PyBaseException, into: Set<Value> = new Set()): Set<Value> {
  for (const each of members(group)) {
    if (isGroup(each)) leavesOf(each, into);
    else into.add(each);
  }
  return into;
}

completeType<PyBaseException>(BASE_GROUP, {
  doc: "A combination of multiple unrelated exceptions.",
  traits: { basetype: true },
  allocate: (cls) => new PyBaseException(tuple([]), cls),
  slots: {
    __new__: create,
    __init__: (self, args, kwnames) => {
      if (kwnames !== undefined && kwnames.length > 0)
        throw typeError(`${typeName(self)}() takes no keyword arguments`);
      (self as PyBaseException).args = tuple(args);
    },
    __str__: (self) => {
      const count = length(self.fields?.exceptions as Value);
      return `${strText(self.fields?.message as Value)} (${count} sub-exception${count > 1 ? "s" : ""})`;
    },
  },
  methods: {
    derive: [
      "~($self, *args)",
      undefined,
      (self: PyBaseException, args: Value[]) => {
        checkTupleCount(args.length, 1, 1);
        return call(BASE_GROUP, self.fields?.message as Value, args[0]);
      },
    ],
    split: [
      "~($self, *args)",
      undefined,
      (self: PyBaseException, args: Value[]) => {
        checkCount("split", args.length, 1, 1);
        const [condition] = args;
        const { match, rest } = splitGroup(self, condition);
        return tuple([match, rest]);
      },
    ],
    subgroup: [
      "~($self, *args)",
      undefined,
      (self: PyBaseException, args: Value[]) => {
        checkCount("subgroup", args.length, 1, 1);
        return splitBy(self, makeMatcher(args[0]), false).match;
      },
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: {
    message: [(self) => self.fields?.message ?? NONE, undefined, "exception message"],
    exceptions: [(self) => self.fields?.exceptions ?? NONE, undefined, "nested exceptions"],
  },
});

// The one builtin exception with two bases; CPython makes it as a class statement does.
GROUP.bases = [BASE_GROUP, EXCEPTIONS.Exception];
GROUP.mro = [GROUP, BASE_GROUP, EXCEPTIONS.Exception, EXCEPTIONS.BaseException, OBJECT];
EXCEPTIONS.Exception.subclasses.add(new WeakRef(GROUP));
completeType<PyBaseException>(GROUP, {
  module: "builtins",
  traits: { heap: true, basetype: true, weakrefs: true },
  getset: { __weakref__: WEAKREF_ROW },
});
