/**
 * What a connection holds and does below Python's methods (CPython Modules/_sqlite/connection.c): opening, closing,
 * compiling, transactions.
 *
 * Trap: nobody waits inside the library, for its JavaScript frames would hold all Python threads. It finds a lock taken
 * at once, and `patiently` tries again while other threads run.
 */
import { NONE, STR } from "../../objects/kernel/core-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import type { PyError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { current } from "../../vm/thread.ts";
import { LIMITS, SQLITE_BUSY, SQLITE_DONE, SQLITE_LOCKED, SQLITE_OK, SQLITE_ROW } from "./codes.ts";
import { codeError, lastError, programmingError, sqliteError } from "./errors.ts";
import type { Library } from "./library.ts";
import type { PyStatement, StatementCache } from "./statement.ts";

export const LEGACY_TRANSACTION_CONTROL = -1;
export const PARSE_DECLTYPES = 1;
export const PARSE_COLNAMES = 2;

/** What commits: the program alone, nobody, or the library after every statement. */
export type Autocommit = typeof LEGACY_TRANSACTION_CONTROL | false | true;

/** Something that ends with its connection, and that somebody may have forgotten before that. */
export interface Dependent extends PyObject {
  /** The end. */
  release(): void;
  /** Hold no lock any more, if that can be, and lose nothing unnoticed. */
  letGo(): void;
}

/** Milliseconds between attempts, as SQLite's own busy handler waits; then the last again. */
const DELAYS = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100];

export class PyConnection extends PyObject {
  isInitialized = false;
  /** 0 if it is closed. */
  db = 0;
  declare library: Library;
  declare cache: StatementCache;
  /** Milliseconds to wait for a lock. */
  timeout = 0;
  /** Are there functions of the program's in its SQL? */
  hasFunctions = false;
  detectTypes = 0;
  isolationLevel: string | undefined = "";
  autocommit: Autocommit = LEGACY_TRANSACTION_CONTROL;
  checksThread = true;
  thread = 0;
  rowFactory: Value = NONE;
  textFactory: Value = STR;
  /** Handles of the callbacks that the library does not free itself. */
  authorizer = 0;
  progress = 0;
  trace = 0;
  rowWatch = 0;
  /** Cursors in the middle of their rows, and open blobs. */
  readonly dependents = new Set<Dependent>();

  constructor(cls: PyType) {
    super(cls);
  }

  checkThread(): void {
    const { ident } = current.thread;
    if (!this.isInitialized || !this.checksThread || ident === this.thread) return;
    throw programmingError(
      "SQLite objects created in a thread can only be used in that same thread. " +
        `The object was created in thread id ${this.thread} and this is thread id ${ident}.`,
    );
  }

  checkOpen(): void {
    if (!this.isInitialized) throw programmingError("Base Connection.__init__ not called.");
    if (this.db === 0) throw programmingError("Cannot operate on a closed database.");
  }

  check(): void {
    this.checkThread();
    this.checkOpen();
  }

  /** What the last call reported. */
  error(): PyError {
    return lastError(this.library, this.db);
  }

  /** Do it until the database is not locked any more, or the time is over; the result code. */
  patiently(attempt: () => number): number {
    let code = this.forgetfully(attempt);
    let waited = 0;
    for (let turn = 0; code === SQLITE_BUSY && waited < this.timeout; turn++) {
      const delay = Math.min(DELAYS[Math.min(turn, DELAYS.length - 1)], this.timeout - waited);
      hooks.waitFor(() => false, delay / 1000);
      waited += delay;
      code = attempt();
    }
    return code;
  }

  /** Do it once more if what is in the way are cursors that nobody has any more; the result code. */
  forgetfully(attempt: () => number): number {
    const code = attempt();
    if (!isLocked(code)) return code;
    this.forget();
    return attempt();
  }

  /** Free the locks of cursors that no variable seems to hold any more: CPython would have ended them. */
  forget(): void {
    const dependents = [...connectionsOf(this.library)].flatMap((connection) => [...connection.dependents]);
    for (const dependent of dependents) if (!hooks.isHeld(dependent)) dependent.letGo();
  }

  checkLength(sql: Uint8Array): void {
    const limit = this.library.calls.sqlite3_limit(this.db, LIMITS.SQLITE_LIMIT_SQL_LENGTH, -1);
    if (sql.length > limit) throw sqliteError("DataError", "query string is too large");
  }

  /** Compile the first statement; 0 is none. And what follows it. */
  prepare(sql: Uint8Array): { address: number; rest: Uint8Array } {
    const { library } = this;
    return library.withStrings([sql], (text) =>
      library.withRoom(8, (room) => {
        const code = this.patiently(() =>
          library.calls.sqlite3_prepare_v2(this.db, text, sql.length + 1, room, room + 4),
        );
        if (code !== SQLITE_OK) throw this.error();
        return { address: library.pointerAt(room), rest: sql.slice(library.pointerAt(room + 4) - text) };
      }),
    );
  }

  /** Run a statement without arguments or results. */
  run(sql: string | Uint8Array): void {
    const { address } = this.prepare(typeof sql === "string" ? new TextEncoder().encode(sql) : sql);
    this.finish(address);
  }

  /** Run a compiled statement to its end, and forget it. */
  finish(address: number): void {
    const { calls } = this.library;
    let code = SQLITE_ROW as number;
    while (code === SQLITE_ROW && address !== 0) {
      code = this.patiently(() => {
        const result = calls.sqlite3_step(address);
        if (result === SQLITE_BUSY) calls.sqlite3_reset(address);
        return result;
      });
    }
    const error = code === SQLITE_DONE || address === 0 ? undefined : this.error();
    calls.sqlite3_finalize(address);
    if (error !== undefined) throw error;
  }

  get isInTransaction(): boolean {
    return this.library.calls.sqlite3_get_autocommit(this.db) === 0;
  }

  /** Before a statement that changes rows, where the program did not begin a transaction itself. */
  beginImplicitly(): void {
    if (this.autocommit !== LEGACY_TRANSACTION_CONTROL || this.isolationLevel === undefined) return;
    if (!this.isInTransaction) this.run(`BEGIN ${this.isolationLevel}`);
  }

  /** COMMIT or ROLLBACK, as far as there is something to end. */
  endTransaction(how: "COMMIT" | "ROLLBACK"): void {
    if (this.autocommit === LEGACY_TRANSACTION_CONTROL) {
      if (this.isInTransaction) this.run(how);
    } else if (this.autocommit === false) {
      this.run(how);
      this.run("BEGIN");
    }
  }

  /** A cursor has rows left, or a blob is open. */
  depend(dependent: Dependent): void {
    this.dependents.add(dependent);
  }

  open(db: number): void {
    this.db = db;
    connectionsOf(this.library).add(this);
  }

  close(): void {
    if (this.db === 0) return;
    if (this.autocommit === false && this.isInTransaction) this.run("ROLLBACK");
    for (const dependent of [...this.dependents]) dependent.release();
    this.leaveDatabase();
  }

  /** The database itself stays open as long as there are cursors in the middle of their rows. */
  leaveDatabase(): void {
    if (this.db === 0) return;
    const { library, db } = this;
    this.dependents.clear();
    this.cache.clear();
    this.db = 0;
    connectionsOf(library).delete(this);
    const code = library.calls.sqlite3_close_v2(db);
    for (const handle of [this.authorizer, this.progress, this.trace, this.rowWatch]) library.handles.delete(handle);
    this.authorizer = 0;
    this.progress = 0;
    this.trace = 0;
    this.rowWatch = 0;
    if (code !== SQLITE_OK) throw codeError(library, code);
  }

  /** A statement of this text, compiled before or now. */
  statement(text: Value): PyStatement {
    return this.cache.find(this, text);
  }
}

const openConnections = new WeakMap<Library, Set<PyConnection>>();

/** Every open connection of an interpreter. */
function connectionsOf(library: Library): Set<PyConnection> {
  const known = openConnections.get(library) ?? new Set();
  openConnections.set(library, known);
  return known;
}

export const isLocked = (code: number): boolean => code === SQLITE_BUSY || code === SQLITE_LOCKED;
