/**
 * syslog: messages to the system's log (CPython Modules/syslogmodule.c, and the C library's syslog(3) beneath it): datagrams
 * to /dev/log, which whoever keeps the log reads. Where nobody does, they are lost without an error.
 */
import { host } from "../host/current.ts";
import { ifPossible } from "../host/host.ts";
import { audit } from "../objects/kernel/audit.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import type { MethodRow } from "../objects/kernel/define.ts";
import { defineModule, makeFunction } from "../objects/kernel/module.ts";
import type { Value } from "../objects/kernel/object.ts";
import { PyList, PyModule, strFromJs, textOf } from "../objects/kernel/payload.ts";
import { typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { intArgument, parsedInt } from "../objects/types/arguments.ts";
import { encodeStr } from "../objects/types/str-codecs.ts";
import { textArgument } from "../objects/types/text.ts";
import { concatenate } from "../util/binary/concatenate.ts";

const LOG_SOCKET = "/dev/log";
const STANDARD_ERROR = 2;

const PRIORITIES = {
  LOG_EMERG: 0,
  LOG_ALERT: 1,
  LOG_CRIT: 2,
  LOG_ERR: 3,
  LOG_WARNING: 4,
  LOG_NOTICE: 5,
  LOG_INFO: 6,
  LOG_DEBUG: 7,
};

/** The part of a priority that is its level; the rest is its facility. */
const LEVEL = 7;

const OPTIONS = { LOG_PID: 1, LOG_CONS: 2, LOG_NDELAY: 8, LOG_ODELAY: 4, LOG_NOWAIT: 16, LOG_PERROR: 32 };

const FACILITIES = {
  LOG_KERN: 0,
  LOG_USER: 8,
  LOG_MAIL: 16,
  LOG_DAEMON: 24,
  LOG_AUTH: 32,
  LOG_LPR: 48,
  LOG_LOCAL0: 128,
  LOG_LOCAL1: 136,
  LOG_LOCAL2: 144,
  LOG_LOCAL3: 152,
  LOG_LOCAL4: 160,
  LOG_LOCAL5: 168,
  LOG_LOCAL6: 176,
  LOG_LOCAL7: 184,
  LOG_SYSLOG: 40,
  LOG_CRON: 72,
  LOG_UUCP: 64,
  LOG_NEWS: 56,
  LOG_AUTHPRIV: 80,
};

const EVERY_LEVEL = 0xff;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Who writes where the program has no name. */
const NAMELESS = "python3.12";

/** What openlog(3) keeps. */
interface Log {
  isOpen: boolean;
  /** Bytes of UTF-8; undefined for the name of the program. */
  ident: Uint8Array | undefined;
  options: number;
  facility: number;
  mask: number;
}

const encoder = new TextEncoder();

/** The last part of `sys.argv[0]`; undefined if there is none. */
function programName(): Value | undefined {
  const sys = hooks.modules().get("sys");
  const argv = sys instanceof PyModule ? sys.dict.get("argv") : undefined;
  const first = argv instanceof PyList ? argv.items[0] : undefined;
  if (typeof first !== "string" || first === "") return undefined;
  return strFromJs(first.slice(first.lastIndexOf("/") + 1));
}

function openLog(log: Log, ident: Value | undefined, options: number, facility: number): void {
  const name = ident ?? programName();
  const bytes = name === undefined ? undefined : encodeStr(name).bytes;
  audit("syslog.openlog", name ?? NONE, options, facility);
  // A C string ends at its first null.
  log.ident = bytes?.includes(0) ? bytes.subarray(0, bytes.indexOf(0)) : bytes;
  log.options = options;
  log.facility = facility;
  log.isOpen = true;
}

/** "Jan  2 03:04:05 ", in the local time. */
function timeStamp(): string {
  const { clock } = host();
  const seconds = Number(clock.timeNs() / 1_000_000_000n);
  const local = new Date((seconds + clock.zone(seconds).offset) * 1000);
  const day = String(local.getUTCDate()).padStart(2);
  return `${MONTHS[local.getUTCMonth()]} ${day} ${local.toISOString().slice(11, 19)} `;
}

function write(log: Log, priority: number, message: Uint8Array): void {
  if (((1 << (priority & LEVEL)) & log.mask) === 0) return;
  const { files, network, process } = host();
  const withFacility = (priority & ~LEVEL) === 0 ? priority | log.facility : priority;
  const pid = (log.options & OPTIONS.LOG_PID) !== 0 ? `[${process.pid}]` : "";
  const text = concatenate([log.ident ?? encoder.encode(NAMELESS), encoder.encode(`${pid}: `), message]);
  if ((log.options & OPTIONS.LOG_PERROR) !== 0) {
    const line = text.at(-1) === "\n".charCodeAt(0) ? text : concatenate([text, encoder.encode("\n")]);
    ifPossible(() => void files.write(STANDARD_ERROR, line));
  }
  const datagram = concatenate([encoder.encode(`<${withFacility}>${timeStamp()}`), text]);
  // A message that nobody takes is lost.
  ifPossible(() => {
    if (network !== null && files.access(LOG_SOCKET, 0)) network.sendLocal(LOG_SOCKET, datagram);
  });
}

/** `syslog([priority,] message)` */
function syslog(log: Log, args: readonly Value[]): void {
  if (args.length < 1 || args.length > 2) throw typeError("syslog.syslog requires 1 to 2 arguments");
  const priority = args.length === 2 ? parsedInt(args[0]) : PRIORITIES.LOG_INFO;
  const message = args[args.length - 1];
  textArgument(message, "syslog", `argument ${args.length}`);
  const { bytes } = encodeStr(message);
  if (bytes.includes(0)) throw valueError("embedded null character");
  audit("syslog.syslog", priority, message);
  if (!log.isOpen) openLog(log, undefined, 0, FACILITIES.LOG_USER);
  write(log, priority, bytes);
}

function functionsOf(log: Log): Record<string, MethodRow> {
  return {
    openlog: [
      "($module, /, ident=<unrepresentable>, logoption=0,\n        facility=8)",
      "Set logging options of subsequent syslog() calls.",
      (ident: Value | undefined, options: Value, facility: Value) => {
        if (ident !== undefined && textOf(ident) === undefined) textArgument(ident, "openlog", "argument 'ident'");
        openLog(log, ident, intArgument(options), intArgument(facility));
      },
    ],
    closelog: [
      "($module, /)",
      "Reset the syslog module values and call the system library closelog().",
      () => {
        audit("syslog.closelog");
        log.isOpen = false;
        log.ident = undefined;
      },
    ],
    syslog: [
      "~($module, *args)",
      "syslog([priority=LOG_INFO,] message)\nSend the string message to the system logger.",
      (args: Value[]) => syslog(log, args),
    ],
    setlogmask: [
      "($module, maskpri, /)",
      "Set the priority mask to maskpri and return the previous mask value.",
      (mask: Value) => {
        const wanted = intArgument(mask);
        audit("syslog.setlogmask", wanted);
        const before = log.mask;
        if (wanted !== 0) log.mask = wanted;
        return before;
      },
    ],
  };
}

export default defineModule("syslog", {
  functions: {
    LOG_MASK: [
      "($module, pri, /)",
      "Calculates the mask for the individual priority pri.",
      (priority: Value) => 1 << intArgument(priority),
    ],
    LOG_UPTO: [
      "($module, pri, /)",
      "Calculates the mask for all priorities up to and including pri.",
      (priority: Value) => ((1 << (intArgument(priority) + 1)) - 1) | 0,
    ],
  },
  constants: { ...PRIORITIES, ...OPTIONS, ...FACILITIES },
  setup: (module) => {
    const log: Log = {
      isOpen: false,
      ident: undefined,
      options: 0,
      facility: FACILITIES.LOG_USER,
      mask: EVERY_LEVEL,
    };
    for (const [name, row] of Object.entries(functionsOf(log))) {
      module.dict.set(name, makeFunction("syslog", name, row, module));
    }
  },
});
