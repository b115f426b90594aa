/**
 * _contextvars: context variables (CPython Python/context.c, Modules/_contextvarsmodule.c).
 *
 * A context holds a map that is never changed once made (`hamt.ts`): setting a variable makes a new one, so copying a
 * context and remembering the state before a change cost nothing. Each thread has a context of its own to begin with.
 */
import { genericLookup } from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { declareType, isInstance, NOT_IMPLEMENTED, STR } from "../../objects/kernel/core-types.ts";
import { completeType, defineType } from "../../objects/kernel/define.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { addressText, idOf } from "../../objects/kernel/identity.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { keyError, newException, PyError, runtimeError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { CLASS_GETITEM } from "../../objects/types/class-getitem.ts";
import { current } from "../../vm/thread.ts";
import { Hamt } from "./hamt.ts";
import { itemsOf, keysOf, valuesOf } from "./hamt-object.ts";

const CONTEXT = declareType("Context");
const CONTEXT_VAR = declareType("ContextVar");
const TOKEN = declareType("Token");

class PyContext extends PyObject {
  entered = false;
  previous: PyContext | undefined = undefined;

  constructor(public variables: Hamt) {
    super(CONTEXT);
  }
}

class PyContextVar extends PyObject {
  constructor(
    readonly name: Value,
    readonly fallback: Value | undefined,
  ) {
    super(CONTEXT_VAR);
  }
}

class PyToken extends PyObject {
  used = false;

  constructor(
    readonly context: PyContext,
    readonly variable: PyContextVar,
    /** Undefined if the variable had no value. */
    readonly oldValue: Value | undefined,
  ) {
    super(TOKEN);
  }
}

class Missing extends PyObject {}

const MISSING = new Missing(
  defineType("Token.MISSING", { traits: { noConstructor: true }, slots: { __repr__: () => "<Token.MISSING>" } }),
);

/** The context in which the thread's code runs now; made at the first question. */
function currentContext(): PyContext {
  const { thread } = current;
  if (thread.context === null) {
    const context = new PyContext(Hamt.EMPTY);
    context.entered = true;
    thread.context = context;
  }
  return thread.context as PyContext;
}

function expectVariable(key: Value): PyContextVar {
  if (!(key instanceof PyContextVar)) throw typeError(`a ContextVar key was expected, got ${reprText(key)}`);
  return key;
}

function runIn(self: PyContext, args: Value[], keywords: PyDict): Value {
  if (args.length === 0) throw typeError("run() missing 1 required positional argument");
  if (self.entered) throw runtimeError(`cannot enter context: ${reprText(self)} is already entered`);
  const previous = currentContext();
  self.entered = true;
  const { thread } = current;
  thread.context = self;
  try {
    const names: string[] = [];
    const values = args.slice(1);
    for (const [key, value] of keywords.entries()) {
      names.push(jsString(key) as string);
      values.push(value);
    }
    return callWith(args[0], values, names.length === 0 ? undefined : names);
  } finally {
    self.entered = false;
    thread.context = previous;
  }
}

completeType<PyContext>(CONTEXT, {
  module: "_contextvars",
  traits: { weakrefs: true, subscriptOnly: true },
  slots: {
    __new__: (_cls, args) => {
      if (args.length > 0) throw typeError("Context() does not accept any arguments");
      return new PyContext(Hamt.EMPTY);
    },
    __hash__: null,
    __getattribute__: genericLookup,
    __lt__: () => NOT_IMPLEMENTED,
    __le__: () => NOT_IMPLEMENTED,
    __eq__: (self, other) => (other instanceof PyContext ? self.variables.equals(other.variables) : NOT_IMPLEMENTED),
    __ne__: (self, other) => (other instanceof PyContext ? !self.variables.equals(other.variables) : NOT_IMPLEMENTED),
    __gt__: () => NOT_IMPLEMENTED,
    __ge__: () => NOT_IMPLEMENTED,
    __iter__: (self) => keysOf(self.variables),
    __len__: (self) => self.variables.size,
    __getitem__: (self, key) => {
      const value = self.variables.get(expectVariable(key));
      if (value === undefined) throw keyError(key);
      return value;
    },
    __contains__: (self, key) => self.variables.get(expectVariable(key)) !== undefined,
  },
  methods: {
    get: [
      "($self, key, default=None, /)",
      "Return the value for `key` if `key` has the value in the context object.\n\nIf `key` does not exist, return `default`. If `default` is not given,\nreturn None.",
      (self: PyContext, key: Value, fallback: Value) => self.variables.get(expectVariable(key)) ?? fallback,
    ],
    items: [
      "($self, /)",
      "Return all variables and their values in the context object.\n\nThe result is returned as a list of 2-tuples (variable, value).",
      (self: PyContext) => itemsOf(self.variables),
    ],
    keys: [
      "($self, /)",
      "Return a list of all variables in the context object.",
      (self: PyContext) => keysOf(self.variables),
    ],
    values: [
      "($self, /)",
      "Return a list of all variables' values in the context object.",
      (self: PyContext) => valuesOf(self.variables),
    ],
    copy: [
      "($self, /)",
      "Return a shallow copy of the context object.",
      (self: PyContext) => new PyContext(self.variables),
    ],
    run: ["~($self, *args, **kwargs)", undefined, runIn],
  },
});

function newVariable(args: Value[], kwnames: readonly string[]): Value {
  const positional = args.length - kwnames.length;
  if (positional !== 1) {
    const word = positional === 0 ? "exactly" : "at most";
    throw typeError(`ContextVar() takes ${word} 1 positional argument (${args.length} given)`);
  }
  const unknown = kwnames.find((name) => name !== "default");
  if (unknown !== undefined) throw typeError(`'${unknown}' is an invalid keyword argument for ContextVar()`);
  if (!isInstance(args[0], STR)) throw typeError("context variable name must be a str");
  return new PyContextVar(args[0], args[1]);
}

function reprOfVariable(self: PyContextVar): Value {
  const fallback = self.fallback === undefined ? "" : ` default=${reprText(self.fallback)}`;
  return strFromJs(`<ContextVar name=${reprText(self.name)}${fallback} at ${addressText(self)}>`);
}

function getValue(self: PyContextVar, fallback: Value | undefined): Value {
  const value = currentContext().variables.get(self) ?? fallback ?? self.fallback;
  if (value === undefined) throw new PyError(newException(EXCEPTIONS.LookupError, self));
  return value;
}

function setValue(self: PyContextVar, value: Value): Value {
  const context = currentContext();
  const token = new PyToken(context, self, context.variables.get(self));
  context.variables = context.variables.with(self, value);
  return token;
}

function resetValue(self: PyContextVar, token: Value): void {
  if (!(token instanceof PyToken)) throw typeError(`expected an instance of Token, got ${reprText(token)}`);
  if (token.used) throw runtimeError(`${reprText(token)} has already been used once`);
  if (token.variable !== self) throw valueError(`${reprText(token)} was created by a different ContextVar`);
  const context = currentContext();
  if (token.context !== context) throw valueError(`${reprText(token)} was created in a different Context`);
  token.used = true;
  const { variables } = context;
  context.variables = token.oldValue === undefined ? variables.without(self) : variables.with(self, token.oldValue);
}

completeType<PyContextVar>(CONTEXT_VAR, {
  module: "_contextvars",
  slots: {
    __new__: (_cls, args, kwnames) => newVariable(args, kwnames ?? []),
    __repr__: reprOfVariable,
    __hash__: (self) => idOf(self) / 16,
    __getattribute__: genericLookup,
  },
  methods: {
    get: [
      "($self, default=<unrepresentable>, /)",
      "Return a value for the context variable for the current context.\n\nIf there is no value for the variable in the current context, the method will:\n * return the value of the default argument of the method, if provided; or\n * return the default value for the context variable, if it was created\n   with one; or\n * raise a LookupError.",
      getValue,
    ],
    set: [
      "($self, value, /)",
      "Call to set a new value for the context variable in the current context.\n\nThe required value argument is the new value for the context variable.\n\nReturns a Token object that can be used to restore the variable to its previous\nvalue via the `ContextVar.reset()` method.",
      setValue,
    ],
    reset: [
      "($self, token, /)",
      "Reset the context variable.\n\nThe variable is reset to the value it had before the `ContextVar.set()` that\ncreated the token was used.",
      resetValue,
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  members: { name: [(self) => self.name] },
});

completeType<PyToken>(TOKEN, {
  module: "_contextvars",
  slots: {
    __new__: () => {
      throw runtimeError("Tokens can only be created by ContextVars");
    },
    __repr__: (self) =>
      strFromJs(`<Token${self.used ? " used" : ""} var=${reprText(self.variable)} at ${addressText(self)}>`),
    __hash__: null,
    __getattribute__: genericLookup,
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
  getset: { var: [(self) => self.variable], old_value: [(self) => self.oldValue ?? MISSING] },
  attributes: { MISSING },
});

export default defineModule("_contextvars", {
  doc: "Context Variables",
  functions: {
    copy_context: ["($module, /)", undefined, () => new PyContext(currentContext().variables)],
  },
  types: { Context: CONTEXT, ContextVar: CONTEXT_VAR, Token: TOKEN },
});
