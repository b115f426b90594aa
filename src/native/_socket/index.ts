/**
 * _socket: constants, addresses and names of the network, and sockets (CPython Modules/socketmodule.c; see endpoint.ts). Absent: control messages, and the list of interfaces.
 */
import { host } from "../../host/current.ts";
import { type AuditRow, audited } from "../../objects/kernel/audit.ts";
import { call } from "../../objects/kernel/call.ts";
import { isInstance, NONE, STR, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { toIndex } from "../../objects/kernel/number.ts";
import type { PyType, Value } from "../../objects/kernel/object.ts";
import type { PyBaseException } from "../../objects/kernel/payload.ts";
import { intOf, jsString, PyBytes, PyFloat, PyList, tuple } from "../../objects/kernel/payload.ts";
import { overflowError, PyError, raise, typeError, valueError } from "../../objects/kernel/raise.ts";
import { getBuffer } from "../../objects/types/buffer.ts";
import { shownType } from "../../objects/types/text.ts";
import { osErrorOf } from "../os-errors.ts";
import { system } from "../posix/paths.ts";
import { closeDescriptor, duplicateDescriptor } from "../posix/waiting.ts";
import { parseIpv4, parseIpv6, parseLoose, showIpv4, showIpv6 } from "./addresses.ts";
import * as constants from "./constants.ts";
import { addressesOf, namesOf, protocolNumber, serviceName, servicePort } from "./names.ts";
import { SOCKET, socketPair } from "./socket.ts";
import { defaultTimeout, timeoutArgument } from "./timeout.ts";

const AF_INET = 2;
const AF_INET6 = 10;
const EAI_NONAME = -2;
const EAI_AGAIN = -3;
const EAI_SERVICE = -8;

const errorType = (name: string): PyType =>
  defineType(`socket.${name}`, {
    base: EXCEPTIONS.OSError,
    traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
  });

const GAIERROR = errorType("gaierror");
const HERROR = errorType("herror");

function gaiError(code: number, message: string): PyError {
  return new PyError(call(GAIERROR, code, message) as PyBaseException);
}

function text(value: Value, functionName: string, argument = "argument 1"): string {
  if (!isInstance(value, STR)) throw typeError(`${functionName}() ${argument} must be str, not ${shownType(value)}`);
  return jsString(value) as string;
}

function toBytes(address: Value): Value {
  const bytes = parseLoose(text(address, "inet_aton"));
  if (bytes === undefined) throw raise("OSError", "illegal IP address string passed to inet_aton");
  return new PyBytes(bytes);
}

function toText(packed: Value): string {
  const bytes = getBuffer(packed);
  if (bytes.length !== 4) throw raise("OSError", "packed IP wrong length for inet_ntoa");
  return showIpv4(bytes);
}

function pton(family: Value, address: Value): Value {
  const af = toIndex(family);
  const shown = text(address, "inet_pton", "argument 2");
  if (af !== AF_INET && af !== AF_INET6) throw osErrorOf("EAFNOSUPPORT");
  const bytes = af === AF_INET ? parseIpv4(shown) : parseIpv6(shown);
  if (bytes === undefined) throw raise("OSError", "illegal IP address string passed to inet_pton");
  return new PyBytes(bytes);
}

function ntop(family: Value, packed: Value): string {
  const af = toIndex(family);
  const bytes = getBuffer(packed);
  if (af !== AF_INET && af !== AF_INET6) throw valueError(`unknown address family ${af}`);
  if (bytes.length !== (af === AF_INET ? 4 : 16)) throw valueError("invalid length of packed IP address string");
  return af === AF_INET ? showIpv4(bytes) : showIpv6(bytes);
}

/** A 16-bit number with its bytes exchanged. */
const swapShort = (name: string) => (value: Value) => {
  const number = toIndex(value);
  if (number < 0) throw overflowError(`${name}: can't convert negative Python int to C 16-bit unsigned integer`);
  if (number > 0xffff) throw overflowError(`${name}: Python int too large to convert to C 16-bit unsigned integer`);
  return ((Number(number) & 255) << 8) | (Number(number) >> 8);
};

function swapLong(value: Value): number {
  const number = intOf(value);
  if (number === undefined) throw typeError(`expected int, ${typeOf(value).name} found`);
  if (number < 0) throw overflowError("can't convert negative value to unsigned int");
  if (number > 0xffffffff) throw overflowError("int larger than 32 bits");
  const n = Number(number);
  return (((n & 255) << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;
}

const HEADER = 16;
const WORD = 8;

const controlLength = (name: string, pad: boolean) => (length: Value) => {
  const size = toIndex(length);
  if (typeof size !== "number" || size < 0 || size > 0x7fffffff - HEADER) {
    throw overflowError(`${name}() argument out of range`);
  }
  return HEADER + (pad ? Math.ceil(size / WORD) * WORD : size);
};

/** The first IPv4 address of a host. */
function hostAddress(name: string): string {
  const found = name === "" ? Uint8Array.of(0, 0, 0, 0) : addressesOf(name).find((address) => address.length === 4);
  if (found === undefined) throw gaiError(EAI_AGAIN, "Temporary failure in name resolution");
  return showIpv4(found);
}

/** (true name, aliases, addresses) of a host. */
function hostByAddress(name: string): Value {
  const [address] = addressesOf(name);
  if (address === undefined) throw gaiError(EAI_AGAIN, "Temporary failure in name resolution");
  const [trueName, ...aliases] = namesOf(address);
  if (trueName === undefined) throw new PyError(call(HERROR, 1, "Unknown host") as PyBaseException);
  const shown = address.length === 4 ? showIpv4(address) : showIpv6(address);
  return tuple([trueName, new PyList(aliases), new PyList([shown])]);
}

/** [type, protocol] in the order in which getaddrinfo lists them. */
const KINDS = [
  [1, 6],
  [2, 17],
  [3, 0],
] as const;

function portNumber(port: Value): number {
  if (port === NONE) return 0;
  const number = intOf(port);
  if (number !== undefined) return Number(number) & 0xffff;
  const name = port instanceof PyBytes ? new TextDecoder().decode(port.bytes) : jsString(port);
  if (name === undefined) throw raise("OSError", "Int or String expected");
  const known = /^\d+$/.test(name) ? Number(name) & 0xffff : servicePort(name, undefined);
  if (known === undefined) throw gaiError(EAI_SERVICE, "Servname not supported for ai_socktype");
  return known;
}

function addressInfo(hostName: Value, port: Value, family: Value, type: Value, proto: Value, flags: Value): Value {
  const [af, kind, protocol, bits] = [family, type, proto, flags].map((value) => Number(toIndex(value)));
  const name = hostName instanceof PyBytes ? new TextDecoder().decode(hostName.bytes) : jsString(hostName);
  if (name === undefined && hostName !== NONE) {
    throw typeError("getaddrinfo() argument 1 must be string or None");
  }
  const number = portNumber(port);
  const passive = (bits & 1) !== 0;
  const wildcard = [
    passive ? new Uint8Array(4) : Uint8Array.of(127, 0, 0, 1),
    passive ? new Uint8Array(16) : Uint8Array.from({ length: 16 }, (_, i) => (i === 15 ? 1 : 0)),
  ];
  // Without a name: the own machine, IPv6 first; to listen on, IPv4 first.
  const all = name !== undefined ? addressesOf(name) : passive ? wildcard : wildcard.reverse();
  if (all.length === 0) throw gaiError(EAI_AGAIN, "Temporary failure in name resolution");
  const rows: Value[] = [];
  for (const address of all) {
    const own = address.length === 4 ? AF_INET : AF_INET6;
    if (af !== 0 && af !== own) continue;
    const place = own === AF_INET ? tuple([showIpv4(address), number]) : tuple([showIpv6(address), number, 0, 0]);
    for (const [socketType, socketProtocol] of KINDS) {
      if ((kind !== 0 && kind !== socketType) || (protocol !== 0 && socketType !== 3 && protocol !== socketProtocol)) {
        continue;
      }
      rows.push(tuple([own, socketType, socketType === 3 ? protocol : socketProtocol, "", place]));
    }
  }
  if (rows.length === 0) throw gaiError(EAI_NONAME, "Name or service not known");
  return new PyList(rows);
}

const optional = (value: Value | undefined, functionName: string): string | undefined =>
  value === undefined ? undefined : text(value, functionName, "argument 2");

const given = (...args: (Value | undefined)[]): Value[] => args.map((value) => value ?? NONE);
const EVENTS: Readonly<Record<string, AuditRow>> = {
  gethostname: ["socket.gethostname", () => []],
  gethostbyname: ["socket.gethostbyname", given],
  gethostbyaddr: ["socket.gethostbyaddr", given],
  getaddrinfo: [
    "socket.getaddrinfo",
    (name, port, family, type, protocol) => given(name, port, family, type, protocol),
  ],
  getservbyname: ["socket.getservbyname", (name, protocol) => given(name, protocol)],
  getservbyport: ["socket.getservbyport", (port, protocol) => given(port, protocol)],
};

export default defineModule("_socket", {
  doc: "Implementation module for socket operations.\n\nSee the socket module for documentation.",
  constants: {
    ...constants.ADDRESS_FAMILIES,
    ...constants.SOCKET_TYPES,
    ...constants.PROTOCOLS,
    ...constants.SOCKET_OPTIONS,
    ...constants.OPTION_LEVELS,
    ...constants.SHUTDOWN_WAYS,
    ...constants.MESSAGE_FLAGS,
    ...constants.ADDRESS_INFO_FLAGS,
    ...constants.ADDRESS_INFO_ERRORS,
    ...constants.NAME_INFO_FLAGS,
    ...constants.ADDRESSES,
    ...constants.TCP_OPTIONS,
    ...constants.IP_OPTIONS,
    ...constants.IPV6_OPTIONS,
    ...constants.PROTOCOL_FAMILIES,
    ...constants.CONTROL_MESSAGES,
    ...constants.PORTS,
    SOMAXCONN: constants.SOMAXCONN,
    has_ipv6: true,
  },
  types: { socket: SOCKET, SocketType: SOCKET, gaierror: GAIERROR, herror: HERROR, timeout: EXCEPTIONS.TimeoutError },
  functions: audited(
    {
      inet_aton: [
        "~($module, ip_addr, /)",
        "inet_aton(string) -> bytes giving packed 32-bit IP representation\n\nConvert an IP address in string format (123.45.67.89) to the 32-bit packed\nbinary format used in low-level network functions.",
        toBytes,
      ],
      inet_ntoa: [
        "~($module, packed_ip, /)",
        "inet_ntoa(packed_ip) -> ip_address_string\n\nConvert an IP address from 32-bit packed binary format to string format",
        toText,
      ],
      inet_pton: [
        "~($module, af, ip, /)",
        "inet_pton(af, ip) -> packed IP address string\n\nConvert an IP address from string format to a packed string suitable\nfor use with low-level network functions.",
        pton,
      ],
      inet_ntop: [
        "~($module, af, packed_ip, /)",
        "inet_ntop(af, packed_ip) -> string formatted IP address\n\nConvert a packed IP address of the given family to string format.",
        ntop,
      ],
      htons: [
        "~($module, x, /)",
        "htons(integer) -> integer\n\nConvert a 16-bit unsigned integer from host to network byte order.",
        swapShort("htons"),
      ],
      ntohs: [
        "~($module, x, /)",
        "ntohs(integer) -> integer\n\nConvert a 16-bit unsigned integer from network to host byte order.",
        swapShort("ntohs"),
      ],
      htonl: [
        "~($module, x, /)",
        "htonl(integer) -> integer\n\nConvert a 32-bit integer from host to network byte order.",
        swapLong,
      ],
      ntohl: [
        "~($module, x, /)",
        "ntohl(integer) -> integer\n\nConvert a 32-bit integer from network to host byte order.",
        swapLong,
      ],
      CMSG_LEN: [
        "~($module, length, /)",
        "CMSG_LEN(length) -> control message length",
        controlLength("CMSG_LEN", false),
      ],
      CMSG_SPACE: ["~($module, length, /)", "CMSG_SPACE(length) -> buffer size", controlLength("CMSG_SPACE", true)],
      getdefaulttimeout: [
        "~($module, /)",
        "getdefaulttimeout() -> timeout\n\nReturns the default timeout in seconds (float) for new socket objects.\nA value of None indicates that new socket objects have no timeout.\nWhen the socket module is first imported, the default is None.",
        () => (defaultTimeout.seconds === undefined ? NONE : new PyFloat(defaultTimeout.seconds)),
      ],
      setdefaulttimeout: [
        "~($module, timeout, /)",
        "setdefaulttimeout(timeout)\n\nSet the default timeout in seconds (float) for new socket objects.\nA value of None indicates that new socket objects have no timeout.\nWhen the socket module is first imported, the default is None.",
        (timeout: Value) => {
          defaultTimeout.seconds = timeoutArgument(timeout);
        },
      ],
      gethostname: [
        "~($module, /)",
        "gethostname() -> string\n\nReturn the current host name.",
        () => host().process.uname().nodename,
      ],
      gethostbyname: [
        "~($module, host, /)",
        "gethostbyname(host) -> address\n\nReturn the IP address (a string of the form '255.255.255.255') for a host.",
        (name: Value) => hostAddress(text(name, "gethostbyname")),
      ],
      gethostbyaddr: [
        "~($module, host, /)",
        "gethostbyaddr(host) -> (name, aliaslist, addresslist)\n\nReturn the true host name, a list of aliases, and a list of IP addresses,\nfor a host.  The host argument is a string giving a host name or IP number.",
        (name: Value) => hostByAddress(text(name, "gethostbyaddr")),
      ],
      getaddrinfo: [
        "~($module, /, host, port, family=0, type=0, proto=0, flags=0)",
        "getaddrinfo(host, port [, family, type, proto, flags])\n    -> list of (family, type, proto, canonname, sockaddr)\n\nResolve host and port into addrinfo struct.",
        addressInfo,
      ],
      getservbyname: [
        "~($module, servicename, protocolname=<unrepresentable>, /)",
        "getservbyname(servicename[, protocolname]) -> integer\n\nReturn a port number from a service name and protocol name.\nThe optional protocol name, if given, should be 'tcp' or 'udp',\notherwise any protocol will match.",
        (name: Value, protocol: Value | undefined) => {
          const port = servicePort(text(name, "getservbyname"), optional(protocol, "getservbyname"));
          if (port === undefined) throw raise("OSError", "service/proto not found");
          return port;
        },
      ],
      getservbyport: [
        "~($module, port, protocolname=<unrepresentable>, /)",
        "getservbyport(port[, protocolname]) -> string\n\nReturn the service name from a port number and protocol name.\nThe optional protocol name, if given, should be 'tcp' or 'udp',\notherwise any protocol will match.",
        (port: Value, protocol: Value | undefined) => {
          const number = Number(toIndex(port));
          if (number < 0 || number > 0xffff) throw overflowError("getservbyport: port must be 0-65535.");
          const name = serviceName(number, optional(protocol, "getservbyport"));
          if (name === undefined) throw raise("OSError", "port/proto not found");
          return name;
        },
      ],
      getprotobyname: [
        "~($module, name, /)",
        "getprotobyname(name) -> integer\n\nReturn the protocol number for the named protocol.  (Rarely used.)",
        (name: Value) => {
          const number = protocolNumber(text(name, "getprotobyname"));
          if (number === undefined) throw raise("OSError", "protocol not found");
          return number;
        },
      ],
      close: [
        "~($module, fd, /)",
        "close(integer) -> None\n\nClose an integer socket file descriptor.  This is like os.close(), but for\nsockets; on some platforms os.close() won't work for socket file descriptors.",
        (fd: Value) => system(() => closeDescriptor(Number(toIndex(fd)))),
      ],
      dup: [
        "~($module, fd, /)",
        "dup(integer) -> integer\n\nDuplicate an integer socket file descriptor.  This is like os.dup(), but for\nsockets; on some platforms os.dup() won't work for socket file descriptors.",
        (fd: Value) => system(() => duplicateDescriptor(Number(toIndex(fd)))),
      ],
      socketpair: [
        "~($module, family=None, type=1, proto=0, /)",
        "socketpair([family[, type [, proto]]]) -> (socket object, socket object)\n\nCreate a pair of socket objects from the sockets returned by the platform\nsocketpair() function.\nThe arguments are the same as for socket() except the default family is\nAF_UNIX if defined on the platform; otherwise, the default is AF_INET.",
        socketPair,
      ],
    },
    EVENTS,
  ),
  setup: (module) => {
    module.dict.set("error", EXCEPTIONS.OSError);
  },
});
