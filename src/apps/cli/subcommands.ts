/**
 * The commands that Chaipy has beside Python's own command line: `chaipy pyc FILE`.
 *
 * The rule: a command is meant if the first argument is its name and no file or folder of that name is there.
 * `python3.12 pyc` runs the script `pyc`, and so do we; without one CPython only says that it cannot open it. Options
 * in front (`-B pyc`) always mean a script.
 */
import { type Host, ifPossible } from "../../host/host.ts";
import { runExplain } from "../explain/main.ts";
import { runFreeze } from "../freeze/main.ts";
import { runInspect } from "../inspect/main.ts";
import { runJit } from "../jit/main.ts";
import { runPyc } from "../pyc/main.ts";
import { runTour } from "../tour/main.ts";
import { EXPLAIN_USAGE, FREEZE_USAGE, INSPECT_USAGE, JIT_USAGE, PYC_USAGE, TOUR_USAGE } from "./command-usage.ts";
import type { Application } from "./invocation.ts";

export interface Subcommand {
  /** What follows the name in its usage line. */
  readonly usage: string;
  readonly summary: string;
  readonly run: Application;
}

export const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  explain: { usage: EXPLAIN_USAGE, summary: "run a program and tell what each import did, and why", run: runExplain },
  freeze: {
    usage: FREEZE_USAGE,
    summary: "make one file of a program: an executable, a page or a .pyz",
    run: runFreeze,
  },
  inspect: { usage: INSPECT_USAGE, summary: "show what each stage makes of a source", run: runInspect },
  jit: {
    usage: JIT_USAGE,
    summary: "run a program and tell what was compiled to JavaScript, and why not",
    run: runJit,
  },
  pyc: { usage: PYC_USAGE, summary: "show what is in a .pyc file", run: runPyc },
  tour: { usage: TOUR_USAGE, summary: "lessons about what happens inside, each run before your eyes", run: runTour },
};

/** The command that the command line names, by the rule above. */
export function findSubcommand(argv: readonly string[], world: Host): Subcommand | undefined {
  const [name = ""] = argv;
  if (!Object.hasOwn(SUBCOMMANDS, name) || exists(world, name)) return undefined;
  return SUBCOMMANDS[name];
}

function exists(world: Host, path: string): boolean {
  return ifPossible(() => world.files.lstat(path)) !== undefined;
}

/** What `chaipy NAME --help` prints. */
export function commandHelp(name: string, { usage, summary }: Subcommand): string {
  const sentence = summary.charAt(0).toUpperCase() + summary.slice(1);
  return `usage: chaipy ${name} ${usage}\n\n${sentence}.\n`;
}

/** The lines that `--help` adds. */
export function subcommandsHelp(): string {
  const lines = Object.entries(SUBCOMMANDS).map(
    ([name, { usage, summary }]) => `chaipy ${name} ${usage}\n         ${summary}\n`,
  );
  return `\nChaipy's own commands (unless a file of that name is there):\n${lines.join("")}`;
}
