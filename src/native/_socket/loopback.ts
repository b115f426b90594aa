/**
 * Socket pairs, and the network of a host that has none: sockets of this very process reach each other, and nothing
 * else. Streams are queues of bytes, datagrams queues of messages; a queue never fills, so writing never waits.
 */
import { host } from "../../host/current.ts";
import type { ErrnoName } from "../../host/errno.ts";
import { HostError } from "../../host/host.ts";
import { ADDRESS_FAMILIES, SOCKET_TYPES } from "./constants.ts";
import { type Address, type Endpoint, type Message, retire } from "./endpoint.ts";

const { AF_INET, AF_INET6, AF_UNIX } = ADDRESS_FAMILIES;
const { SOCK_DGRAM, SOCK_STREAM } = SOCKET_TYPES;

const FIRST_EPHEMERAL_PORT = 32768;
const LAST_PORT = 65535;

/** A UNIX socket without a name. */
const UNNAMED: Address = { host: "", port: 0 };

const names = new Map<string, LoopbackEndpoint>();

export class LoopbackEndpoint implements Endpoint {
  readonly descriptors = new Set<number>();
  readonly isConnecting = false;
  local: Address | undefined = undefined;
  remote: Address | undefined = undefined;
  /** What was sent here and not received yet. */
  private readonly incoming: Message[] = [];
  peer: LoopbackEndpoint | undefined = undefined;
  /** Connections that nobody has accepted yet; undefined unless listening. */
  private backlog: LoopbackEndpoint[] | undefined = undefined;
  private limit = 0;
  /** Nothing more will arrive; nothing more may be sent. */
  private ended = false;
  private finished = false;
  private nameKey: string | undefined = undefined;
  isReleased = false;

  constructor(
    readonly family: number,
    readonly type: number,
    readonly protocol: number,
  ) {}

  get listening(): boolean {
    return this.backlog !== undefined;
  }

  get readable(): boolean {
    return this.incoming.length > 0 || this.ended || (this.backlog !== undefined && this.backlog.length > 0);
  }

  get writable(): boolean {
    return this.type === SOCK_DGRAM || this.peer !== undefined || this.finished;
  }

  bind(address: Address): void {
    if (this.local !== undefined) throw new HostError("EINVAL");
    if (this.family !== AF_UNIX && !isLocal(address.host)) throw new HostError("EADDRNOTAVAIL");
    const port = this.family !== AF_UNIX && address.port === 0 ? freePort(this, address.host) : address.port;
    const name = { host: address.host, port };
    const key = nameKey(this, name);
    if (names.has(key)) throw new HostError("EADDRINUSE");
    names.set(key, this);
    this.nameKey = key;
    this.local = name;
  }

  listen(limit: number): void {
    if (this.type !== SOCK_STREAM) throw new HostError("EOPNOTSUPP");
    if (this.local === undefined) {
      if (this.family === AF_UNIX) throw new HostError("EINVAL");
      this.bind({ host: anyHost(this.family), port: 0 });
    }
    this.backlog ??= [];
    this.limit = Math.max(limit, 1);
  }

  connect(address: Address): void {
    if (this.type === SOCK_DGRAM) {
      this.remote = address;
      return;
    }
    if (this.peer !== undefined) throw new HostError("EISCONN");
    const server = find(this, address);
    if (server?.backlog === undefined || server.backlog.length > server.limit) throw unreachable(this, address);
    if (this.local === undefined) this.bindFor(address.host);
    const accepted = new LoopbackEndpoint(this.family, this.type, this.protocol);
    join(this, accepted);
    this.remote = address;
    accepted.local = this.family === AF_UNIX ? server.local : address;
    accepted.remote = this.local;
    server.backlog.push(accepted);
  }

  /** A name of its own for one who calls or sends; UNIX sockets do without. */
  private bindFor(host: string): void {
    if (this.family === AF_UNIX) this.local = UNNAMED;
    else this.bind({ host, port: 0 });
  }

  takeFailure(): ErrnoName | null {
    return null;
  }

  /** The next connection; undefined if nobody has called. */
  accept(): LoopbackEndpoint | undefined {
    if (this.backlog === undefined) throw new HostError("EINVAL");
    return this.backlog.shift();
  }

  send(data: Uint8Array): number {
    if (this.type === SOCK_DGRAM && this.peer === undefined) {
      if (this.remote === undefined) throw new HostError("EDESTADDRREQ");
      return this.sendTo(data, this.remote);
    }
    if (this.peer === undefined && !this.finished) throw new HostError("ENOTCONN");
    if (this.finished || this.peer === undefined || this.peer.isReleased) throw new HostError("EPIPE");
    if (data.length > 0 || this.type === SOCK_DGRAM) this.peer.incoming.push({ data: data.slice(), from: this.local });
    return data.length;
  }

  sendTo(data: Uint8Array, address: Address): number {
    if (this.type !== SOCK_DGRAM) {
      if (this.peer === undefined) throw new HostError("ENOTCONN");
      return this.send(data);
    }
    const target = find(this, address);
    if (this.local === undefined) this.bindFor(address.host);
    if (target !== undefined) target.incoming.push({ data: data.slice(), from: this.local });
    else if (this.family === AF_UNIX || !isLocal(address.host)) throw unreachable(this, address);
    return data.length;
  }

  /** Up to `size` bytes and their sender; undefined if nothing has arrived yet. */
  receive(size: number, peek: boolean): Message | undefined {
    if (this.type === SOCK_STREAM && this.peer === undefined && !this.ended) throw new HostError("ENOTCONN");
    if (this.incoming.length === 0) return this.ended ? { data: new Uint8Array(0), from: undefined } : undefined;
    if (this.type === SOCK_DGRAM) {
      const message = peek ? this.incoming[0] : (this.incoming.shift() as Message);
      return { data: message.data.subarray(0, size), from: message.from };
    }
    const data = new Uint8Array(Math.min(size, this.available()));
    for (let filled = 0, i = 0; filled < data.length; i++) {
      const chunk = this.incoming[peek ? i : 0].data;
      const part = chunk.subarray(0, data.length - filled);
      data.set(part, filled);
      filled += part.length;
      if (peek) continue;
      if (part.length === chunk.length) this.incoming.shift();
      else this.incoming[0] = { data: chunk.subarray(part.length), from: undefined };
    }
    return { data, from: undefined };
  }

  private available(): number {
    return this.incoming.reduce((sum, { data }) => sum + data.length, 0);
  }

  shutdown(reading: boolean, writing: boolean): void {
    if (this.peer === undefined && this.remote === undefined) throw new HostError("ENOTCONN");
    if (reading) this.ended = true;
    if (writing) this.finish();
  }

  forChild(): void {
    const { peer } = this;
    if (peer === undefined) return;
    const { files } = host();
    const [reader, writer] = files.pipe();
    for (const { data } of this.incoming.splice(0)) files.write(writer, data);
    this.becomePipe(reader);
    peer.becomePipe(writer);
  }

  /** Its descriptors are an end of a pipe from now on. */
  private becomePipe(end: number): void {
    const { files } = host();
    for (const fd of [...this.descriptors]) {
      retire(fd);
      files.dup2(end, fd);
      files.setInheritable(fd, false);
    }
    files.close(end);
  }

  private finish(): void {
    this.finished = true;
    if (this.peer !== undefined && this.type === SOCK_STREAM) this.peer.ended = true;
  }

  release(): void {
    this.isReleased = true;
    if (this.nameKey !== undefined) names.delete(this.nameKey);
    for (const waiting of this.backlog ?? []) waiting.release();
    this.finish();
  }

  static pair(family: number, type: number, protocol: number): [LoopbackEndpoint, LoopbackEndpoint] {
    if (family !== AF_UNIX) throw new HostError("EOPNOTSUPP");
    const first = new LoopbackEndpoint(family, type, protocol);
    const second = new LoopbackEndpoint(family, type, protocol);
    join(first, second);
    for (const endpoint of [first, second]) endpoint.local = endpoint.remote = UNNAMED;
    return [first, second];
  }
}

function join(first: LoopbackEndpoint, second: LoopbackEndpoint): void {
  first.peer = second;
  second.peer = first;
}

function nameKey({ family, type }: Endpoint, { host, port }: Address): string {
  return `${family} ${type} ${host} ${port}`;
}

/** Who is known by this address, be it under "any address". */
function find(caller: LoopbackEndpoint, address: Address): LoopbackEndpoint | undefined {
  const exact = names.get(nameKey(caller, address));
  if (exact !== undefined || caller.family === AF_UNIX || !isLocal(address.host)) return exact;
  return names.get(nameKey(caller, { host: anyHost(caller.family), port: address.port }));
}

function freePort(endpoint: Endpoint, host: string): number {
  for (let port = FIRST_EPHEMERAL_PORT; port <= LAST_PORT; port++) {
    if (!names.has(nameKey(endpoint, { host, port }))) return port;
  }
  throw new HostError("EADDRINUSE");
}

function anyHost(family: number): string {
  return family === AF_INET6 ? "::" : "0.0.0.0";
}

function isLocal(host: string): boolean {
  return host.startsWith("127.") || host === "0.0.0.0" || host === "::" || host === "::1";
}

function unreachable({ family }: Endpoint, { host }: Address): HostError {
  if (family === AF_UNIX) return new HostError("ENOENT");
  if (family !== AF_INET && family !== AF_INET6) return new HostError("EAFNOSUPPORT");
  return new HostError(isLocal(host) ? "ECONNREFUSED" : "ENETUNREACH");
}
