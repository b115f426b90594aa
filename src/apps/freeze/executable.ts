/** dist/freeze/executable.js: the script that Node keeps as a snapshot in a frozen executable (host/executable.ts). */
import { executableArguments, executablePath, prepareSnapshot } from "../../host/executable.ts";
import { interruptible } from "../../host/interruptible.ts";
import { MemoryHost } from "../../host/memory.ts";
import { NodeHost } from "../../host/node.ts";
import { prepareProgram, startProgram } from "./program.ts";

prepareSnapshot((payload) => {
  const program = prepareProgram(payload, new MemoryHost({ frozenTimeNs: 0n }));
  return () => {
    const args = executableArguments();
    const world = new NodeHost({ argv: args, executable: executablePath(), workerSource: program.helper });
    return startProgram(program, world, args, interruptible);
  };
});
