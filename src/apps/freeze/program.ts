/**
 * A frozen program where it runs: `prepare` makes an interpreter with the program's modules in its frozen table, and
 * `start` runs it in the world of a process or page.
 *
 * Between the two there may be a snapshot: nothing of the world may be asked for before `start`, and what was is asked
 * for again (`renewWorld`). Strings keep the hash seed of `prepare`, since the order of sets depends on it.
 */
import { isolatedConfig } from "../../embed/config.ts";
import {
  finish,
  flushingStreams,
  guard,
  type Interruptible,
  type Program,
  runInterruptibly,
} from "../../embed/program.ts";
import { renewWorld } from "../../embed/renewal.ts";
import { finishStartup, startInterpreter } from "../../embed/startup.ts";
import { addStreams } from "../../embed/streams.ts";
import type { Host } from "../../host/host.ts";
import { type FrozenModule, FrozenTable } from "../../importing/frozen.ts";
import { startQuickImport } from "../../importing/quick-import.ts";
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { PyList, strFromJs } from "../../objects/kernel/payload.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { valueOfConstant } from "../../objects/types/constant-values.ts";
import { bug } from "../../util/assert.ts";
import { crc32 } from "../../util/binary/checksums.ts";
import { prepareModules, WatchedWorld } from "./prepare.ts";
import type { PreparedModules } from "./prepared.ts";

/** The name under which the main program is frozen. */
export const MAIN = "__main__";

/** The entry that holds `Settings`, as JSON. */
export const SETTINGS = "<settings>";

/** The entry with the text of the helper thread (host/worker.ts), in an executable. */
export const HELPER = "<helper>";

export interface Settings {
  readonly optimize: number;
  /** Modules of the library to be executed by `prepare`. */
  readonly ahead: readonly string[];
}

export interface FrozenProgram extends Program {
  readonly code: PyCode;
  readonly table: FrozenTable;
  readonly helper: string | undefined;
  readonly prepared: PreparedModules;
}

/** `readPayload` gives the same bytes each time; it is called anew once they were forgotten. `host` serves until `start`. */
export function prepareProgram(readPayload: () => Uint8Array, host: Host, isToBeForgotten = false): FrozenProgram {
  const world = new WatchedWorld(host);
  const table = new FrozenTable(readPayload, isToBeForgotten);
  const settings = table.codeOf(entry(table, SETTINGS));
  const { optimize, ahead } = JSON.parse(new TextDecoder().decode(settings)) as Settings;
  const config = isolatedConfig({
    run: { kind: "command", source: "" },
    prefix: "",
    isolated: true,
    safePath: true,
    noSite: true,
    dontWriteBytecode: true,
    hashSeed: crc32(readPayload()),
    optimize,
  });
  const interpreter = startInterpreter(config, world.host, table);
  const main = finishStartup(interpreter, config);
  call(getAttr(hooks.importModule("_frozen_program"), "install"));
  interpreter.sysDict.set("frozen", true);
  interpreter.sysDict.set("path", new PyList([]));
  startQuickImport(interpreter);
  const prepared = prepareModules(interpreter, ahead, world);
  startQuickImport(interpreter, prepared);
  const code = valueOfConstant(table.objectOf(entry(table, MAIN))) as PyCode;
  // Every start runs it, so it is read now.
  void code.blob.co_code;
  const helper = table.find(HELPER);
  const text = helper === undefined ? undefined : new TextDecoder().decode(table.codeOf(helper));
  return { interpreter, config, main, code, table, helper: text, prepared };
}

function entry(table: FrozenTable, name: string): FrozenModule {
  return table.find(name) ?? bug(`a frozen program has no ${name}`);
}

/** Run the program to its end; its exit status. */
export function startProgram(
  program: FrozenProgram,
  world: Host,
  args: readonly string[],
  interruptible: Interruptible = (work) => work(),
): number {
  const { interpreter, config, main, code } = program;
  const { executable } = world.process;
  const { sysDict } = interpreter;
  for (const name of ["executable", "_base_executable"]) sysDict.set(name, strFromJs(executable));
  sysDict.set("argv", new PyList([executable, ...args].map(strFromJs)));
  sysDict.set("orig_argv", new PyList([executable, ...args].map(strFromJs)));
  renewWorld(interpreter, world);
  program.prepared.rememberLoaded();
  addStreams(sysDict, config);
  const run = (): number =>
    guard(program, () => {
      // It is a script, if without its file.
      flushingStreams(program, () => interpreter.run(code, main.dict));
      return 0;
    });
  return finish(program, runInterruptibly(program, interruptible, run));
}
