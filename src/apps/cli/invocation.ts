/** How main.ts starts one of the commands of subcommands.ts. */
import type { Interruptible } from "../../embed/program.ts";
import type { Host } from "../../host/host.ts";

/** What a command is started with. */
export interface Invocation {
  /** What follows the command's name. */
  readonly args: readonly string[];
  /** The file that was started, perhaps a link to `baseExecutable`. */
  readonly executable: string;
  /** dist/cli.js, beside which the library lies. */
  readonly baseExecutable: string;
  /** The folder of `baseExecutable`. */
  readonly prefix: string;
  readonly world: Host;
  readonly interruptible: Interruptible;
  /** What `--help` says of these commands. */
  readonly help: string;
  print(text: string): void;
  printError(text: string): void;
}

/** Runs to its end; the exit status. */
export type Application = (invocation: Invocation) => number;
