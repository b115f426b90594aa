/** Cursors: running statements and fetching their rows (CPython Modules/_sqlite/cursor.c). */
import { call } from "../../objects/kernel/call.ts";
import { BYTEARRAY, BYTES, DICT, NONE, STR, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { getItem, isSequence, iter, length, next } from "../../objects/kernel/iterate.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, PyBytes, PyList, PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { PyError, suppress, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { byteArrayOf } from "../../objects/types/buffer.ts";
import { textArgument } from "../../objects/types/text.ts";
import { adaptArgument } from "./adapters.ts";
import { SQLITE_BLOB, SQLITE_DONE, SQLITE_FLOAT, SQLITE_INTEGER, SQLITE_NULL, SQLITE_OK, SQLITE_ROW } from "./codes.ts";
import { type Dependent, PARSE_COLNAMES, PARSE_DECLTYPES, PyConnection } from "./connection.ts";
import { operationalError, programmingError, sqliteError } from "./errors.ts";
import { TRANSIENT } from "./library.ts";
import { sqliteState } from "./state.ts";
import type { PyStatement } from "./statement.ts";
import { columnReader, fromSql, textOfUtf8, toSql, utf8, type ValueReader } from "./values.ts";

export class PyCursor extends PyObject implements Dependent {
  /** Undefined before `__init__`. */
  connection: PyConnection | undefined = undefined;
  isClosed = false;
  /** Is Python code run for it, which must not use it? */
  isLocked = false;
  description: Value = NONE;
  arraySize = 1;
  lastRowId: Value = NONE;
  rowCount: number | bigint = -1;
  rowFactory: Value = NONE;
  /** It stands on a row; undefined if there are none, or no more. */
  statement: PyStatement | undefined = undefined;
  /** Rows that were fetched before they were asked for; an error in the place of one that could not be. */
  private fetched: (Value | PyError)[] = [];
  /** The converter of each column, if the connection has any. */
  private converters: readonly (Value | undefined)[] = [];

  constructor(cls: PyType) {
    super(cls);
  }

  check(): PyConnection {
    const { connection } = this;
    if (connection === undefined) throw programmingError("Base Cursor.__init__ not called.");
    if (this.isClosed) throw programmingError("Cannot operate on a closed cursor.");
    if (this.isLocked) throw programmingError("Recursive use of cursors not allowed.");
    connection.check();
    return connection;
  }

  /** End the statement. */
  private endStatement(): void {
    this.statement?.reset();
    this.statement = undefined;
    this.connection?.dependents.delete(this);
  }

  release(): void {
    this.endStatement();
    this.fetched = [];
  }

  letGo(): void {
    const { connection, statement } = this;
    if (connection === undefined || statement === undefined || this.isLocked || statement.isDml) return;
    if (!connection.hasFunctions) this.fetchAhead(connection, statement);
    else {
      // To go on would run them, which CPython would not do. Should somebody come for the rows, there is an error.
      this.endStatement();
      this.fetched = [sqliteError("InterfaceError", "Cursor needed to be reset and can no longer be fetched from.")];
    }
  }

  /** Fetch what is left now, unless it is too much. */
  private fetchAhead(connection: PyConnection, statement: PyStatement): void {
    if (this.fetched.length > 0) return;
    const rows: (Value | PyError)[] = [];
    let code = SQLITE_ROW as number;
    while (code === SQLITE_ROW && rows.length < MOST_ROWS_AHEAD) {
      try {
        rows.push(this.exclusively(() => this.row(connection, statement)));
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        rows.push(error);
      }
      code = statement.stepOnce();
    }
    if (code !== SQLITE_DONE && code !== SQLITE_ROW) rows.push(connection.error());
    this.fetched = rows.reverse();
    if (code !== SQLITE_ROW) this.endStatement();
  }

  /** Run Python code that must not come back here. */
  private exclusively<T>(run: () => T): T {
    this.isLocked = true;
    try {
      return run();
    } finally {
      this.isLocked = false;
    }
  }

  execute(sql: Value, parameters: Value): void {
    this.run(this.check(), sql, undefined, () => [parameters][Symbol.iterator]());
  }

  executeMany(sql: Value, sets: Value): void {
    const connection = this.check();
    const iterator = this.exclusively(() => iter(sets));
    this.run(connection, sql, iterator, () => itemsOf(iterator));
  }

  private run(connection: PyConnection, sql: Value, many: Value | undefined, sets: () => Iterator<Value>): void {
    this.isLocked = true;
    let done = false;
    try {
      this.release();
      this.description = NONE;
      this.rowCount = -1;
      const statement = connection.statement(sql);
      if (many !== undefined && !statement.isDml && isReadOnlyQuery(connection, statement)) {
        throw programmingError("executemany() can only execute DML statements.");
      }
      if (statement.isDml) this.rowCount = 0;
      this.statement = statement;
      if (statement.isDml) connection.beginImplicitly();
      this.runAll(connection, statement, sets());
      if (many === undefined) this.lastRowId = this.insertedRow(connection);
      done = true;
    } finally {
      this.isLocked = false;
      if (!done) {
        this.release();
        this.rowCount = -1;
      }
    }
  }

  private insertedRow(connection: PyConnection): Value {
    return intFromBigInt(connection.library.calls.sqlite3_last_insert_rowid(connection.db));
  }

  private runAll(connection: PyConnection, statement: PyStatement, sets: Iterator<Value>): void {
    const { calls } = connection.library;
    let code = SQLITE_DONE as number;
    for (let set = sets.next(); set.done !== true; set = sets.next()) {
      bindAll(connection, statement, set.value);
      connection.checkOpen();
      code = statement.step(connection);
      if (code !== SQLITE_DONE && code !== SQLITE_ROW) throw connection.error();
      this.describe(connection, statement);
      if (code === SQLITE_DONE) {
        if (statement.isDml) this.rowCount = Number(this.rowCount) + calls.sqlite3_changes(connection.db);
        statement.rewind();
      }
    }
    if (code !== SQLITE_ROW) {
      this.release();
      return;
    }
    connection.depend(this);
    this.isLocked = false;
    // A pragma that changes something has done so when it ends, and nobody may fetch its rows.
    if (!statement.isDml && !isReadOnlyQuery(connection, statement)) this.fetchAhead(connection, statement);
  }

  private describe(connection: PyConnection, statement: PyStatement): void {
    if (statement.address === 0 || this.description !== NONE) return;
    const { library, detectTypes } = connection;
    const count = library.calls.sqlite3_column_count(statement.address);
    if (count === 0) return;
    const names = Array.from({ length: count }, (_, column) =>
      library.cBytes(library.calls.sqlite3_column_name(statement.address, column)),
    );
    const cutsType = (detectTypes & PARSE_COLNAMES) !== 0;
    const columns = names.map((name) => {
      const text = textOfUtf8(cutsType ? withoutType(name) : name);
      return tuple([text, NONE, NONE, NONE, NONE, NONE, NONE]);
    });
    this.description = tuple(columns);
    this.converters =
      detectTypes === 0 ? [] : names.map((name, column) => findConverter(connection, statement, name, column));
  }

  /** The next row; undefined if there is none. */
  nextRow(): Value | undefined {
    const connection = this.check();
    const { statement } = this;
    const ahead = this.fetched.pop();
    if (ahead instanceof PyError) throw ahead;
    if (ahead !== undefined) return this.made(ahead);
    if (statement === undefined) return undefined;
    const row = this.exclusively(() => this.row(connection, statement));
    const code = statement.step(connection);
    if (code === SQLITE_DONE) {
      if (statement.isDml) this.rowCount = connection.library.calls.sqlite3_changes(connection.db);
      this.release();
    } else if (code !== SQLITE_ROW) {
      const error = connection.error();
      this.release();
      throw error;
    }
    return this.made(row);
  }

  /** A row as the program wants it. */
  private made(row: Value): Value {
    return this.rowFactory === NONE ? row : call(this.rowFactory, this, row);
  }

  private row(connection: PyConnection, statement: PyStatement): PyTuple {
    const { library } = connection;
    const count = library.calls.sqlite3_data_count(statement.address);
    const items: Value[] = [];
    for (let column = 0; column < count; column++) {
      const converter = this.converters[column];
      const reader = columnReader(library, statement.address, column);
      if (converter === undefined)
        items.push(fromSql(reader, (bytes) => columnText(connection, statement, column, bytes)));
      else items.push(converted(converter, reader));
    }
    return new PyTuple(items);
  }

  executeScript(script: Value): void {
    const connection = this.check();
    if (!isText(script)) throw typeError(`executescript() argument must be str, not ${typeOf(script).name}`);
    let sql = utf8(script);
    if (sql.includes(0)) throw valueError("embedded null character");
    connection.checkLength(sql);
    this.release();
    if (connection.autocommit === -1 && connection.isInTransaction) connection.run("COMMIT");
    while (sql.length > 0) {
      const { address, rest } = connection.prepare(sql);
      connection.finish(address);
      sql = rest;
    }
  }
}

const isText = (value: Value): boolean => typeof value === "string" || typeOf(value).mro.includes(STR);

function* itemsOf(iterator: Value): Generator<Value> {
  for (let item = next(iterator); item !== undefined; item = next(iterator)) yield item;
}

/** A statement that only reads, whose rows nobody would see. */
function isReadOnlyQuery(connection: PyConnection, statement: PyStatement): boolean {
  const { calls } = connection.library;
  return statement.address !== 0 && calls.sqlite3_stmt_readonly(statement.address) !== 0;
}

/** As far is a forgotten cursor read, whose rows are kept for whoever has it after all. */
const MOST_ROWS_AHEAD = 100_000;

/** A converter is not asked of NULL, nor of what is empty. */
function converted(converter: Value, reader: ValueReader): Value {
  const bytes = reader.type() === SQLITE_NULL ? undefined : reader.bytes(false);
  return bytes === undefined || bytes.length === 0 ? NONE : call(converter, new PyBytes(bytes));
}

const openingBracket = "[".charCodeAt(0);
const closingBracket = "]".charCodeAt(0);
const space = " ".charCodeAt(0);

/** A column's name as it is described: what stands before " [type]". */
function withoutType(name: Uint8Array): Uint8Array {
  const bracket = name.indexOf(openingBracket);
  if (bracket < 0) return name;
  return name.subarray(0, bracket > 0 && name[bracket - 1] === space ? bracket - 1 : bracket);
}

function converterNamed(name: Uint8Array): Value | undefined {
  const text = new TextDecoder().decode(name);
  return sqliteState().converters.get(strFromJs(text.toUpperCase()));
}

/** The converter that a column's name or its declared type asks for. */
function findConverter(
  connection: PyConnection,
  statement: PyStatement,
  name: Uint8Array,
  column: number,
): Value | undefined {
  const { library, detectTypes } = connection;
  if ((detectTypes & PARSE_COLNAMES) !== 0) {
    const start = name.indexOf(openingBracket);
    const end = name.indexOf(closingBracket, start + 1);
    const found = start >= 0 && end >= 0 ? converterNamed(name.subarray(start + 1, end)) : undefined;
    if (found !== undefined) return found;
  }
  if ((detectTypes & PARSE_DECLTYPES) === 0) return undefined;
  const declared = library.calls.sqlite3_column_decltype(statement.address, column);
  if (declared === 0) return undefined;
  const type = library.cBytes(declared);
  const end = type.findIndex((byte) => byte === space || byte === "(".charCodeAt(0));
  return converterNamed(end < 0 ? type : type.subarray(0, end));
}

/** A text as the connection wants it. */
function columnText(connection: PyConnection, statement: PyStatement, column: number, bytes: Uint8Array): Value {
  const { textFactory, library } = connection;
  if (textFactory === BYTES) return new PyBytes(bytes);
  if (textFactory === BYTEARRAY) return byteArrayOf(bytes);
  if (textFactory !== STR) return call(textFactory, new PyBytes(bytes));
  const text = suppress(EXCEPTIONS.UnicodeDecodeError, () => textOfUtf8(bytes));
  if (text !== undefined) return text;
  const name = library.cText(library.calls.sqlite3_column_name(statement.address, column));
  const shown = new TextDecoder().decode(bytes);
  throw operationalError(`Could not decode to UTF-8 column '${name}' with text '${shown}'`);
}

/** Give a statement its arguments: by their places, or by names. */
function bindAll(connection: PyConnection, statement: PyStatement, parameters: Value): void {
  const { calls } = connection.library;
  const wanted = statement.address === 0 ? 0 : calls.sqlite3_bind_parameter_count(statement.address);
  const state = sqliteState();
  const type = typeOf(parameters);
  if (
    parameters instanceof PyTuple ||
    parameters instanceof PyList ||
    (type !== DICT && isSequence(type) && !(parameters instanceof PyDict))
  ) {
    const count = length(parameters);
    if (count !== wanted) {
      throw programmingError(
        `Incorrect number of bindings supplied. The current statement uses ${wanted}, and there are ${count} supplied.`,
      );
    }
    for (let index = 1; index <= wanted; index++) {
      warnOfName(connection, statement, index);
      bind(connection, statement, index, adaptArgument(state, getItem(parameters, index - 1)));
    }
    return;
  }
  if (type.slots.__getitem__ === undefined) throw programmingError("parameters are of unsupported type");
  for (let index = 1; index <= wanted; index++) {
    const name = parameterName(connection, statement, index);
    if (name === undefined) {
      throw programmingError(`Binding ${index} has no name, but you supplied a dictionary (which has only names).`);
    }
    const value = suppress(EXCEPTIONS.LookupError, () => getItem(parameters, strFromJs(name.slice(1))));
    if (value === undefined)
      throw programmingError(`You did not supply a value for binding parameter :${name.slice(1)}.`);
    bind(connection, statement, index, adaptArgument(state, value));
  }
}

function parameterName({ library }: PyConnection, statement: PyStatement, index: number): string | undefined {
  return library.cText(library.calls.sqlite3_bind_parameter_name(statement.address, index));
}

function warnOfName(connection: PyConnection, statement: PyStatement, index: number): void {
  const name = parameterName(connection, statement, index);
  if (name === undefined || name.startsWith("?")) return;
  hooks.warn(
    EXCEPTIONS.DeprecationWarning,
    strFromJs(
      `Binding ${index} ('${name}') is a named parameter, but you supplied a sequence which requires nameless ` +
        "(qmark) placeholders. Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.",
    ),
    1,
  );
}

function bind(connection: PyConnection, { address }: PyStatement, index: number, argument: Value): void {
  const { library } = connection;
  const { calls } = library;
  const value = toSql(argument);
  if (value === undefined) {
    throw programmingError(`Error binding parameter ${index}: type '${typeOf(argument).name}' is not supported`);
  }
  let code: number;
  if (value.type === SQLITE_NULL) code = calls.sqlite3_bind_null(address, index);
  else if (value.type === SQLITE_INTEGER) code = calls.sqlite3_bind_int64(address, index, value.integer);
  else if (value.type === SQLITE_FLOAT) code = calls.sqlite3_bind_double(address, index, value.float);
  else {
    const { bytes } = value;
    const place = library.lend(bytes);
    const isBlob = value.type === SQLITE_BLOB;
    const store = isBlob ? calls.sqlite3_bind_blob : calls.sqlite3_bind_text;
    code = store(address, index, place, bytes.length, TRANSIENT);
  }
  if (code !== SQLITE_OK) throw connection.error();
}

function initialize(self: PyCursor, args: Value[], names: readonly string[]): void {
  if (names.length > 0) throw typeError("Cursor() takes no keyword arguments");
  if (args.length !== 1) throw typeError(`Cursor expected 1 argument, got ${args.length}`);
  const [connection] = args;
  if (!(connection instanceof PyConnection)) {
    throw typeError(`Cursor() argument 1 must be sqlite3.Connection, not ${typeName(connection)}`);
  }
  if (self.isLocked) throw programmingError("Recursive use of cursors not allowed.");
  connection.checkThread();
  if (self.connection !== undefined) self.release();
  self.connection = connection;
  self.isClosed = false;
  self.description = NONE;
  self.lastRowId = NONE;
  self.arraySize = 1;
  self.rowCount = -1;
  self.rowFactory = NONE;
}

function close(self: PyCursor): void {
  if (self.isLocked) throw programmingError("Recursive use of cursors not allowed.");
  if (self.connection === undefined) throw programmingError("Base Cursor.__init__ not called.");
  self.connection.check();
  self.release();
  self.isClosed = true;
}

function fetchRows(self: PyCursor, most: number): Value {
  const rows: Value[] = [];
  while (rows.length < most) {
    const row = self.nextRow();
    if (row === undefined) break;
    rows.push(row);
  }
  return new PyList(rows);
}

/** An int attribute of C's. */
function setArraySize(self: PyCursor, value: Value | undefined): void {
  if (value === undefined) throw typeError("can't delete numeric/char attribute");
  self.arraySize = intArgument(value);
}

export const CURSOR: PyType = defineType<PyCursor>("sqlite3.Cursor", {
  doc: "SQLite database cursor class.",
  traits: { basetype: true, weakrefs: true },
  allocate: (cls) => new PyCursor(cls),
  slots: {
    __init__: (self, args, kwnames) => {
      const names = kwnames ?? [];
      initialize(self as PyCursor, args.slice(0, args.length - names.length), names);
    },
    __iter__: (self) => self,
    __next__: (self) => self.nextRow(),
  },
  methods: {
    close: ["($self, /)", "Closes the cursor.", close],
    executemany: [
      "($self, sql, seq_of_parameters, /)",
      "Repeatedly executes an SQL statement.",
      (self: PyCursor, sql: Value, sets: Value) => {
        textArgument(sql, "executemany", "argument 1");
        self.executeMany(sql, sets);
        return self;
      },
    ],
    executescript: [
      "($self, sql_script, /)",
      "Executes multiple SQL statements at once.",
      (self: PyCursor, script: Value) => {
        textArgument(script, "executescript", "argument");
        self.executeScript(script);
        return self;
      },
    ],
    execute: [
      "($self, sql, parameters=(), /)",
      "Executes an SQL statement.",
      (self: PyCursor, sql: Value, parameters: Value) => {
        textArgument(sql, "execute", "argument 1");
        self.execute(sql, parameters);
        return self;
      },
    ],
    fetchall: [
      "($self, /)",
      "Fetches all rows from the resultset.",
      (self: PyCursor) => fetchRows(self, Number.POSITIVE_INFINITY),
    ],
    fetchmany: [
      "($self, /, size=<unrepresentable>)",
      "Fetches several rows from the resultset.\n\n  size\n    The default value is set by the Cursor.arraysize attribute.",
      (self: PyCursor, size: Value | undefined) => {
        const most = size === undefined ? self.arraySize : intArgument(size);
        return fetchRows(self, most <= 0 ? Number.POSITIVE_INFINITY : most);
      },
    ],
    fetchone: ["($self, /)", "Fetches one row from the resultset.", (self: PyCursor) => self.nextRow() ?? NONE],
    setinputsizes: ["($self, sizes, /)", "Required by DB-API. Does nothing in sqlite3.", () => undefined],
    setoutputsize: ["($self, size, column=None, /)", "Required by DB-API. Does nothing in sqlite3.", () => undefined],
  },
  members: {
    connection: [(self) => self.connection ?? NONE],
    description: [(self) => self.description],
    arraysize: [(self) => self.arraySize, setArraySize],
    lastrowid: [(self) => self.lastRowId],
    rowcount: [(self) => self.rowCount],
    row_factory: [
      (self) => self.rowFactory,
      (self, value) => {
        self.rowFactory = value ?? NONE;
      },
    ],
  },
});
