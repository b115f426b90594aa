/**
 * The exceptions that add a field or a message to BaseException, and all that add nothing (CPython
 * Objects/exceptions.c).
 */
import { instanceDict } from "../../kernel/attribute.ts";
import { NONE, typeName, typeOf } from "../../kernel/core-types.ts";
import { completeType, isCompleted } from "../../kernel/define.ts";
import { EXCEPTIONS, type ExceptionName } from "../../kernel/exception-types.ts";
import { toArray } from "../../kernel/iterate.ts";
import type { PyType, Value } from "../../kernel/object.ts";
import { PyBaseException, PyTuple, textOf, tuple } from "../../kernel/payload.ts";
import { strText } from "../../kernel/protocol.ts";
import { typeError } from "../../kernel/raise.ts";
import type { KeywordNames } from "../../kernel/slots.ts";
import {
  baseStr,
  field,
  fieldRow,
  keyErrorStr,
  keywordFields,
  newInstance,
  positional,
  refuseKeywords,
  setField,
} from "./base_exception.ts";

const allocate = (cls: PyType): PyBaseException => new PyBaseException(tuple([]), cls);
type Init = (self: Value, args: Value[], kwnames: KeywordNames) => void;

/** `__init__` that takes `args` and then `more`. */
function initialize(more: (self: PyBaseException, args: Value[]) => void): Init {
  return (self, args, kwnames) => {
    const exception = self as PyBaseException;
    refuseKeywords(exception, kwnames);
    exception.args = tuple(args);
    more(exception, args);
  };
}

/** `__init__` that also takes the keywords `names`. */
function initializeKeywords(names: readonly string[], more?: (self: PyBaseException, args: Value[]) => void): Init {
  return (self, args, kwnames) => {
    const exception = self as PyBaseException;
    const given = positional(args, kwnames);
    exception.args = tuple(given);
    exception.fields = undefined;
    keywordFields(exception, args, kwnames, names);
    more?.(exception, given);
  };
}

completeType<PyBaseException>(EXCEPTIONS.StopIteration, {
  doc: "Signal the end from iterator.__next__().",
  traits: { basetype: true },
  allocate,
  slots: {
    __new__: newInstance,
    __init__: initialize((self, args) => setField(self, "value", args[0])),
  },
  members: { value: fieldRow("value", "generator return value") },
});

completeType<PyBaseException>(EXCEPTIONS.SystemExit, {
  doc: "Request to exit from the interpreter.",
  traits: { basetype: true },
  allocate,
  slots: {
    __new__: newInstance,
    __init__: initialize((self, args) => {
      if (args.length > 0) setField(self, "code", args.length === 1 ? args[0] : tuple(args));
    }),
  },
  members: { code: fieldRow("code", "exception code") },
});

completeType<PyBaseException>(EXCEPTIONS.KeyError, {
  doc: "Mapping key not found.",
  traits: { basetype: true },
  slots: { __new__: newInstance, __str__: keyErrorStr },
});

completeType<PyBaseException>(EXCEPTIONS.NameError, {
  doc: "Name not found globally.",
  traits: { basetype: true },
  allocate,
  slots: { __new__: newInstance, __init__: initializeKeywords(["name"]) },
  members: { name: fieldRow("name", "name") },
});

completeType<PyBaseException>(EXCEPTIONS.AttributeError, {
  doc: "Attribute not found.",
  traits: { basetype: true },
  allocate,
  slots: { __new__: newInstance, __init__: initializeKeywords(["name", "obj"]) },
  methods: {
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyBaseException) => tuple([typeOf(self), self.args, attributeState(self)]),
    ],
    __getstate__: ["~($self, /)", undefined, attributeState],
  },
  members: { name: fieldRow("name", "attribute name"), obj: fieldRow("obj", "object") },
});

/** The object itself is not pickled: it may be anything. */
function attributeState(self: PyBaseException): Value {
  const dict = instanceDict(self);
  const name = self.fields?.name;
  if (name === undefined || name === NONE) return dict !== undefined && dict.size > 0 ? dict : NONE;
  const state = dict?.copy();
  state?.set("args", self.args);
  state?.set("name", name);
  return state ?? NONE;
}

completeType<PyBaseException>(EXCEPTIONS.ImportError, {
  doc: "Import can't find module, or can't find name in module.",
  traits: { basetype: true },
  allocate,
  slots: {
    __new__: newInstance,
    __str__: (self) => {
      const message = field(self, "msg");
      return textOf(message) !== undefined && typeName(message) === "str" ? message : baseStr(self);
    },
    __init__: initializeKeywords(["name", "path", "name_from"], (self, args) => {
      if (args.length === 1) setField(self, "msg", args[0]);
    }),
  },
  methods: {
    __reduce__: [
      "~($self, /)",
      undefined,
      (self: PyBaseException) => {
        const dict = instanceDict(self)?.copy();
        for (const name of ["name", "path", "name_from"]) {
          const value = self.fields?.[name];
          if (value !== undefined) dict?.set(name, value);
        }
        return dict === undefined || dict.size === 0
          ? tuple([typeOf(self), self.args])
          : tuple([typeOf(self), self.args, dict]);
      },
    ],
  },
  members: {
    msg: fieldRow("msg", "exception message"),
    name: fieldRow("name", "module name"),
    path: fieldRow("path", "module path"),
    name_from: fieldRow("name_from", "name imported from module"),
  },
});

const SYNTAX_FIELDS = ["filename", "lineno", "offset", "text"] as const;

function initializeSyntaxError(self: PyBaseException, args: Value[]): void {
  self.fields = undefined;
  if (args.length >= 1) setField(self, "msg", args[0]);
  if (args.length !== 2) return;
  const details = args[1] instanceof PyTuple ? args[1].items : toArray(args[1]);
  if (details.length < 4 || details.length > 6) {
    const word = details.length < 4 ? "at least 4 arguments" : "at most 6 arguments";
    throw typeError(`function takes ${word} (${details.length} given)`);
  }
  for (const [i, name] of SYNTAX_FIELDS.entries()) setField(self, name, details[i]);
  if (details.length > 4) {
    if (details.length === 5) throw typeError("end_offset must be provided when end_lineno is provided");
    setField(self, "end_lineno", details[4]);
    setField(self, "end_offset", details[5]);
  }
}

/** "message (file.py, line 3)", with the file's last path component only. */
function syntaxErrorText(self: PyBaseException): string {
  const message = strText(field(self, "msg"));
  const filename = field(self, "filename");
  const lineno = field(self, "lineno");
  const hasFile = textOf(filename) !== undefined;
  const hasLine = typeof lineno === "number";
  const file = hasFile ? strText(filename).split("/").at(-1) : "";
  if (hasFile && hasLine) return `${message} (${file}, line ${lineno})`;
  if (hasFile) return `${message} (${file})`;
  return hasLine ? `${message} (line ${lineno})` : message;
}

completeType<PyBaseException>(EXCEPTIONS.SyntaxError, {
  doc: "Invalid syntax.",
  traits: { basetype: true },
  allocate,
  slots: { __new__: newInstance, __init__: initialize(initializeSyntaxError), __str__: syntaxErrorText },
  members: {
    msg: fieldRow("msg", "exception msg"),
    filename: fieldRow("filename", "exception filename"),
    lineno: fieldRow("lineno", "exception lineno"),
    offset: fieldRow("offset", "exception offset"),
    text: fieldRow("text", "exception text"),
    end_lineno: fieldRow("end_lineno", "exception end lineno"),
    end_offset: fieldRow("end_offset", "exception end offset"),
    print_file_and_line: fieldRow("print_file_and_line", "exception print_file_and_line"),
  },
});

/** The docs of the exceptions that add nothing to their base. */
const DOCS: Partial<Record<ExceptionName, string>> = {
  Exception: "Common base class for all non-exit exceptions.",
  GeneratorExit: "Request that a generator exit.",
  KeyboardInterrupt: "Program interrupted by user.",
  ArithmeticError: "Base class for arithmetic errors.",
  AssertionError: "Assertion failed.",
  BufferError: "Buffer error.",
  EOFError: "Read beyond end of file.",
  LookupError: "Base class for lookup errors.",
  MemoryError: "Out of memory.",
  ReferenceError: "Weak ref proxy used after referent went away.",
  RuntimeError: "Unspecified run-time error.",
  StopAsyncIteration: "Signal the end from iterator.__anext__().",
  SystemError:
    "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.",
  TypeError: "Inappropriate argument type.",
  ValueError: "Inappropriate argument value (of correct type).",
  Warning: "Base class for warning categories.",
  FloatingPointError: "Floating point operation failed.",
  OverflowError: "Result too large to be represented.",
  ZeroDivisionError: "Second argument to a division or modulo operation was zero.",
  BytesWarning:
    "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.",
  DeprecationWarning: "Base class for warnings about deprecated features.",
  EncodingWarning: "Base class for warnings about encodings.",
  FutureWarning: "Base class for warnings about constructs that will change semantically\nin the future.",
  ImportWarning: "Base class for warnings about probable mistakes in module imports",
  PendingDeprecationWarning: "Base class for warnings about features which will be deprecated\nin the future.",
  ResourceWarning: "Base class for warnings about resource usage.",
  RuntimeWarning: "Base class for warnings about dubious runtime behavior.",
  SyntaxWarning: "Base class for warnings about dubious syntax.",
  UnicodeWarning: "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.",
  UserWarning: "Base class for warnings generated by user code.",
  BlockingIOError: "I/O operation would block.",
  ChildProcessError: "Child process error.",
  ConnectionError: "Connection error.",
  FileExistsError: "File already exists.",
  FileNotFoundError: "File not found.",
  InterruptedError: "Interrupted by signal.",
  IsADirectoryError: "Operation doesn't work on directories.",
  NotADirectoryError: "Operation only works on directories.",
  PermissionError: "Not enough permissions.",
  ProcessLookupError: "Process not found.",
  TimeoutError: "Timeout expired.",
  IndentationError: "Improper indentation.",
  IndexError: "Sequence index out of range.",
  ModuleNotFoundError: "Module not found.",
  NotImplementedError: "Method or function hasn't been implemented yet.",
  RecursionError: "Recursion limit exceeded.",
  UnboundLocalError: "Local name referenced but not bound to a value.",
  UnicodeError: "Unicode related error.",
  BrokenPipeError: "Broken pipe.",
  ConnectionAbortedError: "Connection aborted.",
  ConnectionRefusedError: "Connection refused.",
  ConnectionResetError: "Connection reset.",
  TabError: "Improper mixture of spaces and tabs.",
};

for (const [name, doc] of Object.entries(DOCS)) {
  const type = EXCEPTIONS[name as ExceptionName];
  if (isCompleted(type)) continue;
  // An own `__init__` stands in the dict of each type, as in CPython, but is its base's function.
  const { __new__, __init__ } = (type.base as PyType).slots;
  completeType<PyBaseException>(type, { doc, traits: { basetype: true }, slots: { __new__, __init__ } });
}

/** SyntaxError and its kin from a problem the parser or compiler reports. */
export function makeSyntaxError(
  name: "SyntaxError" | "IndentationError" | "TabError",
  message: Value,
  details: Record<"filename" | "lineno" | "offset" | "text" | "end_lineno" | "end_offset", Value>,
): PyBaseException {
  const { filename, lineno, offset, text, end_lineno, end_offset } = details;
  const args = [message, tuple([filename, lineno, offset, text, end_lineno, end_offset])];
  const exception = new PyBaseException(tuple(args), EXCEPTIONS[name]);
  initializeSyntaxError(exception, args);
  return exception;
}

/** ImportError from TypeScript, with the fields that suggestions need. */
export function makeImportError(
  name: "ImportError" | "ModuleNotFoundError",
  message: string,
  fields: Partial<Record<"name" | "path" | "name_from", Value>>,
): PyBaseException {
  const exception = new PyBaseException(tuple([message]), EXCEPTIONS[name]);
  exception.fields = { msg: message, ...fields };
  return exception;
}
