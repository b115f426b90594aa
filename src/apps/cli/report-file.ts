/** Where the report of a command about a program's run goes: standard error, or the file of its option `-o`. */
import { O_CREAT, O_TRUNC, O_WRONLY } from "../../host/constants.ts";
import { writeAll } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import type { Invocation } from "./invocation.ts";

/** False if the file cannot be written, which was said then. */
export function deliverReport(
  { world, printError }: Invocation,
  command: string,
  file: string | undefined,
  text: string,
): boolean {
  if (file === undefined) {
    printError(text);
    return true;
  }
  try {
    const fd = world.files.open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o666);
    const bytes = new TextEncoder().encode(text);
    writeAll(fd, bytes, world);
    world.files.close(fd);
    return true;
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    printError(`chaipy ${command}: ${error.message}\n`);
    return false;
  }
}
