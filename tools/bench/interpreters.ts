/** The interpreters that a benchmark compares: ours, and the others that this machine has. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { COMMAND } from "../oracle/interpreter.ts";

export interface Interpreter {
  /** "Chaipy", or as the interpreter calls itself: "CPython 3.11.2". */
  readonly name: string;
  readonly command: readonly string[];
  readonly isNative: boolean;
}

export const OURS: Interpreter = { name: "Chaipy", command: COMMAND, isNative: false };

/** In the order in which one of them becomes the measure of the others. */
const NAMES = ["python3.11", "python3.12", "pypy3"];
const DESCRIBE = `
import platform, sys
version = "%d.%d.%d" % (sys.pypy_version_info[:3] if hasattr(sys, "pypy_version_info") else sys.version_info[:3])
print(platform.python_implementation() + " " + version)
`;

function describe(executable: string): Interpreter | undefined {
  const { status, stdout } = spawnSync(executable, ["-c", DESCRIBE], { encoding: "utf8" });
  const name = stdout?.trim();
  return status === 0 && name ? { name, command: [executable], isNative: name.startsWith("CPython") } : undefined;
}

/** Where a system installs programs comes before the rest of PATH, which may hold wrappers that take time to start. */
function find(name: string): Interpreter | undefined {
  const folders = ["/usr/bin", "/usr/local/bin", ...(process.env.PATH ?? "").split(path.delimiter)];
  for (const folder of folders) {
    const found = describe(path.join(folder, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Those named, or else those found. */
export function otherInterpreters(named: readonly string[] | undefined): Interpreter[] {
  if (named === undefined) return NAMES.flatMap((name) => find(name) ?? []);
  return named.map((executable) => {
    const found = describe(executable);
    if (found === undefined) throw new Error(`${executable} does not run`);
    return found;
  });
}
