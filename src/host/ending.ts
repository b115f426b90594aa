/**
 * The end of the process (CPython Modules/main.c: exit_sigint): who waits for a program that Ctrl-C has ended, a shell in
 * a loop say, must be able to tell it from one that chose its status.
 */

/** How long the helper thread is given to let go of a signal it still listens to, in milliseconds. */
const PATIENCE = 200;

/** End with `status`; a negative one stands for the signal that the process is to die of. */
export function endProcess(status: number): never {
  if (status < 0) {
    for (const milliseconds of [0, PATIENCE]) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
      process.kill(process.pid, -status);
    }
    // Somebody listens to it all the same.
    process.exit(128 - status);
  }
  // Node's own way out tidies up the whole heap first.
  process.exit(status);
}
