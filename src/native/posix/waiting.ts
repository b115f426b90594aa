/**
 * Reading and writing descriptors that may have to be waited for: pipes, terminals and inherited sockets.
 */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isConcurrent } from "../../vm/scheduler/scheduler.ts";

/** Read once, when there is something; EAGAIN from a descriptor that must not wait. */
export function readWhenReady(fd: number, target: Uint8Array): number {
  const { files } = host();
  // Nobody else wants to run: then the kernel may do the waiting.
  if (!files.isReadable(fd, isConcurrent()) && !files.isWriteEnd(fd)) untilReady(fd, () => files.isReadable(fd, true));
  return files.read(fd, target);
}

/** Write once, when there is room; it may be less than given. */
export function writeWhenReady(fd: number, data: Uint8Array): number {
  const { files } = host();
  if (!files.isWritable(fd)) untilReady(fd, () => files.isWritable(fd));
  return files.write(fd, data);
}

function untilReady(fd: number, ready: () => boolean): void {
  if (!host().files.isBlocking(fd)) throw new HostError("EAGAIN");
  hooks.waitFor(ready, Number.POSITIVE_INFINITY);
}
