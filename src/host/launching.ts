/**
 * Starting the bundle of the command line, dist/main.js, in a heap that has nothing of it yet.
 *
 * dist/chaipy (tools/build/chaipy.sh) tells in variables, which the program must not see, what Node does not: by which name
 * it was started, the environment before a shell had it, and that a start-up snapshot should be made for the next time
 * (start-maker.ts).
 */
import fs from "node:fs";
import path from "node:path";
import v8 from "node:v8";
import { endProcess } from "./ending.ts";
import { Linker, type MainScript } from "./linker.ts";
import type { StartAgain } from "./node-children.ts";
import { runProgram, runsOnce, Scripts } from "./scripts.ts";

/** As what Python was started. */
export interface Command {
  /** As it was called, perhaps a link; "" if that is not known. */
  readonly executable: string;
  /** The file itself, in dist. */
  readonly baseExecutable: string;
  readonly startAgain?: StartAgain | undefined;
}

export interface Main extends MainScript {
  /** Runs the program; its exit status, or minus the signal that the process is to die of. */
  main(command: Command, interruptible: typeof runProgram, runsOnce: (isSo: boolean) => void): number;
}

/** By `script`, which is dist/cli.js, or by the launcher beside it. */
export function launchedBy(script: string): Command {
  const launcher = take(LAUNCHER);
  if (launcher === undefined) return { executable: process.argv[1] ?? "", baseExecutable: script };
  return launcherCommand(launcher, path.dirname(script));
}

/** By the launcher in `folder`, under that name; `snapshot` is what this process was started from. */
export function launcherCommand(name: string, folder: string, snapshot?: string): Command {
  return {
    executable: path.resolve(name),
    baseExecutable: path.join(folder, "chaipy"),
    // No shell is needed for it, nor a Node that is found by the child's PATH.
    startAgain: (file, env) =>
      snapshot === undefined || !fs.existsSync(snapshot) || TO_NODE.some((variable) => env[variable])
        ? { args: [path.join(folder, "cli.js")], env: { ...env, [LAUNCHER]: file } }
        : { args: [...process.execArgv, file], env },
  };
}

/** Variables under which nothing starts from a snapshot: see tools/build/chaipy.sh. */
const TO_NODE = ["NODE_OPTIONS", "NODE_V8_COVERAGE", "NODE_DEBUG"];
const LAUNCHER = "CHAIPY_LAUNCHER";

function take(variable: string): string | undefined {
  const value = process.env[variable];
  if (value !== undefined) delete process.env[variable];
  return value;
}

/** The Node for which the launcher wants a snapshot. */
export const takeWish = (): string | undefined => take("CHAIPY_SNAPSHOT_FOR");

/** Undo what the launcher's shell has done to the environment. */
export function restoreEnvironment(): void {
  const given = take("CHAIPY_ENVIRONMENT");
  if (given === undefined || given === "") return;
  const text = Buffer.from(given, "base64").toString();
  const variables = new Map<string, string>();
  for (const row of text.split("\0")) {
    const equals = row.indexOf("=");
    if (equals > 0) variables.set(row.slice(0, equals), row.slice(equals + 1));
  }
  const { env } = process;
  // What is no text is left alone: Node cannot set it.
  const isText = !text.includes("\ufffd");
  for (const name of Object.keys(env)) if (isText || !variables.has(name)) delete env[name];
  for (const [name, value] of variables) if (isText || env[name] === undefined) env[name] = value;
}

/** Run the command line to its end, and that of the process; a snapshot is made for the Node `snapshotFor`. */
export function launch(command: Command, snapshotFor?: string): never {
  const { baseExecutable } = command;
  const folder = baseExecutable.slice(0, Math.max(baseExecutable.lastIndexOf("/"), baseExecutable.lastIndexOf("\\")));
  // What the start makes lives on: let the young generation grow at once instead of copying it.
  v8.setFlagsFromString("--semi-space-growth-factor=8");
  const scripts = new Scripts(folder);
  const bundle = new Linker<Main>((name, parameters) => scripts.compile(name, parameters)).start();
  const status = bundle.main(command, runProgram, runsOnce);
  scripts.writeCaches();
  if (snapshotFor !== undefined) makeSnapshot(folder, snapshotFor);
  endProcess(status);
}

/** In a process that nobody waits for. */
function makeSnapshot(folder: string, node: string): void {
  const { spawn } = process.getBuiltinModule("node:child_process");
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_"));
  const maker = spawn(process.execPath, [`${folder}/start/make.js`, node], {
    cwd: folder,
    env: Object.fromEntries(environment),
    stdio: "ignore",
    detached: true,
  });
  maker.on("error", () => {});
  maker.unref();
}

/** A mistake of ours ends the process. Node would show the line of the bundle, which is very long. */
export function guarded(work: () => never): never {
  try {
    return work();
  } catch (error) {
    fs.writeSync(2, `${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  }
}
