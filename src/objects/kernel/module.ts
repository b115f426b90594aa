/**
 * Native modules as tables: `export default defineModule("math", {...})` (CPython PyModuleDef).
 *
 * A table is stateless and shared; each interpreter makes its own module object of it at the first
 * import (`instantiate`), and state per interpreter is kept in what `setup` creates.
 */
import { Definition, PyBuiltinFunction } from "./builtin.ts";
import { NONE } from "./core-types.ts";
import type { MethodRow } from "./define.ts";
import { PyDict } from "./dict.ts";
import type { PyType, Value } from "./object.ts";
import { PyModule } from "./payload.ts";

export interface ModuleTable {
  doc?: string | undefined;
  constants?: Readonly<Record<string, Value>>;
  /** [text signature, doc, body]; with `$module` first in the signature the body is NOT given the module. */
  functions?: Readonly<Record<string, MethodRow>>;
  types?: Readonly<Record<string, PyType>>;
  /** Runs once for each module object, after the table is in place. */
  setup?: (module: PyModule) => void;
}

export interface NativeModule {
  readonly name: string;
  readonly table: ModuleTable;
}

export function defineModule(name: string, table: ModuleTable): NativeModule {
  return { name, table };
}

/** A function of a module as a Python value. */
export function makeFunction(
  moduleName: string,
  name: string,
  [signature, doc, body]: MethodRow,
  module?: PyModule,
): PyBuiltinFunction {
  const definition = new Definition(name, moduleName === "builtins" ? "" : moduleName, signature, doc, body);
  return new PyBuiltinFunction(definition, module, moduleName);
}

/** A module object with the contents of the table. */
export function instantiate(native: NativeModule): PyModule {
  const { name, table } = native;
  const dict = new PyDict();
  dict.set("__name__", name);
  dict.set("__doc__", table.doc ?? NONE);
  dict.set("__package__", NONE);
  dict.set("__loader__", NONE);
  dict.set("__spec__", NONE);
  const module = new PyModule(dict);
  for (const [key, row] of Object.entries(table.functions ?? {})) {
    dict.set(key, makeFunction(name, key, row, module));
  }
  for (const [key, type] of Object.entries(table.types ?? {})) dict.set(key, type);
  for (const [key, value] of Object.entries(table.constants ?? {})) dict.set(key, value);
  table.setup?.(module);
  return module;
}
