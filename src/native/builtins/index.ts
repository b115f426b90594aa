/**
 * builtins (CPython Python/bltinmodule.c): the functions, types and exceptions that need no import.
 *
 * `open` is `_io.open` itself; start-up puts it here, as CPython's does, once `io` is imported.
 */
import {
  BOOL,
  BYTEARRAY,
  BYTES,
  CLASSMETHOD,
  COMPLEX,
  DICT,
  ELLIPSIS,
  FLOAT,
  FROZENSET,
  INT,
  LIST,
  MEMORYVIEW,
  NONE,
  NOT_IMPLEMENTED,
  OBJECT,
  PROPERTY,
  RANGE,
  SET,
  SLICE,
  STATICMETHOD,
  STR,
  SUPER,
  TUPLE,
  TYPE,
} from "../../objects/kernel/core-types.ts";
import { EXCEPTIONS } from "../../objects/kernel/exception-types.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { ENUMERATE } from "../../objects/types/enumerate.ts";
import { FILTER } from "../../objects/types/filter.ts";
import { MAP } from "../../objects/types/map.ts";
import { REVERSED } from "../../objects/types/reversed.ts";
import { ZIP } from "../../objects/types/zip.ts";
import { CODE_FUNCTIONS } from "./code.ts";
import { installFrames } from "./frames.ts";
import { ITERATION_FUNCTIONS } from "./iteration.ts";
import { NUMBER_FUNCTIONS } from "./numbers.ts";
import { OBJECT_FUNCTIONS } from "./objects.ts";
import { STREAM_FUNCTIONS } from "./streams.ts";

export default defineModule("builtins", {
  doc: "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in'\nidentifiers of Python; for example, builtins.len is\nthe full name for the built-in function len().\n\nThis module is not normally accessed explicitly by most\napplications, but can be useful in modules that provide\nobjects with the same name as a built-in value, but in\nwhich the built-in of that name is also needed.",
  functions: {
    ...CODE_FUNCTIONS,
    ...NUMBER_FUNCTIONS,
    ...ITERATION_FUNCTIONS,
    ...OBJECT_FUNCTIONS,
    ...STREAM_FUNCTIONS,
  },
  types: {
    bool: BOOL,
    memoryview: MEMORYVIEW,
    bytearray: BYTEARRAY,
    bytes: BYTES,
    classmethod: CLASSMETHOD,
    complex: COMPLEX,
    dict: DICT,
    enumerate: ENUMERATE,
    filter: FILTER,
    float: FLOAT,
    frozenset: FROZENSET,
    property: PROPERTY,
    int: INT,
    list: LIST,
    map: MAP,
    object: OBJECT,
    range: RANGE,
    reversed: REVERSED,
    set: SET,
    slice: SLICE,
    staticmethod: STATICMETHOD,
    str: STR,
    super: SUPER,
    tuple: TUPLE,
    type: TYPE,
    zip: ZIP,
    ...EXCEPTIONS,
    EnvironmentError: EXCEPTIONS.OSError,
    IOError: EXCEPTIONS.OSError,
  },
  constants: {
    None: NONE,
    Ellipsis: ELLIPSIS,
    NotImplemented: NOT_IMPLEMENTED,
    False: false,
    True: true,
    __debug__: true,
  },
  setup: (module) => installFrames(module.dict),
});
