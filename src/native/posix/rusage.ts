/** resource.struct_rusage, which `os.wait3`, `os.wait4` and the module `resource` give. */
import type { ResourceUsage } from "../../host/host.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyFloat } from "../../objects/kernel/payload.ts";
import { defineStructSequence } from "../../objects/types/structseq.ts";

export const STRUCT_RUSAGE = defineStructSequence("resource.struct_rusage", "struct_rusage: Result from getrusage.", [
  ["ru_utime", "user time used"],
  ["ru_stime", "system time used"],
  ["ru_maxrss", "max. resident set size"],
  ["ru_ixrss", "shared memory size"],
  ["ru_idrss", "unshared data size"],
  ["ru_isrss", "unshared stack size"],
  ["ru_minflt", "page faults not requiring I/O"],
  ["ru_majflt", "page faults requiring I/O"],
  ["ru_nswap", "number of swap outs"],
  ["ru_inblock", "block input operations"],
  ["ru_oublock", "block output operations"],
  ["ru_msgsnd", "IPC messages sent"],
  ["ru_msgrcv", "IPC messages received"],
  ["ru_nsignals", "signals received"],
  ["ru_nvcsw", "voluntary context switches"],
  ["ru_nivcsw", "involuntary context switches"],
]);

export const NOTHING_USED: ResourceUsage = {
  userSeconds: 0,
  systemSeconds: 0,
  maxResidentKilobytes: 0,
  minorFaults: 0,
  majorFaults: 0,
  blocksRead: 0,
  blocksWritten: 0,
  voluntarySwitches: 0,
  involuntarySwitches: 0,
};

/** What Linux does not count is 0 there too. */
export function usageTuple(used: ResourceUsage): Value {
  return STRUCT_RUSAGE.make([
    new PyFloat(used.userSeconds),
    new PyFloat(used.systemSeconds),
    used.maxResidentKilobytes,
    0,
    0,
    0,
    used.minorFaults,
    used.majorFaults,
    0,
    used.blocksRead,
    used.blocksWritten,
    0,
    0,
    0,
    used.voluntarySwitches,
    used.involuntarySwitches,
  ]);
}
