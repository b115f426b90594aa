/**
 * Files beside the library's modules that native modules need when they are imported, as CPython's extensions need theirs.
 *
 * A frozen program has no library's folder: the files of the modules that it needs are entries of its table.
 */
import { host } from "../host/current.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyModule } from "../objects/kernel/payload.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { importState } from "./state.ts";

/** By native module: names below the library's folder. */
export const FILES_OF_NATIVE_MODULES: Readonly<Record<string, string>> = {
  _sqlite3: "lib-dynload/sqlite3.wasm",
};

/** The name of a file in a frozen program's table, where it cannot be a module's. */
export const frozenFileName = (file: string): string => `<${file}>`;

/** The contents of the file of a native module; HostError if it is not there. */
export function readLibraryFile(module: string): Uint8Array {
  const file = FILES_OF_NATIVE_MODULES[module];
  const { frozen } = importState();
  const entry = frozen.find(frozenFileName(file));
  if (entry !== undefined) return frozen.codeOf(entry);
  const sys: Value | undefined = hooks.modules().get("sys");
  const folder = sys instanceof PyModule ? sys.dict.get("_stdlib_dir") : undefined;
  return host().files.readFile(`${typeof folder === "string" ? folder : ""}/${file}`);
}
