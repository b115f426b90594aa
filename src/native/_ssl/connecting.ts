/** How connections are made of contexts: _wrap_socket and _wrap_bio (CPython Modules/_ssl.c, newPySSLSocket). */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { parseIpv4, parseIpv6 } from "../_socket/addresses.ts";
import { PySocket } from "../_socket/socket.ts";
import { PyMemoryBio } from "./bio.ts";
import { type Calling, PySslConnection } from "./connection.ts";
import { SSL_CONNECTION, setSession } from "./connection-type.ts";
import { PROTOCOLS } from "./constants.ts";
import type { PySslContext } from "./context.ts";
import { SSL_ERROR, sslError } from "./errors.ts";
import { BioTransport, SocketTransport, type Transport } from "./transport.ts";

/** The name that a client calls, as ASCII. */
function callingArgument(hostname: Value): Calling | null {
  if (hostname === NONE) return null;
  const bytes = getBuffer(call(getAttr(hostname, "encode"), "ascii"));
  if (bytes.includes(0)) {
    throw typeError(`argument must be encoded string without null bytes, not ${typeName(hostname)}`);
  }
  const name = String.fromCharCode(...bytes);
  if (name === "" || name.startsWith(".")) {
    throw valueError("server_hostname cannot be an empty string or start with a leading dot.");
  }
  return { name, isAddress: parseIpv4(name) !== undefined || parseIpv6(name) !== undefined };
}

interface Wish {
  readonly server: Value;
  readonly hostname: Value;
  readonly owner: Value;
  readonly session: Value;
}

function make(context: PySslContext, transport: Transport, socket: Value, wish: Wish): Value {
  const { server, hostname, owner, session } = wish;
  const isServer = isTrue(server);
  if (isServer && context.protocol === PROTOCOLS.PROTOCOL_TLS_CLIENT) {
    const text = "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context";
    throw sslError(SSL_ERROR, "serverOfClient", { number: 0, text });
  }
  if (!isServer && context.protocol === PROTOCOLS.PROTOCOL_TLS_SERVER) {
    const text = "Cannot create a client socket with a PROTOCOL_TLS_SERVER context";
    throw sslError(SSL_ERROR, "clientOfServer", { number: 0, text });
  }
  const connection = new PySslConnection(
    SSL_CONNECTION,
    context,
    isServer,
    callingArgument(hostname),
    transport,
    socket,
  );
  connection.owner = owner;
  if (session !== NONE) setSession(connection, session);
  return connection;
}

export function wrapSocket(
  self: PySslContext,
  socket: Value,
  server: Value,
  hostname: Value,
  owner: Value,
  session: Value,
): Value {
  if (!(socket instanceof PySocket)) {
    throw typeError(`_wrap_socket() argument 'sock' must be _socket.socket, not ${typeName(socket)}`);
  }
  return make(self, new SocketTransport(socket), socket, { server, hostname, owner, session });
}

function bioArgument(value: Value, name: string): PyMemoryBio {
  if (value instanceof PyMemoryBio) return value;
  throw typeError(`_wrap_bio() argument '${name}' must be _ssl.MemoryBIO, not ${typeName(value)}`);
}

export function wrapBio(
  self: PySslContext,
  incoming: Value,
  outgoing: Value,
  server: Value,
  hostname: Value,
  owner: Value,
  session: Value,
): Value {
  const transport = new BioTransport(bioArgument(incoming, "incoming"), bioArgument(outgoing, "outgoing"));
  return make(self, transport, NONE, { server, hostname, owner, session });
}
