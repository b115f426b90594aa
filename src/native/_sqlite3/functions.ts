/**
 * Python functions, classes and collations in SQL, and a connection's authorizer, progress handler and trace callback
 * (CPython Modules/_sqlite/connection.c).
 *
 * An exception of theirs never leaves the library: SQLite is told of a failure, and the statement raises its own error.
 * `enable_callback_tracebacks` shows the exception itself.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf } from "../../objects/kernel/payload.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { AUTHORIZER_CODES, SQLITE_BLOB, SQLITE_FLOAT, SQLITE_INTEGER, SQLITE_NULL } from "./codes.ts";
import { sqliteError } from "./errors.ts";
import { type Library, TRANSIENT } from "./library.ts";
import { sqliteState } from "./state.ts";
import type { Trampoline } from "./trampolines.ts";
import { argumentReader, fromSql, type SqlValue, textOfUtf8, toSql } from "./values.ts";

/** What a handle stands for. */
interface Callback {
  readonly callable: Value;
}

/** An instance that an aggregate works with. */
interface Instance {
  readonly object: Value;
}

const POINTER_SIZE = 4;
const INT_MIN = -0x80000000;
const INT_MAX = 0x7fffffff;

/** Show an exception that ends here. */
function report(error: PyError, callable: Value): void {
  if (sqliteState().reportsCallbackErrors) hooks.unraisable(error.exception, undefined, callable);
}

/** Run Python code; `failed` makes the result if it raises. */
function guarded<T>(callable: Value, run: () => T, failed: (error: PyError) => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const result = failed(error);
    report(error, callable);
    return result;
  }
}

/** The functions whose pointers SQLite is given. */
class Callbacks {
  readonly pointers;
  private readonly names: (address: number) => Value;

  constructor(private readonly library: Library) {
    this.names = (address) => {
      return address === 0 ? NONE : textOfUtf8(library.cBytes(address));
    };
    this.pointers = library.point({
      call: ["viii", (context: number, count: number, values: number) => this.call(context, count, values)],
      step: ["viii", (context: number, count: number, values: number) => this.step(context, "step", count, values)],
      inverse: [
        "viii",
        (context: number, count: number, values: number) => this.step(context, "inverse", count, values),
      ],
      value: ["vi", (context: number) => this.aggregate(context, "value")],
      final: ["vi", (context: number) => this.finalize(context)],
      destroy: ["vi", (handle: number) => library.handles.delete(handle)],
      compare: [
        "iiiiii",
        (handle: number, leftSize: number, left: number, rightSize: number, right: number) =>
          this.compare(handle, library.copy(left, leftSize), library.copy(right, rightSize)),
      ],
      authorize: [
        "iiiiiii",
        (handle: number, action: number, ...names: number[]) => this.authorize(handle, action, names),
      ],
      progress: ["ii", (handle: number) => this.progress(handle)],
      trace: ["iiiii", (_mask: number, handle: number, statement: number) => this.trace(handle, statement)],
    } satisfies Record<string, Trampoline>);
  }

  private arguments(count: number, values: number): Value[] {
    const { library } = this;
    return Array.from({ length: count }, (_, index) =>
      fromSql(argumentReader(library, library.pointerAt(values + POINTER_SIZE * index))),
    );
  }

  private callable(context: number): Value {
    const { library } = this;
    return library.handles.get<Callback>(library.calls.sqlite3_user_data(context)).callable;
  }

  private fail(context: number, message: string, error?: PyError): void {
    const { library } = this;
    const { calls } = library;
    if (error?.is(EXCEPTIONS.MemoryError)) calls.sqlite3_result_error_nomem(context);
    else if (error?.is(EXCEPTIONS.OverflowError)) calls.sqlite3_result_error_toobig(context);
    else library.withStrings([message], (text) => calls.sqlite3_result_error(context, text, -1));
  }

  private setResult(context: number, value: SqlValue): void {
    const { library } = this;
    const { calls } = library;
    if (value.type === SQLITE_NULL) calls.sqlite3_result_null(context);
    else if (value.type === SQLITE_INTEGER) calls.sqlite3_result_int64(context, value.integer);
    else if (value.type === SQLITE_FLOAT) calls.sqlite3_result_double(context, value.float);
    else {
      const { bytes } = value;
      const address = library.lend(bytes);
      if (value.type === SQLITE_BLOB) calls.sqlite3_result_blob(context, address, bytes.length, TRANSIENT);
      else calls.sqlite3_result_text(context, address, bytes.length, TRANSIENT);
    }
  }

  /** The result of Python code is the function's; `message` says what failed. */
  private answer(context: number, callable: Value, message: string, run: () => Value): void {
    guarded(
      callable,
      () => {
        const value = toSql(run());
        if (value === undefined) this.fail(context, message);
        else this.setResult(context, value);
      },
      (error) => this.fail(context, message, error),
    );
  }

  private call(context: number, count: number, values: number): void {
    const callable = this.callable(context);
    this.answer(context, callable, "user-defined function raised exception", () =>
      call(callable, ...this.arguments(count, values)),
    );
  }

  /** The aggregate's instance, made by its first step; undefined if its class raised. */
  private instance(context: number, callable: Value): Value | undefined {
    const { library } = this;
    const place = library.calls.sqlite3_aggregate_context(context, POINTER_SIZE);
    const known = place === 0 ? 0 : library.pointerAt(place);
    if (known !== 0) return library.handles.get<Instance>(known).object;
    const message = "user-defined aggregate's '__init__' method raised error";
    return guarded<Value | undefined>(
      callable,
      () => {
        const object = call(callable);
        library.setInt(place, library.handles.add({ object }));
        return object;
      },
      (error) => {
        this.fail(context, message, error);
        return undefined;
      },
    );
  }

  /** A method of the instance; undefined, and SQLite knows, if it has none. */
  private method(context: number, callable: Value, object: Value, name: string): Value | undefined {
    return guarded<Value | undefined>(
      callable,
      () => getAttr(object, name),
      () => {
        this.fail(context, `user-defined aggregate's '${name}' method not defined`);
        return undefined;
      },
    );
  }

  private step(context: number, name: "step" | "inverse", count: number, values: number): void {
    const callable = this.callable(context);
    const object = this.instance(context, callable);
    if (object === undefined) return;
    const method = this.method(context, callable, object, name);
    if (method === undefined) return;
    guarded(
      callable,
      () => void call(method, ...this.arguments(count, values)),
      (error) => this.fail(context, `user-defined aggregate's '${name}' method raised error`, error),
    );
  }

  private aggregate(context: number, name: "value" | "finalize"): void {
    const { library } = this;
    const place = library.calls.sqlite3_aggregate_context(context, 0);
    const handle = place === 0 ? 0 : library.pointerAt(place);
    if (handle === 0) return;
    const callable = this.callable(context);
    const { object } = library.handles.get<Instance>(handle);
    const method = this.method(context, callable, object, name);
    if (method === undefined) return;
    this.answer(context, callable, `user-defined aggregate's '${name}' method raised error`, () => call(method));
  }

  private finalize(context: number): void {
    const { library } = this;
    this.aggregate(context, "finalize");
    const place = library.calls.sqlite3_aggregate_context(context, 0);
    if (place === 0) return;
    library.handles.delete(library.pointerAt(place));
    library.setInt(place, 0);
  }

  private compare(handle: number, left: Uint8Array, right: Uint8Array): number {
    const { callable } = this.library.handles.get<Callback>(handle);
    return guarded(
      callable,
      () => {
        const result = intOf(call(callable, textOfUtf8(left), textOfUtf8(right))) ?? 0;
        return result > 0 ? 1 : result < 0 ? -1 : 0;
      },
      (error) => {
        // SQLite cannot be told: the statement raises it when it comes back.
        this.library.pending ??= error;
        return 0;
      },
    );
  }

  private authorize(handle: number, action: number, names: readonly number[]): number {
    const { callable } = this.library.handles.get<Callback>(handle);
    return guarded<number>(
      callable,
      () => {
        const answer = intOf(call(callable, action, ...names.map(this.names)));
        if (answer === undefined || answer < INT_MIN || answer > INT_MAX) return AUTHORIZER_CODES.SQLITE_DENY;
        return Number(answer);
      },
      () => AUTHORIZER_CODES.SQLITE_DENY,
    );
  }

  private progress(handle: number): number {
    const { callable } = this.library.handles.get<Callback>(handle);
    return guarded(
      callable,
      () => (isTrue(call(callable)) ? 1 : 0),
      () => 1,
    );
  }

  private trace(handle: number, statement: number): number {
    const { library } = this;
    const { calls } = library;
    const { callable } = library.handles.get<Callback>(handle);
    guarded(
      callable,
      () => {
        const expanded = calls.sqlite3_expanded_sql(statement);
        if (expanded === 0) {
          report(sqliteError("DataError", "Expanded SQL string exceeds the maximum string length"), callable);
          call(callable, this.names(calls.sqlite3_sql(statement)));
          return;
        }
        const text = library.cBytes(expanded);
        calls.sqlite3_free(expanded);
        call(callable, textOfUtf8(text));
      },
      () => undefined,
    );
    return 0;
  }
}

const callbacks = new WeakMap<Library, Callbacks>();

/** The pointers to give to SQLite. */
export function callbackPointers(library: Library): Callbacks["pointers"] {
  let own = callbacks.get(library);
  if (own === undefined) {
    own = new Callbacks(library);
    callbacks.set(library, own);
  }
  return own.pointers;
}

/** A handle of a Python callable. */
export function callbackHandle(library: Library, callable: Value): number {
  return library.handles.add({ callable } satisfies Callback);
}

/** A handle of a callable, or 0 of None, which takes the place of one. */
export function optionalHandle(library: Library, callable: Value): number {
  return callable === NONE ? 0 : callbackHandle(library, callable);
}
