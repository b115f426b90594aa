/** Adapters of Python values to SQLite's, by PEP 246 (CPython Modules/_sqlite/microprotocols.c, prepare_protocol.c). */
import { lookupAttr } from "../../objects/kernel/attribute.ts";
import { call } from "../../objects/kernel/call.ts";
import { BYTEARRAY, FLOAT, INT, NONE, STR, typeOf } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { tuple } from "../../objects/kernel/payload.ts";
import { suppress } from "../../objects/kernel/raise.ts";
import { programmingError } from "./errors.ts";
import { type SqliteState, sqliteState } from "./state.ts";

class PyPrepareProtocol extends PyObject {
  constructor(cls: PyType = PREPARE_PROTOCOL) {
    super(cls);
  }
}

export const PREPARE_PROTOCOL: PyType = defineType("sqlite3.PrepareProtocol", {
  doc: "PEP 246 style object adaption protocol type.",
  allocate: (cls) => new PyPrepareProtocol(cls),
  initialize: ["($self, /, *args, **kwargs)", () => undefined],
});

const BASE_TYPES: readonly PyType[] = [INT, FLOAT, STR, BYTEARRAY];

export function registerAdapter(type: Value, adapter: Value): void {
  const state = sqliteState();
  if (BASE_TYPES.includes(type as PyType)) state.adaptsBaseTypes = true;
  state.adapters.set(tuple([type, PREPARE_PROTOCOL]), adapter);
}

/** A TypeError means that it cannot be done in this way. */
function callOrNone(callable: Value, argument: Value): Value {
  return suppress(EXCEPTIONS.TypeError, () => call(callable, argument)) ?? NONE;
}

/** `value` for the protocol: by an adapter, by the protocol itself, by the value itself, or `otherwise`. */
export function adapt(value: Value, protocol: Value, otherwise: Value | undefined): Value {
  const adapter = sqliteState().adapters.get(tuple([typeOf(value), protocol]));
  if (adapter !== undefined) return call(adapter, value);
  const byProtocol = lookupAttr(protocol, "__adapt__");
  const adapted = byProtocol === undefined ? NONE : callOrNone(byProtocol, value);
  if (adapted !== NONE) return adapted;
  const byValue = lookupAttr(value, "__conform__");
  const conformed = byValue === undefined ? NONE : callOrNone(byValue, protocol);
  if (conformed !== NONE) return conformed;
  if (otherwise !== undefined) return otherwise;
  throw programmingError("can't adapt");
}

/** An argument of a statement: a value of the base types is taken as it is while they have no adapters. */
export function adaptArgument(state: SqliteState, value: Value): Value {
  if (!state.adaptsBaseTypes && BASE_TYPES.includes(typeOf(value))) return value;
  return adapt(value, PREPARE_PROTOCOL, value);
}
