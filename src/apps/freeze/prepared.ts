/**
 * Modules of the library that were executed when the executable was made, and what their import does when the program
 * comes to it: all that can be seen of an import (`sys.modules` and its order, attributes of packages, functions to be run at
 * exit), without running the module again.
 *
 * A module is only taken from here if its execution would find what it found then: the same modules, with the same
 * contents, under the names that it imports. Otherwise it is executed now, as if it had never been.
 */

import type { ExitFunction } from "../../native/atexit.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, PyModule } from "../../objects/kernel/payload.ts";
import { bug } from "../../util/assert.ts";
import type { Interpreter } from "../../vm/interpreter.ts";

/** What a name led to in `sys.modules` after it was imported; undefined if there was no such module. */
export type Found = Value | undefined;

/** One module, and what its execution did and found. */
export class PreparedModule {
  /** What it imports, in the order in which it first asked. */
  readonly asked = new Map<string, Found>();
  /** What it put into `sys.modules` under other names itself. */
  readonly others: [string, Value][] = [];
  exits: ExitFunction[] = [];
  /** The package that has it as an attribute already, since it imports it itself. */
  holder: Found = undefined;

  constructor(
    readonly name: string,
    public module: Value,
  ) {}
}

/** A namespace as it was. */
export class Contents {
  private readonly keys: readonly Found[];
  private readonly values: readonly Found[];

  constructor(private readonly dict: PyDict) {
    this.keys = dict.keys.slice();
    this.values = dict.values.slice();
  }

  get areUntouched(): boolean {
    const { dict, keys, values } = this;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (dict.values[i] === values[i] && dict.keys[i] === key) continue;
      if (key !== undefined && dict.get(key) !== values[i]) return false;
    }
    return true;
  }
}

/**
 * What a module has from the world, and takes again when it is imported, by its name. What selectors asks is the time of a
 * poll that does not wait.
 */
export const RENEWED: ReadonlyMap<string, (namespace: PyDict) => void> = new Map([
  ["random", (namespace: PyDict) => void call(getAttr(get(namespace, "_inst"), "seed"))],
  ["logging", (namespace: PyDict) => namespace.set("_startTime", call(getAttr(get(namespace, "time"), "time")))],
  ["threading", (namespace: PyDict) => void call(getAttr(get(namespace, "_main_thread"), "_set_native_id"))],
  ["platform", (namespace: PyDict) => namespace.set("_uname_cache", NONE)],
  [
    "uuid",
    (namespace: PyDict) => namespace.set("_platform_system", call(getAttr(get(namespace, "platform"), "system"))),
  ],
  ["selectors", () => undefined],
  ["subprocess", (namespace: PyDict) => namespace.set("_USE_POSIX_SPAWN", call(get(namespace, "_use_posix_spawn")))],
]);

function get(namespace: PyDict, name: string): Value {
  return namespace.get(name) ?? bug(`a prepared module has no ${name}`);
}

export class PreparedModules {
  private readonly contents = new Map<Value, Contents>();

  constructor(
    private readonly interpreter: Interpreter,
    private readonly records: Map<string, PreparedModule>,
    private readonly addExitFunctions: (functions: readonly ExitFunction[]) => void,
  ) {
    for (const { module } of records.values()) this.remember(module);
  }

  /** Of all modules that are there now: the program may change them from here on. */
  rememberLoaded(): void {
    for (const [name, module] of this.interpreter.modules.entries()) if (name !== "sys") this.remember(module);
  }

  /** Import the module, which is not in `sys.modules`; undefined if that cannot be done from here. */
  take(name: string): Found {
    const record = this.records.get(name);
    if (record === undefined || !this.isAsItWas(record)) return undefined;
    this.put(record);
    return record.module;
  }

  private remember(module: Value): void {
    if (module instanceof PyModule) this.contents.set(module, new Contents(module.dict));
  }

  /** Would all modules that are executed with this one find what they found? */
  private isAsItWas(first: PreparedModule): boolean {
    const { modules } = this.interpreter;
    const builtins = modules.get("builtins");
    const path = this.interpreter.sysDict.get("path");
    const mayFindMore = !(path instanceof PyList) || path.items.length > 0;
    const seen = new Set([first]);
    const checked = new Set<Value>();
    const isUntouched = (module: Value): boolean => {
      if (checked.has(module)) return true;
      checked.add(module);
      return this.contents.get(module)?.areUntouched ?? true;
    };
    if (builtins === undefined || !isUntouched(builtins)) return false;
    for (const record of seen) {
      for (const parent of parentsOf(record.name)) {
        const prepared = this.records.get(parent);
        const loaded = modules.get(parent);
        if (loaded === undefined && prepared === undefined) return false;
        if (loaded !== undefined && prepared !== undefined && loaded !== prepared.module) return false;
        if (loaded === undefined && prepared !== undefined) seen.add(prepared);
      }
      for (const [name, found] of record.asked) {
        const loaded = modules.get(name);
        if (loaded !== undefined) {
          if (loaded !== found || !isUntouched(loaded)) return false;
          continue;
        }
        const prepared = this.records.get(name);
        if (prepared !== undefined) seen.add(prepared);
        else if (found !== undefined || mayFindMore) return false;
      }
    }
    return true;
  }

  private put(record: PreparedModule): void {
    const { modules } = this.interpreter;
    for (const parent of parentsOf(record.name)) this.putNamed(parent);
    const { name, module } = record;
    if (modules.has(name)) return;
    this.records.delete(name);
    modules.set(name, module);
    for (const asked of record.asked.keys()) this.putNamed(asked);
    for (const [other, value] of record.others) modules.set(other, value);
    this.addExitFunctions(record.exits);
    if (module instanceof PyModule && RENEWED.has(name)) {
      RENEWED.get(name)?.(module.dict);
      this.remember(module);
    }
    modules.delete(name);
    modules.set(name, module);
    const dot = name.lastIndexOf(".");
    const parent = dot < 0 ? undefined : modules.get(name.slice(0, dot));
    if (parent instanceof PyModule && parent !== record.holder) parent.dict.set(name.slice(dot + 1), module);
  }

  private putNamed(name: string): void {
    const record = this.records.get(name);
    if (record !== undefined && !this.interpreter.modules.has(name)) this.put(record);
  }
}

/** The packages of a module, the outermost first. */
export function parentsOf(name: string): string[] {
  const parts = name.split(".");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("."));
}
