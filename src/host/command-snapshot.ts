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

/** The file whose `prepareCommand` prepares an interpreter. `run` gives undefined if one has to be started anew. */
const START = "src/apps/cli/ahead.ts";
interface Prepared {
  run(command: Command, interruptible: typeof runProgram, runsOnce: (isSo: boolean) => void): number | undefined;
  executed(): ReadonlySet<string>;
}
type Prepare = (readFrozen: () => Uint8Array, prefix: string, keep: ReadonlySet<string>) => Prepared;

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

function prepare(keep: ReadonlySet<string>): Prepared {
  const linker = new Linker(compile);
  linker.start();
  const read = (): Uint8Array => Uint8Array.from(fs.readFileSync(`${folder}/frozen.bin`));
  return (linker.link(START, "prepareCommand") as Prepare)(read, folder, keep);
}

/** Functions that are compiled now stay so. Gives the Python code that a start executes, where nobody has put a file. */
function warmUp(): ReadonlySet<string> {
  const { argv, env } = process;
  process.argv = [process.execPath, baseExecutable, "-c", "pass"];
  env.HOME = `${folder}/nobody`;
  const { run, executed } = prepare(new Set());
  const command = { executable: baseExecutable, baseExecutable };
  const status = run(
    command,
    (work) => work(),
    () => {},
  );
  process.argv = argv;
  delete env.HOME;
  if (status !== 0) throw new Error("the start that is to be kept fails");
  return executed();
}

function begin(): never {
  scripts = new Scripts(folder);
  v8.setFlagsFromString("--semi-space-growth-factor=8");
  restoreEnvironment();
  const { execArgv } = process;
  const command = launcherCommand(process.argv[1] ?? "", folder, execArgv[execArgv.indexOf("--snapshot-blob") + 1]);
  const status = run(command, runProgram, runsOnce);
  if (status === undefined) launch(command);
  scripts.writeCaches();
  endProcess(status);
}

const { run } = prepare(warmUp());
compiled.clear();
forgetProcess();
v8.startupSnapshot.setDeserializeMainFunction(() => guarded(begin));
