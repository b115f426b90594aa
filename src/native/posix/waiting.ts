/**
 * Reading, writing and closing descriptors whatever they are: files, sockets, and pipes and terminals that may have to be
 * waited for.
 */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isConcurrent } from "../../vm/scheduler/scheduler.ts";
import { closeSocket, type Endpoint, endpointOf, shareSocket } from "../_socket/endpoint.ts";

/** Read once, when there is something; EAGAIN from a descriptor that must not wait. */
export function readWhenReady(fd: number, target: Uint8Array): number {
  const socket = endpointOf(fd);
  if (socket !== undefined) return receive(fd, socket, target);
  const { files } = host();
  // Nobody else wants to run: then the kernel may do the waiting.
  if (!files.isReadable(fd, isConcurrent()) && !files.isWriteEnd(fd)) untilReady(fd, () => files.isReadable(fd, true));
  return files.read(fd, target);
}

/** Write once, when there is room; it may be less than given. */
export function writeWhenReady(fd: number, data: Uint8Array): number {
  untilWritable(fd);
  return endpointOf(fd)?.send(data) ?? host().files.write(fd, data);
}

export function isWritable(fd: number): boolean {
  return endpointOf(fd)?.writable ?? host().files.isWritable(fd);
}

export function untilWritable(fd: number): void {
  if (!isWritable(fd)) untilReady(fd, () => isWritable(fd));
}

function receive(fd: number, socket: Endpoint, target: Uint8Array): number {
  for (;;) {
    const message = socket.receive(target.length, false);
    if (message !== undefined) {
      target.set(message.data.subarray(0, target.length));
      return Math.min(message.data.length, target.length);
    }
    untilReady(fd, () => socket.readable);
  }
}

/** Close a file, a pipe or a socket. */
export function closeDescriptor(fd: number): void {
  if (!closeSocket(fd)) host().files.close(fd);
}

/** Another name for what `fd` is: the lowest free number. */
export function duplicateDescriptor(fd: number): number {
  const copy = host().files.dup(fd);
  shareSocket(fd, copy);
  return copy;
}

/** Make `target` a name of what `fd` is, and no more of what it was. */
export function duplicateOnto(fd: number, target: number): void {
  const { files } = host();
  if (fd !== target) {
    files.isBlocking(fd);
    closeSocket(target);
  }
  files.dup2(fd, target);
  if (fd !== target) shareSocket(fd, target);
}

function untilReady(fd: number, ready: () => boolean): void {
  if (!host().files.isBlocking(fd)) throw new HostError("EAGAIN");
  hooks.waitFor(ready, Number.POSITIVE_INFINITY);
}
