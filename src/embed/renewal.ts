/**
 * Interpreters that were started in a world of no files, before there was a process to run a program in (start-up snapshots
 * of frozen programs and of the command line): what they had from that world they take anew from the real one.
 */
import { useHost } from "../host/current.ts";
import type { Host } from "../host/host.ts";
import { environmentDict } from "../native/posix/process.ts";
import { getAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { PyModule } from "../objects/kernel/payload.ts";
import type { Interpreter } from "../vm/interpreter.ts";

/** What modules that the interpreter's start imports have taken from the world. */
export function renewWorld({ modules }: Interpreter, host: Host): void {
  useHost(host);
  const posix = modules.get("posix");
  const known = posix instanceof PyModule ? posix.dict.get("environ") : undefined;
  if (known instanceof PyDict) {
    // The same dict: os.environ holds it.
    known.clear();
    environmentDict(known);
  }
  const time = modules.get("time");
  if (time !== undefined) call(getAttr(time, "tzset"));
}
