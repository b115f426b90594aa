/**
 * What the import system of the running interpreter knows: frozen code, builtin modules, options.
 */

import type { NativeModule } from "../objects/kernel/module.ts";
import { addRoot } from "../objects/kernel/roots.ts";
import { bug } from "../util/assert.ts";
import type { FrozenModule, FrozenTable } from "./frozen.ts";

export interface ImportState {
  readonly frozen: FrozenTable;
  /** Builtin modules by name. */
  readonly builtins: ReadonlyMap<string, NativeModule>;
  /** `-X frozen_modules`: may frozen modules other than the bootstrap be used? */
  useFrozen: boolean;
  /** `_imp._override_frozen_modules_for_tests`: 0 for `useFrozen`, else its sign. */
  frozenOverride: number;
  /** `--check-hash-based-pycs`: "default", "always" or "never". */
  readonly checkHashBasedPycs: string;
  /** Nesting of the import lock. */
  lockDepth: number;
}

let current: ImportState | undefined;
addRoot(() => current);

export function importState(): ImportState {
  return current ?? bug("no interpreter is running");
}

const BOOTSTRAP = new Set(["_frozen_importlib", "_frozen_importlib_external", "zipimport"]);

/** A frozen module that may be used now, or undefined. */
export function usableFrozen(name: string): FrozenModule | undefined {
  const state = importState();
  const found = state.frozen.find(name);
  if (found === undefined || BOOTSTRAP.has(name)) return found;
  const use = state.frozenOverride === 0 ? state.useFrozen : state.frozenOverride > 0;
  return use ? found : undefined;
}

/** Use `next` from now on; gives back what was used before. */
export function useImportState(next: ImportState | undefined): ImportState | undefined {
  const previous = current;
  current = next;
  return previous;
}
