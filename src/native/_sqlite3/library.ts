/**
 * The SQLite library: SQLite's own WebAssembly build (npm's @sqlite.org/sqlite-wasm) in its memory, with C's calls.
 *
 * Nothing of the package's JavaScript is used, for it loads asynchronously and has no files on Node. What the library asks
 * of the C library around it comes from here; its files come from vfs.ts, so that no system call is ever made.
 *
 * Trap: memory grows, and then every view of it is dead: take `bytes` anew after each call into the library.
 */
import { host } from "../../host/current.ts";
import { ERRNO } from "../../host/errno.ts";
import type { Host } from "../../host/host.ts";
import { readLibraryFile } from "../../importing/library-files.ts";
import { memoryError } from "../../objects/kernel/raise.ts";
import { addTrampolines, type Trampoline } from "./trampolines.ts";

type Pointer = number;

/** The calls that are used; pointers and C ints are numbers, 64-bit integers are bigints. */
export interface Calls {
  malloc(size: number): Pointer;
  free(pointer: Pointer): void;
  sqlite3_aggregate_context(context: Pointer, size: number): Pointer;
  sqlite3_backup_finish(backup: Pointer): number;
  sqlite3_backup_init(target: Pointer, targetName: Pointer, source: Pointer, sourceName: Pointer): Pointer;
  sqlite3_backup_pagecount(backup: Pointer): number;
  sqlite3_backup_remaining(backup: Pointer): number;
  sqlite3_backup_step(backup: Pointer, pages: number): number;
  sqlite3_bind_blob(statement: Pointer, index: number, data: Pointer, size: number, destructor: number): number;
  sqlite3_bind_double(statement: Pointer, index: number, value: number): number;
  sqlite3_bind_int64(statement: Pointer, index: number, value: bigint): number;
  sqlite3_bind_null(statement: Pointer, index: number): number;
  sqlite3_bind_parameter_count(statement: Pointer): number;
  sqlite3_bind_parameter_name(statement: Pointer, index: number): Pointer;
  sqlite3_bind_text(statement: Pointer, index: number, data: Pointer, size: number, destructor: number): number;
  sqlite3_changes(db: Pointer): number;
  sqlite3_close_v2(db: Pointer): number;
  sqlite3_column_blob(statement: Pointer, column: number): Pointer;
  sqlite3_column_bytes(statement: Pointer, column: number): number;
  sqlite3_column_count(statement: Pointer): number;
  sqlite3_column_decltype(statement: Pointer, column: number): Pointer;
  sqlite3_column_double(statement: Pointer, column: number): number;
  sqlite3_column_int64(statement: Pointer, column: number): bigint;
  sqlite3_column_name(statement: Pointer, column: number): Pointer;
  sqlite3_column_text(statement: Pointer, column: number): Pointer;
  sqlite3_column_type(statement: Pointer, column: number): number;
  sqlite3_complete(sql: Pointer): number;
  sqlite3_create_collation_v2(
    db: Pointer,
    name: Pointer,
    encoding: number,
    data: number,
    compare: Pointer,
    destroy: Pointer,
  ): number;
  sqlite3_create_function_v2(
    db: Pointer,
    name: Pointer,
    count: number,
    flags: number,
    data: number,
    call: Pointer,
    step: Pointer,
    final: Pointer,
    destroy: Pointer,
  ): number;
  sqlite3_create_window_function(
    db: Pointer,
    name: Pointer,
    count: number,
    flags: number,
    data: number,
    step: Pointer,
    final: Pointer,
    value: Pointer,
    inverse: Pointer,
    destroy: Pointer,
  ): number;
  sqlite3_data_count(statement: Pointer): number;
  sqlite3_db_filename(db: Pointer, name: Pointer): Pointer;
  sqlite3_db_handle(statement: Pointer): Pointer;
  sqlite3_deserialize(db: Pointer, name: Pointer, data: Pointer, size: bigint, room: bigint, flags: number): number;
  sqlite3_errcode(db: Pointer): number;
  sqlite3_errmsg(db: Pointer): Pointer;
  sqlite3_errstr(code: number): Pointer;
  sqlite3_expanded_sql(statement: Pointer): Pointer;
  sqlite3_extended_errcode(db: Pointer): number;
  sqlite3_finalize(statement: Pointer): number;
  sqlite3_free(pointer: Pointer): void;
  sqlite3_get_autocommit(db: Pointer): number;
  sqlite3_initialize(): number;
  sqlite3_interrupt(db: Pointer): void;
  sqlite3_last_insert_rowid(db: Pointer): bigint;
  sqlite3_libversion(): Pointer;
  sqlite3_limit(db: Pointer, category: number, limit: number): number;
  sqlite3_malloc64(size: bigint): Pointer;
  sqlite3_open_v2(name: Pointer, db: Pointer, flags: number, vfs: Pointer): number;
  sqlite3_preupdate_hook(db: Pointer, hook: Pointer, data: number): number;
  sqlite3_prepare_v2(db: Pointer, sql: Pointer, size: number, statement: Pointer, tail: Pointer): number;
  sqlite3_progress_handler(db: Pointer, steps: number, handler: Pointer, data: number): void;
  sqlite3_reset(statement: Pointer): number;
  sqlite3_result_blob(context: Pointer, data: Pointer, size: number, destructor: number): void;
  sqlite3_result_double(context: Pointer, value: number): void;
  sqlite3_result_error(context: Pointer, message: Pointer, size: number): void;
  sqlite3_result_error_nomem(context: Pointer): void;
  sqlite3_result_error_toobig(context: Pointer): void;
  sqlite3_result_int64(context: Pointer, value: bigint): void;
  sqlite3_result_null(context: Pointer): void;
  sqlite3_result_text(context: Pointer, data: Pointer, size: number, destructor: number): void;
  sqlite3_serialize(db: Pointer, name: Pointer, size: Pointer, flags: number): Pointer;
  sqlite3_set_authorizer(db: Pointer, authorizer: Pointer, data: number): number;
  sqlite3_sql(statement: Pointer): Pointer;
  sqlite3_step(statement: Pointer): number;
  sqlite3_stmt_busy(statement: Pointer): number;
  sqlite3_stmt_readonly(statement: Pointer): number;
  sqlite3_total_changes(db: Pointer): number;
  sqlite3_trace_v2(db: Pointer, mask: number, trace: Pointer, data: number): number;
  sqlite3_user_data(context: Pointer): number;
  sqlite3_value_blob(value: Pointer): Pointer;
  sqlite3_value_bytes(value: Pointer): number;
  sqlite3_value_double(value: Pointer): number;
  sqlite3_value_int64(value: Pointer): bigint;
  sqlite3_value_text(value: Pointer): Pointer;
  sqlite3_value_type(value: Pointer): number;
  sqlite3_vfs_register(vfs: Pointer, isDefault: number): number;
  /** sqlite3_db_config(db, op, int, int *): it has a variable number of arguments, which JavaScript cannot give. */
  sqlite3__wasm_db_config_ip(db: Pointer, op: number, value: number, result: Pointer): number;
}

const PAGE = 65536;
/** What the library was linked for. */
const INITIAL_PAGES = 128;
const MAXIMUM_PAGES = 32768;

/** A destructor of bound values: the library is to make a copy. */
export const TRANSIENT = -1;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What the library is given instead of pointers to our own objects. */
export class Handles {
  private readonly objects = new Map<number, object>();
  private last = 0;

  add(object: object): number {
    this.last++;
    this.objects.set(this.last, object);
    return this.last;
  }

  get<T extends object>(handle: number): T {
    return this.objects.get(handle) as T;
  }

  delete(handle: number): void {
    this.objects.delete(handle);
  }
}

export class Library {
  readonly calls: Calls;
  readonly handles = new Handles();
  /** What a collation raised while the call that runs was under way. */
  pending: unknown = undefined;
  private readonly memory = new WebAssembly.Memory({ initial: INITIAL_PAGES, maximum: MAXIMUM_PAGES });
  private readonly table: WebAssembly.Table;
  private view = new DataView(this.memory.buffer);
  private scratch: Pointer = 0;
  private scratchSize = 0;

  constructor(code: WebAssembly.Module) {
    const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
    const own = this.environment();
    for (const { module, name, kind } of WebAssembly.Module.imports(code)) {
      imports[module] ??= {};
      imports[module][name] = kind === "memory" ? this.memory : (own[name] ?? noSystemCall);
    }
    const { exports } = new WebAssembly.Instance(code, imports);
    this.table = exports.__indirect_function_table as WebAssembly.Table;
    this.calls = exports as unknown as Calls;
    (exports.__wasm_call_ctors as () => void)();
  }

  /** Function pointers of these. */
  point<Name extends string>(functions: Readonly<Record<Name, Trampoline>>): Record<Name, Pointer> {
    return addTrampolines(this.table, functions);
  }

  get bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }

  get data(): DataView {
    if (this.view.buffer !== this.memory.buffer) this.view = new DataView(this.memory.buffer);
    return this.view;
  }

  pointerAt(address: Pointer): Pointer {
    return this.data.getUint32(address, true);
  }

  setInt(address: Pointer, value: number): void {
    this.data.setInt32(address, value, true);
  }

  setLong(address: Pointer, value: bigint): void {
    this.data.setBigInt64(address, value, true);
  }

  /** A copy of so many bytes. */
  copy(address: Pointer, size: number): Uint8Array {
    return this.bytes.slice(address, address + size);
  }

  /** The bytes up to a null, without it. */
  cBytes(address: Pointer): Uint8Array {
    const { bytes } = this;
    return bytes.slice(address, bytes.indexOf(0, address));
  }

  /** Text up to a null; undefined for a null pointer. */
  cText(address: Pointer): string | undefined {
    return address === 0 ? undefined : decoder.decode(this.cBytes(address));
  }

  /** Memory to be freed by the caller; MemoryError if there is none. */
  allocate(content: Uint8Array, isString = false): Pointer {
    const address = this.calls.malloc(content.length + 1);
    if (address === 0) throw memoryError();
    const { bytes } = this;
    bytes.set(content, address);
    if (isString) bytes[address + content.length] = 0;
    return address;
  }

  /** Run with these C strings, which are gone afterwards. */
  withStrings<T>(texts: readonly (string | Uint8Array)[], use: (...addresses: Pointer[]) => T): T {
    const addresses: Pointer[] = [];
    try {
      for (const text of texts)
        addresses.push(this.allocate(typeof text === "string" ? encoder.encode(text) : text, true));
      return use(...addresses);
    } finally {
      for (const address of addresses) this.calls.free(address);
    }
  }

  /** Run with zeroed memory, which is gone afterwards. */
  withRoom<T>(size: number, use: (address: Pointer) => T): T {
    const address = this.calls.malloc(size);
    if (address === 0) throw memoryError();
    this.bytes.fill(0, address, address + size);
    try {
      return use(address);
    } finally {
      this.calls.free(address);
    }
  }

  /** A place for bytes that the next call takes a copy of; MemoryError if there is none. */
  lend(content: Uint8Array): Pointer {
    if (this.scratchSize <= content.length) {
      const { calls } = this;
      calls.free(this.scratch);
      this.scratch = 0;
      this.scratchSize = 0;
      const size = [Math.max(4096, content.length * 2), content.length + 1].find((wanted) => {
        this.scratch = calls.malloc(wanted);
        return this.scratch !== 0;
      });
      if (size === undefined) throw memoryError();
      this.scratchSize = size;
    }
    const { bytes } = this;
    bytes.set(content, this.scratch);
    bytes[this.scratch + content.length] = 0;
    return this.scratch;
  }

  /** What the library imports from the C library around it. */
  private environment(): Record<string, (...args: never[]) => number | undefined> {
    return {
      emscripten_date_now: () => Number(host().clock.timeNs() / 1_000_000n),
      emscripten_get_now: () => Number(host().clock.monotonicNs()) / 1e6,
      emscripten_get_heap_max: () => MAXIMUM_PAGES * PAGE,
      emscripten_resize_heap: (size: number) => this.grow(size >>> 0),
      environ_get: () => 0,
      environ_sizes_get: (count: Pointer, size: Pointer) => {
        this.setInt(count, 0);
        this.setInt(size, 0);
        return 0;
      },
      clock_time_get: (_clock: number, _precision: bigint, result: Pointer) => {
        this.setLong(result, host().clock.timeNs());
        return 0;
      },
      _tzset_js: () => undefined,
      _localtime_js: (time: bigint, result: Pointer) => this.localTime(Number(time), result),
    };
  }

  private grow(size: number): number {
    const { memory } = this;
    const pages = Math.ceil((size - memory.buffer.byteLength) / PAGE);
    const spare = Math.min(Math.ceil(memory.buffer.byteLength / PAGE / 5), 1536);
    for (const more of [pages + spare, pages]) {
      try {
        memory.grow(more);
        return 1;
      } catch {
        // Not so much, then; SQLite is told when there is none at all.
      }
    }
    return 0;
  }

  /** struct tm: seconds, minutes, hours, day, month, years since 1900, weekday, day of the year, daylight, offset. */
  private localTime(time: number, result: Pointer): undefined {
    const { offset, isDaylight } = host().clock.zone(time);
    const local = new Date((time + offset) * 1000);
    const year = local.getUTCFullYear();
    const dayOfYear = Math.floor((local.getTime() - Date.UTC(year, 0, 1)) / 86_400_000);
    const fields = [
      local.getUTCSeconds(),
      local.getUTCMinutes(),
      local.getUTCHours(),
      local.getUTCDate(),
      local.getUTCMonth(),
      year - 1900,
      local.getUTCDay(),
      dayOfYear,
      isDaylight ? 1 : 0,
      offset,
    ];
    fields.forEach((field, index) => {
      this.setInt(result + 4 * index, field);
    });
  }
}

function noSystemCall(): number {
  return -ERRNO.ENOSYS;
}

const compiled = new WeakMap<Host, WebAssembly.Module>();

/** The compiled library. */
export function compileLibrary(): WebAssembly.Module {
  const machine = host();
  let code = compiled.get(machine);
  if (code === undefined) {
    const bytes = readLibraryFile("_sqlite3");
    code = new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>);
    compiled.set(machine, code);
  }
  return code;
}
