/**
 * _sqlite3: SQLite databases (CPython Modules/_sqlite) over SQLite's own WebAssembly build.
 *
 * The library is loaded when the module is imported: `sqlite3.wasm`, which the build puts among the library's extensions.
 */
import { callWith } from "../../objects/kernel/call.ts";
import type { PyDict } from "../../objects/kernel/dict.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import type { Value } from "../../objects/kernel/object.ts";
import { jsString, strFromJs } from "../../objects/kernel/payload.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { textArgument } from "../../objects/types/text.ts";
import { adapt, PREPARE_PROTOCOL, registerAdapter } from "./adapters.ts";
import { BLOB } from "./blob.ts";
import { AUTHORIZER_CODES, CONFIGURATIONS, ERROR_CODES, LIMITS } from "./codes.ts";
import { LEGACY_TRANSACTION_CONTROL, PARSE_COLNAMES, PARSE_DECLTYPES } from "./connection.ts";
import { CONNECTION } from "./connection-type.ts";
import { CURSOR } from "./cursor.ts";
import { ERRORS } from "./errors.ts";
import { ROW } from "./row.ts";
import { sqliteState } from "./state.ts";
import { utf8 } from "./values.ts";

/** Of `factory` among the arguments of `connect`. */
const FACTORY_PLACE = 5;

/** The library was built without threads: connections cannot be shared by them. */
const THREAD_SAFETY = 0;

/** Whatever `factory` makes of the arguments. */
function connect(args: Value[], keywords: PyDict): Value {
  const factory = (args.length > FACTORY_PLACE ? args[FACTORY_PLACE] : keywords.get("factory")) ?? CONNECTION;
  const names = keywords.keyArray().map((name) => jsString(name) as string);
  return callWith(factory, [...args, ...keywords.valueArray()], names);
}

export default defineModule("_sqlite3", {
  types: {
    Blob: BLOB,
    Connection: CONNECTION,
    Cursor: CURSOR,
    PrepareProtocol: PREPARE_PROTOCOL,
    Row: ROW,
    ...ERRORS,
  },
  constants: {
    ...AUTHORIZER_CODES,
    ...CONFIGURATIONS,
    ...ERROR_CODES,
    ...LIMITS,
    LEGACY_TRANSACTION_CONTROL,
    PARSE_COLNAMES,
    PARSE_DECLTYPES,
    threadsafety: THREAD_SAFETY,
    _deprecated_version: "2.6.0",
  },
  functions: {
    adapt: [
      "($module, obj, proto=PrepareProtocolType, alt=<unrepresentable>, /)",
      "Adapt given object to given protocol.",
      (value: Value, protocol: Value | undefined, otherwise: Value | undefined) =>
        adapt(value, protocol ?? PREPARE_PROTOCOL, otherwise),
    ],
    connect: [
      "~($module, *args, **kwargs)",
      'Opens a connection to the SQLite database file database.\n\nYou can use ":memory:" to open a database connection to a database that resides\nin RAM instead of on disk.',
      connect,
    ],
    complete_statement: [
      "($module, /, statement)",
      "Checks if a string contains a complete SQL statement.",
      (statement: Value) => {
        textArgument(statement, "complete_statement", "argument 'statement'");
        const { library } = sqliteState();
        return library.withStrings([utf8(statement)], (sql) => library.calls.sqlite3_complete(sql) !== 0);
      },
    ],
    enable_callback_tracebacks: [
      "($module, enable, /)",
      "Enable or disable callback functions throwing errors to stderr.",
      (enable: Value) => {
        sqliteState().reportsCallbackErrors = isTrue(enable);
      },
    ],
    register_adapter: [
      "($module, type, adapter, /)",
      "Register a function to adapt Python objects to SQLite values.",
      registerAdapter,
    ],
    register_converter: [
      "($module, typename, converter, /)",
      "Register a function to convert SQLite values to Python objects.",
      (name: Value, converter: Value) => {
        textArgument(name, "register_converter", "argument 1");
        sqliteState().converters.set(strFromJs((jsString(name) as string).toUpperCase()), converter);
      },
    ],
  },
  setup: (module) => {
    const state = sqliteState();
    const { library } = state;
    module.dict.set("adapters", state.adapters);
    module.dict.set("converters", state.converters);
    module.dict.set("sqlite_version", library.cText(library.calls.sqlite3_libversion()) ?? "");
  },
});
