/** What one interpreter's sqlite3 has: its library, the adapters and converters, and whether callbacks report their errors. */
import { host } from "../../host/current.ts";
import type { Host } from "../../host/host.ts";
import { HostError } from "../../host/host.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { raise } from "../../objects/kernel/raise.ts";
import { compileLibrary, Library } from "./library.ts";
import { FileSystemOfLibrary } from "./vfs.ts";

export interface SqliteState {
  readonly library: Library;
  /** (type, protocol) to the function that makes a value of SQLite's of it. */
  readonly adapters: PyDict;
  /** Upper-case names of column types to functions of bytes. */
  readonly converters: PyDict;
  /** Has int, float, str or bytearray an adapter? */
  adaptsBaseTypes: boolean;
  reportsCallbackErrors: boolean;
}

const states = new WeakMap<Host, SqliteState>();

export function sqliteState(): SqliteState {
  const machine = host();
  let state = states.get(machine);
  if (state === undefined) {
    state = {
      library: startLibrary(),
      adapters: new PyDict(),
      converters: new PyDict(),
      adaptsBaseTypes: false,
      reportsCallbackErrors: false,
    };
    states.set(machine, state);
  }
  return state;
}

function startLibrary(): Library {
  // While a frozen executable is made there is none: the module is imported when the program runs.
  if (typeof WebAssembly !== "object") throw raise("ImportError", "there is no WebAssembly here");
  try {
    const library = new Library(compileLibrary());
    new FileSystemOfLibrary(library).register();
    return library;
  } catch (error) {
    if (error instanceof HostError) throw raise("ImportError", `cannot load the SQLite library: ${error.message}`);
    throw error;
  }
}
