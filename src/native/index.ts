/**
 * All native modules by name. Nobody else imports a native module for its table: `import x` finds it here.
 */
import type { NativeModule } from "../objects/kernel/module.ts";
import _abc from "./_abc.ts";
import _ast from "./_ast/index.ts";
import _bisect from "./_bisect.ts";
import _blake2 from "./_blake2.ts";
import _bz2 from "./_bz2/index.ts";
import _codecs from "./_codecs/index.ts";
import _codecs_cn from "./_codecs_cn.ts";
import _codecs_hk from "./_codecs_hk.ts";
import _codecs_iso2022 from "./_codecs_iso2022.ts";
import _codecs_jp from "./_codecs_jp.ts";
import _codecs_kr from "./_codecs_kr.ts";
import _codecs_tw from "./_codecs_tw.ts";
import _collections from "./_collections/index.ts";
import _contextvars from "./_contextvars/index.ts";
import _crypt from "./_crypt/index.ts";
import _csv from "./_csv/index.ts";
import _ctypes from "./_ctypes/index.ts";
import _datetime from "./_datetime/index.ts";
import _decimal from "./_decimal/index.ts";
import _functools from "./_functools/index.ts";
import _hashlib from "./_hashlib.ts";
import _heapq from "./_heapq.ts";
import _imp from "./_imp.ts";
import _io from "./_io/index.ts";
import _json from "./_json/index.ts";
import _locale from "./_locale.ts";
import _lsprof from "./_lsprof.ts";
import _lzma from "./_lzma/index.ts";
import _md5 from "./_md5.ts";
import _multibytecodec from "./_multibytecodec/index.ts";
import _multiprocessing from "./_multiprocessing.ts";
import _opcode from "./_opcode.ts";
import _operator from "./_operator/index.ts";
import _pickle from "./_pickle/index.ts";
import _posixshmem from "./_posixshmem.ts";
import _posixsubprocess from "./_posixsubprocess.ts";
import _queue from "./_queue.ts";
import _random from "./_random.ts";
import _sha1 from "./_sha1.ts";
import _sha2 from "./_sha2.ts";
import _sha3 from "./_sha3.ts";
import _signal from "./_signal/index.ts";
import _socket from "./_socket/index.ts";
import _sqlite3 from "./_sqlite3/index.ts";
import _sre from "./_sre/index.ts";
import _ssl from "./_ssl/index.ts";
import _stat from "./_stat.ts";
import _statistics from "./_statistics.ts";
import _string from "./_string.ts";
import _struct from "./_struct/index.ts";
import _symtable from "./_symtable.ts";
import _testbuffer from "./_testbuffer/index.ts";
import _testcapi from "./_testcapi/index.ts";
import _testinternalcapi from "./_testinternalcapi.ts";
import _thread from "./_thread/index.ts";
import _tokenize from "./_tokenize.ts";
import _tracemalloc from "./_tracemalloc.ts";
import _typing from "./_typing/index.ts";
import _warnings from "./_warnings.ts";
import _weakref from "./_weakref.ts";
import array from "./array/index.ts";
import atexit from "./atexit.ts";
import binascii from "./binascii.ts";
import cmath from "./cmath/index.ts";
import errno from "./errno.ts";
import faulthandler from "./faulthandler/index.ts";
import fcntl from "./fcntl.ts";
import gc from "./gc.ts";
import grp from "./grp.ts";
import itertools from "./itertools/index.ts";
import marshal from "./marshal/index.ts";
import math from "./math/index.ts";
import mmap from "./mmap.ts";
import posix from "./posix/index.ts";
import pwd from "./pwd.ts";
import pyexpat from "./pyexpat/index.ts";
import readline from "./readline/index.ts";
import resource from "./resource.ts";
import select from "./select/index.ts";
import syslog from "./syslog.ts";
import termios from "./termios/index.ts";
import time from "./time/index.ts";
import unicodedata from "./unicodedata.ts";
import zlib from "./zlib/index.ts";

const MODULES: readonly NativeModule[] = [
  _abc,
  _ast,
  _bisect,
  _blake2,
  _bz2,
  _codecs,
  _codecs_cn,
  _codecs_hk,
  _codecs_iso2022,
  _codecs_jp,
  _codecs_kr,
  _codecs_tw,
  _collections,
  _contextvars,
  _crypt,
  _csv,
  _ctypes,
  _datetime,
  _decimal,
  _functools,
  _hashlib,
  _heapq,
  _imp,
  _io,
  _json,
  _locale,
  _lsprof,
  _lzma,
  _md5,
  _multiprocessing,
  _multibytecodec,
  _opcode,
  _operator,
  _pickle,
  _posixshmem,
  _posixsubprocess,
  _queue,
  _random,
  _sha1,
  _sha2,
  _sha3,
  _signal,
  _socket,
  _sqlite3,
  _sre,
  _ssl,
  _stat,
  _statistics,
  _string,
  _struct,
  _symtable,
  _testbuffer,
  _testcapi,
  _testinternalcapi,
  _thread,
  _tokenize,
  _tracemalloc,
  _typing,
  _warnings,
  _weakref,
  array,
  atexit,
  binascii,
  cmath,
  errno,
  faulthandler,
  fcntl,
  gc,
  grp,
  itertools,
  marshal,
  math,
  mmap,
  posix,
  pwd,
  pyexpat,
  readline,
  select,
  resource,
  syslog,
  termios,
  time,
  unicodedata,
  zlib,
];

export const NATIVE_MODULES: ReadonlyMap<string, NativeModule> = new Map(
  MODULES.map((module) => [module.name, module]),
);
