/**
 * function: a code object with the globals, defaults and cells it runs with (CPython Objects/funcobject.c).
 */
import { CO_FAST_FREE } from "../../bytecode/code.ts";
import { instanceDict, setInstanceDict } from "../kernel/attribute.ts";
import { audit, heard } from "../kernel/audit.ts";
import { CODE, DICT, FUNCTION, isInstance, NONE, typeName } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { addressText } from "../kernel/identity.ts";
import { PyObject, type Value } from "../kernel/object.ts";
import { EMPTY_TUPLE, jsString, PyCell, PyMethod, PyModule, PyTuple, strFromJs, textOf } from "../kernel/payload.ts";
import { typeError, valueError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { PyCode } from "./code.ts";
import { MappingBuiltins, shownBuiltins } from "./mapping-builtins.ts";

export class PyFunction extends PyObject {
  name: Value;
  qualname: Value;
  /** Values of the last positional parameters; null for none. */
  defaults: PyTuple | null = null;
  kwdefaults: PyDict | null = null;
  /** A dict, or as the compiler leaves it: name, value, name, value... */
  annotations: PyDict | PyTuple | null = null;
  typeParams: PyTuple = EMPTY_TUPLE;
  module: Value;
  /** The code object whose docstring `doc` is, until it is asked for. */
  private docCode: PyCode | null;
  private docValue: Value = NONE;
  /** Changes whenever what a call does may change. */
  version = 0;

  constructor(
    public code: PyCode,
    readonly globals: PyDict,
    readonly builtins: PyDict,
    /** One PyCell for each free variable of the code. */
    public closure: readonly PyCell[] = NO_CELLS,
  ) {
    super(FUNCTION);
    [this.name, this.qualname] = code.nameAndQualname;
    this.module = globals.get("__name__") ?? NONE;
    this.docCode = code;
  }

  /** The docstring is the first constant, if that is a str. */
  get doc(): Value {
    if (this.docCode !== null) {
      const first = this.docCode.constants().items[0];
      this.doc = first !== undefined && textOf(first) !== undefined ? first : NONE;
    }
    return this.docValue;
  }

  /** The docstring if it is not the code object's. */
  get ownDoc(): Value {
    return this.docCode === null ? this.docValue : NONE;
  }

  set doc(value: Value) {
    this.docCode = null;
    this.docValue = value;
  }
}

const NO_CELLS: readonly PyCell[] = [];

/** The builtins that code with these globals sees; the caller's where `globals` names none. */
export function builtinsFor(globals: PyDict): PyDict {
  const found = globals.get("__builtins__");
  if (found instanceof PyModule) return found.dict;
  if (found instanceof PyDict) return found;
  if (found !== undefined) return new MappingBuiltins(found);
  return hooks.currentFrame()?.builtins ?? new PyDict();
}

/** `f.__annotations__` as a dict, made of the compiler's tuple at the first use. */
export function annotationsOf(self: PyFunction): PyDict {
  if (self.annotations instanceof PyDict) return self.annotations;
  const dict = new PyDict();
  const items = self.annotations === null ? [] : self.annotations.items;
  for (let i = 0; i + 1 < items.length; i += 2) dict.set(items[i], items[i + 1]);
  self.annotations = dict;
  return dict;
}

function make(code: Value, globals: Value, name: Value, defaults: Value, closure: Value): Value {
  if (!(code instanceof PyCode)) throw argumentError("code", CODE.name, code);
  if (!isInstance(globals, DICT)) throw argumentError("globals", DICT.name, globals);
  if (name !== NONE && textOf(name) === undefined) throw typeError("arg 3 (name) must be None or string");
  if (defaults !== NONE && !(defaults instanceof PyTuple)) throw typeError("arg 4 (defaults) must be None or tuple");
  const free = code.namesOfKind(CO_FAST_FREE).length;
  if (!(closure instanceof PyTuple)) {
    if (free > 0 && closure === NONE) throw typeError("arg 5 (closure) must be tuple");
    if (closure !== NONE) throw typeError("arg 5 (closure) must be None or tuple");
  }
  const cells = closure instanceof PyTuple ? closure.items : [];
  if (cells.length !== free) {
    throw valueError(strFromJs(`${code.name} requires closure of length ${free}, not ${cells.length}`));
  }
  for (const cell of cells) {
    if (!(cell instanceof PyCell)) throw typeError(`arg 5 (closure) expected cell, found ${typeName(cell)}`);
  }
  audit("function.__new__", code);
  const func = new PyFunction(code, globals as PyDict, builtinsFor(globals as PyDict), cells as PyCell[]);
  if (name !== NONE) func.name = name;
  if (defaults instanceof PyTuple) func.defaults = defaults;
  return func;
}

const argumentError = (name: string, type: string, value: Value): unknown =>
  typeError(`function() argument '${name}' must be ${type}, not ${typeName(value)}`);

function setCode(self: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyCode)) throw typeError("__code__ must be set to a code object");
  audit("object.__setattr__", self, "__code__", value);
  const free = value.namesOfKind(CO_FAST_FREE).length;
  if (free !== self.closure.length) {
    const name = jsString(self.name) as string;
    throw valueError(strFromJs(`${name}() requires a code object with ${self.closure.length} free vars, not ${free}`));
  }
  self.code = value;
  self.version++;
}

function auditChange(self: PyFunction, name: string, value: Value | undefined): void {
  if (value === undefined || value === NONE) audit("object.__delattr__", self, name);
  else audit("object.__setattr__", self, name, value);
}

function setDefaults(self: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== NONE && !(value instanceof PyTuple)) {
    throw typeError("__defaults__ must be set to a tuple object");
  }
  auditChange(self, "__defaults__", value);
  self.defaults = value instanceof PyTuple ? value : null;
  self.version++;
}

function setKeywordDefaults(self: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== NONE && !(value instanceof PyDict)) {
    throw typeError("__kwdefaults__ must be set to a dict object");
  }
  auditChange(self, "__kwdefaults__", value);
  self.kwdefaults = value instanceof PyDict ? value : null;
  self.version++;
}

function setAnnotations(self: PyFunction, value: Value | undefined): void {
  if (value !== undefined && value !== NONE && !(value instanceof PyDict)) {
    throw typeError("__annotations__ must be set to a dict object");
  }
  self.annotations = value instanceof PyDict ? value : null;
}

function setTypeParams(self: PyFunction, value: Value | undefined): void {
  if (!(value instanceof PyTuple)) throw typeError("__type_params__ must be set to a tuple");
  self.typeParams = value;
}

const setText =
  (field: "name" | "qualname") =>
  (self: PyFunction, value: Value | undefined): void => {
    if (value === undefined || textOf(value) === undefined) {
      throw typeError(`__${field}__ must be set to a string object`);
    }
    self[field] = value;
  };

completeType<PyFunction>(FUNCTION, {
  doc: "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables",
  traits: { instanceDict: true, weakrefs: true, methodDescriptor: true },
  construct: [
    "(code, globals, name=None, argdefs=None, closure=None)",
    (_cls, code: Value, globals: Value, name: Value, defaults: Value, closure: Value) =>
      make(code, globals, name, defaults, closure),
  ],
  slots: {
    __repr__: (self) => strFromJs(`<function ${jsString(self.qualname)} at ${addressText(self)}>`),
    __call__: (self, args, kwnames) => hooks.callFunction(self, args, kwnames),
    __get__: (self, instance) => (instance === undefined || instance === NONE ? self : new PyMethod(self, instance)),
  },
  members: {
    __closure__: [(self) => (self.closure.length === 0 ? NONE : new PyTuple([...self.closure]))],
    __doc__: [
      (self) => self.doc,
      (self, value) => {
        self.doc = value ?? NONE;
      },
    ],
    __globals__: [(self) => self.globals],
    __module__: [
      (self) => self.module,
      (self, value) => {
        self.module = value ?? NONE;
      },
    ],
    __builtins__: [(self) => shownBuiltins(self.builtins)],
  },
  getset: {
    __code__: [(self) => heard(self, "__code__", self.code), setCode],
    __defaults__: [(self) => heard(self, "__defaults__", self.defaults ?? NONE), setDefaults],
    __kwdefaults__: [(self) => heard(self, "__kwdefaults__", self.kwdefaults ?? NONE), setKeywordDefaults],
    __annotations__: [annotationsOf, setAnnotations],
    __dict__: [
      (self) => instanceDict(self) as PyDict,
      (self, value) => {
        if (value === undefined) throw typeError("cannot delete __dict__");
        setInstanceDict(self, value);
      },
    ],
    __name__: [(self) => self.name, setText("name")],
    __qualname__: [(self) => self.qualname, setText("qualname")],
    __type_params__: [(self) => self.typeParams, setTypeParams],
  },
});
