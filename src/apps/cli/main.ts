/**
 * The command line: `node dist/cli.js [options] [-c command | -m module | file | -] [arguments]`.
 */
import { finish, guard, type Program, runProgram, writeError } from "../../embed/program.ts";
import { finishStartup, startInterpreter } from "../../embed/startup.ts";
import { useHost } from "../../host/current.ts";
import { NodeHost } from "../../host/node.ts";
import { VERSION_TEXT } from "../../native/sys/version.ts";
import { reprText, strText } from "../../objects/kernel/protocol.ts";
import { PyError } from "../../objects/kernel/raise.ts";
import type { PyTraceback } from "../../vm/types/traceback.ts";
import { runShell } from "../repl/shell.ts";
import { ConfigError, makeConfig, type Options, parseOptions, UsageError } from "./options.ts";
import { ENVIRONMENT_HELP, HELP_HINT, OPTIONS_HELP, usageLine, XOPTIONS_HELP } from "./usage.ts";

/** Run the command line of this process; the exit status. `executable` lies beside the library. */
export function main(executable: string): number {
  const prefix = executable.slice(0, executable.lastIndexOf("/"));
  const host = new NodeHost();
  useHost(host);
  const write = (text: string): void => void host.files.write(1, new TextEncoder().encode(text));
  let options: Options;
  try {
    options = parseOptions(host.process.argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    writeError(`${error.message}\n${usageLine(executable)}${HELP_HINT}\n`);
    return 2;
  }
  if (options.request !== undefined) {
    write(answer(options.request, executable));
    return 0;
  }
  try {
    const config = makeConfig(options, {
      environment: (name) => host.process.environment.get(name),
      stdinIsTerminal: host.files.isatty(0),
      executable,
      prefix,
      originalArgs: [executable, ...host.process.argv],
    });
    const interpreter = startInterpreter(config, host, host.files.readFile(`${prefix}/frozen.bin`));
    return run({ interpreter, config, main: finishStartup(interpreter, config) });
  } catch (error) {
    if (error instanceof ConfigError) {
      writeError(`Fatal Python error: ${error.where}: ${error.message}\nPython runtime state: preinitialized\n\n`);
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

function answer(request: NonNullable<Options["request"]>, executable: string): string {
  switch (request.kind) {
    case "version":
      return request.times > 1 ? `Python ${VERSION_TEXT}\n` : "Python 3.12.7\n";
    case "help":
      return usageLine(executable) + OPTIONS_HELP;
    case "helpEnvironment":
      return ENVIRONMENT_HELP;
    case "helpXOptions":
      return XOPTIONS_HELP;
    case "helpAll":
      return `${usageLine(executable)}${OPTIONS_HELP}\n${ENVIRONMENT_HELP}\n${XOPTIONS_HELP}`;
  }
}

function run(program: Program): number {
  const { config } = program;
  const shellFirst = config.run.kind === "stdin" && config.interactive;
  let status = shellFirst ? 0 : runProgram(program);
  if (shellFirst || config.inspect) status = guard(program, () => runShell(program, shellFirst));
  return finish(program, status);
}
