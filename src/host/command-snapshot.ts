/**
 * dist/start/snapshot.js: runs while the snapshot is made from which dist/chaipy starts (start-maker.ts), and says what to do
 * then. The heap holds main.js with an interpreter that has been started; parts are loaded from their files when needed.
 *
 * Everything is linked twice over the same functions of V8. One copy runs a program to its end and is dropped: the functions
 * that a start needs are compiled then. The other has asked nothing of the world.
 */
import fs from "node:fs";
import path from "node:path";
import v8 from "node:v8";
import { compileText, forgetProcess } from "./building.ts";
import { endProcess } from "./ending.ts";
import { type Command, guarded, launch, launcherCommand, restoreEnvironment } from "./launching.ts";
import { Linker, type Wrapper } from "./linker.ts";
import { runProgram, runsOnce, Scripts } from "./scripts.ts";

/** The file whose `prepareCommand` prepares an interpreter. What it gives runs a program; undefined: it has to be started anew. */
const START = "src/apps/cli/ahead.ts";
type Start = (
  command: Command,
  interruptible: typeof runProgram,
  runsOnce: (isSo: boolean) => void,
) => number | undefined;
type Prepare = (readFrozen: () => Uint8Array, prefix: string) => Start;

const folder = path.dirname(path.dirname(__filename));
const baseExecutable = path.join(folder, "chaipy");

let scripts: Scripts | undefined;
const compiled = new Map<string, Wrapper>();

function compile(name: string, parameters: string): Wrapper {
  if (scripts !== undefined) return scripts.compile(name, parameters);
  const known = compiled.get(name) ?? compileText(fs.readFileSync(`${folder}/${name}.js`), parameters);
  compiled.set(name, known);
  return known;
}

function prepare(): Start {
  const linker = new Linker(compile);
  linker.start();
  const read = (): Uint8Array => Uint8Array.from(fs.readFileSync(`${folder}/frozen.bin`));
  return (linker.link(START, "prepareCommand") as Prepare)(read, folder);
}

/** Functions that are compiled now stay so. */
function warmUp(): void {
  const { argv } = process;
  process.argv = [process.execPath, baseExecutable, "-I", "-c", "pass"];
  prepare()(
    { executable: baseExecutable, baseExecutable },
    (work) => work(),
    () => {},
  );
  process.argv = argv;
}

function begin(): never {
  scripts = new Scripts(folder);
  v8.setFlagsFromString("--semi-space-growth-factor=8");
  restoreEnvironment();
  const { execArgv } = process;
  const command = launcherCommand(process.argv[1] ?? "", folder, execArgv[execArgv.indexOf("--snapshot-blob") + 1]);
  const status = start(command, runProgram, runsOnce);
  if (status === undefined) launch(command);
  scripts.writeCaches();
  endProcess(status);
}

v8.setFlagsFromString("--no-flush-bytecode");
const start = prepare();
warmUp();
compiled.clear();
v8.setFlagsFromString("--flush-bytecode");
forgetProcess();
v8.startupSnapshot.setDeserializeMainFunction(() => guarded(begin));
