/**
 * How large the instances of each type are in 64-bit CPython: `__basicsize__`, `__itemsize__`, and what the collector and
 * the class statement put before an object (CPython Objects/typeobject.c, Modules/gcmodule.c: sys.getsizeof).
 *
 * The figures are what a native CPython 3.12 answers for its own types; classes that a program makes are computed.
 */
import type { PyType } from "../kernel/object.ts";
import { jsString } from "../kernel/payload.ts";

/** Basic size, item size, whether the collector knows the instances; then the types, a continued line is indented. */
const FIGURES = `
16 0 gc typing.Generic
24 0 - decimal.SignalDictMixin float select.epoll
24 0 gc _asyncio.FutureIter _io._BytesIOBuffer async_generator_wrapped_value cell coroutine_wrapper dict_items
 dict_keys dict_values generic_alias_iterator instancemethod mappingproxy odict_items odict_keys odict_values
 types.SimpleNamespace typing.ParamSpecArgs typing.ParamSpecKwargs typing.TypeVarTuple
24 4 - bool int
24 8 gc UnraisableHookArgs _lsprof.profiler_entry _lsprof.profiler_subentry _thread._ExceptHookArgs asyncgen_hooks
 posix.sched_param posix.times_result posix.uname_result posix.waitid_result sys.flags sys.float_info sys.hash_info
 sys.int_info sys.thread_info sys.version_info time.struct_time tuple
32 0 - _hashlib.HASH _hashlib.HASHXOF _hashlib.HMAC _sha3.sha3_224 _sha3.sha3_256 _sha3.sha3_384 _sha3.sha3_512
 _sha3.shake_128 _sha3.shake_256 _ssl.Certificate _thread._localdummy _tokenize.TokenizerIter complex datetime.date
 datetime.timezone decimal.ContextManager sys.legacy_event_handler
32 0 gc _asyncio.TaskStepMethWrapper _io._BufferedIOBase _io._IOBase _io._RawIOBase _io._TextIOBase _md5.md5
 _sha1.sha1 _ssl.MemoryBIO _ssl.SSLSession anext_awaitable bytearray_iterator bytes_iterator callable_iterator
 classmethod collections._tuplegetter filter functools.KeyWrapper iterator itertools._grouper itertools.batched
 itertools.chain itertools.compress itertools.filterfalse itertools.pairwise itertools.repeat itertools.starmap
 list_iterator list_reverseiterator map method-wrapper reversed staticmethod str_ascii_iterator str_iterator
 tuple_iterator types.UnionType
32 8 gc datetime.IsoCalendarDate
33 1 - bytes
40 0 - datetime.time datetime.timedelta longrange_iterator range_iterator
40 0 gc _io.IncrementalNewlineDecoder _sha2.SHA224Type _sha2.SHA256Type _sha2.SHA384Type _sha2.SHA512Type
 _thread.lock array.arrayiterator async_generator_asend async_generator_athrow hamt itertools.count
 itertools.dropwhile itertools.takewhile list operator.attrgetter operator.methodcaller slice super traceback
 typing.ParamSpec unicodedata.UCD
48 0 - datetime.datetime formatteriterator range select.poll
48 0 gc _abc._abc_data _contextvars.Context _contextvars.Token _csv.Dialect _io.BufferedRWPair _io.FileIO
 _thread.RLock dict getset_descriptor itertools._tee itertools.cycle itertools.product member_descriptor
 memory_iterator method operator.itemgetter set_iterator zip
56 0 - bytearray fieldnameiterator functools._lru_list_elem
56 0 gc _queue.SimpleQueue _socket.socket _struct.Struct builtin_function_or_method classmethod_descriptor
 collections._deque_iterator collections._deque_reverse_iterator collections.defaultdict dict_itemiterator
 dict_keyiterator dict_reverseitemiterator dict_reversekeyiterator dict_reversevalueiterator dict_valueiterator
 enumerate itertools.accumulate itertools.combinations itertools.combinations_with_replacement itertools.islice
 itertools.zip_longest method_descriptor module typing.TypeAliasType wrapper_descriptor
64 0 - line_iterator str
64 0 gc _contextvars.ContextVar _elementtree._element_iterator _io.BytesIO _thread._local array.array builtin_method
 itertools.permutations odict_iterator property types.GenericAlias typing.TypeVar weakref.CallableProxyType
 weakref.ProxyType weakref.ReferenceType
72 0 - posix.DirEntry
72 0 gc ArithmeticError AssertionError BaseException BufferError BytesWarning DeprecationWarning EOFError
 EncodingWarning Exception FloatingPointError FutureWarning GeneratorExit ImportWarning IndexError KeyError
 KeyboardInterrupt LookupError MemoryError NotImplementedError OverflowError PendingDeprecationWarning
 RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration SyntaxWarning
 SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError _csv.Error
 _csv.writer _hashlib.UnsupportedDigestmodError _json.Scanner _queue.Empty binascii.Error binascii.Incomplete
 itertools.groupby pyexpat.xmlparser zlib.error
80 0 - positions_iterator
80 0 gc NameError StopIteration SystemExit UnboundLocalError _json.Encoder _lsprof.Profiler _ssl._SSLSocket
 mmap.mmap
88 0 gc AttributeError BaseExceptionGroup _csv.reader
88 8 gc re.Match
88 0 managed ExceptionGroup
64 0 gc functools.partial
96 0 - decimal.Context
96 0 gc _ssl._SSLContext
96 4 gc re.Pattern
104 0 - decimal.Decimal posix.ScandirIterator
104 0 gc ImportError ModuleNotFoundError pickle.PickleBuffer
112 0 gc BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError
 ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError
 NotADirectoryError OSError PermissionError ProcessLookupError TimeoutError UnicodeDecodeError UnicodeEncodeError
 UnicodeTranslateError _struct.unpack_iterator collections.OrderedDict managedbuffer
120 8 gc frame
128 0 gc _asyncio.Future
136 0 gc IndentationError SyntaxError TabError
144 0 gc function
144 8 gc async_generator coroutine generator memoryview
152 0 gc functools._lru_cache_wrapper _io.BufferedRandom _io.BufferedReader _io.BufferedWriter
168 0 - zlib.Compress zlib.Decompress
168 0 gc _io.StringIO
176 0 gc _asyncio.Task
184 0 - zlib._ZlibDecompressor
192 2 - code
200 0 gc _io.TextIOWrapper frozenset set
216 0 gc collections.deque
240 0 - _blake2.blake2s
240 0 gc _sre.SRE_Scanner
448 0 - _blake2.blake2b
496 0 gc itertools._tee_dataobject
920 40 gc type
2520 0 - _random.Random
`;

interface Layout {
  readonly basic: number;
  readonly item: number;
  readonly collected: boolean;
  /** A class that CPython itself makes as a class statement would. */
  readonly managed?: boolean;
}

const PLAIN: Layout = { basic: 16, item: 0, collected: false };
/** What the collector keeps before an object, and the room for `__dict__` and `__weakref__` of a class statement's. */
const COLLECTOR_HEAD = 16;
const MANAGED_HEAD = 16;

/** Where instances keep their `__dict__` and their weak references, 0 for nowhere; then the types that say so first. */
const OFFSETS = `
0 16 async_generator coroutine generator
0 24 _thread._localdummy _thread.lock hamt
0 32 _contextvars.Context itertools._tee method
0 40 _thread.RLock _thread._local builtin_function_or_method types.GenericAlias
0 48 _queue.SimpleQueue _struct.Struct array.array
0 64 mmap.mmap re.Pattern
0 96 pickle.PickleBuffer
0 136 memoryview
0 144 code
0 192 frozenset set
0 208 collections.deque
16 0 BaseException ast.AST types.SimpleNamespace
16 24 _io._IOBase
16 40 module
24 0 classmethod staticmethod
32 40 _io.BufferedRWPair
40 32 _io.FileIO
40 48 _io.BytesIO functools.partial
88 96 function
96 104 collections.OrderedDict
104 112 _asyncio.Future
136 144 _io.BufferedRandom _io.BufferedReader _io.BufferedWriter functools._lru_cache_wrapper
144 152 _io.StringIO
184 176 _io.TextIOWrapper
264 368 type
`;
/** The `__dict__` that a class statement gives lies before the object, together with the values; so do weak references. */
const MANAGED_DICT = -1;
const MANAGED_WEAKREFS = -32;

interface Offsets {
  readonly dict: number;
  readonly weakrefs: number;
}

let knownOffsets: Map<string, Offsets> | undefined;

function readOffsets(): Map<string, Offsets> {
  const result = new Map<string, Offsets>();
  for (const line of OFFSETS.trim().split("\n")) {
    const [dict, weakrefs, ...names] = line.split(" ");
    for (const name of names) result.set(name, { dict: Number(dict), weakrefs: Number(weakrefs) });
  }
  return result;
}

/** `__dictoffset__` and `__weakrefoffset__`. */
export function offsetsOf(type: PyType): Offsets {
  knownOffsets ??= readOffsets();
  const known = type.traits.heap ? undefined : knownOffsets.get(dottedName(type));
  if (known !== undefined) return known;
  const base = type.base === null ? { dict: 0, weakrefs: 0 } : offsetsOf(type.base);
  return {
    dict: base.dict === 0 && type.traits.instanceDict ? MANAGED_DICT : base.dict,
    weakrefs: base.weakrefs === 0 && type.traits.weakrefs ? MANAGED_WEAKREFS : base.weakrefs,
  };
}

let layouts: Map<string, Layout> | undefined;

/** The name with its module, if that is not builtins. */
function dottedName(type: PyType): string {
  // That of some is a descriptor of their instances.
  const module = jsString(type.attributes.get("__module__") ?? 0) ?? "builtins";
  return module === "builtins" ? type.name : `${module}.${type.name}`;
}

function readFigures(): Map<string, Layout> {
  const result = new Map<string, Layout>();
  for (const line of FIGURES.trim().replaceAll("\n ", " ").split("\n")) {
    const [basic, item, collected, ...names] = line.split(" ");
    const managed = collected === "managed";
    const layout = { basic: Number(basic), item: Number(item), collected: managed || collected === "gc", managed };
    for (const name of names) result.set(name, layout);
  }
  return result;
}

function layoutOf(type: PyType): Layout {
  if (type.traits.heap) return layoutOfClass(type);
  layouts ??= readFigures();
  const known = layouts.get(dottedName(type)) ?? layouts.get(type.name);
  if (known !== undefined) return known;
  return type.base === null ? PLAIN : layoutOf(type.base);
}

/** A class adds a word for each of its slots; the collector knows its instances, which refer to it. */
function layoutOfClass(type: PyType): Layout {
  const base = type.base === null ? PLAIN : layoutOf(type.base);
  const slots = type.slotNames.filter((name) => name !== "__dict__" && name !== "__weakref__").length;
  return { basic: base.basic + 8 * slots, item: base.item, collected: true };
}

function addsManaged(type: PyType): boolean {
  const base = type.base?.traits;
  if (!type.traits.heap || base === undefined) return false;
  const addsDict = type.traits.instanceDict && !base.instanceDict;
  return addsDict || (type.traits.weakrefs && !base.weakrefs && itemSize(type.base as PyType) === 0);
}

export const basicSize = (type: PyType): number => layoutOf(type).basic;

/** Does CPython's collector know the instances? */
export const isKnownToCollector = (type: PyType): boolean => layoutOf(type).collected;

export const itemSize = (type: PyType): number => layoutOf(type).item;

/** Is the `__dict__` of instances one that the class statement gave them? */
function hasManagedDict(type: PyType): boolean {
  for (let each: PyType | null = type; each !== null; each = each.base) {
    if (each.traits.heap && each.traits.instanceDict && each.base?.traits.instanceDict === false) return true;
  }
  return false;
}

/** What lies before an instance in memory and is no part of its `__sizeof__`. */
export function headSize(type: PyType): number {
  let isManaged = layoutOf(type).managed === true;
  for (let each: PyType | null = type; each !== null; each = each.base) isManaged ||= addsManaged(each);
  return (layoutOf(type).collected ? COLLECTOR_HEAD : 0) + (isManaged ? MANAGED_HEAD : 0);
}

/** `type.__sizeof__`: classes keep the keys that their instances' dicts share. */
export function sizeOfType(type: PyType): number {
  if (!type.traits.heap) return 416;
  return 920 + (hasManagedDict(type) ? 768 : 0);
}

/** `object.__sizeof__`: `items` is how many the object has of what `__itemsize__` measures. */
export function sizeOfObject(type: PyType, items: number): number {
  const { basic, item } = layoutOf(type);
  return basic + item * items;
}
