/** File descriptors as arguments that may also be files (CPython Objects/fileobject.c: PyObject_AsFileDescriptor). */
import { host } from "../../host/current.ts";
import { ifPossible } from "../../host/host.ts";
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { intOf } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";

/** The descriptor of an int or of an object with fileno(). */
export function descriptorOf(value: Value): number {
  let fd = intOf(value);
  if (fd === undefined) {
    const method = lookupAttr(value, "fileno");
    if (method === undefined) throw typeError("argument must be an int, or have a fileno() method.");
    fd = intOf(call(method));
    if (fd === undefined) throw typeError("fileno() returned a non-integer");
  }
  const number = intArgument(fd);
  if (number < 0) throw valueError(`file descriptor cannot be a negative integer (${number})`);
  return number;
}

export function isTerminal(fd: number): boolean {
  return ifPossible(() => host().files.isatty(fd)) ?? false;
}
