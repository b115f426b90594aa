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

/** Run Python's command line `args`; the exit status. */
export function runPython(
  { args, executable, baseExecutable, prefix, world, interruptible, print, help }: Invocation,
  onlooker?: Onlooker,
): number {
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
  try {
    const pathFile = readPathFile(world, executable);
    for (const warning of pathFile?.warnings ?? []) writeError(`${warning}\n`);
    const config = makeConfig(options, {
      environment: (name) => world.process.environment.get(name),
      executable,
      baseExecutable,
      prefix,
      pathFile,
      originalArgs: [executable, ...args],
    });
    const frozen = new FrozenTable(() => world.files.readFile(`${prefix}/frozen.bin`));
    const interpreter = startInterpreter(config, world, frozen);
    const program = { interpreter, config, main: finishStartup(interpreter, config) };
    onlooker?.started(interpreter);
    const status = run(program, interruptible);
    onlooker?.ended(interpreter);
    return finish(program, status);
  } catch (error) {
    if (error instanceof ConfigError) {
      writeError(error.text);
      return 1;
    }
    if (!(error instanceof PyError)) throw error;
    writeError(`Fatal Python error: init_import_site: Failed to start\n${describe(error)}\n`);
    return 1;
  }
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
