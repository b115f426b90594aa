/** posix: numbers of devices, terminals, and random bytes of the kernel (CPython Modules/posixmodule.c). */
import { host } from "../../host/current.ts";
import { HostError } from "../../host/host.ts";
import { NONE } from "../../objects/kernel/core-types.ts";
import type { MethodRow } from "../../objects/kernel/define.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intFromBigInt, intOf, PyBytes } from "../../objects/kernel/payload.ts";
import { overflowError, typeError } from "../../objects/kernel/raise.ts";
import { intArgument, toSsizeArgument } from "../../objects/types/arguments.ts";
import { localeEncoding } from "../_io/textio.ts";
import { processField } from "./children.ts";
import { isTerminal } from "./file-descriptor.ts";
import { pathValue, system } from "./paths.ts";
import { ofSystem } from "./system.ts";

const GRND_NONBLOCK = 1;
const GRND_RANDOM = 2;
export const deviceConstants = { GRND_NONBLOCK, GRND_RANDOM };

/** A dev_t. */
function deviceArgument(value: Value): bigint {
  const device = intOf(value);
  if (device === undefined) throw typeError("an integer is required");
  if (device < 0) throw overflowError("can't convert negative int to unsigned");
  if (device > 0xffffffffffffffffn) throw overflowError("int too big to convert");
  return BigInt(device);
}

/** Where the GNU C library has the parts of a dev_t: the low bits lie between those of the other. */
const major = (device: bigint): bigint => ((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n);
const minor = (device: bigint): bigint => (device & 0xffn) | ((device >> 12n) & 0xffffff00n);

function makeDevice(high: Value, low: Value): Value {
  const [large, small] = [BigInt(intArgument(high)) & 0xffffffffn, BigInt(intArgument(low)) & 0xffffffffn];
  const device =
    ((large & 0xfffff000n) << 32n) | ((large & 0xfffn) << 8n) | ((small & 0xffffff00n) << 12n) | (small & 0xffn);
  return intFromBigInt(BigInt.asIntN(64, device));
}

/** Fails as isatty(3) does. */
function requireTerminal(fd: number): void {
  if (!host().files.isatty(fd)) throw new HostError("ENOTTY");
}

const TERMINAL_GROUP_FIELD = 5;

function randomBytes(size: Value, flags: Value): Value {
  const [length, bits] = [toSsizeArgument(size), intArgument(flags)];
  return system(() => {
    if (length < 0 || (bits & ~(GRND_NONBLOCK | GRND_RANDOM)) !== 0) throw new HostError("EINVAL");
    return new PyBytes(host().randomBytes(length));
  });
}

export const deviceFunctions: Record<string, MethodRow> = {
  major: [
    "($module, device, /)",
    "Extracts a device major number from a raw device number.",
    (device: Value) => intFromBigInt(major(deviceArgument(device))),
  ],
  minor: [
    "($module, device, /)",
    "Extracts a device minor number from a raw device number.",
    (device: Value) => intFromBigInt(minor(deviceArgument(device))),
  ],
  makedev: [
    "($module, major, minor, /)",
    "Composes a raw device number from the major and minor device numbers.",
    makeDevice,
  ],
  ctermid: ["($module, /)", "Return the name of the controlling terminal for this process.", () => "/dev/tty"],
  device_encoding: [
    "($module, /, fd)",
    "Return a string describing the encoding of a terminal's file descriptor.\n\nThe file descriptor must be attached to a terminal.\nIf the device is not a terminal, return None.",
    (fd: Value) => (isTerminal(intArgument(fd)) ? localeEncoding() : NONE),
  ],
  ttyname: [
    "($module, fd, /)",
    "Return the name of the terminal device connected to 'fd'.\n\n  fd\n    Integer file descriptor handle.",
    (fd: Value) => {
      const number = intArgument(fd);
      return system(() => {
        requireTerminal(number);
        return pathValue(host().files.readlink(host().files.folderPath(number)), false);
      });
    },
  ],
  tcgetpgrp: [
    "($module, fd, /)",
    "Return the process group associated with the terminal specified by fd.",
    (fd: Value) => {
      const number = intArgument(fd);
      system(() => requireTerminal(number));
      return processField(0, TERMINAL_GROUP_FIELD);
    },
  ],
  getrandom: ["($module, /, size, flags=0)", "Obtain a series of random bytes.", randomBytes],
  sync: ["($module, /)", "Force write of everything to disk.", () => ofSystem((known) => known.sync())],
};
