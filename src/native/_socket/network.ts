/**
 * Sockets on the host's network: streams and listeners over IP and UNIX names, datagrams over IP.
 *
 * Trap: the host binds by listening, so a name that was bound is answered before `listen`; who has called by then is
 * found by the first `accept`.
 */
import type { ErrnoName } from "../../host/errno.ts";
import {
  type Connection,
  type DatagramSocket,
  HostError,
  type Listener,
  type Network,
  type NetworkAddress,
} from "../../host/host.ts";
import { ADDRESS_FAMILIES, SOCKET_TYPES } from "./constants.ts";
import type { Address, Endpoint, Message } from "./endpoint.ts";

const { AF_INET6, AF_UNIX } = ADDRESS_FAMILIES;
const { SOCK_DGRAM } = SOCKET_TYPES;

/** An IPv4 address as an IPv6 socket sees it. */
const MAPPED = "::ffff:";

function addressFrom(address: NetworkAddress | null | undefined): Address | undefined {
  if (address === null || address === undefined) return undefined;
  const { host } = address;
  return { host: host.startsWith(MAPPED) ? host.slice(MAPPED.length) : host, port: Math.max(address.port, 0) };
}

export class NetworkEndpoint implements Endpoint {
  readonly descriptors = new Set<number>();
  listening = false;
  /** The one to whom datagrams go and from whom they are taken. */
  private partner: Address | undefined;
  private bound: Address | undefined;
  private listener: Listener | undefined;
  private connection: Connection | undefined;
  private datagrams: DatagramSocket | undefined;
  /** `connect` told of its success. */
  private isAnnounced = false;
  private isFailureTold = false;
  private canRead = true;
  private canWrite = true;

  constructor(
    private readonly network: Network,
    readonly family: number,
    readonly type: number,
    readonly protocol: number,
  ) {}

  private toNetwork({ host, port }: Address): NetworkAddress {
    return { host, port: this.family === AF_UNIX ? -1 : port };
  }

  get local(): Address | undefined {
    const { connection, listener, datagrams } = this;
    return addressFrom(connection?.local ?? listener?.local ?? datagrams?.local) ?? this.bound;
  }

  get remote(): Address | undefined {
    return this.partner ?? addressFrom(this.connection?.remote);
  }

  get isConnecting(): boolean {
    return this.connection?.isOpening ?? false;
  }

  get readable(): boolean {
    if (!this.canRead) return true;
    return this.connection?.isReadable ?? this.listener?.isReady ?? this.datagrams?.isReady ?? false;
  }

  get writable(): boolean {
    return this.connection?.isWritable ?? this.listener === undefined;
  }

  bind(address: Address): void {
    if (this.bound !== undefined || this.connection !== undefined) throw new HostError("EINVAL");
    if (this.type === SOCK_DGRAM) this.openDatagrams(address);
    else this.listener = this.network.listen(this.toNetwork(address));
    this.bound = address;
  }

  private openDatagrams(address: Address): DatagramSocket {
    this.datagrams ??= this.network.datagrams(this.family === AF_INET6 ? 6 : 4, address);
    return this.datagrams;
  }

  private anyAddress(): Address {
    return { host: this.family === AF_INET6 ? "::" : "0.0.0.0", port: 0 };
  }

  listen(_limit: number): void {
    if (this.type === SOCK_DGRAM) throw new HostError("EOPNOTSUPP");
    if (this.connection !== undefined) throw new HostError("EINVAL");
    if (this.listener === undefined) {
      if (this.family === AF_UNIX) throw new HostError("EINVAL");
      this.bind(this.anyAddress());
    }
    this.listening = true;
  }

  /** Begins to connect, or tells how that has ended. */
  connect(address: Address): void {
    if (this.type === SOCK_DGRAM) {
      this.openDatagrams(this.anyAddress());
      this.partner = address;
      return;
    }
    if (this.connection === undefined) {
      const from = this.listener?.local ?? null;
      this.listener?.close();
      this.listener = undefined;
      this.connection = this.network.connect(this.toNetwork(address), from);
      return;
    }
    if (this.connection.isOpening) return;
    const failure = this.takeFailure();
    if (failure !== null) {
      this.connection.close();
      this.connection = undefined;
      this.isFailureTold = false;
      throw new HostError(failure);
    }
    if (this.isAnnounced) throw new HostError("EISCONN");
    this.isAnnounced = true;
  }

  takeFailure(): ErrnoName | null {
    const failure = this.connection?.failure ?? null;
    if (failure === null || this.isFailureTold) return null;
    this.isFailureTold = true;
    return failure;
  }

  accept(): Endpoint | undefined {
    if (!this.listening || this.listener === undefined || !this.canRead) throw new HostError("EINVAL");
    const connection = this.listener.accept();
    if (connection === null) return undefined;
    const accepted = new NetworkEndpoint(this.network, this.family, this.type, this.protocol);
    accepted.connection = connection;
    accepted.isAnnounced = true;
    return accepted;
  }

  send(data: Uint8Array): number {
    if (this.type === SOCK_DGRAM) {
      if (this.partner === undefined) throw new HostError("EDESTADDRREQ");
      return this.sendTo(data, this.partner);
    }
    if (!this.canWrite || this.connection === undefined) throw new HostError("EPIPE");
    this.connection.write(data);
    return data.length;
  }

  sendTo(data: Uint8Array, address: Address): number {
    if (this.type !== SOCK_DGRAM) return this.send(data);
    this.openDatagrams(this.anyAddress()).send(data, address);
    return data.length;
  }

  receive(size: number, peek: boolean): Message | undefined {
    if (this.type === SOCK_DGRAM) return this.receiveDatagram(size, peek);
    if (!this.canRead) return { data: new Uint8Array(0), from: undefined };
    if (this.connection === undefined || this.connection.isOpening) throw new HostError("ENOTCONN");
    const data = this.connection.read(size, peek);
    return data === null ? undefined : { data, from: undefined };
  }

  /** From the partner only, if there is one. */
  private receiveDatagram(size: number, peek: boolean): Message | undefined {
    const { partner } = this;
    const socket = this.openDatagrams(this.anyAddress());
    for (let message = socket.receive(peek); message !== null; message = socket.receive(peek)) {
      const from = addressFrom(message.from);
      if (partner === undefined || from?.port === partner.port) return { data: message.data.subarray(0, size), from };
      if (peek) socket.receive(false);
    }
    return undefined;
  }

  shutdown(reading: boolean, writing: boolean): void {
    if (this.connection === undefined) {
      // Linux lets a listener be shut down: nobody is accepted any more.
      if (!this.listening) throw new HostError("ENOTCONN");
      this.canRead = false;
      return;
    }
    if (reading) this.canRead = false;
    if (writing && this.canWrite) {
      this.canWrite = false;
      this.connection.finish();
    }
  }

  release(): void {
    this.connection?.close();
    this.listener?.close();
    this.datagrams?.close();
  }
}
