/**
 * NodeNetwork: sockets, kept by the helper thread. This side has what has come and not been read, and how much of what
 * was written is still on its way.
 */
import type { ErrnoName } from "./errno.ts";
import {
  type Connection,
  type Datagram,
  type DatagramSocket,
  HostError,
  type Listener,
  type Network,
  type NetworkAddress,
} from "./host.ts";
import { sendLocalDatagram } from "./local-datagram.ts";
import type { Outside } from "./node-outside.ts";
import type { News } from "./outside.ts";
import { Pipe } from "./pipe.ts";

/** As much may be on its way before a socket counts as busy. */
const SEND_BUFFER = 262_144;
/** How long the end of the program waits for a peer that takes nothing. */
const LONGEST_SETTLING_SECONDS = 2;

class NodeConnection implements Connection {
  private readonly incoming = new Pipe();
  private underway = 0;
  private isClosed = false;
  failure: ErrnoName | null = null;

  constructor(
    private readonly id: number,
    private readonly outside: Outside,
    public local: NetworkAddress | null,
    public remote: NetworkAddress | null,
    public isOpening: boolean,
    /** Those that may have something on its way. */
    private readonly unsettled: Set<NodeConnection>,
  ) {
    unsettled.add(this);
  }

  private forget(): void {
    this.outside.forget(this.id);
    this.unsettled.delete(this);
  }

  hear(news: News): void {
    if (news.kind === "open") {
      this.isOpening = false;
      this.local = news.local;
      this.remote = news.remote;
    } else if (news.kind === "data") this.incoming.push(news.data);
    else if (news.kind === "end") this.incoming.isWriterOpen = false;
    else if (news.kind === "written") this.underway -= news.count;
    else if (news.kind === "failed") {
      this.failure = news.code as ErrnoName;
      this.isOpening = false;
      this.underway = 0;
    }
    if (this.isClosed && this.isSettled) this.forget();
  }

  get isSettled(): boolean {
    return this.underway === 0;
  }

  get isReadable(): boolean {
    return this.incoming.isReadable || this.failure !== null;
  }

  get isWritable(): boolean {
    return !this.isOpening && this.underway < SEND_BUFFER;
  }

  read(size: number, peek: boolean): Uint8Array | null {
    if (!this.incoming.isReadable) {
      if (this.failure !== null) throw new HostError(this.failure);
      return null;
    }
    if (peek) return this.incoming.peek(size);
    const target = new Uint8Array(Math.min(size, this.incoming.available));
    const count = this.incoming.read(target);
    if (count > 0) this.outside.send(this.id, { op: "taken", count });
    return target;
  }

  write(data: Uint8Array): void {
    if (this.failure !== null) throw new HostError(this.failure === "ECONNRESET" ? "EPIPE" : this.failure);
    if (data.length === 0) return;
    this.underway += data.length;
    this.outside.send(this.id, { op: "write", fd: null, data: data.slice() });
  }

  finish(): void {
    this.outside.send(this.id, { op: "finish" });
  }

  close(): void {
    this.isClosed = true;
    this.outside.send(this.id, { op: "close" });
    if (this.isSettled) this.forget();
  }
}

class NodeListener implements Listener {
  private readonly waiting: NodeConnection[] = [];
  local: NetworkAddress;
  failure: ErrnoName | null = null;
  isOpen = false;

  constructor(
    readonly id: number,
    private readonly outside: Outside,
    address: NetworkAddress,
    private readonly connections: Set<NodeConnection>,
  ) {
    this.local = address;
  }

  hear(news: News): void {
    if (news.kind === "open") {
      this.local = news.local;
      this.isOpen = true;
    } else if (news.kind === "failed") this.failure = news.code as ErrnoName;
    else if (news.kind === "connection") {
      const { connection: id, local, remote } = news;
      const connection = new NodeConnection(id, this.outside, local, remote, false, this.connections);
      this.outside.listen(id, (of) => connection.hear(of));
      this.waiting.push(connection);
    }
  }

  get isReady(): boolean {
    return this.waiting.length > 0;
  }

  accept(): Connection | null {
    return this.waiting.shift() ?? null;
  }

  close(): void {
    for (const connection of this.waiting) connection.close();
    this.outside.send(this.id, { op: "close" });
    this.outside.forget(this.id);
  }
}

class NodeDatagrams implements DatagramSocket {
  private readonly incoming: Datagram[] = [];
  local: NetworkAddress;
  failure: ErrnoName | null = null;
  isOpen = false;

  constructor(
    readonly id: number,
    private readonly outside: Outside,
    address: NetworkAddress,
  ) {
    this.local = address;
  }

  hear(news: News): void {
    if (news.kind === "open") {
      this.local = news.local;
      this.isOpen = true;
    } else if (news.kind === "failed") this.failure = news.code as ErrnoName;
    else if (news.kind === "data" && news.from !== null) this.incoming.push({ data: news.data, from: news.from });
  }

  get isReady(): boolean {
    return this.incoming.length > 0;
  }

  receive(peek: boolean): Datagram | null {
    return (peek ? this.incoming[0] : this.incoming.shift()) ?? null;
  }

  send(data: Uint8Array, address: NetworkAddress): void {
    this.outside.send(this.id, { op: "send", data: data.slice(), address });
  }

  close(): void {
    this.outside.send(this.id, { op: "close" });
    this.outside.forget(this.id);
  }
}

export class NodeNetwork implements Network {
  private readonly connections = new Set<NodeConnection>();

  constructor(private readonly outside: Outside) {}

  connect(address: NetworkAddress, local: NetworkAddress | null): Connection {
    const id = this.outside.name((news) => connection.hear(news));
    const connection = new NodeConnection(id, this.outside, null, null, true, this.connections);
    this.outside.send(id, { op: "connect", address, local });
    return connection;
  }

  listen(address: NetworkAddress): Listener {
    const id = this.outside.name((news) => listener.hear(news));
    const listener = new NodeListener(id, this.outside, address, this.connections);
    this.outside.ask(id, { op: "listen", address }, () => listener.isOpen || listener.failure !== null);
    if (listener.failure !== null) throw new HostError(listener.failure);
    return listener;
  }

  datagrams(family: 4 | 6, address: NetworkAddress): DatagramSocket {
    const id = this.outside.name((news) => socket.hear(news));
    const socket = new NodeDatagrams(id, this.outside, address);
    this.outside.ask(id, { op: "datagrams", family, address }, () => socket.isOpen || socket.failure !== null);
    if (socket.failure !== null) throw new HostError(socket.failure);
    return socket;
  }

  sendLocal(path: string, data: Uint8Array): void {
    sendLocalDatagram(path, data);
  }

  lookup(name: string): string[] {
    let found: readonly string[] | undefined;
    const id = this.outside.name((news) => {
      if (news.kind === "found") found = news.addresses;
    });
    this.outside.ask(id, { op: "lookup", name }, () => found !== undefined);
    this.outside.forget(id);
    return [...(found ?? [])];
  }

  /** Wait until the kernel has what was written. */
  settle(): void {
    const end = performance.now() + LONGEST_SETTLING_SECONDS * 1000;
    for (const connection of this.connections) {
      while (!connection.isSettled && performance.now() < end) {
        this.outside.wait((end - performance.now()) / 1000);
        this.outside.receive();
      }
    }
    this.connections.clear();
  }
}
