/**
 * What a socket object holds: one end of a stream, a listener or a source of datagrams, in this process (loopback.ts) or
 * on the host's network (network.ts).
 *
 * Its descriptors are descriptors of the host (an open null device, and duplicates), so that numbers never collide with
 * those of files; `endpointOf` tells select which descriptors are sockets. It is released when the last one is closed.
 */
import { host } from "../../host/current.ts";
import type { ErrnoName } from "../../host/errno.ts";

/** `host` is a file name for AF_UNIX, else an address in numbers. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Message {
  readonly data: Uint8Array;
  readonly from: Address | undefined;
}

/** Nothing here waits; every failure is a HostError. */
export interface Endpoint {
  /** The numbers that name it, the first one first; this file sees to them. */
  readonly descriptors: Set<number>;
  readonly family: number;
  readonly type: number;
  readonly protocol: number;
  readonly local: Address | undefined;
  readonly remote: Address | undefined;
  readonly listening: boolean;
  readonly readable: boolean;
  readonly writable: boolean;
  /** `connect` has begun and not come to its end. */
  readonly isConnecting: boolean;
  bind(address: Address): void;
  listen(limit: number): void;
  connect(address: Address): void;
  /** undefined: nobody has called. */
  accept(): Endpoint | undefined;
  send(data: Uint8Array): number;
  sendTo(data: Uint8Array, address: Address): number;
  /** undefined: nothing has come. */
  receive(size: number, peek: boolean): Message | undefined;
  shutdown(reading: boolean, writing: boolean): void;
  /** Why connecting failed; told once (SO_ERROR). */
  takeFailure(): ErrnoName | null;
  /** Nothing names it any more. */
  release(): void;
  /** Become a pipe, from which a child can read what is sent to this end. Absent where a child cannot have it. */
  forChild?(): void;
}

const O_RDWR = 2;
const endpoints = new Map<number, Endpoint>();

export function endpointOf(fd: number): Endpoint | undefined {
  return endpoints.get(fd);
}

export function reserveDescriptor(): number {
  return host().files.open("/dev/null", O_RDWR);
}

/** A new descriptor for a socket. */
export function openSocket(endpoint: Endpoint): number {
  const fd = reserveDescriptor();
  addName(endpoint, fd);
  return fd;
}

function addName(endpoint: Endpoint, fd: number): void {
  endpoints.set(fd, endpoint);
  endpoint.descriptors.add(fd);
}

/** `copy` is a duplicate of `fd`: it names the same socket, if that is one. */
export function shareSocket(fd: number, copy: number): void {
  const endpoint = endpoints.get(fd);
  if (endpoint !== undefined) addName(endpoint, copy);
}

/** The number names this socket no more, whatever it names now. */
export function retire(fd: number): Endpoint | undefined {
  const endpoint = endpoints.get(fd);
  endpoints.delete(fd);
  endpoint?.descriptors.delete(fd);
  return endpoint;
}

/** Close a descriptor if it is a socket's; false if it is none. */
export function closeSocket(fd: number): boolean {
  const endpoint = retire(fd);
  if (endpoint === undefined) return false;
  host().files.close(fd);
  if (endpoint.descriptors.size === 0) endpoint.release();
  return true;
}
