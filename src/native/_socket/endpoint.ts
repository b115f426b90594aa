/**
 * What a socket object holds: one end of a stream, a listener or a source of datagrams, in this process (loopback.ts) or
 * on the host's network (network.ts).
 *
 * Each reserves a descriptor of the host (an open null device), so that numbers never collide with those of files;
 * `endpointOf` tells select which descriptors are sockets.
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
  readonly fd: number;
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
  close(): void;
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

export function register(endpoint: Endpoint): void {
  endpoints.set(endpoint.fd, endpoint);
}

/** The descriptor is no socket any more. */
export function retire({ fd }: Endpoint): void {
  endpoints.delete(fd);
}

/** Give the descriptor back; false if that was done. */
export function unregister({ fd }: Endpoint): boolean {
  if (!endpoints.delete(fd)) return false;
  host().files.close(fd);
  return true;
}
