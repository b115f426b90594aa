/**
 * Foreign libraries (CPython Modules/_ctypes/callproc.c: dlopen, dlsym). There is nothing here that could run machine code,
 * so no library can be loaded and the program itself has no symbols: what CPython says of a missing file is said of each.
 */
import { audit } from "../../objects/kernel/audit.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { strText } from "../../objects/kernel/protocol.ts";
import { raise } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";

/** The handle of the program itself: dlopen(NULL) gives one everywhere. */
const OWN_HANDLE = 1;

export const undefinedSymbol = (name: string): string => `python: undefined symbol: ${name}`;

export function dlopen(name: Value, flags: Value): Value {
  intArgument(flags);
  audit("ctypes.dlopen", name);
  if (name === NONE) return OWN_HANDLE;
  throw raise("OSError", `${strText(name)}: cannot open shared object file: machine code cannot be run`);
}

export function dlsym(handle: Value, name: Value): never {
  audit("ctypes.dlsym/handle", handle, name);
  throw raise("OSError", undefinedSymbol(strText(name)));
}

export function dlclose(handle: Value): void {
  if (intArgument(handle) !== OWN_HANDLE) throw raise("OSError", "invalid handle");
}
