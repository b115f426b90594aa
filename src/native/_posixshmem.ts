/**
 * _posixshmem: names of shared memory (CPython Modules/_multiprocessing/posixshmem.c). On Linux shm_open(3) opens a file of a
 * file system in memory. Trap: what `mmap` gives is a copy of it, so other processes see a change when it is flushed.
 */
import { O_CLOEXEC, O_NOFOLLOW } from "../host/constants.ts";
import { host } from "../host/current.ts";
import { HostError } from "../host/host.ts";
import { typeName } from "../objects/kernel/core-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString } from "../objects/kernel/payload.ts";
import { typeError } from "../objects/kernel/raise.ts";
import { intArgument } from "../objects/types/arguments.ts";
import { system } from "./posix/paths.ts";

const PLACE = "/dev/shm";
const LONGEST_NAME = 255;

function nameArgument(path: Value, caller: string): string {
  const text = jsString(path);
  if (text === undefined) throw typeError(`${caller}() argument 'path' must be str, not ${typeName(path)}`);
  return text.split("\0", 1)[0].replace(/^\/+/, "");
}

const isName = (name: string): boolean => name !== "" && !name.includes("/") && name.length <= LONGEST_NAME;

function shmOpen(path: Value, flags: Value, mode: Value): Value {
  const name = nameArgument(path, "shm_open");
  const bits = intArgument(flags) | O_CLOEXEC | O_NOFOLLOW;
  const permissions = intArgument(mode);
  return system(() => {
    if (!isName(name)) throw new HostError("EINVAL");
    try {
      return host().files.open(`${PLACE}/${name}`, bits, permissions);
    } catch (error) {
      // "." and ".." are no names of memory.
      throw error instanceof HostError && error.code === "EISDIR" ? new HostError("EINVAL") : error;
    }
  }, path);
}

function shmUnlink(path: Value): void {
  const name = nameArgument(path, "shm_unlink");
  system(() => {
    if (!isName(name)) throw new HostError("ENOENT");
    host().files.unlink(`${PLACE}/${name}`);
  }, path);
}

export default defineModule("_posixshmem", {
  doc: "POSIX shared memory module",
  functions: {
    shm_open: [
      "($module, /, path, flags, mode=511)",
      "Open a shared memory object.  Returns a file descriptor (integer).",
      shmOpen,
    ],
    shm_unlink: [
      "($module, /, path)",
      "Remove a shared memory object (similar to unlink()).\n\nRemove a shared memory object name, and, once all processes  have  unmapped\nthe object, de-allocates and destroys the contents of the associated memory\nregion.",
      shmUnlink,
    ],
  },
});
