/** A compiled SQL statement (CPython Modules/_sqlite/statement.c), and the statements that a connection keeps compiled. */
import { defineType } from "../../objects/kernel/define.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { SQLITE_BUSY, SQLITE_DONE } from "./codes.ts";
import type { PyConnection } from "./connection.ts";
import { programmingError } from "./errors.ts";
import type { Library } from "./library.ts";
import { utf8 } from "./values.ts";

export const STATEMENT: PyType = defineType("sqlite3.Statement", { traits: { noConstructor: true } });

export class PyStatement extends PyObject {
  /** Is it among those that are kept? Others end when they have run. */
  isKept = false;

  constructor(
    private readonly library: Library,
    /** 0 for text without a statement. */
    public address: number,
    /** Does it insert, change or delete rows? */
    readonly isDml: boolean,
  ) {
    super(STATEMENT);
  }

  get isBusy(): boolean {
    return this.address !== 0 && this.library.calls.sqlite3_stmt_busy(this.address) !== 0;
  }

  /** To the next row; a result code. */
  step(connection: PyConnection): number {
    if (this.address === 0) return SQLITE_DONE;
    const { calls } = this.library;
    const result = connection.patiently(() => {
      const code = calls.sqlite3_step(this.address);
      // A statement that found the database locked begins anew.
      if (code === SQLITE_BUSY) calls.sqlite3_reset(this.address);
      return code;
    });
    const { pending } = this.library;
    this.library.pending = undefined;
    if (pending !== undefined) throw pending;
    return result;
  }

  /** To the next row without waiting for a lock. */
  stepOnce(): number {
    return this.library.calls.sqlite3_step(this.address);
  }

  /** To its beginning: it can be given other arguments. */
  rewind(): void {
    if (this.address !== 0) this.library.calls.sqlite3_reset(this.address);
  }

  reset(): void {
    this.rewind();
    if (!this.isKept) this.end();
  }

  end(): void {
    if (this.address !== 0) this.library.calls.sqlite3_finalize(this.address);
    this.address = 0;
  }
}

const SPACE = " \t\f\n\r";
const DML = /^(insert|update|delete|replace)/i;

/** The place of the first character that is neither space nor comment; the length if there is none. */
function skipComments(sql: string): number {
  let place = 0;
  while (place < sql.length) {
    let end: number;
    if (SPACE.includes(sql[place])) end = place + 1;
    else if (sql.startsWith("--", place)) end = after(sql, "\n", place + 2);
    else if (sql.startsWith("/*", place)) end = after(sql, "*/", place + 2);
    else return place;
    place = end;
  }
  return place;
}

function after(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from);
  return found < 0 ? sql.length : found + mark.length;
}

const latin1 = new TextDecoder("latin1");

/** Compile the text of one statement. */
export function compileStatement(connection: PyConnection, text: Value): PyStatement {
  const { library } = connection;
  const sql = utf8(text);
  connection.checkLength(sql);
  if (sql.includes(0)) throw programmingError("the query contains a null character");
  const { address, rest } = connection.prepare(sql);
  const tail = latin1.decode(rest);
  if (skipComments(tail) < tail.length) {
    library.calls.sqlite3_finalize(address);
    throw programmingError("You can only execute one statement at a time.");
  }
  const start = latin1.decode(sql);
  const isDml = DML.test(start.slice(skipComments(start)).slice(0, 7));
  return new PyStatement(library, address, isDml);
}

/** It ends now, or when it has run. */
function drop(statement: PyStatement): void {
  statement.isKept = false;
  if (!statement.isBusy) statement.end();
}

/** The statements that were used last. */
export class StatementCache {
  private readonly kept = new Map<string, PyStatement>();

  constructor(private readonly size: number) {}

  find(connection: PyConnection, text: Value): PyStatement {
    if (typeof text !== "string") return compileStatement(connection, text);
    const known = this.kept.get(text);
    if (known !== undefined) {
      this.kept.delete(text);
      this.kept.set(text, known);
      return known.isBusy ? compileStatement(connection, text) : known;
    }
    const statement = compileStatement(connection, text);
    if (this.size > 0) this.keep(text, statement);
    return statement;
  }

  private keep(text: string, statement: PyStatement): void {
    statement.isKept = true;
    this.kept.set(text, statement);
    if (this.kept.size <= this.size) return;
    const [[oldest, dropped]] = this.kept;
    this.kept.delete(oldest);
    drop(dropped);
  }

  clear(): void {
    for (const statement of this.kept.values()) drop(statement);
    this.kept.clear();
  }
}
