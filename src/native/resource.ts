/**
 * resource: what processes have used, and their limits (CPython Modules/resource.c), by way of the host.
 *
 * Absent is RUSAGE_THREAD: Python's threads share one of the system's. Of children the host tells times and page faults.
 */
import { host } from "../host/current.ts";
import { HostError, type Limits } from "../host/host.ts";
import { audit } from "../objects/kernel/audit.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { toArray } from "../objects/kernel/iterate.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { toIndex } from "../objects/kernel/number.ts";
import type { Value } from "../objects/kernel/object.ts";
import { tuple } from "../objects/kernel/payload.ts";
import { valueError } from "../objects/kernel/raise.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { system } from "./posix/paths.ts";
import { STRUCT_RUSAGE, usageTuple } from "./posix/rusage.ts";

const RUSAGE_SELF = 0;
const RUSAGE_CHILDREN = -1;
const RLIM_NLIMITS = 16;
const RLIM_INFINITY = -1;
const PAGE_SIZE = 4096;

/** RLIMIT_*, by the rest of their names. */
const RESOURCES: Readonly<Record<string, number>> = {
  CPU: 0,
  FSIZE: 1,
  DATA: 2,
  STACK: 3,
  CORE: 4,
  RSS: 5,
  NPROC: 6,
  NOFILE: 7,
  OFILE: 7,
  MEMLOCK: 8,
  AS: 9,
  SIGPENDING: 11,
  MSGQUEUE: 12,
  NICE: 13,
  RTPRIO: 14,
  RTTIME: 15,
};

function resourceArgument(value: Value): number {
  const resource = intArgument(value);
  if (resource < 0 || resource >= RLIM_NLIMITS) throw valueError("invalid resource specified");
  return resource;
}

const limitValue = (limit: bigint | null): Value => {
  if (limit === null) return RLIM_INFINITY;
  return limit <= Number.MAX_SAFE_INTEGER ? Number(limit) : limit;
};

const limitsTuple = ({ soft, hard }: Limits): Value => tuple([limitValue(soft), limitValue(hard)]);

/** A C rlim_t: what is negative is very much. */
function limitArgument(value: Value): bigint | null {
  const limit = BigInt(toIndex(value));
  return limit === BigInt(RLIM_INFINITY) ? null : BigInt.asUintN(64, limit);
}

function limitsArgument(value: Value): Limits {
  const items = toArray(value);
  if (items.length !== 2) throw valueError("expected a tuple of 2 integers");
  return { soft: limitArgument(items[0]), hard: limitArgument(items[1]) };
}

function setLimits(pid: number, resource: number, limits: Limits): void {
  system(() => {
    try {
      host().process.setLimits(pid, resource, limits);
    } catch (error) {
      if (error instanceof HostError && error.code === "EINVAL")
        throw valueError("current limit exceeds maximum limit");
      if (error instanceof HostError && error.code === "EPERM") throw valueError("not allowed to raise maximum limit");
      throw error;
    }
  });
}

function getUsage(who: Value): Value {
  const number = intArgument(who);
  if (number !== RUSAGE_SELF && number !== RUSAGE_CHILDREN) throw valueError("invalid who parameter");
  return usageTuple(system(() => host().process.usage(number === RUSAGE_SELF ? "self" : "children")));
}

function setOwn(resourceValue: Value, limits: Value): void {
  const resource = intArgument(resourceValue);
  audit("resource.setrlimit", resource, limits);
  setLimits(0, resourceArgument(resource), limitsArgument(limits));
}

function processLimits(pidValue: Value, resourceValue: Value, limits: Value): Value {
  const [pid, resource] = [intArgument(pidValue), resourceArgument(resourceValue)];
  audit("resource.prlimit", pid, resource, limits);
  const wanted = limits === NONE ? undefined : limitsArgument(limits);
  const before = limitsTuple(system(() => host().process.limits(pid, resource)));
  if (wanted !== undefined) setLimits(pid, resource, wanted);
  return before;
}

export default defineModule("resource", {
  constants: {
    RUSAGE_SELF,
    RUSAGE_CHILDREN,
    RLIM_INFINITY,
    ...Object.fromEntries(Object.entries(RESOURCES).map(([name, number]) => [`RLIMIT_${name}`, number])),
  },
  types: { error: EXCEPTIONS.OSError, struct_rusage: STRUCT_RUSAGE.type },
  functions: {
    getrusage: ["($module, who, /)", undefined, getUsage],
    getrlimit: [
      "($module, resource, /)",
      undefined,
      (resource: Value) => {
        const number = resourceArgument(resource);
        return limitsTuple(system(() => host().process.limits(0, number)));
      },
    ],
    setrlimit: ["($module, resource, limits, /)", undefined, setOwn],
    prlimit: ["($module, pid, resource, limits=None, /)", undefined, processLimits],
    getpagesize: ["($module, /)", undefined, () => PAGE_SIZE],
  },
});
