/**
 * From where a connection's encrypted bytes come and where they go: a socket, or two MemoryBIOs.
 *
 * Records are taken one by one and no byte more: what comes after the last one belongs to whoever uses the socket then.
 */
import { HostError } from "../../host/host.ts";
import { raise } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { endpointOf } from "../_socket/endpoint.ts";
import type { PySocket } from "../_socket/socket.ts";
import { system } from "../posix/paths.ts";
import type { PyMemoryBio } from "./bio.ts";
import { LINES, type Place, wantRead, wantWrite } from "./errors.ts";

const HEAD = 5;
/** Kinds of records: change_cipher_spec, alert, handshake, application_data, heartbeat. */
const FIRST_KIND = 20;
const LAST_KIND = 24;
const MAJOR_VERSION = 3;

export interface Transport {
  /** Up to so many bytes, none at the end. Waits, or says that it would. */
  read(size: number, place: Place): Uint8Array;
  /** Waits until something can be written, or says that it would. */
  untilWritable(place: Place): void;
  /** Takes all of it. */
  write(data: Uint8Array): void;
}

export class BioTransport implements Transport {
  constructor(
    private readonly incoming: PyMemoryBio,
    private readonly outgoing: PyMemoryBio,
  ) {}

  read(size: number, place: Place): Uint8Array {
    if (this.incoming.pending === 0 && !this.incoming.isEnding) throw wantRead(place);
    return this.incoming.take(size);
  }

  untilWritable(): void {}

  write(data: Uint8Array): void {
    this.outgoing.push(data);
  }
}

const OPERATIONS: Readonly<Record<string, string>> = {
  handshake: `_ssl.c:${LINES.handshakeTimeout}: The handshake operation timed out`,
  write: "The write operation timed out",
};

export class SocketTransport implements Transport {
  constructor(private readonly socket: PySocket) {}

  private get endpoint() {
    const endpoint = endpointOf(this.socket.fd);
    if (endpoint === undefined) throw new HostError("EBADF");
    return endpoint;
  }

  private wait(isReady: () => boolean, place: Place, isReading: boolean): void {
    const { timeout } = this.socket;
    if (timeout === 0) throw isReading ? wantRead(place) : wantWrite(place);
    if (hooks.waitFor(isReady, timeout ?? Number.POSITIVE_INFINITY)) return;
    throw raise("TimeoutError", OPERATIONS[place] ?? "The read operation timed out");
  }

  read(size: number, place: Place): Uint8Array {
    const endpoint = system(() => this.endpoint);
    for (;;) {
      const message = system(() => endpoint.receive(size, false));
      if (message !== undefined) return message.data;
      this.wait(() => endpoint.readable, place, true);
    }
  }

  untilWritable(place: Place): void {
    const endpoint = system(() => this.endpoint);
    while (!endpoint.writable) this.wait(() => endpoint.writable, place, false);
  }

  write(data: Uint8Array): void {
    if (data.length > 0) system(() => this.endpoint.send(data));
  }
}

/** Puts records together; what was read of one is kept while the rest is waited for. */
export class RecordReader {
  private readonly bytes: number[] = [];
  private body: Uint8Array | undefined;
  private filled = 0;

  constructor(private readonly transport: Transport) {}

  /** The next record, or as much as shows that it is none; no bytes at the end. */
  read(place: Place): Uint8Array {
    while (this.bytes.length < HEAD) {
      const part = this.transport.read(HEAD - this.bytes.length, place);
      if (part.length === 0) return this.give(0);
      this.bytes.push(...part);
    }
    const [kind, major, , high, low] = this.bytes;
    if (kind < FIRST_KIND || kind > LAST_KIND || major !== MAJOR_VERSION) return this.give(HEAD);
    const size = HEAD + high * 256 + low;
    if (this.body === undefined) {
      this.body = new Uint8Array(size);
      this.body.set(this.bytes);
      this.filled = HEAD;
    }
    while (this.filled < size) {
      const part = this.transport.read(size - this.filled, place);
      if (part.length === 0) return this.give(0);
      this.body.set(part, this.filled);
      this.filled += part.length;
    }
    return this.give(size);
  }

  private give(size: number): Uint8Array {
    const record = this.body ?? Uint8Array.from(this.bytes);
    this.bytes.length = 0;
    this.body = undefined;
    return record.subarray(0, size);
  }
}
