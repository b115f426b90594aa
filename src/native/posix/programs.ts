/**
 * posix: starting programs: the spawn and exec families and system (CPython Modules/posixmodule.c, Lib/os.py).
 *
 * There is no fork: a child begins with its program. The exec family keeps this process as a shell around the new program:
 * it waits for it and ends as it does, under its own pid.
 */
import { host } from "../../host/current.ts";
import { HostError, type HostPath, type Start } from "../../host/host.ts";
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { getItem, toArray } from "../../objects/kernel/iterate.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { PyList, PyTuple } from "../../objects/kernel/payload.ts";
import { PyError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { children, waitFor } from "./children.ts";
import { encodedPath, pathArgument, system } from "./paths.ts";

const P_WAIT = 0;
export const programConstants = { P_WAIT, P_NOWAIT: 1, P_NOWAITO: 1 };

export function textOfPath(path: HostPath): string {
  return typeof path === "string" ? path : new TextDecoder().decode(path);
}

/** A str, bytes or path-like that C makes a text of ("O&" with PyUnicode_FSConverter). */
export const pathText = (value: Value): string => textOfPath(encodedPath(value));

/** What a function says of its argv: how it begins, and what is then wrong. */
interface ArgumentWords {
  readonly type: string;
  readonly empty: string;
  readonly emptyFirst: string;
}

export const clinicWords = (name: string): ArgumentWords => ({
  type: `${name}: argv must be a tuple or list`,
  empty: `${name}: argv must not be empty`,
  emptyFirst: `${name}: argv first element cannot be empty`,
});

const EXECV_WORDS: ArgumentWords = {
  type: "execv() arg 2 must be a tuple or list",
  empty: "execv() arg 2 must not be empty",
  emptyFirst: "execv() arg 2 first element cannot be empty",
};

const SPAWN_WORDS: ArgumentWords = {
  type: "argv must be a tuple or a list",
  empty: "argv first element cannot be empty",
  emptyFirst: "argv first element cannot be empty",
};

/** argv as the exec and spawn families take it. */
export function argumentList(value: Value, words: ArgumentWords): string[] {
  if (!(value instanceof PyTuple) && !(value instanceof PyList)) throw typeError(words.type);
  if (value.items.length === 0) throw valueError(words.empty);
  const args = value.items.map(pathText);
  if (args[0] === "") throw valueError(words.emptyFirst);
  return args;
}

export function environmentArgument(value: Value, functionName: string): Record<string, string> {
  const keys = value instanceof PyDict ? undefined : lookupAttr(value, "keys");
  if (!(value instanceof PyDict) && keys === undefined) {
    throw typeError(`${functionName}: environment must be a mapping object`);
  }
  const entries =
    value instanceof PyDict
      ? [...value.entries()]
      : toArray(call(keys as Value)).map((key) => [key, getItem(value, key)] as const);
  return Object.fromEntries(entries.map(([name, content]) => [variableName(name), pathText(content)]));
}

function variableName(value: Value): string {
  const name = pathText(value);
  if (name === "" || name.includes("=", 1)) throw valueError("illegal environment variable name");
  return name;
}

/** A start that changes nothing but the program. */
export function plainStart(file: string, args: readonly string[], environment: Start["environment"] = null): Start {
  return {
    file,
    args,
    cwd: null,
    environment,
    descriptors: [0, 1, 2],
    newSession: false,
    uid: undefined,
    gid: undefined,
    umask: undefined,
  };
}

/** Where execvp would find the program. */
export function candidates(file: string, environment: Start["environment"]): string[] {
  if (file.includes("/")) return [file];
  const path = environment === null ? host().process.environment.get("PATH") : environment.PATH;
  return (path ?? "/bin:/usr/bin").split(":").map((folder) => `${folder === "" ? "." : folder}/${file}`);
}

/** Start the first of several programs that there is; as execvp, a refusal counts more than an absence. */
export function startFirst(files: readonly HostPath[], request: Omit<Start, "file">): number {
  let failure: HostError | undefined;
  for (const file of files) {
    try {
      return children().start({ ...request, file });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const isAbsent = error.code === "ENOENT" || error.code === "ENOTDIR";
      if (failure === undefined || !isAbsent) failure = error;
      if (!isAbsent && error.code !== "EACCES") break;
    }
  }
  throw failure ?? new HostError("ENOENT");
}

/** In CPython it is a child of ours that fails to begin its program; so it ends like one. */
function startOrFail(start: () => number): number {
  try {
    return start();
  } catch (error) {
    if (!(error instanceof HostError || error instanceof PyError)) throw error;
    return children().start(plainStart("/bin/sh", ["sh", "-c", `exit ${NOT_STARTED}`]));
  }
}

const NOT_STARTED = 127;

function spawnFamily(_name: string, searches: boolean, hasEnvironment: boolean): MethodRow {
  return [
    `($module, mode, ${searches ? "file" : "path"}, ${hasEnvironment ? "argv, env" : "argv"}, /)`,
    "Execute a program in a new process.\n\nIf mode == P_NOWAIT return the pid of the process.\nIf mode == P_WAIT return the process's exit code if it exits normally;\notherwise return -SIG, where SIG is the signal that killed it.",
    (mode: Value, path: Value, argv: Value, env: Value | undefined) => {
      argumentList(argv, SPAWN_WORDS);
      const pid = system(() =>
        startOrFail(() => {
          const environment = env === undefined ? null : environmentArgument(env, "execve");
          const file = pathText(path);
          const files = searches ? candidates(file, environment) : [file];
          return startFirst(files, plainStart(file, argumentList(argv, SPAWN_WORDS), environment));
        }),
      );
      if (mode !== P_WAIT) return pid;
      const [, status] = waitFor(pid, 0);
      return (status & 0x7f) === 0 ? (status >> 8) & 0xff : -(status & 0x7f);
    },
  ];
}

/** The new program takes the place of this one, which stays only to wait for it; `shown` is the file that an error names. */
function become(request: Start, shown?: Value): never {
  const pid = system(() => children().start(request), shown);
  const [, status] = waitFor(pid, 0);
  const signal = status & 0x7f;
  if (signal !== 0) host().process.kill(host().process.pid, signal);
  return host().process.exit(signal === 0 ? (status >> 8) & 0xff : 128 + signal);
}

/** As system(3): -1, and no exception, where no child can be had. */
function systemCommand(command: Value): number {
  const request = plainStart("/bin/sh", ["sh", "-c", pathText(command)]);
  if (host().children === null) return -1;
  return waitFor(
    system(() => children().start(request)),
    0,
  )[1];
}

export const programFunctions: Record<string, MethodRow> = {
  system: ["($module, /, command)", "Execute the command in a subshell.", systemCommand],
  spawnv: spawnFamily("spawnv", false, false),
  spawnve: spawnFamily("spawnve", false, true),
  spawnvp: spawnFamily("spawnvp", true, false),
  spawnvpe: spawnFamily("spawnvpe", true, true),
  execv: [
    "($module, path, argv, /)",
    "Execute an executable path with arguments, replacing current process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.",
    (path: Value, argv: Value) => {
      const file = textOfPath(pathArgument(path, "execv").host);
      become(plainStart(file, argumentList(argv, EXECV_WORDS)));
    },
  ],
  execve: [
    "($module, /, path, argv, env)",
    "Execute an executable path with arguments, replacing current process.\n\n  path\n    Path of executable file.\n  argv\n    Tuple or list of strings.\n  env\n    Dictionary of strings mapping to strings.",
    (path: Value, argv: Value, env: Value) => {
      const file = textOfPath(pathArgument(path, "execve").host);
      const args = argumentList(argv, clinicWords("execve"));
      become(plainStart(file, args, environmentArgument(env, "execve")), path);
    },
  ],
};
