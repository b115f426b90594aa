/**
 * socket.socket. A JavaScript host has no synchronous network: no socket can be opened, and creating one says so.
 * What is left is the object of a socket that is closed (CPython Modules/socketmodule.c).
 */
import { errorText } from "../../host/errno.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import { defineType, type MethodRow } from "../../objects/kernel/define.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyFloat } from "../../objects/kernel/payload.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { osError } from "../../objects/types/exceptions/os_error.ts";
import { defaultTimeout, timeoutArgument } from "./timeout.ts";

const EBADF = 9;
const EAFNOSUPPORT = 97;

class PySocket extends PyObject {
  timeout: number | undefined = defaultTimeout.seconds;

  constructor(cls: PyType) {
    super(cls);
  }
}

/** What a closed socket answers to whatever needs an open one. */
const closed = (doc: string): MethodRow => [
  "~($self, *args)",
  doc,
  (_self: PySocket, _args: Value[]): Value => {
    throw osError(EBADF, errorText(EBADF));
  },
];

const seconds = (self: PySocket): Value => (self.timeout === undefined ? NONE : new PyFloat(self.timeout));

export const SOCKET: PyType = defineType<PySocket>("_socket.socket", {
  doc: "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object\nsocket(family=-1, type=-1, proto=-1, fileno=None) -> socket object\n\nOpen a socket of the given type.  The family argument specifies the\naddress family; it defaults to AF_INET.  The type argument specifies\nwhether this is a stream (SOCK_STREAM, this is the default)\nor datagram (SOCK_DGRAM) socket.  The protocol argument defaults to 0,\nspecifying the default protocol.  Keyword arguments are accepted.\nThe socket is created as non-inheritable.",
  traits: { basetype: true },
  allocate: (cls) => new PySocket(cls),
  construct: ["(*args, **kwargs)", (cls) => new PySocket(cls)],
  initialize: [
    "($self, /, family=-1, type=-1, proto=-1, fileno=None)",
    (_self, family: Value, type: Value, proto: Value, fileno: Value) => {
      for (const each of [family, type, proto]) toIndex(each);
      if (fileno !== NONE) {
        toIndex(fileno);
        throw osError(EBADF, errorText(EBADF));
      }
      throw osError(EAFNOSUPPORT, errorText(EAFNOSUPPORT));
    },
  ],
  slots: { __repr__: () => "<socket object, fd=-1, family=0, type=0, proto=0>" },
  methods: {
    _accept: closed("_accept() -> (integer, address info)"),
    bind: closed("bind(address)\n\nBind the socket to a local address."),
    connect: closed("connect(address)\n\nConnect the socket to a remote address."),
    getpeername: closed("getpeername() -> address info\n\nReturn the address of the remote endpoint."),
    getsockname: closed("getsockname() -> address info\n\nReturn the address of the local endpoint."),
    getsockopt: closed("getsockopt(level, option[, buffersize]) -> value"),
    listen: closed("listen([backlog])\n\nEnable a server to accept connections."),
    recv: closed("recv(buffersize[, flags]) -> data"),
    recv_into: closed("recv_into(buffer, [nbytes[, flags]]) -> nbytes_read"),
    recvfrom: closed("recvfrom(buffersize[, flags]) -> (data, address info)"),
    recvfrom_into: closed("recvfrom_into(buffer[, nbytes[, flags]]) -> (nbytes, address info)"),
    send: closed("send(data[, flags]) -> count"),
    sendall: closed("sendall(data[, flags])"),
    sendto: closed("sendto(data[, flags], address) -> count"),
    setsockopt: closed("setsockopt(level, option, value: int)"),
    shutdown: closed("shutdown(flag)"),
    connect_ex: [
      "~($self, address, /)",
      "connect_ex(address) -> errno\n\nThis is like connect(address), but returns an error code (the errno value)\ninstead of raising an exception when an error occurs.",
      (_self: PySocket, _address: Value) => EBADF,
    ],
    close: ["~($self, /)", "close()\n\nClose the socket.  It cannot be used after this call.", () => NONE],
    detach: [
      "~($self, /)",
      "detach()\n\nClose the socket object without closing the underlying file descriptor.",
      () => -1,
    ],
    fileno: ["~($self, /)", "fileno() -> integer\n\nReturn the integer file descriptor of the socket.", () => -1],
    setblocking: [
      "~($self, flag, /)",
      "setblocking(flag)\n\nSet the socket to blocking (flag is true) or non-blocking (false).",
      (self: PySocket, flag: Value) => {
        self.timeout = isTrue(flag) ? undefined : 0;
      },
    ],
    getblocking: ["~($self, /)", "getblocking()", (self: PySocket) => self.timeout !== 0],
    settimeout: [
      "~($self, timeout, /)",
      "settimeout(timeout)\n\nSet a timeout on socket operations.",
      (self: PySocket, timeout: Value) => {
        self.timeout = timeoutArgument(timeout);
      },
    ],
    gettimeout: ["~($self, /)", "gettimeout() -> timeout", seconds],
  },
  members: { family: [() => 0], type: [() => 0], proto: [() => 0] },
  getset: { timeout: [seconds, undefined, "the socket timeout"] },
});
