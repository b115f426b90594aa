/** The audit events of posix's functions (CPython Modules/posixmodule.c): what each tells of its arguments. */
import { O_CLOEXEC } from "../../host/constants.ts";
import { type AuditRow, audited } from "../../objects/kernel/audit.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { pathArgument, pathValue } from "./paths.ts";

type Given = Value | undefined;

const orNone = (value: Given): Value => value ?? NONE;
/** What C has for a `dir_fd` that was not given. */
const folder = (dirFd: Given): Value => (dirFd === undefined || dirFd === NONE ? -1 : dirFd);
/** As C gets a text. */
const bytes = (value: Given): Value => pathValue(pathArgument(value as Value, "audit").host, true);

const all = (...given: Given[]): Value[] => given.map(orNone);
/** As C has a uid_t: -1 is its greatest. */
const unsigned = (id: Given): Value => Number(toIndex(id as Value)) >>> 0;
const onPath = (path: Given, dirFd: Given): Value[] => [orNone(path), folder(dirFd)];
const owner: AuditRow = [
  "os.chown",
  (path, uid, gid, dirFd) => [orNone(path), unsigned(uid), unsigned(gid), folder(dirFd)],
];
const twoPaths = (source: Given, target: Given, sourceFd: Given, targetFd: Given): Value[] => [
  ...all(source, target),
  folder(sourceFd),
  folder(targetFd),
];

const EVENTS: Readonly<Record<string, AuditRow>> = {
  chdir: ["os.chdir", all],
  chmod: ["os.chmod", (path, mode, dirFd) => [...all(path, mode), folder(dirFd)]],
  fchmod: ["os.chmod", (fd, mode) => [...all(fd, mode), -1]],
  chown: owner,
  lchown: owner,
  fchown: owner,
  execv: ["os.exec", (path, argv) => all(path, argv, NONE)],
  execve: ["os.exec", all],
  ftruncate: ["os.truncate", all],
  kill: ["os.kill", all],
  killpg: ["os.killpg", all],
  link: ["os.link", twoPaths],
  listdir: ["os.listdir", all],
  mkdir: ["os.mkdir", (path, mode, dirFd) => [...all(path, mode), folder(dirFd)]],
  open: ["open", (path, flags) => all(path, NONE, Number(toIndex(flags as Value)) | O_CLOEXEC)],
  posix_spawn: ["os.posix_spawn", (path, argv, env) => all(path, argv, env)],
  posix_spawnp: ["os.posix_spawn", (path, argv, env) => all(path, argv, env)],
  putenv: ["os.putenv", (name, value) => [bytes(name), bytes(value)]],
  remove: ["os.remove", onPath],
  rename: ["os.rename", twoPaths],
  replace: ["os.rename", twoPaths],
  rmdir: ["os.rmdir", onPath],
  scandir: ["os.scandir", all],
  symlink: ["os.symlink", (source, target, _isFolder, dirFd) => [...all(source, target), folder(dirFd)]],
  system: ["os.system", (command) => [bytes(command)]],
  truncate: ["os.truncate", all],
  unlink: ["os.remove", onPath],
  unsetenv: ["os.unsetenv", (name) => [bytes(name)]],
  utime: ["os.utime", (path, times, ns, dirFd) => [...all(path, times, ns), folder(dirFd)]],
};

export function auditedFunctions(rows: Readonly<Record<string, MethodRow>>): Record<string, MethodRow> {
  return audited(rows, EVENTS);
}
