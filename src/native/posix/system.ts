/** The system that a host has, for the functions that ask it about processes, users and limits. */
import { host } from "../../host/current.ts";
import { HostError, type OperatingSystem } from "../../host/host.ts";
import { system } from "./paths.ts";

/** What the system answers; its failure is an OSError, and so is a host that has no system (ENOSYS). */
export function ofSystem<Answer>(ask: (known: OperatingSystem) => Answer): Answer {
  return system(() => {
    const known = host().system;
    if (known === null) throw new HostError("ENOSYS");
    return ask(known);
  });
}
