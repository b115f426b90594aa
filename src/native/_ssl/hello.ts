/**
 * The first message of a connection (ClientHello, RFC 8446, 4.1.2): which ciphers a client has, whom it calls, which protocols
 * it wants. A server looks at it before its engine is made, because who answers may depend on it.
 */

export interface Hello {
  readonly ciphers: readonly number[];
  readonly serverName: Uint8Array | null;
  /** Names of protocols (ALPN), as Latin-1. */
  readonly protocols: readonly string[];
}

const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const RECORD_HEAD = 5;
const MESSAGE_HEAD = 4;
const SERVER_NAME = 0;
const PROTOCOLS = 16;

class Reader {
  private offset = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.offset >= this.bytes.length;
  }

  /** A number of so many bytes; 0 at the end. */
  number(size: number): number {
    return this.take(size).reduce((value, byte) => value * 256 + byte, 0);
  }

  take(size: number): Uint8Array {
    const start = this.offset;
    this.offset += size;
    return this.bytes.subarray(start, this.offset);
  }

  /** What comes after its length of so many bytes. */
  block(size: number): Uint8Array {
    return this.take(this.number(size));
  }
}

/**
 * The hello at the start of these records; undefined if more of it is to come, null if there is something else: the library
 * says what is wrong with that.
 */
export function readHello(records: Uint8Array): Hello | null | undefined {
  const parts: number[] = [];
  for (let offset = 0; offset + RECORD_HEAD <= records.length; ) {
    if (records[offset] !== HANDSHAKE_RECORD) return null;
    const end = offset + RECORD_HEAD + records[offset + 3] * 256 + records[offset + 4];
    parts.push(...records.subarray(offset + RECORD_HEAD, end));
    offset = end;
  }
  if (parts.length > 0 && parts[0] !== CLIENT_HELLO) return null;
  if (parts.length < MESSAGE_HEAD) return undefined;
  const length = parts[1] * 65536 + parts[2] * 256 + parts[3];
  if (parts.length < MESSAGE_HEAD + length) return undefined;
  return parse(Uint8Array.from(parts.slice(MESSAGE_HEAD, MESSAGE_HEAD + length)));
}

function parse(message: Uint8Array): Hello {
  const reader = new Reader(message);
  reader.take(2 + 32);
  reader.block(1);
  const list = reader.block(2);
  const ciphers = Array.from({ length: list.length >> 1 }, (_, i) => list[2 * i] * 256 + list[2 * i + 1]);
  reader.block(1);
  let serverName: Uint8Array | null = null;
  let protocols: string[] = [];
  const extensions = new Reader(reader.block(2));
  while (!extensions.isAtEnd) {
    const type = extensions.number(2);
    const body = extensions.block(2);
    if (type === SERVER_NAME) serverName = hostName(body);
    else if (type === PROTOCOLS) protocols = protocolNames(new Reader(body).block(2));
  }
  return { ciphers, serverName, protocols };
}

function hostName(body: Uint8Array): Uint8Array | null {
  const names = new Reader(new Reader(body).block(2));
  while (!names.isAtEnd) {
    const kind = names.number(1);
    const name = names.block(2);
    if (kind === 0) return name;
  }
  return null;
}

/** Of a list in which each name comes after its length. */
export function protocolNames(list: Uint8Array): string[] {
  const names: string[] = [];
  const reader = new Reader(list);
  while (!reader.isAtEnd) names.push(String.fromCharCode(...reader.block(1)));
  return names;
}
