/** The exceptions of sqlite3, and which of them an error of the library becomes (CPython Modules/_sqlite/util.c). */
import { setAttr } from "../../objects/kernel/attribute.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { PyType } from "../../objects/kernel/object.ts";
import { strFromJs } from "../../objects/kernel/payload.ts";
import { memoryError, newException, PyError } from "../../objects/kernel/raise.ts";
import { WEAKREF_ROW } from "../../objects/types/class-creation.ts";
import { ERROR_CODES } from "./codes.ts";
import type { Library } from "./library.ts";

function exceptionType(name: string, base: PyType): PyType {
  return defineType(`sqlite3.${name}`, {
    base,
    traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
    getset: { __weakref__: WEAKREF_ROW },
  });
}

const BASE = exceptionType("Error", EXCEPTIONS.Exception);
const DATABASE = exceptionType("DatabaseError", BASE);

export const ERRORS = {
  Warning: exceptionType("Warning", EXCEPTIONS.Exception),
  Error: BASE,
  InterfaceError: exceptionType("InterfaceError", BASE),
  DatabaseError: DATABASE,
  DataError: exceptionType("DataError", DATABASE),
  OperationalError: exceptionType("OperationalError", DATABASE),
  IntegrityError: exceptionType("IntegrityError", DATABASE),
  InternalError: exceptionType("InternalError", DATABASE),
  ProgrammingError: exceptionType("ProgrammingError", DATABASE),
  NotSupportedError: exceptionType("NotSupportedError", DATABASE),
} as const;

export function sqliteError(kind: keyof typeof ERRORS, message: string): PyError {
  return new PyError(newException(ERRORS[kind], strFromJs(message)));
}

export const programmingError = (message: string): PyError => sqliteError("ProgrammingError", message);
export const operationalError = (message: string): PyError => sqliteError("OperationalError", message);

/** Of primary result codes; any other is a DatabaseError. */
const KINDS = new Map<number, keyof typeof ERRORS>([
  [ERROR_CODES.SQLITE_INTERNAL, "InternalError"],
  [ERROR_CODES.SQLITE_NOTFOUND, "InternalError"],
  [ERROR_CODES.SQLITE_ERROR, "OperationalError"],
  [ERROR_CODES.SQLITE_PERM, "OperationalError"],
  [ERROR_CODES.SQLITE_ABORT, "OperationalError"],
  [ERROR_CODES.SQLITE_BUSY, "OperationalError"],
  [ERROR_CODES.SQLITE_LOCKED, "OperationalError"],
  [ERROR_CODES.SQLITE_READONLY, "OperationalError"],
  [ERROR_CODES.SQLITE_INTERRUPT, "OperationalError"],
  [ERROR_CODES.SQLITE_IOERR, "OperationalError"],
  [ERROR_CODES.SQLITE_FULL, "OperationalError"],
  [ERROR_CODES.SQLITE_CANTOPEN, "OperationalError"],
  [ERROR_CODES.SQLITE_PROTOCOL, "OperationalError"],
  [ERROR_CODES.SQLITE_EMPTY, "OperationalError"],
  [ERROR_CODES.SQLITE_SCHEMA, "OperationalError"],
  [ERROR_CODES.SQLITE_TOOBIG, "DataError"],
  [ERROR_CODES.SQLITE_CONSTRAINT, "IntegrityError"],
  [ERROR_CODES.SQLITE_MISMATCH, "IntegrityError"],
  [ERROR_CODES.SQLITE_MISUSE, "InterfaceError"],
  [ERROR_CODES.SQLITE_RANGE, "InterfaceError"],
]);

const NAMES = new Map<number, string>(Object.entries(ERROR_CODES).map(([name, code]) => [code, name]));

/** What is raised for a result code: a message of SQLite's, its code and the code's name. */
export function resultError(code: number, extended: number, message: string): PyError {
  if (code === ERROR_CODES.SQLITE_NOMEM) return memoryError();
  const error = sqliteError(KINDS.get(code) ?? "DatabaseError", message);
  setAttr(error.exception, "sqlite_errorcode", extended);
  setAttr(error.exception, "sqlite_errorname", NAMES.get(extended) ?? "unknown");
  return error;
}

/** The last error of a connection. */
export function lastError(library: Library, db: number): PyError {
  const { calls } = library;
  const code = calls.sqlite3_errcode(db) & 0xff;
  return resultError(code, calls.sqlite3_extended_errcode(db), library.cText(calls.sqlite3_errmsg(db)) ?? "");
}

/** An error that no connection has noted. */
export function codeError(library: Library, code: number): PyError {
  return resultError(code & 0xff, code, library.cText(library.calls.sqlite3_errstr(code)) ?? "");
}
