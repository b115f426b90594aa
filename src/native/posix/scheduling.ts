/** posix: priorities, processors and scheduling of processes (CPython Modules/posixmodule.c). */
import { HostError, type OperatingSystem, type Scheduling } from "../../host/host.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { SET, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { toArray } from "../../objects/kernel/iterate.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import { intOf, PyFloat, PyList, tuple } from "../../objects/kernel/payload.ts";
import { reprText } from "../../objects/kernel/protocol.ts";
import { overflowError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { makeSet } from "../../objects/types/set-operations.ts";
import { defineStructSequence, PyStructSequence } from "../../objects/types/structseq.ts";
import { system } from "./paths.ts";
import { ofSystem } from "./system.ts";

const SCHED_PARAM = defineStructSequence(
  "posix.sched_param",
  "Currently has only one field: sched_priority\n\n  sched_priority\n    A scheduling parameter.",
  [["sched_priority", "the scheduling priority"]],
  1,
  ["(sched_priority)", (_cls: PyType, priority: Value) => SCHED_PARAM.make([priority])],
);

export const schedulingTypes = { sched_param: SCHED_PARAM.type };

const POLICIES = { SCHED_OTHER: 0, SCHED_FIFO: 1, SCHED_RR: 2, SCHED_BATCH: 3, SCHED_IDLE: 5 };
const PRIO_PROCESS = 0;
const GREATEST_REAL_TIME_PRIORITY = 99;

export const schedulingConstants = {
  ...POLICIES,
  SCHED_RESET_ON_FORK: 0x40000000,
  PRIO_PROCESS,
  PRIO_PGRP: 1,
  PRIO_USER: 2,
};

/** The bounds of Linux's priorities for a policy. */
function bounds(policy: Value): [least: number, greatest: number] {
  const number = intArgument(policy);
  if (number === POLICIES.SCHED_FIFO || number === POLICIES.SCHED_RR) return [1, GREATEST_REAL_TIME_PRIORITY];
  if (Object.values(POLICIES).includes(number)) return [0, 0];
  return system(() => {
    throw new HostError("EINVAL");
  });
}

/** The priority in a sched_param argument. */
export function priorityOf(param: Value): number {
  if (!(param instanceof PyStructSequence) || param.cls !== SCHED_PARAM.type) {
    throw typeError("must have a sched_param object");
  }
  const priority = toIndex(param.items[0]);
  if (typeof priority === "bigint" || priority !== (priority | 0)) throw overflowError("sched_priority out of range");
  return priority;
}

/** As a cpu_set_t is filled: numbers of processors in any iterable. */
function processorsOf(mask: Value): number[] {
  const numbers = toArray(mask).map((each) => {
    const number = intOf(each);
    if (number === undefined) throw typeError(`expected an iterator of ints, but iterator yielded ${shown(each)}`);
    return number;
  });
  for (const number of numbers) {
    if (number < 0) throw valueError("negative CPU number");
    if (number > MOST_PROCESSORS) throw overflowError("CPU number too large");
  }
  return numbers.map(Number);
}

const MOST_PROCESSORS = 0x7ffffffe;
const shown = (value: Value): string => reprText(typeOf(value));

function schedulingOf(known: OperatingSystem, pid: number): Scheduling {
  if (pid < 0) throw new HostError("EINVAL");
  return known.scheduling(pid);
}

function nice(increment: Value): Value {
  const wanted = intArgument(increment);
  return ofSystem((known) => {
    known.setPriority(PRIO_PROCESS, 0, known.priority(PRIO_PROCESS, 0) + wanted);
    return known.priority(PRIO_PROCESS, 0);
  });
}

export const schedulingFunctions: Record<string, MethodRow> = {
  getloadavg: [
    "($module, /)",
    "Return average recent system load information.\n\nReturn the number of processes in the system run queue averaged over\nthe last 1, 5, and 15 minutes as a tuple of three floats.\nRaises OSError if the load average was unobtainable.",
    () => tuple(ofSystem((known) => known.loadAverage()).map((load) => new PyFloat(load))),
  ],
  nice: ["($module, increment, /)", "Add increment to the priority of process and return the new priority.", nice],
  getpriority: [
    "($module, /, which, who)",
    "Return program scheduling priority.",
    (which: Value, who: Value) => {
      const [kind, id] = [intArgument(which), intArgument(who)];
      return ofSystem((known) => known.priority(kind, id));
    },
  ],
  setpriority: [
    "($module, /, which, who, priority)",
    "Set program scheduling priority.",
    (which: Value, who: Value, priority: Value) => {
      const [kind, id, wanted] = [intArgument(which), intArgument(who), intArgument(priority)];
      ofSystem((known) => known.setPriority(kind, id, wanted));
    },
  ],
  sched_yield: ["($module, /)", "Voluntarily relinquish the CPU.", mayWait(() => void hooks.waitFor(() => false, 0))],
  sched_get_priority_max: [
    "($module, /, policy)",
    "Get the maximum scheduling priority for policy.",
    (policy: Value) => bounds(policy)[1],
  ],
  sched_get_priority_min: [
    "($module, /, policy)",
    "Get the minimum scheduling priority for policy.",
    (policy: Value) => bounds(policy)[0],
  ],
  sched_getscheduler: [
    "($module, pid, /)",
    "Get the scheduling policy for the process identified by pid.\n\nPassing 0 for pid returns the scheduling policy for the calling process.",
    (pid: Value) => {
      const number = intArgument(pid);
      return ofSystem((known) => schedulingOf(known, number).policy);
    },
  ],
  sched_setscheduler: [
    "($module, pid, policy, param, /)",
    "Set the scheduling policy for the process identified by pid.\n\nIf pid is 0, the calling process is changed.\nparam is an instance of sched_param.",
    (pid: Value, policy: Value, param: Value) => {
      const [number, kind, priority] = [intArgument(pid), intArgument(policy), priorityOf(param)];
      ofSystem((known) => known.setScheduling(number, { policy: kind, priority }));
    },
  ],
  sched_getparam: [
    "($module, pid, /)",
    "Returns scheduling parameters for the process identified by pid.\n\nIf pid is 0, returns parameters for the calling process.\nReturn value is an instance of sched_param.",
    (pid: Value) => {
      const number = intArgument(pid);
      return SCHED_PARAM.make([ofSystem((known) => schedulingOf(known, number).priority)]);
    },
  ],
  sched_setparam: [
    "($module, pid, param, /)",
    "Set scheduling parameters for the process identified by pid.\n\nIf pid is 0, sets parameters for the calling process.\nparam should be an instance of sched_param.",
    (pid: Value, param: Value) => {
      const [number, priority] = [intArgument(pid), priorityOf(param)];
      ofSystem((known) => known.setScheduling(number, { policy: known.scheduling(number).policy, priority }));
    },
  ],
  sched_getaffinity: [
    "($module, pid, /)",
    "Return the affinity of the process identified by pid (or the current process if zero).\n\nThe affinity is returned as a set of CPU identifiers.",
    (pid: Value) => {
      const number = intArgument(pid);
      return makeSet(SET, new PyList(ofSystem((known) => known.affinity(number))));
    },
  ],
  sched_setaffinity: [
    "($module, pid, mask, /)",
    "Set the CPU affinity of the process identified by pid to mask.\n\nmask should be an iterable of integers identifying CPUs.",
    (pid: Value, mask: Value) => {
      const [number, processors] = [intArgument(pid), processorsOf(mask)];
      ofSystem((known) => known.setAffinity(number, processors));
    },
  ],
};
