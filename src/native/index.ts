/**
 * All native modules by name. Nobody else imports a native module for its table: `import x` finds it here.
 */
import type { NativeModule } from "../objects/kernel/module.ts";
import _ast from "./_ast/index.ts";
import _bisect from "./_bisect.ts";
import _codecs from "./_codecs/index.ts";
import _functools from "./_functools/index.ts";
import _heapq from "./_heapq.ts";
import _imp from "./_imp.ts";
import _io from "./_io/index.ts";
import _operator from "./_operator/index.ts";
import _sre from "./_sre/index.ts";
import _string from "./_string.ts";
import _thread from "./_thread.ts";
import _warnings from "./_warnings.ts";
import _weakref from "./_weakref.ts";
import atexit from "./atexit.ts";
import errno from "./errno.ts";
import itertools from "./itertools/index.ts";
import marshal from "./marshal.ts";
import math from "./math/index.ts";
import posix from "./posix/index.ts";
import time from "./time/index.ts";
import unicodedata from "./unicodedata.ts";

const MODULES: readonly NativeModule[] = [
  _ast,
  _bisect,
  _codecs,
  _functools,
  _heapq,
  _imp,
  _io,
  _operator,
  _sre,
  _string,
  _thread,
  _warnings,
  _weakref,
  atexit,
  errno,
  itertools,
  marshal,
  math,
  posix,
  time,
  unicodedata,
];

export const NATIVE_MODULES: ReadonlyMap<string, NativeModule> = new Map(
  MODULES.map((module) => [module.name, module]),
);
