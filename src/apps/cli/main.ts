/**
 * The command line: one of Chaipy's own commands (subcommands.ts), or Python's own,
 * `node dist/cli.js [options] [-c command | -m module | file | -] [arguments]`.
 */
import { type Interruptible, writeError } from "../../embed/program.ts";
import { useHost } from "../../host/current.ts";
import type { Host } from "../../host/host.ts";
import { NodeHost } from "../../host/node.ts";
import { runPython } from "./python.ts";
import { findSubcommand, subcommandsHelp } from "./subcommands.ts";

/** Run the command line of this process; the exit status. `executable` lies beside the library. */
export function main(executable: string, interruptible: Interruptible, runsOnce?: Host["runsOnce"]): number {
  const prefix = executable.slice(0, executable.lastIndexOf("/"));
  const world = new NodeHost({ workerFile: `${prefix}/worker.js`, runsOnce });
  useHost(world);
  const { argv } = world.process;
  const print = (text: string): void => void world.files.write(1, new TextEncoder().encode(text));
  // As it was called: through a link in a virtual environment it is another file.
  const invoked = world.process.executable === "" ? executable : world.process.executable;
  const common = {
    executable: invoked,
    baseExecutable: executable,
    prefix,
    world,
    interruptible,
    print,
    printError: writeError,
    help: subcommandsHelp(),
  };
  const command = findSubcommand(argv, world);
  return command === undefined ? runPython({ ...common, args: argv }) : command.run({ ...common, args: argv.slice(1) });
}
