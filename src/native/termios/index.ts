/**
 * termios: attributes and sizes of terminals (CPython Modules/termios.c), by way of the host.
 *
 * Absent are tcdrain, tcflow, tcflush and tcsendbreak: nothing that Node offers reaches the queues of a terminal.
 */

import { host } from "../../host/current.ts";
import { errorText } from "../../host/errno.ts";
import { HostError, type TerminalAttributes } from "../../host/host.ts";
import { typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { isSequence, toArray } from "../../objects/kernel/iterate.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf, PyBytes, PyList, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { newException, PyError, typeError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import { descriptorOf } from "../posix/file-descriptor.ts";
import { TERMIOS_CONSTANTS } from "./constants.ts";

const { CBAUD, ICANON, NCCS, TCSAFLUSH, VMIN, VTIME } = TERMIOS_CONSTANTS;
const EINVAL = 22;

const ERROR = defineType("termios.error", {
  base: EXCEPTIONS.Exception,
  traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
});

function termiosError(errno: number): PyError {
  return new PyError(newException(ERROR, errno, strFromJs(errorText(errno))));
}

/** A failure of the host is a termios.error. */
function attempt<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    if (error instanceof HostError) throw termiosError(error.errno);
    throw error;
  }
}

/** Without lines, two of the characters are numbers. */
function isNumber(index: number, lflag: number): boolean {
  return (lflag & ICANON) === 0 && (index === VMIN || index === VTIME);
}

function getAttributes(fd: Value): Value {
  const { iflag, oflag, cflag, lflag, characters } = attempt(() => host().files.terminalAttributes(descriptorOf(fd)));
  const cc = characters.map((code, index) => (isNumber(index, lflag) ? code : new PyBytes(Uint8Array.of(code))));
  const speed = cflag & CBAUD;
  return new PyList([iflag, oflag, cflag, lflag, speed, speed, new PyList(cc)]);
}

function character(value: Value): number {
  if (value instanceof PyBytes && value.bytes.length === 1) return value.bytes[0] as number;
  if (intOf(value) !== undefined) return intArgument(value);
  throw typeError("tcsetattr: elements of attributes must be characters or integers");
}

const unsigned = (value: Value): number => intArgument(value) >>> 0;

function setAttributes(fd: Value, when: Value, attributes: Value): void {
  const moment = intArgument(when);
  if (!(attributes instanceof PyList) || attributes.items.length !== 7) {
    throw typeError("tcsetattr, arg 3: must be 7 element list");
  }
  const descriptor = descriptorOf(fd);
  attempt(() => host().files.terminalAttributes(descriptor));
  const [iflag, oflag, cflag, lflag, , ospeed, cc] = attributes.items;
  const flags = { iflag: unsigned(iflag), oflag: unsigned(oflag), lflag: unsigned(lflag) };
  const speed = intArgument(ospeed);
  if (!(cc instanceof PyList) || cc.items.length !== NCCS) {
    throw typeError(`tcsetattr: attributes[6] must be ${NCCS} element list`);
  }
  if (moment < 0 || moment > TCSAFLUSH) throw termiosError(EINVAL);
  const wanted: TerminalAttributes = {
    ...flags,
    cflag: ((unsigned(cflag) & ~CBAUD) | (speed & CBAUD)) >>> 0,
    characters: cc.items.map(character),
  };
  attempt(() => host().files.setTerminalAttributes(descriptor, wanted, moment === TCSAFLUSH));
}

function getSize(fd: Value): Value {
  const { columns, lines } = attempt(() => host().files.terminalSize(descriptorOf(fd)));
  return tuple([lines, columns]);
}

function setSize(fd: Value, size: Value): void {
  const type = typeOf(size);
  const items = isSequence(type) ? toArray(size) : [];
  if (items.length !== 2) throw typeError("tcsetwinsize, arg 2: must be a two-item sequence");
  const [lines, columns] = items.map(intArgument) as [number, number];
  attempt(() => host().files.setTerminalSize(descriptorOf(fd), { columns, lines }));
}

export default defineModule("termios", {
  doc: "This module provides an interface to the Posix calls for tty I/O control.\nFor a complete description of these calls, see the Posix or Unix manual\npages. It is only available for those Unix versions that support Posix\ntermios style tty I/O control.\n\nAll functions in this module take a file descriptor fd as their first\nargument. This can be an integer file descriptor, such as returned by\nsys.stdin.fileno(), or a file object, such as sys.stdin itself.",
  constants: TERMIOS_CONSTANTS,
  types: { error: ERROR },
  functions: {
    tcgetattr: [
      "($module, fd, /)",
      "Get the tty attributes for file descriptor fd.\n\nReturns a list [iflag, oflag, cflag, lflag, ispeed, ospeed, cc]\nwhere cc is a list of the tty special characters (each a string of\nlength 1, except the items with indices VMIN and VTIME, which are\nintegers when these fields are defined).  The interpretation of the\nflags and the speeds as well as the indexing in the cc array must be\ndone using the symbolic constants defined in this module.",
      getAttributes,
    ],
    tcsetattr: [
      "($module, fd, when, attributes, /)",
      "Set the tty attributes for file descriptor fd.\n\nThe attributes to be set are taken from the attributes argument, which\nis a list like the one returned by tcgetattr(). The when argument\ndetermines when the attributes are changed: termios.TCSANOW to\nchange immediately, termios.TCSADRAIN to change after transmitting all\nqueued output, or termios.TCSAFLUSH to change after transmitting all\nqueued output and discarding all queued input.",
      setAttributes,
    ],
    tcgetwinsize: [
      "($module, fd, /)",
      "Get the tty winsize for file descriptor fd.\n\nReturns a tuple (ws_row, ws_col).",
      getSize,
    ],
    tcsetwinsize: [
      "($module, fd, winsize, /)",
      "Set the tty winsize for file descriptor fd.\n\nThe winsize to be set is taken from the winsize argument, which\nis a two-item tuple (ws_row, ws_col) like the one returned by tcgetwinsize().",
      setSize,
    ],
  },
});
