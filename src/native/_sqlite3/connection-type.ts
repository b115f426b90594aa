/** sqlite3.Connection: its methods and attributes (CPython Modules/_sqlite/connection.c). */
import { getAttr, lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, STR, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType, type GetSetRow } from "../../objects/kernel/define.ts";
import { toDouble, toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyBytes, strFromJs, textOf } from "../../objects/kernel/payload.ts";
import {
  attributeError,
  memoryError,
  overflowError,
  PyError,
  raise,
  typeError,
  valueError,
} from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { lookupBuffer, notBytesLike } from "../../objects/types/buffer.ts";
import { encodeStr } from "../../objects/types/str-codecs.ts";
import { textArgument } from "../../objects/types/text.ts";
import { current } from "../../vm/thread.ts";
import { fspath } from "../posix/paths.ts";
import { backup } from "./backup.ts";
import { openBlob } from "./blob.ts";
import * as CODES from "./codes.ts";
import { type Autocommit, LEGACY_TRANSACTION_CONTROL, PyConnection } from "./connection.ts";
import { CURSOR, PyCursor } from "./cursor.ts";
import { codeError, ERRORS, operationalError, programmingError } from "./errors.ts";
import { callbackHandle, callbackPointers, optionalHandle } from "./functions.ts";
import { sqliteState } from "./state.ts";
import { compileStatement, StatementCache } from "./statement.ts";
import { utf8 } from "./values.ts";

const ISOLATION_LEVELS = ["", "DEFERRED", "IMMEDIATE", "EXCLUSIVE"];

function isolationArgument(value: Value): string | undefined {
  if (value === NONE) return undefined;
  if (textOf(value) === undefined) throw typeError("isolation_level must be str or None");
  const level = ISOLATION_LEVELS.find((known) => known === (jsString(value) as string).toUpperCase());
  if (level !== undefined) return level;
  throw valueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'");
}

function autocommitArgument(value: Value): Autocommit {
  if (value === true || value === false) return value;
  const number = intOf(value);
  if (number === LEGACY_TRANSACTION_CONTROL) return LEGACY_TRANSACTION_CONTROL;
  if (number !== undefined && (number > 0x7fffffff || number < -0x80000000)) {
    throw overflowError("Python int too large to convert to C int");
  }
  throw valueError("autocommit must be True, False, or sqlite3.LEGACY_TRANSACTION_CONTROL");
}

function initialize(
  self: PyConnection,
  database: Value,
  timeout: Value,
  detectTypes: Value,
  isolationLevel: Value,
  checkSameThread: Value,
  _factory: Value | undefined,
  cachedStatements: Value,
  uri: Value,
  autocommit: Value,
): void {
  const given = fspath(database);
  const path = given instanceof PyBytes ? given.bytes : encodeStr(given, "utf-8", "surrogateescape").bytes;
  if (path.includes(0)) throw valueError("embedded null byte");
  const seconds = toDouble(timeout);
  const detects = intArgument(detectTypes);
  const level = isolationArgument(isolationLevel);
  const checksThread = isTrue(checkSameThread);
  const size = intArgument(cachedStatements);
  const isUri = isTrue(uri);
  const commits = autocommitArgument(autocommit);
  audit("sqlite3.connect", database);
  if (self.isInitialized) {
    self.isInitialized = false;
    self.leaveDatabase();
  }
  const { library } = sqliteState();
  self.library = library;
  const db = open(path, isUri);
  self.cache = new StatementCache(Math.max(0, size));
  self.timeout = Math.round(seconds * 1000);
  self.detectTypes = detects;
  self.isolationLevel = level;
  self.autocommit = commits;
  self.checksThread = checksThread;
  self.thread = current.thread.ident;
  self.rowFactory = NONE;
  self.textFactory = STR;
  self.open(db);
  self.isInitialized = true;
  audit("sqlite3.connect/handle", self);
  if (commits === false) self.run("BEGIN");
}

/** A connection of the library's; the error is of the connection that could not be opened. */
function open(path: Uint8Array, isUri: boolean): number {
  const { library } = sqliteState();
  const { calls } = library;
  const flags = CODES.SQLITE_OPEN_READWRITE | CODES.SQLITE_OPEN_CREATE | (isUri ? CODES.SQLITE_OPEN_URI : 0);
  return library.withStrings([path], (name) =>
    library.withRoom(4, (room) => {
      const code = calls.sqlite3_open_v2(name, room, flags, 0);
      const db = library.pointerAt(room);
      if (db === 0) throw memoryError();
      if (code === CODES.SQLITE_OK) return db;
      const error = codeError(library, code);
      calls.sqlite3_close_v2(db);
      throw error;
    }),
  );
}

function cursor(self: PyConnection, factory: Value | undefined): Value {
  self.check();
  const made = call(factory ?? CURSOR, self);
  if (!(made instanceof PyCursor)) throw typeError(`factory must return a cursor, not ${typeName(made)}`);
  if (self.rowFactory !== NONE) made.rowFactory = self.rowFactory;
  return made;
}

/** `method` of a new cursor; the cursor. */
function onCursor(self: PyConnection, method: string, ...args: (Value | undefined)[]): Value {
  const made = call(getAttr(self, "cursor"));
  return call(getAttr(made, method), ...args.filter((arg) => arg !== undefined));
}

function leave(self: PyConnection, type: Value): boolean {
  self.check();
  if (self.autocommit === true) return false;
  if (type !== NONE) {
    self.endTransaction("ROLLBACK");
    return false;
  }
  try {
    self.endTransaction("COMMIT");
  } catch (error) {
    // What could not be committed is undone; the first error is told, or the second with the first as its context.
    try {
      self.endTransaction("ROLLBACK");
    } catch (second) {
      if (second instanceof PyError && error instanceof PyError) second.exception.context = error.exception;
      throw second;
    }
    throw error;
  }
  return false;
}

function setAutocommit(self: PyConnection, value: Value | undefined): void {
  self.check();
  if (value === undefined) throw attributeError("cannot delete attribute", "autocommit", self);
  const wanted = autocommitArgument(value);
  if (wanted === true && self.isInTransaction) self.run("COMMIT");
  if (wanted === false && !self.isInTransaction) self.run("BEGIN");
  self.autocommit = wanted;
}

function setIsolationLevel(self: PyConnection, value: Value | undefined): void {
  if (value === undefined) throw raise("AttributeError", "cannot delete attribute");
  const level = isolationArgument(value);
  if (level === undefined) {
    self.check();
    if (self.isInTransaction) self.run("COMMIT");
  }
  self.isolationLevel = level;
}

function createFunction(self: PyConnection, name: Value, count: Value, func: Value, deterministic: Value): void {
  textArgument(name, "create_function", "argument 'name'");
  const flags = CODES.SQLITE_UTF8 | (isTrue(deterministic) ? CODES.SQLITE_DETERMINISTIC : 0);
  const { library, db } = preparedForFunction(self);
  const arity = intArgument(count);
  const { call: run, destroy } = callbackPointers(library);
  const code = library.withStrings([utf8(name)], (text) =>
    self.forgetfully(() => {
      const handle = callbackHandle(library, func);
      return library.calls.sqlite3_create_function_v2(db, text, arity, flags, handle, run, 0, 0, destroy);
    }),
  );
  if (code !== CODES.SQLITE_OK) throw operationalError("Error creating function");
}

function createAggregate(self: PyConnection, name: Value, count: Value, cls: Value): void {
  textArgument(name, "create_aggregate", "argument 'name'");
  const arity = intArgument(count);
  const { library, db } = preparedForFunction(self);
  const { step, final, destroy } = callbackPointers(library);
  const flags = CODES.SQLITE_UTF8;
  const code = library.withStrings([utf8(name)], (text) =>
    self.forgetfully(() => {
      const handle = callbackHandle(library, cls);
      return library.calls.sqlite3_create_function_v2(db, text, arity, flags, handle, 0, step, final, destroy);
    }),
  );
  if (code !== CODES.SQLITE_OK) throw operationalError("Error creating aggregate");
}

type WindowPointers = [step: number, final: number, value: number, inverse: number, destroy: number];

function createWindowFunction(self: PyConnection, name: Value, count: Value, cls: Value): void {
  textArgument(name, "create_window_function", "argument 1");
  const arity = intArgument(count);
  const { library, db } = preparedForFunction(self);
  const { step, final, value, inverse, destroy } = callbackPointers(library);
  const own = cls === NONE ? [0, 0, 0, 0, 0] : [step, final, value, inverse, destroy];
  const flags = CODES.SQLITE_UTF8;
  const code = library.withStrings([utf8(name)], (text) =>
    self.forgetfully(() => {
      const handle = optionalHandle(library, cls);
      const { sqlite3_create_window_function } = library.calls;
      return sqlite3_create_window_function(db, text, arity, flags, handle, ...(own as WindowPointers));
    }),
  );
  if (code !== CODES.SQLITE_OK) throw programmingError(library.cText(library.calls.sqlite3_errstr(code)) ?? "");
}

function createCollation(self: PyConnection, name: Value, callable: Value): void {
  textArgument(name, "create_collation", "argument 1");
  const text = utf8(name);
  const { library, db } = prepared(self);
  if (callable !== NONE && typeOf(callable).slots.__call__ === undefined) throw typeError("parameter must be callable");
  const { compare, destroy } = callbackPointers(library);
  const handle = optionalHandle(library, callable);
  const code = library.withStrings([text], (address) =>
    library.calls.sqlite3_create_collation_v2(
      db,
      address,
      CODES.SQLITE_UTF8,
      handle,
      handle === 0 ? 0 : compare,
      handle === 0 ? 0 : destroy,
    ),
  );
  if (code === CODES.SQLITE_OK) return;
  // Here alone the library does not destroy what it was given in vain.
  library.handles.delete(handle);
  throw self.error();
}

/** The same, to be given a function. */
function preparedForFunction(self: PyConnection): PyConnection {
  self.check();
  self.hasFunctions = true;
  return self;
}

/** The connection, ready to be used. */
function prepared(self: PyConnection): PyConnection {
  self.check();
  return self;
}

function setAuthorizer(self: PyConnection, callable: Value): void {
  const { library, db } = prepared(self);
  const handle = optionalHandle(library, callable);
  const { authorize } = callbackPointers(library);
  const code = library.calls.sqlite3_set_authorizer(db, handle === 0 ? 0 : authorize, handle);
  if (code !== CODES.SQLITE_OK) throw operationalError("Error setting authorizer callback");
  library.handles.delete(self.authorizer);
  self.authorizer = handle;
}

function setProgressHandler(self: PyConnection, callable: Value, steps: Value): void {
  const { library, db } = prepared(self);
  const count = intArgument(steps);
  const handle = optionalHandle(library, callable);
  const { progress } = callbackPointers(library);
  library.calls.sqlite3_progress_handler(db, handle === 0 ? 0 : count, handle === 0 ? 0 : progress, handle);
  library.handles.delete(self.progress);
  self.progress = handle;
}

function setTraceCallback(self: PyConnection, callable: Value): void {
  const { library, db } = prepared(self);
  const handle = optionalHandle(library, callable);
  const { trace } = callbackPointers(library);
  const mask = handle === 0 ? 0 : CODES.SQLITE_TRACE_STMT;
  library.calls.sqlite3_trace_v2(db, mask, handle === 0 ? 0 : trace, handle);
  library.handles.delete(self.trace);
  self.trace = handle;
}

function limit(self: PyConnection, category: Value, value: Value): Value {
  const [kind, wanted] = [intArgument(category), intArgument(value)];
  const { library, db } = prepared(self);
  const old = library.calls.sqlite3_limit(db, kind, wanted);
  if (old < 0) throw programmingError("'category' is out of bounds");
  return old;
}

function serialize(self: PyConnection, name: Value): Value {
  textArgument(name, "serialize", "argument 'name'");
  const { library, db } = prepared(self);
  const { calls } = library;
  return library.withStrings([utf8(name)], (schema) =>
    library.withRoom(8, (room) => {
      const data = calls.sqlite3_serialize(db, schema, room, 0);
      if (data === 0) throw operationalError(`unable to serialize '${jsString(name)}'`);
      const bytes = library.copy(data, library.pointerAt(room));
      calls.sqlite3_free(data);
      return new PyBytes(bytes);
    }),
  );
}

function deserialize(self: PyConnection, data: Value, name: Value): void {
  const bytes = textOf(data) === undefined ? lookupBuffer(data) : utf8(data);
  if (bytes === undefined) throw notBytesLike(data);
  textArgument(name, "deserialize", "argument 'name'");
  const { library, db } = prepared(self);
  const { calls } = library;
  const size = BigInt(bytes.length);
  const copy = calls.sqlite3_malloc64(size);
  if (copy === 0) throw memoryError();
  library.bytes.set(bytes, copy);
  const flags = CODES.SQLITE_DESERIALIZE_FREEONCLOSE | CODES.SQLITE_DESERIALIZE_RESIZEABLE;
  const code = library.withStrings([utf8(name)], (schema) =>
    calls.sqlite3_deserialize(db, schema, copy, size, size, flags),
  );
  if (code !== CODES.SQLITE_OK) throw self.error();
}

const CONFIGURATION_NUMBERS: readonly number[] = Object.values(CODES.CONFIGURATIONS);

/** Set (or, with -1, only ask for) an option; its value. */
function configure(self: PyConnection, op: Value, value: number): boolean {
  const number = intArgument(op);
  const { library, db } = prepared(self);
  if (!CONFIGURATION_NUMBERS.includes(number)) throw valueError(`unknown config 'op': ${number}`);
  return library.withRoom(4, (room) => {
    const code = library.calls.sqlite3__wasm_db_config_ip(db, number, value, room);
    if (code !== CODES.SQLITE_OK) throw self.error();
    return library.pointerAt(room) !== 0;
  });
}

function setConfig(self: PyConnection, op: Value, enable: Value): void {
  const wanted = isTrue(enable);
  if (configure(self, op, wanted ? 1 : 0) !== wanted) throw operationalError("Unable to set config");
}

function blobOpen(self: PyConnection, table: Value, column: Value, row: Value, readOnly: Value, name: Value): Value {
  textArgument(table, "blobopen", "argument 1");
  textArgument(column, "blobopen", "argument 2");
  const rowid = BigInt(toIndex(row));
  if (BigInt.asIntN(64, rowid) !== rowid) throw overflowError("Python int too large to convert to SQLite INTEGER");
  textArgument(name, "blobopen", "argument 'name'");
  const isReadOnly = isTrue(readOnly);
  self.check();
  const text = (value: Value): string => jsString(value) as string;
  return openBlob(self, { schema: text(name), table: text(table), column: text(column), row: rowid }, isReadOnly);
}

function iterDump(self: PyConnection): Value {
  self.check();
  const dump = lookupAttr(hooks.importModule("sqlite3.dump"), "_iterdump");
  if (dump === undefined) throw operationalError("Failed to obtain _iterdump() reference");
  return call(dump, self);
}

const exceptionRows = Object.fromEntries(
  Object.entries(ERRORS).map(([name, type]): [string, GetSetRow<PyConnection>] => [name, [() => type]]),
);

export const CONNECTION: PyType = defineType<PyConnection>("sqlite3.Connection", {
  doc: "SQLite database connection object.",
  traits: { basetype: true },
  allocate: (cls) => new PyConnection(cls),
  initialize: [
    "~($self, database, timeout=5.0, detect_types=0, isolation_level='', check_same_thread=True, factory=<unrepresentable>, cached_statements=128, uri=False, *, autocommit=-1)",
    initialize,
  ],
  slots: {
    __call__: (self, args, kwnames) => {
      self.checkOpen();
      if (kwnames !== undefined && kwnames.length > 0) throw typeError("Connection() takes no keyword arguments");
      if (args.length !== 1) throw typeError(`function takes exactly 1 argument (${args.length} given)`);
      if (textOf(args[0]) === undefined) throw typeError(`argument 1 must be str, not ${typeName(args[0])}`);
      self.check();
      return compileStatement(self, args[0]);
    },
  },
  methods: {
    backup: [
      "($self, /, target, *, pages=-1, progress=None, name='main',\n       sleep=0.25)",
      "Makes a backup of the database.",
      (self: PyConnection, target: Value, pages: Value, progress: Value, name: Value, sleep: Value) => {
        textArgument(name, "backup", "argument 'name'");
        backup(self, target, pages, progress, utf8(name), sleep);
      },
    ],
    close: [
      "($self, /)",
      "Close the database connection.\n\nAny pending transaction is not committed implicitly.",
      (self: PyConnection) => {
        self.checkThread();
        if (!self.isInitialized) throw programmingError("Base Connection.__init__ not called.");
        self.close();
      },
    ],
    commit: [
      "($self, /)",
      "Commit any pending transaction to the database.\n\nIf there is no open transaction, this method is a no-op.",
      (self: PyConnection) => {
        self.check();
        self.endTransaction("COMMIT");
      },
    ],
    create_aggregate: ["($self, /, name, n_arg, aggregate_class)", "Creates a new aggregate.", createAggregate],
    create_collation: ["($self, name, callback, /)", "Creates a collation function.", createCollation],
    create_function: [
      "($self, /, name, narg, func, *, deterministic=False)",
      "Creates a new function.",
      createFunction,
    ],
    cursor: ["($self, /, factory=<unrepresentable>)", "Return a cursor for the connection.", cursor],
    __enter__: [
      "($self, /)",
      "Called when the connection is used as a context manager.\n\nReturns itself as a convenience to the caller.",
      (self: PyConnection) => {
        self.check();
        return self;
      },
    ],
    executemany: [
      "($self, sql, parameters, /)",
      "Repeatedly executes an SQL statement.",
      (self: PyConnection, sql: Value, sets: Value) => onCursor(self, "executemany", sql, sets),
    ],
    executescript: [
      "($self, sql_script, /)",
      "Executes multiple SQL statements at once.",
      (self: PyConnection, script: Value) => onCursor(self, "executescript", script),
    ],
    execute: [
      "($self, sql, parameters=<unrepresentable>, /)",
      "Executes an SQL statement.",
      (self: PyConnection, sql: Value, parameters: Value | undefined) => onCursor(self, "execute", sql, parameters),
    ],
    __exit__: [
      "($self, type, value, traceback, /)",
      "Called when the connection is used as a context manager.\n\nIf there was any exception, a rollback takes place; otherwise we commit.",
      leave,
    ],
    interrupt: [
      "($self, /)",
      "Abort any pending database operation.",
      (self: PyConnection) => {
        self.checkOpen();
        self.forget();
        self.library.calls.sqlite3_interrupt(self.db);
      },
    ],
    iterdump: ["($self, /)", "Returns iterator to the dump of the database in an SQL text format.", iterDump],
    rollback: [
      "($self, /)",
      "Roll back to the start of any pending transaction.\n\nIf there is no open transaction, this method is a no-op.",
      (self: PyConnection) => {
        self.check();
        self.endTransaction("ROLLBACK");
      },
    ],
    set_authorizer: ["($self, /, authorizer_callback)", "Sets authorizer callback.", setAuthorizer],
    set_progress_handler: ["($self, /, progress_handler, n)", "Sets progress handler callback.", setProgressHandler],
    set_trace_callback: [
      "($self, /, trace_callback)",
      "Sets a trace callback called for each SQL statement (passed as unicode).",
      setTraceCallback,
    ],
    setlimit: [
      "($self, category, limit, /)",
      "Set connection run-time limits.\n\n  category\n    The limit category to be set.\n  limit\n    The new limit. If the new limit is a negative number, the limit is\n    unchanged.\n\nAttempts to increase a limit above its hard upper bound are silently truncated\nto the hard upper bound. Regardless of whether or not the limit was changed,\nthe prior value of the limit is returned.",
      limit,
    ],
    getlimit: [
      "($self, category, /)",
      "Get connection run-time limits.\n\n  category\n    The limit category to be queried.",
      (self: PyConnection, category: Value) => limit(self, category, -1),
    ],
    serialize: [
      "($self, /, *, name='main')",
      'Serialize a database into a byte string.\n\n  name\n    Which database to serialize.\n\nFor an ordinary on-disk database file, the serialization is just a copy of the\ndisk file. For an in-memory database or a "temp" database, the serialization is\nthe same sequence of bytes which would be written to disk if that database\nwere backed up to disk.',
      serialize,
    ],
    deserialize: [
      "($self, data, /, *, name='main')",
      "Load a serialized database.\n\n  data\n    The serialized database content.\n  name\n    Which database to reopen with the deserialization.\n\nThe deserialize interface causes the database connection to disconnect from the\ntarget database, and then reopen it as an in-memory database based on the given\nserialized data.\n\nThe deserialize interface will fail with SQLITE_BUSY if the database is\ncurrently in a read transaction or is involved in a backup operation.",
      deserialize,
    ],
    create_window_function: [
      "($self, name, num_params, aggregate_class, /)",
      "Creates or redefines an aggregate window function. Non-standard.\n\n  name\n    The name of the SQL aggregate window function to be created or\n    redefined.\n  num_params\n    The number of arguments the step and inverse methods takes.\n  aggregate_class\n    A class with step(), finalize(), value(), and inverse() methods.\n    Set to None to clear the window function.",
      createWindowFunction,
    ],
    blobopen: [
      "($self, table, column, row, /, *, readonly=False, name='main')",
      "Open and return a BLOB object.\n\n  table\n    Table name.\n  column\n    Column name.\n  row\n    Row index.\n  readonly\n    Open the BLOB without write permissions.\n  name\n    Database name.",
      blobOpen,
    ],
    setconfig: [
      "($self, op, enable=True, /)",
      "Set a boolean connection configuration option.\n\n  op\n    The configuration verb; one of the sqlite3.SQLITE_DBCONFIG codes.",
      setConfig,
    ],
    getconfig: [
      "($self, op, /)",
      "Query a boolean connection configuration option.\n\n  op\n    The configuration verb; one of the sqlite3.SQLITE_DBCONFIG codes.",
      (self: PyConnection, op: Value) => configure(self, op, -1),
    ],
  },
  members: {
    ...exceptionRows,
    row_factory: [
      (self) => self.rowFactory,
      (self, value) => {
        self.rowFactory = value ?? NONE;
      },
    ],
    text_factory: [
      (self) => self.textFactory,
      (self, value) => {
        self.textFactory = value ?? NONE;
      },
    ],
  },
  getset: {
    isolation_level: [
      (self) => {
        self.checkOpen();
        return self.isolationLevel === undefined ? NONE : strFromJs(self.isolationLevel);
      },
      setIsolationLevel,
    ],
    total_changes: [
      (self) => {
        self.checkOpen();
        return self.library.calls.sqlite3_total_changes(self.db);
      },
    ],
    in_transaction: [
      (self) => {
        self.checkOpen();
        return self.isInTransaction;
      },
    ],
    autocommit: [
      (self) => {
        self.check();
        return self.autocommit;
      },
      setAutocommit,
    ],
  },
});
