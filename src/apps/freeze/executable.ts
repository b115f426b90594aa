/** The start of a frozen executable: what is in the snapshot that it begins with, and what it then does (host/snapshot.ts). */
import { executableArguments, executablePath } from "../../host/executable.ts";
import { interruptible } from "../../host/interruptible.ts";
import { MemoryHost } from "../../host/memory.ts";
import { NodeHost } from "../../host/node.ts";
import { NodeTls } from "../../host/node-tls.ts";
import { prepareProgram, startProgram } from "./program.ts";

/** Gives what starts the program and returns its exit status. The payload is read again if something of it is needed. */
export function prepareExecutable(readPayload: () => Uint8Array): () => number {
  // The library for TLS is a part of Node, and so of the executable.
  const noWorld = new MemoryHost({ frozenTimeNs: 0n, tls: new NodeTls() });
  const program = prepareProgram(readPayload, noWorld, true);
  program.table.forget();
  return () => {
    const args = executableArguments();
    const world = new NodeHost({ argv: args, executable: executablePath(), workerSource: program.helper });
    return startProgram(program, world, args, interruptible);
  };
}
