/**
 * Python's own command line: `node dist/cli.js [options] [-c command | -m module | file | -] [arguments]`.
 */
import type { Onlooker } from "../../embed/import-story.ts";
import {
  finish,
  type Interruptible,
  interrupt,
  isStdinInteractive,
  type Program,
  runInterruptibly,
  runProgram,
  runShellStartup,
  writeError,
} from "../../embed/program.ts";
import { finishStartup, startInterpreter } from "../../embed/startup.ts";
import { host } from "../../host/current.ts";
import type { Host } from "../../host/host.ts";
import { FrozenTable } from "../../importing/frozen.ts";
import { VERSION_TEXT } from "../../native/sys/version.ts";
import { reprText, strText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import type { Config } from "../../vm/config.ts";
import { current } from "../../vm/thread.ts";
import type { PyTraceback } from "../../vm/types/traceback.ts";
import { newShell, showBanner } from "../repl/shell.ts";
import type { Invocation } from "./invocation.ts";
import { ConfigError, makeConfig, type Options, parseOptions, UsageError } from "./options.ts";
import { readPathFile } from "./path-file.ts";
import { ENVIRONMENT_HELP, HELP_HINT, OPTIONS_HELP, usageLine, XOPTIONS_HELP } from "./usage.ts";

/** An interpreter that is ready to run a program. */
export type Start = (config: Config, world: Host) => Omit<Program, "config">;

/** Run Python's command line `args`; the exit status. */
export function runPython(invocation: Invocation, onlooker?: Onlooker): number {
  const settings = settingsOf(invocation);
  if (typeof settings === "number") return settings;
  return runSettings(settings, invocation, onlooker);
}

/** What the command line and the environment say, and what is to be said about it. */
export interface Settings {
  readonly config: Config;
  readonly warnings: readonly string[];
}

/** Or the exit status if nothing is to be run. */
export function settingsOf(invocation: Invocation): Settings | number {
  const { args, executable, baseExecutable, prefix, world, print, help } = invocation;
  let options: Options;
  try {
    options = parseOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    writeError(`${error.message}\n${usageLine(executable)}${HELP_HINT}\n`);
    return 2;
  }
  if (options.request !== undefined) {
    print(answer(options.request, executable, help));
    return 0;
  }
  const pathFile = readPathFile(world, executable);
  const warnings = pathFile?.warnings ?? [];
  try {
    const config = makeConfig(options, {
      environment: (name) => world.process.environment.get(name),
      executable,
      baseExecutable,
      prefix,
      pathFile,
      originalArgs: [executable, ...args],
    });
    return { config, warnings };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    writeError([...warnings, error.text].join("\n"));
    return 1;
  }
}

export function runSettings(
  { config, warnings }: Settings,
  { prefix, world, interruptible }: Invocation,
  onlooker?: Onlooker,
  start: Start = (...world) => startAnew(prefix, ...world),
): number {
  try {
    for (const warning of warnings) writeError(`${warning}\n`);
    const program = { config, ...start(config, world) };
    onlooker?.started(program.interpreter);
    const status = run(program, interruptible);
    onlooker?.ended(program.interpreter);
    return finish(program, status);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    writeError(`Fatal Python error: init_import_site: Failed to start\n${describe(error)}\n`);
    return 1;
  }
}

function startAnew(prefix: string, config: Config, world: Host): ReturnType<Start> {
  const frozen = new FrozenTable(() => world.files.readFile(`${prefix}/frozen.bin`));
  const interpreter = startInterpreter(config, world, frozen);
  return { interpreter, main: finishStartup(interpreter, config) };
}

/** An exception raised before there is a traceback module to print it. */
function describe({ exception }: PyError): string {
  const lines: string[] = [];
  for (
    let entry = exception.traceback as PyTraceback | null;
    entry !== null;
    entry = entry.next as PyTraceback | null
  ) {
    lines.push(`  File ${reprText(entry.frame.code.filename)}, line ${entry.line}, in ${entry.frame.code.qualname}`);
  }
  return [...lines, `${exception.cls.name}: ${strText(exception)}`].join("\n");
}

function answer(request: NonNullable<Options["request"]>, executable: string, help: string): string {
  switch (request.kind) {
    case "version":
      return request.times > 1 ? `Python ${VERSION_TEXT}\n` : "Python 3.12.7\n";
    case "help":
      return usageLine(executable) + OPTIONS_HELP + help;
    case "helpEnvironment":
      return ENVIRONMENT_HELP;
    case "helpXOptions":
      return XOPTIONS_HELP;
    case "helpAll":
      return `${usageLine(executable)}${OPTIONS_HELP}\n${ENVIRONMENT_HELP}\n${XOPTIONS_HELP}`;
  }
}

function run(program: Program, interruptible: Interruptible): number {
  const { config } = program;
  const canTalk = isStdinInteractive(config);
  if (config.run.kind === "stdin" && canTalk) {
    program.shell = true;
    showBanner(program);
    runShellStartup(program);
    return runShell(program, interruptible);
  }
  let status = runInterruptibly(program, interruptible, () => runProgram(program));
  if (canTalk && (config.inspect || isVariableSet(config, "PYTHONINSPECT"))) {
    program.shell = true;
    status = runShell(program, interruptible);
  }
  return status;
}

/** A shell goes on after an interrupt, with the exception shown if a statement was running. */
function runShell(program: Program, interruptible: Interruptible): number {
  const shell = newShell(program);
  let status = interruptible(() => shell.run());
  while (status === undefined) {
    if (current.thread.frame === null) writeError("\nKeyboardInterrupt\n");
    else interruptible(() => interrupt(program));
    status = interruptible(() => shell.run());
  }
  return status;
}

/** Asked at the end, so that a program can set it for itself. */
function isVariableSet(config: Config, name: string): boolean {
  return !config.ignoreEnvironment && (host().process.environment.get(name) ?? "") !== "";
}
