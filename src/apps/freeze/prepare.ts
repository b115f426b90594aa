/**
 * Executes modules of the library while an executable is made, so that they need not be executed when it starts.
 *
 * Each runs with its usual imports in a world of no files, and a record is kept of what it asked for (prepared.ts). Then all
 * are taken out of `sys.modules` again. A module that has asked the world for something (the time, randomness, a descriptor,
 * the environment), or that changed what is not its own, is given up, and so is every one that imports it: they are executed
 * when the program runs.
 *
 * Trap: what a module does to objects of others stays done: classes are registered at abstract ones and are subclasses of
 * `object` before they are imported.
 */
import type { Host } from "../../host/host.ts";
import { exitFunctions } from "../../native/atexit.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyModule, PyTuple, strFromJs } from "../../objects/kernel/payload.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { PyCode } from "../../objects/types/code.ts";
import { Frame } from "../../vm/frame.ts";
import { mark } from "../../vm/heap/mark.ts";
import { importNamed, quickImport } from "../../vm/imports.ts";
import type { Interpreter } from "../../vm/interpreter.ts";
import { current } from "../../vm/thread.ts";
import { tiering } from "../../vm/tiering.ts";
import { Contents, type Found, PreparedModule, PreparedModules, parentsOf, RENEWED } from "./prepared.ts";

/** Modules with a warning for the module that imports them. */
export const DEPRECATED: readonly string[] = (
  "aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau " +
  "telnetlib uu xdrlib"
).split(" ");

/** Modules that are executed at the start in any case, and why. */
const NEVER: ReadonlyMap<string, string> = new Map([
  ["multiprocessing.process", "a process has a key of its own"],
  ["this", "it prints"],
  ["antigravity", "it opens a browser"],
  ["zoneinfo._tzpath", "the environment says where zones are"],
  ...DEPRECATED.map((name): [string, string] => [name, "it warns whoever imports it"]),
]);

/**
 * Who executes modules is told here what they ask of the world. Meanwhile nothing in it is random: the same program makes
 * the same executable, and whoever has asked asks again.
 */
export class WatchedWorld {
  private told: (() => void) | undefined = undefined;
  readonly host: Host;

  constructor(host: Host) {
    const heard = (): void => this.told?.();
    this.host = new Proxy(host, {
      get: (target, name): unknown => {
        // Not a question: how the host is to go about its own work.
        if (name === "runsOnce") return undefined;
        // It is the same where the program runs.
        if (name === "tls") return target.tls;
        heard();
        if (name === "randomBytes" && this.told !== undefined) return (length: number) => new Uint8Array(length);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  }

  tell(listener: (() => void) | undefined): void {
    this.told = listener;
  }
}

/** A module that is being executed. */
interface Running {
  readonly record: PreparedModule;
  readonly parents: readonly Running[];
}

class Preparation {
  private readonly records = new Map<string, PreparedModule>();
  private readonly refused = new Set<string>();
  private readonly running: Running[] = [];
  private readonly base: ReadonlySet<Value>;
  /** All that were loaded, and those among them that were while their package was. */
  private readonly loaded = new Set<string>();
  private readonly within = new Set<string>();
  /** Namespaces that everybody shares. */
  private shared: readonly Contents[];

  constructor(private readonly interpreter: Interpreter) {
    this.base = new Set(interpreter.modules.keyArray());
    this.shared = this.lookAtShared();
  }

  run(names: readonly string[], world: WatchedWorld): PreparedModules {
    const usual = quickImport.load;
    const { threshold } = tiering;
    tiering.threshold = Number.POSITIVE_INFINITY;
    quickImport.load = (interpreter, name) => this.load(name, () => usual(interpreter, name));
    quickImport.watch = (name, fromlist) => this.asked(name, fromlist);
    world.tell(() => this.refuse());
    try {
      for (const name of names) this.execute(name);
    } finally {
      world.tell(undefined);
      quickImport.load = usual;
      quickImport.watch = undefined;
      tiering.threshold = threshold;
    }
    this.complete();
    forgetCode();
    this.hide();
    return new PreparedModules(this.interpreter, this.records, (functions) => exitFunctions().push(...functions));
  }

  private execute(name: string): void {
    try {
      importNamed(this.interpreter, name);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
    }
  }

  /** The answer may be kept by whichever module has a part in the question. */
  private refuse(): void {
    const innermost = this.running.at(-1);
    if (innermost === undefined) return;
    const { name } = innermost.record;
    const users = new Set<Value>([name]);
    for (let { frame } = current.thread; frame !== null; frame = frame.back) {
      const user = frame.func.globals.get("__name__") ?? NONE;
      users.add(user);
      if (user === name) break;
    }
    for (const user of users) if (typeof user === "string" && !RENEWED.has(user)) this.refused.add(user);
  }

  private asked(name: string, fromlist: Value): void {
    const record = this.running.at(-1)?.record;
    if (record === undefined) return;
    record.asked.set(name, undefined);
    if (!(fromlist instanceof PyTuple)) return;
    for (const item of fromlist.items) if (typeof item === "string") record.asked.set(`${name}.${item}`, undefined);
  }

  private load(name: string, usual: () => Found): Found {
    const { modules } = this.interpreter;
    for (const parent of parentsOf(name)) if (!modules.has(strFromJs(parent))) importNamed(this.interpreter, parent);
    const loaded = modules.get(name);
    if (loaded !== undefined) return loaded;
    const record = new PreparedModule(name, true);
    const running = { record, parents: [...this.running] };
    const before = modules.keyArray();
    const exits = exitFunctions().length;
    this.running.push(running);
    let module: Found;
    try {
      module = usual();
    } finally {
      this.running.pop();
    }
    if (module === undefined) return undefined;
    record.module = module;
    record.exits = exitFunctions().splice(exits);
    for (const key of modules.keyArray().filter((each) => !before.includes(each))) this.noteOther(record, key);
    if (NEVER.has(name) || this.hasChangedShared() || hasWarned(module)) this.refused.add(name);
    this.records.set(name, record);
    this.loaded.add(name);
    const parent = parentsOf(name).at(-1);
    if (running.parents.some((each) => each.record.name === parent)) this.within.add(name);
    return module;
  }

  /** A name that is in `sys.modules` though nobody has imported it. */
  private noteOther(record: PreparedModule, key: Value): void {
    const value = this.interpreter.modules.get(key);
    if (typeof key !== "string" || value === undefined || key === record.name || this.records.has(key)) return;
    if (this.running.some((each) => each.record.name === key)) return;
    if ([...this.records.values()].some((each) => each.others.some(([name]) => name === key))) return;
    record.others.push([key, value]);
  }

  private lookAtShared(): Contents[] {
    const { sysDict, builtins } = this.interpreter;
    return [sysDict, builtins].map((dict) => new Contents(dict));
  }

  private hasChangedShared(): boolean {
    if (this.shared.every((each) => each.areUntouched)) return false;
    this.shared = this.lookAtShared();
    return true;
  }

  /** What was asked for is known now; who imports something that is given up is given up too. */
  private complete(): void {
    const { modules } = this.interpreter;
    const owners = new Map(
      [...this.records.values()].flatMap((record) => record.others.map(([name]) => [name, record.name] as const)),
    );
    for (const { name: own, asked } of this.records.values()) {
      const names = new Set([...asked.keys()].map((name) => owners.get(name) ?? name));
      asked.clear();
      for (const name of names) if (name !== own && !this.isName(name)) asked.set(name, modules.get(name));
    }
    for (let count = -1; count !== this.refused.size; ) {
      count = this.refused.size;
      for (const [name, { asked }] of this.records) {
        const needed = [
          ...parentsOf(name),
          ...[...asked].flatMap(([each, found]) => (found === undefined ? [] : [each])),
        ];
        if (needed.some((each) => !this.isToBeHad(each))) this.refused.add(name);
      }
    }
    for (const name of this.refused) this.records.delete(name);
  }

  /** `from module import name`: is that an attribute of a module, or nothing, and no module in a package? */
  private isName(full: string): boolean {
    const { modules } = this.interpreter;
    const dot = full.lastIndexOf(".");
    const module = dot < 0 || modules.has(full) ? undefined : modules.get(full.slice(0, dot));
    return module instanceof PyModule && (module.dict.has(full.slice(dot + 1)) || !module.dict.has("__path__"));
  }

  private isToBeHad(name: string): boolean {
    if (this.base.has(name)) return true;
    return this.records.has(name) && !this.refused.has(name);
  }

  /** As if nothing had been imported. */
  private hide(): void {
    const { modules } = this.interpreter;
    const all = modules.keyArray().filter((key) => !this.base.has(key));
    const found = new Map(all.map((key) => [key, modules.get(key)]));
    for (const key of all) modules.delete(key);
    for (const [key, module] of found) {
      // Modules set attributes of their own under such names: os.path.
      if (typeof key !== "string" || !this.loaded.has(key)) continue;
      const dot = key.lastIndexOf(".");
      const front = key.slice(0, Math.max(dot, 0));
      const parent = found.get(front) ?? modules.get(front);
      const tail = key.slice(dot + 1);
      if (dot < 0 || !(parent instanceof PyModule)) continue;
      const record = this.records.get(key);
      if (this.within.has(key) && record !== undefined) record.holder = parent;
      else if (parent.dict.get(tail) === module) parent.dict.delete(tail);
    }
  }
}

/** Most code of a module runs once: decoded, it would only make the heap that each start reads larger. */
function forgetCode(): void {
  const objects = [...mark().keys()];
  const running = new Set(objects.flatMap((each) => (each instanceof Frame ? [each.code] : [])));
  for (const each of objects) if (each instanceof PyCode && !running.has(each)) each.forget();
}

/** A warning is to be seen by the program. */
function hasWarned(module: Value): boolean {
  const registry = module instanceof PyModule ? module.dict.get("__warningregistry__") : undefined;
  return registry !== undefined && isTrue(registry);
}

export function prepareModules(
  interpreter: Interpreter,
  names: readonly string[],
  world: WatchedWorld,
): PreparedModules {
  return new Preparation(interpreter).run(names, world);
}
