/** Options of sockets: remembered, and given back; on a network within one process they change nothing. */
import type { Value } from "../../objects/kernel/object.ts";
import { PyBytes } from "../../objects/kernel/payload.ts";
import { ADDRESS_FAMILIES, OPTION_LEVELS, PROTOCOLS, SOCKET_OPTIONS, SOCKET_TYPES } from "./constants.ts";
import type { Endpoint } from "./endpoint.ts";

const { SOL_SOCKET } = OPTION_LEVELS;
const { SO_TYPE, SO_DOMAIN, SO_PROTOCOL, SO_ACCEPTCONN, SO_SNDBUF, SO_RCVBUF } = SOCKET_OPTIONS;

/** Linux's default sizes of the buffers of a stream. */
const SEND_BUFFER = 16384;
const RECEIVE_BUFFER = 131072;

const allOptions = new WeakMap<Endpoint, SocketOptions>();

/** They belong to the socket, not to one of its descriptors. */
export function optionsOf(endpoint: Endpoint): SocketOptions {
  const known = allOptions.get(endpoint);
  if (known !== undefined) return known;
  const options = new SocketOptions();
  allOptions.set(endpoint, options);
  return options;
}

class SocketOptions {
  private readonly values = new Map<string, number | Uint8Array>();

  set(level: number, option: number, value: number | Uint8Array): void {
    this.values.set(`${level} ${option}`, value);
  }

  /** An int, or bytes if a size is asked for. */
  get(endpoint: Endpoint, level: number, option: number, size: number): Value {
    const value = this.values.get(`${level} ${option}`) ?? preset(endpoint, level, option);
    const bytes = typeof value === "number" ? new Uint8Array(Int32Array.of(value).buffer) : value;
    if (size > 0) return new PyBytes(bytes.slice(0, size));
    if (typeof value === "number") return value;
    return bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  }
}

/** What protocol 0 stands for. */
export function trueProtocol({ family, type, protocol }: Endpoint): number {
  if (protocol !== 0 || family === ADDRESS_FAMILIES.AF_UNIX) return protocol;
  return type === SOCKET_TYPES.SOCK_STREAM ? PROTOCOLS.IPPROTO_TCP : PROTOCOLS.IPPROTO_UDP;
}

function preset(endpoint: Endpoint, level: number, option: number): number {
  if (level !== SOL_SOCKET) return 0;
  switch (option) {
    case SO_TYPE:
      return endpoint.type;
    case SO_DOMAIN:
      return endpoint.family;
    case SO_PROTOCOL:
      return trueProtocol(endpoint);
    case SO_ACCEPTCONN:
      return endpoint.listening ? 1 : 0;
    case SO_SNDBUF:
      return SEND_BUFFER;
    case SO_RCVBUF:
      return RECEIVE_BUFFER;
    default:
      return 0;
  }
}
