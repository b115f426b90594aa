/**
 * OSError: picks the subclass that fits the errno (PEP 3151; CPython Objects/exceptions.c, OSError_new).
 */
import { NONE, typeOf } from "../../kernel/core-types.ts";
import { completeType } from "../../kernel/define.ts";
import { EXCEPTIONS, type ExceptionName } from "../../kernel/exception-types.ts";
import { isNumber, toSsize } from "../../kernel/number.ts";
import type { PyType, Value } from "../../kernel/object.ts";
import { intOf, PyBaseException, tuple } from "../../kernel/payload.ts";
import { reprText, strText } from "../../kernel/protocol.ts";
import { attributeError, PyError } from "../../kernel/raise.ts";
import type { KeywordNames } from "../../kernel/slots.ts";
import { baseReduce, baseStr, fieldRow, positional, refuseKeywords, setField } from "./base_exception.ts";

/** Linux errno -> subclass. */
const SUBCLASS_BY_ERRNO: Readonly<Record<number, ExceptionName>> = {
  1: "PermissionError",
  2: "FileNotFoundError",
  3: "ProcessLookupError",
  4: "InterruptedError",
  10: "ChildProcessError",
  11: "BlockingIOError",
  13: "PermissionError",
  17: "FileExistsError",
  20: "NotADirectoryError",
  21: "IsADirectoryError",
  32: "BrokenPipeError",
  103: "ConnectionAbortedError",
  104: "ConnectionResetError",
  108: "BrokenPipeError",
  110: "TimeoutError",
  111: "ConnectionRefusedError",
  114: "BlockingIOError",
  115: "BlockingIOError",
};

const OS_ERROR = EXCEPTIONS.OSError;

/** The type that `OSError(errno, ...)` makes. */
export function osErrorType(errno: number): PyType {
  const name = SUBCLASS_BY_ERRNO[errno];
  return name === undefined ? OS_ERROR : EXCEPTIONS[name];
}

/** An OSError from TypeScript: `throw osError(2, "No such file or directory", path)`. */
export function osError(errno: number, message: string, filename?: Value, filename2?: Value): PyError {
  const args: Value[] = [errno, message];
  if (filename !== undefined) args.push(filename);
  if (filename2 !== undefined) args.push(NONE, filename2);
  const exception = new PyBaseException(tuple(args), osErrorType(errno));
  fill(exception, args);
  return new PyError(exception);
}

/** Does a class initialise in `__new__` (true unless it overrides `__init__` but not `__new__`)? */
function initializesInNew(cls: PyType): boolean {
  return !(cls.slots.__init__ !== OS_ERROR.slots.__init__ && cls.slots.__new__ === OS_ERROR.slots.__new__);
}

function create(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  let type = cls;
  const given = positional(args, kwnames);
  if (initializesInNew(cls)) {
    const errno = given.length >= 2 && given.length <= 5 ? intOf(given[0]) : undefined;
    if (cls === OS_ERROR && typeof errno === "number") type = osErrorType(errno);
  }
  const exception = new PyBaseException(tuple(given), type);
  if (initializesInNew(cls)) {
    refuseKeywords(exception, kwnames);
    fill(exception, given);
  }
  return exception;
}

function initialize(self: PyBaseException, args: Value[], kwnames: KeywordNames): void {
  if (initializesInNew(typeOf(self))) return;
  refuseKeywords(self, kwnames);
  fill(self, args);
}

function fill(self: PyBaseException, args: Value[]): void {
  if (args.length < 2 || args.length > 5) {
    self.args = tuple(args);
    return;
  }
  setField(self, "errno", args[0]);
  setField(self, "strerror", args[1]);
  const filename = args[2];
  if (filename === undefined || filename === NONE) {
    self.args = tuple(args);
    return;
  }
  if (typeOf(self) === EXCEPTIONS.BlockingIOError && isNumber(filename)) {
    setField(self, "characters_written", toSsize(filename, "ValueError"));
    self.args = tuple(args);
    return;
  }
  setField(self, "filename", filename);
  if (args[4] !== undefined && args[4] !== NONE) setField(self, "filename2", args[4]);
  // The file name is no argument: pickling and args see errno and strerror only.
  self.args = tuple(args.slice(0, 2));
}

function text(self: PyBaseException): Value {
  const fields = self.fields;
  const value = (name: string): Value => fields?.[name] ?? NONE;
  if (fields?.filename !== undefined) {
    const second = fields.filename2 === undefined ? "" : ` -> ${reprText(fields.filename2)}`;
    return `[Errno ${strText(value("errno"))}] ${strText(value("strerror"))}: ${reprText(fields.filename)}${second}`;
  }
  if (fields?.errno !== undefined && fields.strerror !== undefined) {
    return `[Errno ${strText(fields.errno)}] ${strText(fields.strerror)}`;
  }
  return baseStr(self);
}

function reduce(self: PyBaseException): Value {
  const filename = self.fields?.filename;
  if (self.args.items.length !== 2 || filename === undefined) return baseReduce(self);
  const second = self.fields?.filename2;
  const args = [...self.args.items, filename];
  if (second !== undefined) args.push(NONE, second);
  const original = self.args;
  self.args = tuple(args);
  try {
    return baseReduce(self);
  } finally {
    self.args = original;
  }
}

completeType<PyBaseException>(OS_ERROR, {
  doc: "Base class for I/O related errors.",
  traits: { basetype: true },
  allocate: (cls) => new PyBaseException(tuple([]), cls),
  slots: { __str__: text, __new__: create, __init__: initialize as never },
  methods: { __reduce__: ["~($self, /)", undefined, reduce] },
  members: {
    errno: fieldRow("errno", "POSIX exception code"),
    strerror: fieldRow("strerror", "exception strerror"),
    filename: fieldRow("filename", "exception filename"),
    filename2: fieldRow("filename2", "second exception filename"),
  },
  getset: {
    characters_written: [
      (self) => {
        const written = self.fields?.characters_written;
        if (written === undefined) throw attributeError("characters_written", "characters_written", self);
        return written;
      },
      (self, value) => {
        if (value === undefined) {
          if (self.fields?.characters_written === undefined) {
            throw attributeError("characters_written", "characters_written", self);
          }
          const { characters_written: _, ...rest } = self.fields;
          self.fields = rest;
        } else setField(self, "characters_written", toSsize(value, "OverflowError"));
      },
    ],
  },
});
