/** The system's small programs that do what Node has no call for. Trap: the Python program may have changed PATH. */
import type { SpawnSyncReturns, StdioOptions } from "node:child_process";

const SYSTEM_PATH = "/usr/bin:/bin";

/** Run one to its end, with messages in English. */
export function runSystemTool(name: string, args: readonly string[], stdio: StdioOptions): SpawnSyncReturns<string> {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const env = { PATH: `${SYSTEM_PATH}:${process.env.PATH ?? ""}`, LC_ALL: "C" };
  return spawnSync(name, args, { encoding: "latin1", env, stdio });
}
