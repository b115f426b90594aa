/** posix.posix_spawn and posix_spawnp (CPython Modules/posixmodule.c): a program with the descriptors and settings asked for. */
import { host } from "../../host/current.ts";
import { type ChildSettings, HostError, type Scheduling } from "../../host/host.ts";
import { NONE, typeOf } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { getItem, isSequence, length, toArray } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyTuple } from "../../objects/kernel/payload.ts";
import { systemError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { encodedPath, pathArgument, system } from "./paths.ts";
import {
  argumentList,
  candidates,
  clinicWords,
  environmentArgument,
  plainStart,
  startFirst,
  textOfPath,
} from "./programs.ts";
import { priorityOf } from "./scheduling.ts";
import { ofSystem } from "./system.ts";

const POSIX_SPAWN_OPEN = 0;
const POSIX_SPAWN_CLOSE = 1;
const POSIX_SPAWN_DUP2 = 2;
export const spawnConstants = { POSIX_SPAWN_OPEN, POSIX_SPAWN_CLOSE, POSIX_SPAWN_DUP2 };

const SIGNAL_COUNT = 65;

/** What a child has at its numbers, and what was opened here to be given to it. */
interface Descriptors {
  readonly given: (number | null)[];
  readonly opened: number[];
}

type Action = (rest: Value[], descriptors: Descriptors) => void;

function openFor([number, path, flags, mode]: Value[], { given, opened }: Descriptors): void {
  const [target, bits, permissions] = [intArgument(number), intArgument(flags), intArgument(mode)];
  const file = encodedPath(path);
  if (target < 0) throw new HostError("EBADF");
  const fd = host().files.open(file, bits, permissions);
  opened.push(fd);
  given[target] = fd;
}

function closeFor([number]: Value[], { given }: Descriptors): void {
  const fd = intArgument(number);
  if (fd < 0) throw new HostError("EBADF");
  given[fd] = null;
}

function doubleFor([source, target]: Value[], { given }: Descriptors): void {
  const [from, to] = [intArgument(source), intArgument(target)];
  const fd = given[from] === undefined ? from : given[from];
  if (fd === null || from < 0 || to < 0) throw new HostError("EBADF");
  host().files.fstat(fd);
  given[to] = fd;
}

/** By the number of the kind: its name, how long its tuple is, and what it does. */
const ACTIONS: ReadonlyMap<number, readonly [name: string, length: number, act: Action]> = new Map([
  [POSIX_SPAWN_OPEN, ["open", 5, openFor]],
  [POSIX_SPAWN_CLOSE, ["close", 2, closeFor]],
  [POSIX_SPAWN_DUP2, ["dup2", 3, doubleFor]],
]);

/** The file actions, in their order, on descriptors 0, 1, 2, those that a child inherits and those that are named. */
function applyActions(actions: Value, descriptors: Descriptors, shown: Value): void {
  if (actions === NONE) return;
  if (!isSequence(typeOf(actions))) throw typeError("file_actions must be a sequence or None");
  for (let i = 0; i < length(actions); i++) {
    const action = getItem(actions, i);
    if (!(action instanceof PyTuple) || action.items.length === 0) {
      throw typeError("Each file_actions element must be a non-empty tuple");
    }
    const [kind, ...rest] = action.items;
    const known = ACTIONS.get(intArgument(kind));
    if (known === undefined) throw typeError("Unknown file_actions identifier");
    const [name, count, act] = known;
    if (action.items.length !== count) throw typeError(`A ${name} file_action tuple must have ${count} elements`);
    system(() => act(rest, descriptors), shown);
  }
}

/** Numbers of signals in any iterable. */
function signalsOf(value: Value): number[] {
  return toArray(value).map((each) => {
    const signal = intArgument(each);
    if (signal >= 1 && signal < SIGNAL_COUNT) return signal;
    throw valueError(`signal number ${signal} out of range [1; ${SIGNAL_COUNT - 1}]`);
  });
}

function settingsOf(
  group: Value | undefined,
  mask: Value | undefined,
  defaults: Value | undefined,
  scheduler: Value | undefined,
): ChildSettings | undefined {
  const number = group === undefined ? null : intArgument(group);
  const [held, restored] = [mask, defaults].map((each) => (each === undefined ? [] : signalsOf(each)));
  const scheduling = schedulingOf(scheduler);
  if (number !== null && number < 0) throw new HostError("EINVAL");
  if (number === null && held.length === 0 && restored.length === 0 && scheduling === null) return undefined;
  return {
    group: number,
    groups: null,
    heldSignals: held.length === 0 ? null : held,
    defaultSignals: restored,
    scheduling,
  };
}

/** A policy, without which it stays as it is, and a priority. */
function schedulingOf(value: Value | undefined): Scheduling | null {
  if (value === undefined) return null;
  if (!(value instanceof PyTuple)) throw systemError("new style getargs format but argument is not a tuple");
  if (value.items.length !== 2) throw typeError("A scheduler tuple must have two elements");
  const [policy, param] = value.items;
  const priority = priorityOf(param);
  return { policy: policy === NONE ? ofSystem((known) => known.scheduling(0).policy) : intArgument(policy), priority };
}

function posixSpawn(name: string, searches: boolean): MethodRow {
  return [
    "($module, path, argv, env, /, *, file_actions=(),\n            setpgroup=<unrepresentable>, resetids=False, setsid=False,\n            setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
    "Execute the program specified by path in a new process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.\n  env\n    Dictionary of strings mapping to strings.\n  file_actions\n    A sequence of file action tuples.\n  setpgroup\n    The pgroup to use with the POSIX_SPAWN_SETPGROUP flag.\n  resetids\n    If the value is `true` the POSIX_SPAWN_RESETIDS will be activated.\n  setsid\n    If the value is `true` the POSIX_SPAWN_SETSID or POSIX_SPAWN_SETSID_NP will be activated.\n  setsigmask\n    The sigmask to use with the POSIX_SPAWN_SETSIGMASK flag.\n  setsigdef\n    The sigmask to use with the POSIX_SPAWN_SETSIGDEF flag.\n  scheduler\n    A tuple with the scheduler policy (optional) and parameters.",
    (path: Value, argv: Value, env: Value, actions: Value, ...settings: (Value | undefined)[]) => {
      const [group, resetIds, session, mask, defaults, scheduler] = settings;
      const { host: given, shown } = pathArgument(path, name);
      const file = textOfPath(given);
      const args = argumentList(argv, clinicWords(name));
      const environment = environmentArgument(env, name);
      const inherited = host().files.inherited();
      const descriptors: Descriptors = { given: [], opened: [] };
      for (const fd of inherited) descriptors.given[fd] = fd;
      try {
        applyActions(actions, descriptors, shown);
        const numbers = Array.from(descriptors.given, (fd) => fd ?? null);
        const { uid, gid } = host().process;
        const request = {
          ...plainStart(file, args, environment),
          descriptors: numbers,
          newSession: isTrue(session ?? false),
          settings: system(() => settingsOf(group, mask, defaults, scheduler), shown),
          ...(isTrue(resetIds ?? false) && { uid, gid }),
        };
        return system(() => startFirst(searches ? candidates(file, null) : [file], request), shown);
      } finally {
        for (const fd of descriptors.opened) host().files.close(fd);
      }
    },
  ];
}

export const spawnFunctions: Record<string, MethodRow> = {
  posix_spawn: posixSpawn("posix_spawn", false),
  posix_spawnp: posixSpawn("posix_spawnp", true),
};
