/** Connection.backup: copying a database page by page while others use it (CPython Modules/_sqlite/connection.c). */
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName, typeOf } from "../../objects/kernel/core-types.ts";
import { toDouble } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { SQLITE_DONE, SQLITE_OK } from "./codes.ts";
import { isLocked, PyConnection } from "./connection.ts";
import { lastError } from "./errors.ts";

interface Options {
  readonly pages: number;
  readonly progress: Value;
  readonly schema: Uint8Array;
  readonly sleep: number;
}

export function backup(
  self: PyConnection,
  target: Value,
  pages: Value,
  progress: Value,
  schema: Uint8Array,
  sleep: Value,
): void {
  if (!(target instanceof PyConnection)) {
    throw typeError(`backup() argument 'target' must be sqlite3.Connection, not ${typeName(target)}`);
  }
  const count = intArgument(pages);
  const seconds = toDouble(sleep);
  self.check();
  target.check();
  if (target === self) throw valueError("target cannot be the same connection instance");
  if (progress !== NONE && typeOf(progress).slots.__call__ === undefined) {
    throw typeError("progress argument must be a callable");
  }
  copy(self, target, { pages: count === 0 ? -1 : count, progress, schema, sleep: seconds });
}

function copy(self: PyConnection, target: PyConnection, { pages, progress, schema, sleep }: Options): void {
  const { library } = self;
  const { calls } = library;
  const handle = library.withStrings(["main", schema], (main, name) =>
    calls.sqlite3_backup_init(target.db, main, self.db, name),
  );
  if (handle === 0) throw lastError(library, target.db);
  let code = SQLITE_OK as number;
  let failed = true;
  try {
    while (code === SQLITE_OK || isLocked(code)) {
      code = calls.sqlite3_backup_step(handle, pages);
      if (progress !== NONE) {
        call(progress, code, calls.sqlite3_backup_remaining(handle), calls.sqlite3_backup_pagecount(handle));
      }
      if (isLocked(code)) hooks.waitFor(() => false, sleep);
    }
    failed = false;
  } finally {
    const end = calls.sqlite3_backup_finish(handle);
    if (!failed && end !== SQLITE_OK) code = end;
  }
  if (code !== SQLITE_DONE && code !== SQLITE_OK) throw lastError(library, target.db);
}
