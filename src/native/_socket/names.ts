/**
 * Names of hosts, services and protocols, from the host's files in /etc; a host that is not there is asked for.
 */
import { host } from "../../host/current.ts";
import { ifPossible } from "../../host/host.ts";
import { parseIpv4, parseIpv6, parseLoose } from "./addresses.ts";

/** The words of each line, comments left out. */
function readTable(path: string): string[][] {
  const bytes = ifPossible(() => host().files.readFile(path));
  if (bytes === undefined) return [];
  return new TextDecoder()
    .decode(bytes)
    .split("\n")
    .map((line) => line.replace(/#.*/, "").split(/\s+/).filter(Boolean))
    .filter((words) => words.length > 1);
}

/** The addresses of a host given by address or by a name in /etc/hosts. */
export function addressesOf(name: string): Uint8Array[] {
  const numeric = parseLoose(name) ?? parseIpv6(name);
  if (numeric !== undefined && name !== "") return [numeric];
  const found = readTable("/etc/hosts").filter((words) => words.slice(1).includes(name));
  const addresses = found.flatMap(([address]) => parseIpv4(address) ?? parseIpv6(address) ?? []);
  if (addresses.length > 0) return addresses;
  if (name === "localhost") return [Uint8Array.of(127, 0, 0, 1)];
  return (host().network?.lookup(name) ?? []).flatMap((address) => parseIpv4(address) ?? parseIpv6(address) ?? []);
}

/** The names of an address in /etc/hosts, the first the true one. */
export function namesOf(address: Uint8Array): string[] {
  const same = (text: string): boolean => {
    const other = parseIpv4(text) ?? parseIpv6(text);
    return other !== undefined && other.length === address.length && other.every((byte, i) => byte === address[i]);
  };
  return (
    readTable("/etc/hosts")
      .find(([text]) => same(text))
      ?.slice(1) ?? []
  );
}

export function servicePort(name: string, protocol: string | undefined): number | undefined {
  for (const [service, place, ...aliases] of readTable("/etc/services")) {
    const [port, kind] = place.split("/");
    if ((service === name || aliases.includes(name)) && (protocol === undefined || protocol === kind))
      return Number(port);
  }
  return undefined;
}

export function serviceName(port: number, protocol: string | undefined): string | undefined {
  return readTable("/etc/services").find(([, place]) => {
    const [number, kind] = place.split("/");
    return Number(number) === port && (protocol === undefined || protocol === kind);
  })?.[0];
}

export function protocolNumber(name: string): number | undefined {
  const known = { ip: 0, icmp: 1, tcp: 6, udp: 17, ipv6: 41 }[name];
  const found = readTable("/etc/protocols").find(([first, , ...aliases]) => first === name || aliases.includes(name));
  return found === undefined ? known : Number(found[1]);
}
