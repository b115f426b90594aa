/**
 * The command line: one of Chaipy's own commands (subcommands.ts), or Python's own,
 * `node dist/cli.js [options] [-c command | -m module | file | -] [arguments]`.
 */
import { type Interruptible, writeError } from "../../embed/program.ts";
import { useHost } from "../../host/current.ts";
import type { Host } from "../../host/host.ts";
import { NodeHost, type NodeHostOptions } from "../../host/node.ts";
import type { Invocation } from "./invocation.ts";
import { runPython } from "./python.ts";
import { commandHelp, findSubcommand, subcommandsHelp } from "./subcommands.ts";

/** As what this process was started: see host/launching.ts. */
export interface Command {
  readonly executable: string;
  readonly baseExecutable: string;
  readonly startAgain?: NodeHostOptions["startAgain"];
}

/** Run the command line of this process; the exit status. */
export function main(command: Command, interruptible: Interruptible, runsOnce?: Host["runsOnce"]): number {
  const invocation = invocationOf(command, interruptible, runsOnce);
  const { args, world } = invocation;
  const own = findSubcommand(args, world);
  if (own === undefined) return runPython(invocation);
  const [name = "", ...rest] = args;
  if (rest[0] === "--help" || rest[0] === "-h") {
    invocation.print(commandHelp(name, own));
    return 0;
  }
  return own.run({ ...invocation, args: rest });
}

/** The world of this process, and what it is asked to do. The library lies beside `baseExecutable`. */
export function invocationOf(
  { executable, baseExecutable, startAgain }: Command,
  interruptible: Interruptible,
  runsOnce: Host["runsOnce"],
): Invocation {
  const prefix = baseExecutable.slice(0, baseExecutable.lastIndexOf("/"));
  // As it was called: through a link in a virtual environment it is another file.
  const invoked = executable === "" ? baseExecutable : executable;
  const world = new NodeHost({ executable: invoked, workerFile: `${prefix}/worker.js`, startAgain, runsOnce });
  useHost(world);
  const print = (text: string): void => void world.files.write(1, new TextEncoder().encode(text));
  return {
    args: world.process.argv,
    executable: invoked,
    baseExecutable,
    prefix,
    world,
    interruptible,
    print,
    printError: writeError,
    help: subcommandsHelp(),
  };
}
