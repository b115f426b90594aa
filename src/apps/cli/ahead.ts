/**
 * The command line's start from a snapshot (host/command-snapshot.ts): what is in the snapshot is an interpreter that was
 * started as `-S` starts one, in a world of no files, and has executed the module `site` besides.
 *
 * It serves whoever asks for nothing that changes how an interpreter starts. All others, and Chaipy's own commands, start
 * one anew, in a heap that has seen nothing of this one.
 *
 * Trap: strings hash otherwise in each process, so tables by hashes that were made in the snapshot are made again.
 */
import { isolatedConfig } from "../../embed/config.ts";
import { startJit } from "../../embed/jit.ts";
import type { Interruptible } from "../../embed/program.ts";
import { renewWorld } from "../../embed/renewal.ts";
import { finishStartup, hashKey, startInterpreter } from "../../embed/startup.ts";
import { addStreams } from "../../embed/streams.ts";
import type { Host } from "../../host/host.ts";
import { MemoryHost } from "../../host/memory.ts";
import { FrozenTable } from "../../importing/frozen.ts";
import { startQuickImport } from "../../importing/quick-import.ts";
import { configAttributes } from "../../native/sys/flags.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { PyCode } from "../../objects/types/code.ts";
import { limits } from "../../objects/types/int-limits.ts";
import { PySet } from "../../objects/types/set-table.ts";
import { secrets } from "../../objects/types/str-hash.ts";
import { type Config, useConfig } from "../../vm/config.ts";
import { mark } from "../../vm/heap/mark.ts";
import { prepareModules, WatchedWorld } from "../freeze/prepare.ts";
import { type Command, invocationOf } from "./main.ts";
import { runSettings, type Start, settingsOf } from "./python.ts";
import { findSubcommand } from "./subcommands.ts";

/** What may be said on the command line, or by the environment, without another start. */
const FREE: readonly (keyof Config)[] = [
  "run",
  "args",
  "originalArgs",
  "executable",
  "baseExecutable",
  "debug",
  "dontWriteBytecode",
  "hashSeed",
  "ignoreEnvironment",
  "inspect",
  "interactive",
  "intMaxStrDigits",
  "ioEncoding",
  "isolated",
  "noUserSite",
  "pycachePrefix",
  "pythonPath",
  "quiet",
  "safePath",
  "skipFirstLine",
  "unbuffered",
  // Looked at below.
  "warnOptions",
  "xOptions",
];

/** Attributes of `sys` in which the import system of the snapshot lies. */
const IMPORT_SYSTEM: ReadonlySet<string> = new Set(["meta_path", "path_hooks", "path_importer_cache"]);

/** What gives the exit status of a program; undefined if the interpreter of the snapshot cannot run it. */
type Run = (command: Command, interruptible: Interruptible, runsOnce: Host["runsOnce"]) => number | undefined;

/** An interpreter that waits for a program. */
interface Prepared {
  readonly run: Run;
  /** The code that has been executed since, as `keep` wants it. */
  executed(): Set<string>;
}

/** `readFrozen` gives the same bytes each time. Of code only what is in `keep` is ready to be executed. */
export function prepareCommand(readFrozen: () => Uint8Array, prefix: string, keep: ReadonlySet<string>): Prepared {
  const usual = isolatedConfig({ run: { kind: "stdin" }, prefix });
  const table = new FrozenTable(readFrozen, true);
  const start = prepareStart(table, usual);
  for (const code of allCode()) {
    if (keep.has(nameOf(code))) code.decode();
    else code.forgetBody();
  }
  table.forget();
  const run: Run = (command, interruptible, runsOnce) => {
    const invocation = invocationOf(command, interruptible, runsOnce);
    if (findSubcommand(invocation.args, invocation.world) !== undefined) return undefined;
    const settings = settingsOf(invocation);
    if (typeof settings === "number") return settings;
    return isUsual(settings.config, usual) ? runSettings(settings, invocation, undefined, start) : undefined;
  };
  const executed = (): Set<string> => new Set(allCode().flatMap((code) => (code.isDecoded ? [nameOf(code)] : [])));
  return { run, executed };
}

const allCode = (): PyCode[] => [...mark().keys()].filter((each) => each instanceof PyCode);

const nameOf = (code: PyCode): string => `${code.filename}:${code.firstlineno}:${code.qualname}`;

function isUsual(config: Config, usual: Config): boolean {
  if (config.warnOptions.length > 0 || [...config.xOptions.keys()].some((name) => name !== "jit")) return false;
  return (Object.keys(usual) as (keyof Config)[]).every((name) => FREE.includes(name) || config[name] === usual[name]);
}

function prepareStart(table: FrozenTable, usual: Config): Start {
  const watched = new WatchedWorld(new MemoryHost({ frozenTimeNs: 0n }));
  const config: Config = { ...usual, noSite: true, hashSeed: 0 };
  const interpreter = startInterpreter(config, watched.host, table);
  const main = finishStartup(interpreter, config);
  const prepared = prepareModules(interpreter, ["site"], watched);
  startQuickImport(interpreter, prepared);
  const hashed = hashedContainers();
  return (config, world) => {
    useConfig(config);
    secrets.key = hashKey(config, world);
    for (const each of hashed) each.rehash();
    limits.maxStrDigits = config.intMaxStrDigits;
    for (const [name, value] of Object.entries(configAttributes(config))) {
      if (!IMPORT_SYSTEM.has(name)) interpreter.sysDict.set(name, value);
    }
    renewWorld(interpreter, world);
    prepared.rememberLoaded();
    addStreams(interpreter.sysDict, config);
    const site = prepared.take("site");
    if (site === undefined) hooks.importModule("site");
    else call(getAttr(site, "main"));
    startJit(config, world);
    return { interpreter, main };
  };
}

/** Sets and dicts with keys whose hash depends on the process, in the order in which they need each other's hashes. */
function hashedContainers(): (PyDict | PySet)[] {
  const containers = [...mark().keys()].filter(
    (each): each is PyDict | PySet => (each instanceof PyDict || each instanceof PySet) && each.hasSecretHashes,
  );
  const rank = (each: PyDict | PySet): number => (each instanceof PyDict ? 2 : each.hasOnlyText ? 0 : 1);
  return containers.sort((a, b) => rank(a) - rank(b));
}
