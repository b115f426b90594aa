/**
 * A datagram to a local socket (unix(7)), which Node has not: a short perl(1) sends it.
 */
import { HostError } from "./host.ts";
import { outputOfPerl } from "./system-tool.ts";

/** The data is an argument, and hexadecimal: a string of arguments holds no null. */
const SEND =
  "use Socket; my ($path, $data) = @ARGV; socket(S, PF_UNIX, SOCK_DGRAM, 0) or exit($! + 0);" +
  ' exit(defined(send(S, pack("H*", $data), 0, pack_sockaddr_un($path))) ? 0 : $! + 0);';

export function sendLocalDatagram(path: string, data: Uint8Array): void {
  try {
    outputOfPerl(SEND, [path, Buffer.from(data).toString("hex")]);
  } catch (error) {
    throw error instanceof HostError ? new HostError(error.code, path) : error;
  }
}
