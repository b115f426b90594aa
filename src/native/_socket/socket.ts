/**
 * socket.socket over an Endpoint (CPython Modules/socketmodule.c, sock_*).
 *
 * An operation that has to wait fails at once on a socket that does not block, and after its timeout on one that has one.
 */
import { host as currentHost } from "../../host/current.ts";
import { ERRNO } from "../../host/errno.ts";
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { audit } from "../../objects/kernel/audit.ts";
import { mayWait } from "../../objects/kernel/builtin.ts";
import { isInstance, NONE, STR, typeName } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { intOf, jsString, PyBytes, PyFloat, PyTuple, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { overflowError, PyError, raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { getBuffer, getWritableBuffer } from "../../objects/types/buffer.ts";
import { osErrorOf } from "../os-errors.ts";
import { fspath, system } from "../posix/paths.ts";
import { closeDescriptor } from "../posix/waiting.ts";
import { parseIpv4, parseIpv6, showIpv4, showIpv6 } from "./addresses.ts";
import { ADDRESS_FAMILIES, MESSAGE_FLAGS, OPTION_LEVELS, SOCKET_OPTIONS, SOCKET_TYPES } from "./constants.ts";
import { type Address, type Endpoint, endpointOf, type Message, openSocket } from "./endpoint.ts";
import { LoopbackEndpoint } from "./loopback.ts";
import { addressesOf } from "./names.ts";
import { NetworkEndpoint } from "./network.ts";
import { optionsOf, trueProtocol } from "./options.ts";
import { defaultTimeout, timeoutArgument } from "./timeout.ts";

const { AF_INET, AF_INET6, AF_UNIX } = ADDRESS_FAMILIES;
const { SOL_SOCKET } = OPTION_LEVELS;
const { SO_ERROR } = SOCKET_OPTIONS;
const { SOCK_STREAM, SOCK_DGRAM, SOCK_CLOEXEC, SOCK_NONBLOCK } = SOCKET_TYPES;
const { MSG_PEEK, MSG_DONTWAIT } = MESSAGE_FLAGS;
const DEFAULT_BACKLOG = 128;

export class PySocket extends PyObject {
  /** -1: closed. */
  fd = -1;
  family = 0;
  type = 0;
  protocol = 0;
  timeout: number | undefined = defaultTimeout.seconds;

  constructor(cls: PyType = SOCKET) {
    super(cls);
  }
}

function open(self: PySocket): Endpoint {
  const endpoint = endpointOf(self.fd);
  if (endpoint === undefined) throw noSocket(self.fd);
  return endpoint;
}

/** Is it something else, or nothing? */
function noSocket(fd: number): unknown {
  if (fd < 0) return osErrorOf("EBADF");
  system(() => currentHost().files.fstat(fd));
  return osErrorOf("ENOTSOCK");
}

/** Whoever reads or writes the bare descriptor does not wait either, even if the socket's own methods wait for a while. */
function setTimeout(self: PySocket, seconds: number | undefined): void {
  open(self);
  const { fd } = self;
  self.timeout = seconds;
  system(() => currentHost().files.setBlocking(fd, seconds === undefined));
}

/** What `attempt` gives, waiting for it as the socket and the flags say. */
function whenReady<Result>(
  self: PySocket,
  isReady: () => boolean,
  attempt: () => Result | undefined,
  flags = 0,
): Result {
  for (;;) {
    const result = system(attempt);
    if (result !== undefined) return result;
    if (self.timeout === 0 || (flags & MSG_DONTWAIT) !== 0) throw osErrorOf("EAGAIN");
    const isInTime = hooks.waitFor(isReady, self.timeout ?? Number.POSITIVE_INFINITY);
    if (!isInTime) throw raise("TimeoutError", "timed out");
  }
}

/** An endpoint of these kinds; -1 means the default. */
export function openEndpoint(family: Value, type: Value, proto: Value): { endpoint: Endpoint; blocks: boolean } {
  const [af, kind, protocol] = [family, type, proto].map((value) => Number(toIndex(value)));
  const flags = kind < 0 ? 0 : kind & (SOCK_CLOEXEC | SOCK_NONBLOCK);
  const plain = kind < 0 ? SOCK_STREAM : kind - flags;
  const chosen = af < 0 ? AF_INET : af;
  if (chosen !== AF_INET && chosen !== AF_INET6 && chosen !== AF_UNIX) throw osErrorOf("EAFNOSUPPORT");
  if (plain !== SOCK_STREAM && plain !== SOCK_DGRAM) throw osErrorOf("EPROTONOSUPPORT");
  const { network } = currentHost();
  const endpoint = system(() =>
    network === null || (chosen === AF_UNIX && plain === SOCK_DGRAM)
      ? new LoopbackEndpoint(chosen, plain, Math.max(protocol, 0))
      : new NetworkEndpoint(network, chosen, plain, Math.max(protocol, 0)),
  );
  return { endpoint, blocks: (flags & SOCK_NONBLOCK) === 0 };
}

function initialize(self: PySocket, family: Value, type: Value, proto: Value, fileno: Value): void {
  const [af, kind, protocol] = [family, type, proto].map((value) => Number(toIndex(value)));
  audit("socket.__new__", self, af, kind, protocol);
  if (fileno === NONE) {
    const { endpoint, blocks } = openEndpoint(family, type, proto);
    name(
      self,
      system(() => openSocket(endpoint)),
      endpoint,
    );
    setTimeout(self, blocks ? defaultTimeout.seconds : 0);
    return;
  }
  const fd = Number(toIndex(fileno));
  if (fd < 0) throw valueError("negative file descriptor");
  const endpoint = endpointOf(fd);
  if (endpoint === undefined) throw noSocket(fd);
  name(self, fd, endpoint);
  self.protocol = trueProtocol(endpoint);
  if (af >= 0) self.family = af;
  if (kind >= 0) self.type = kind & ~(SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (protocol >= 0) self.protocol = protocol;
}

/** The object is one for this descriptor of a socket. */
function name(self: PySocket, fd: number, { family, type, protocol }: Endpoint): void {
  self.fd = fd;
  self.family = family;
  self.type = type;
  self.protocol = protocol;
}

/** The address argument of `functionName`, names looked up. */
function addressArgument({ family }: Endpoint, value: Value, functionName: string): Address {
  if (family === AF_UNIX) {
    const path = value instanceof PyBytes ? value : isInstance(value, STR) ? fspath(value) : undefined;
    if (path === undefined) throw typeError(`a bytes-like object is required, not '${typeName(value)}'`);
    return { host: path instanceof PyBytes ? new TextDecoder().decode(path.bytes) : (jsString(path) ?? ""), port: 0 };
  }
  const shown = family === AF_INET ? "AF_INET" : "AF_INET6";
  if (!(value instanceof PyTuple)) {
    throw typeError(`${functionName}(): ${shown} address must be tuple, not ${typeName(value)}`);
  }
  const { items } = value;
  if (family === AF_INET ? items.length !== 2 : items.length < 2 || items.length > 4) {
    const form = family === AF_INET ? "a pair (host, port)" : "a tuple (host, port[, flowinfo[, scopeid]])";
    throw typeError(`${shown} address must be ${form}`);
  }
  const name = jsString(items[0]);
  if (name === undefined) throw typeError(`str, bytes or bytearray expected, not ${typeName(items[0])}`);
  const port = Number(toIndex(items[1]));
  if (port < 0 || port > 0xffff) throw overflowError(`${functionName}(): port must be 0-65535.`);
  return { host: numericHost(family, name), port };
}

function numericHost(family: number, name: string): string {
  if (name === "") return family === AF_INET ? "0.0.0.0" : "::";
  if (name === "<broadcast>") return "255.255.255.255";
  const exact = family === AF_INET ? parseIpv4(name) : parseIpv6(name);
  const found = exact ?? addressesOf(name).find((address) => address.length === (family === AF_INET ? 4 : 16));
  if (found === undefined) throw raise("OSError", "Temporary failure in name resolution");
  return family === AF_INET ? showIpv4(found) : showIpv6(found);
}

function addressValue({ family }: Endpoint, address: Address | undefined): Value {
  if (family === AF_UNIX) return strFromJs(address?.host ?? "");
  const name = address?.host ?? (family === AF_INET ? "0.0.0.0" : "::");
  const port = address?.port ?? 0;
  return family === AF_INET ? tuple([name, port]) : tuple([name, port, 0, 0]);
}

function receive(self: PySocket, size: number, flags: Value): Message {
  if (size < 0) throw valueError("negative buffersize in recv");
  const bits = Number(toIndex(flags));
  const endpoint = open(self);
  const isPeek = (bits & MSG_PEEK) !== 0;
  return whenReady(
    self,
    () => endpoint.readable,
    () => endpoint.receive(size, isPeek),
    bits,
  );
}

function receiveInto(self: PySocket, buffer: Value, size: Value, flags: Value): Message {
  const target = getWritableBuffer(buffer);
  const wanted = Number(toIndex(size));
  if (wanted < 0) throw valueError("negative buffersize in recv_into");
  if (wanted > target.length) throw valueError("buffer too small for requested bytes");
  const message = receive(self, wanted === 0 ? target.length : wanted, flags);
  getWritableBuffer(buffer).set(message.data);
  return message;
}

function accept(self: PySocket): Value {
  const endpoint = open(self);
  const caller = whenReady(
    self,
    () => endpoint.readable,
    () => endpoint.accept(),
  );
  return tuple([openSocket(caller), addressValue(endpoint, caller.remote)]);
}

const connect = mayWait((self: PySocket, address: Value): void => {
  const endpoint = open(self);
  const target = addressArgument(endpoint, address, "connect");
  // A thread that waited comes here once more.
  if (!endpoint.isConnecting) audit("socket.connect", self, address);
  if (endpoint.isConnecting && self.timeout === 0) throw osErrorOf("EALREADY");
  system(() => endpoint.connect(target));
  if (!endpoint.isConnecting) return;
  if (self.timeout === 0) throw osErrorOf("EINPROGRESS");
  const isInTime = hooks.waitFor(() => !endpoint.isConnecting, self.timeout ?? Number.POSITIVE_INFINITY);
  if (!isInTime) throw raise("TimeoutError", "timed out");
  system(() => endpoint.connect(target));
});

const connectEx = mayWait((self: PySocket, address: Value): number => {
  try {
    connect(self, address);
  } catch (error) {
    if (!(error instanceof PyError && error.is(EXCEPTIONS.OSError))) throw error;
    const number = lookupAttr(error.exception, "errno");
    return typeof number === "number" ? number : ERRNO.EAGAIN;
  }
  return 0;
});

const send = mayWait((self: PySocket, data: Value): number => {
  const endpoint = open(self);
  const bytes = getBuffer(data);
  const isReady = (): boolean => endpoint.writable;
  return whenReady(self, isReady, () => (isReady() ? endpoint.send(bytes) : undefined));
});

/** sendto(data, address) or sendto(data, flags, address). */
function sendTo(self: PySocket, data: Value, second: Value, third: Value | undefined): number {
  if (third !== undefined) toIndex(second);
  const endpoint = open(self);
  const target = addressArgument(endpoint, third ?? second, "sendto");
  audit("socket.sendto", self, third ?? second);
  const bytes = getBuffer(data);
  return system(() => endpoint.sendTo(bytes, target));
}

function shutdown(self: PySocket, how: Value): void {
  const way = toIndex(how);
  const endpoint = open(self);
  if (way < 0 || way > 2) throw osErrorOf("EINVAL");
  system(() => endpoint.shutdown(way !== 1, way !== 0));
}

/** Without a number first: an error of closing does not leave it open. */
function close(self: PySocket): void {
  const fd = detach(self);
  if (fd >= 0) system(() => closeDescriptor(fd));
}

function detach(self: PySocket): number {
  const { fd } = self;
  self.fd = -1;
  return fd;
}

function listen(self: PySocket, backlog: Value): void {
  const limit = Number(toIndex(backlog));
  const endpoint = open(self);
  system(() => endpoint.listen(limit));
}

function bind(self: PySocket, address: Value): void {
  const endpoint = open(self);
  const name = addressArgument(endpoint, address, "bind");
  audit("socket.bind", self, address);
  system(() => endpoint.bind(name));
}

function peerName(self: PySocket): Value {
  const endpoint = open(self);
  if (endpoint.remote === undefined) throw osErrorOf("ENOTCONN");
  return addressValue(endpoint, endpoint.remote);
}

/** A pair of sockets that are connected to each other; UNIX sockets if nothing else is said. */
export function socketPair(family: Value, type: Value, proto: Value): Value {
  const af = family === NONE ? AF_UNIX : Number(toIndex(family));
  const kind = Number(toIndex(type)) & ~(SOCK_CLOEXEC | SOCK_NONBLOCK);
  const endpoints = system(() => LoopbackEndpoint.pair(af, kind, Number(toIndex(proto))));
  return tuple(
    endpoints.map((endpoint) => {
      const socket = new PySocket();
      name(socket, openSocket(endpoint), endpoint);
      return socket;
    }),
  );
}

function failureNumber(endpoint: Endpoint): number {
  const failure = endpoint.takeFailure();
  return failure === null ? 0 : ERRNO[failure];
}

const seconds = (self: PySocket): Value => (self.timeout === undefined ? NONE : new PyFloat(self.timeout));

const reading: Readonly<Record<string, MethodRow>> = {
  recv: [
    "~($self, buffersize, flags=0, /)",
    "recv(buffersize[, flags]) -> data\n\nReceive up to buffersize bytes from the socket.  For the optional flags\nargument, see the Unix manual.  When no data is available, block until\nat least one byte is available or until the remote end is closed.  When\nthe remote end is closed and all data is read, return the empty string.",
    mayWait(
      (self: PySocket, size: Value, flags: Value) => new PyBytes(receive(self, Number(toIndex(size)), flags).data),
    ),
  ],
  recv_into: [
    "~($self, buffer, nbytes=0, flags=0)",
    "recv_into(buffer, [nbytes[, flags]]) -> nbytes_read\n\nA version of recv() that stores its data into a buffer rather than creating\na new string.  Receive up to buffersize bytes from the socket.  If buffersize\nis not specified (or 0), receive up to the size available in the given buffer.\n\nSee recv() for documentation about the flags.",
    mayWait(
      (self: PySocket, buffer: Value, size: Value, flags: Value) => receiveInto(self, buffer, size, flags).data.length,
    ),
  ],
  recvfrom: [
    "~($self, buffersize, flags=0, /)",
    "recvfrom(buffersize[, flags]) -> (data, address info)\n\nLike recv(buffersize, flags) but also return the sender's address info.",
    mayWait((self: PySocket, size: Value, flags: Value) => {
      const { data, from } = receive(self, Number(toIndex(size)), flags);
      return tuple([new PyBytes(data), from === undefined ? NONE : addressValue(open(self), from)]);
    }),
  ],
  recvfrom_into: [
    "~($self, buffer, nbytes=0, flags=0)",
    "recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)\n\nLike recv_into(buffer[, nbytes[, flags]]) but also return the sender's address info.",
    mayWait((self: PySocket, buffer: Value, size: Value, flags: Value) => {
      const { data, from } = receiveInto(self, buffer, size, flags);
      return tuple([data.length, from === undefined ? NONE : addressValue(open(self), from)]);
    }),
  ],
};

const writing: Readonly<Record<string, MethodRow>> = {
  send: [
    "~($self, data, flags=0, /)",
    "send(data[, flags]) -> count\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  Return the number of bytes\nsent; this may be less than len(data) if the network is busy.",
    send,
  ],
  sendall: [
    "~($self, data, flags=0, /)",
    "sendall(data[, flags])\n\nSend a data string to the socket.  For the optional flags\nargument, see the Unix manual.  This calls send() repeatedly\nuntil all data is sent.  If an error occurs, it's impossible\nto tell how much data has been sent.",
    mayWait((self: PySocket, data: Value) => void send(self, data)),
  ],
  sendto: [
    "~($self, data, flags, address=<unrepresentable>, /)",
    "sendto(data[, flags], address) -> count\n\nLike send(data, flags) but allows specifying the destination address.\nFor IP sockets, the address is a pair (hostaddr, port).",
    sendTo,
  ],
};

const connecting: Readonly<Record<string, MethodRow>> = {
  _accept: [
    "~($self, /)",
    "_accept() -> (integer, address info)\n\nWait for an incoming connection.  Return a new socket file descriptor\nrepresenting the connection, and the address of the client.\nFor IP sockets, the address info is a pair (hostaddr, port).",
    mayWait(accept),
  ],
  bind: [
    "~($self, address, /)",
    "bind(address)\n\nBind the socket to a local address.  For IP sockets, the address is a\npair (host, port); the host must refer to the local host. For raw packet\nsockets the address is a tuple (ifname, proto [,pkttype [,hatype [,addr]]])",
    bind,
  ],
  listen: [
    `~($self, backlog=${DEFAULT_BACKLOG}, /)`,
    "listen([backlog])\n\nEnable a server to accept connections.  If backlog is specified, it must be\nat least 0 (if it is lower, it is set to 0); it specifies the number of\nunaccepted connections that the system will allow before refusing new\nconnections. If not specified, a default reasonable value is chosen.",
    listen,
  ],
  connect: [
    "~($self, address, /)",
    "connect(address)\n\nConnect the socket to a remote address.  For IP sockets, the address\nis a pair (host, port).",
    connect,
  ],
  connect_ex: [
    "~($self, address, /)",
    "connect_ex(address) -> errno\n\nThis is like connect(address), but returns an error code (the errno value)\ninstead of raising an exception when an error occurs.",
    connectEx,
  ],
  shutdown: [
    "~($self, flag, /)",
    "shutdown(flag)\n\nShut down the reading side of the socket (flag == SHUT_RD), the writing side\nof the socket (flag == SHUT_WR), or both ends (flag == SHUT_RDWR).",
    shutdown,
  ],
  close: ["~($self, /)", "close()\n\nClose the socket.  It cannot be used after this call.", close],
  detach: [
    "~($self, /)",
    "detach()\n\nClose the socket object without closing the underlying file descriptor.\nThe object cannot be used after this call, but the file descriptor\ncan be reused for other purposes.  The file descriptor is returned.",
    detach,
  ],
};

const asking: Readonly<Record<string, MethodRow>> = {
  fileno: [
    "~($self, /)",
    "fileno() -> integer\n\nReturn the integer file descriptor of the socket.",
    ({ fd }: PySocket) => fd,
  ],
  getpeername: [
    "~($self, /)",
    "getpeername() -> address info\n\nReturn the address of the remote endpoint.  For IP sockets, the address\ninfo is a pair (hostaddr, port).",
    peerName,
  ],
  getsockname: [
    "~($self, /)",
    "getsockname() -> address info\n\nReturn the address of the local endpoint. The format depends on the\naddress family. For IPv4 sockets, the address info is a pair\n(hostaddr, port). For IPv6 sockets, the address info is a 4-tuple\n(hostaddr, port, flowinfo, scope_id).",
    (self: PySocket) => addressValue(open(self), open(self).local),
  ],
  getsockopt: [
    "~($self, level, option, buffersize=0, /)",
    "getsockopt(level, option[, buffersize]) -> value\n\nGet a socket option.  See the Unix manual for level and option.\nIf a nonzero buffersize argument is given, the return value is a\nstring of that length; otherwise it is an integer.",
    (self: PySocket, level: Value, option: Value, size: Value) =>
      Number(toIndex(level)) === SOL_SOCKET && Number(toIndex(option)) === SO_ERROR
        ? failureNumber(open(self))
        : optionsOf(open(self)).get(open(self), Number(toIndex(level)), Number(toIndex(option)), Number(toIndex(size))),
  ],
  setsockopt: [
    "~($self, level, option, value, optlen=<unrepresentable>, /)",
    "setsockopt(level, option, value: int)\nsetsockopt(level, option, value: buffer)\nsetsockopt(level, option, None, optlen: int)\n\nSet a socket option.  See the Unix manual for level and option.\nThe value argument can either be an integer, a string buffer, or\nNone, optlen.",
    (self: PySocket, level: Value, option: Value, value: Value) => {
      const options = optionsOf(open(self));
      const plain = intOf(value);
      const stored = plain !== undefined ? Number(plain) : value === NONE ? 0 : getBuffer(value).slice();
      options.set(Number(toIndex(level)), Number(toIndex(option)), stored);
    },
  ],
  setblocking: [
    "~($self, flag, /)",
    "setblocking(flag)\n\nSet the socket to blocking (flag is true) or non-blocking (false).\nsetblocking(True) is equivalent to settimeout(None);\nsetblocking(False) is equivalent to settimeout(0.0).",
    (self: PySocket, flag: Value) => {
      setTimeout(self, isTrue(flag) ? undefined : 0);
    },
  ],
  getblocking: [
    "~($self, /)",
    "getblocking()\n\nReturns True if socket is in blocking mode, or False if it\nis in non-blocking mode.",
    (self: PySocket) => self.timeout !== 0,
  ],
  settimeout: [
    "~($self, timeout, /)",
    "settimeout(timeout)\n\nSet a timeout on socket operations.  'timeout' can be a float,\ngiving in seconds, or None.  Setting a timeout of None disables\nthe timeout feature and is equivalent to setblocking(1).\nSetting a timeout of zero is the same as setblocking(0).",
    (self: PySocket, timeout: Value) => {
      setTimeout(self, timeoutArgument(timeout));
    },
  ],
  gettimeout: [
    "~($self, /)",
    "gettimeout() -> timeout\n\nReturns the timeout in seconds (float) associated with socket\noperations. A timeout of None indicates that timeouts on socket\noperations are disabled.",
    seconds,
  ],
};

export const SOCKET: PyType = defineType<PySocket>("_socket.socket", {
  doc: "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object\nsocket(family=-1, type=-1, proto=-1, fileno=None) -> socket object\n\nOpen a socket of the given type.  The family argument specifies the\naddress family; it defaults to AF_INET.  The type argument specifies\nwhether this is a stream (SOCK_STREAM, this is the default)\nor datagram (SOCK_DGRAM) socket.  The protocol argument defaults to 0,\nspecifying the default protocol.  Keyword arguments are accepted.\nThe socket is created as non-inheritable.",
  traits: { basetype: true },
  allocate: (cls) => new PySocket(cls),
  construct: ["(*args, **kwargs)", (cls) => new PySocket(cls)],
  initialize: ["($self, /, family=-1, type=-1, proto=-1, fileno=None)", initialize],
  slots: {
    __repr__: ({ fd, family, type, protocol }) =>
      `<socket object, fd=${fd}, family=${family}, type=${type}, proto=${protocol}>`,
  },
  methods: { ...connecting, ...reading, ...writing, ...asking },
  members: {
    family: [({ family }) => family, undefined, "the socket family"],
    type: [({ type }) => type, undefined, "the socket type"],
    proto: [({ protocol }) => protocol, undefined, "the socket protocol"],
  },
  getset: { timeout: [seconds, undefined, "the socket timeout"] },
});
