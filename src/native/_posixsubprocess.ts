/**
 * _posixsubprocess: starting other programs (CPython Modules/_posixsubprocess.c). The host cannot start any, and that
 * is what fork_exec answers; `subprocess` and `asyncio` can be imported.
 */
import { errorText } from "../host/errno.ts";
import { defineModule } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { osError } from "../objects/types/exceptions/os_error.ts";

const ENOSYS = 38;

export default defineModule("_posixsubprocess", {
  doc: "A POSIX helper for the subprocess module.",
  functions: {
    fork_exec: [
      "($module, args, executable_list, close_fds, pass_fds, cwd, env,\n          p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,\n          errpipe_read, errpipe_write, restore_signals, call_setsid,\n          pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,\n          allow_vfork, /)",
      "Spawn a fresh new child process.",
      (): Value => {
        throw osError(ENOSYS, errorText(ENOSYS));
      },
    ],
  },
});
