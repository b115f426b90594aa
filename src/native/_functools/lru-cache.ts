/**
 * The wrapper that functools.lru_cache makes (CPython Modules/_functoolsmodule.c).
 *
 * Trap: the wrapped function may itself call the wrapper; after a miss the cache is looked at again.
 */
import { getAttr, instanceDict, setInstanceDict } from "../../objects/kernel/attribute.ts";
import { call, callWith } from "../../objects/kernel/call.ts";
import { declareType, INT, NONE, OBJECT, STR, typeOf } from "../../objects/kernel/core-types.ts";
import { completeType } from "../../objects/kernel/define.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { toSsize } from "../../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { PyMethod, strFromJs, tuple } from "../../objects/kernel/payload.ts";
import { typeError } from "../../objects/kernel/raise.ts";
import { Signature } from "../../objects/kernel/signature.ts";
import type { KeywordNames } from "../../objects/kernel/slots.ts";
import { isTrue } from "../../objects/kernel/truth.ts";
import { callValue, driverSlots } from "../../vm/calls.ts";
import { after } from "../../vm/deliver.ts";

export const LRU_CACHE_WRAPPER = declareType("_lru_cache_wrapper");

/** A cached result, in a ring from the oldest to the newest. */
class Link extends PyObject {
  previous: Link = this;
  next: Link = this;
  constructor(
    readonly key: Value,
    readonly keyHash: number | undefined,
    readonly result: Value,
  ) {
    super(OBJECT);
  }

  extract(): void {
    this.previous.next = this.next;
    this.next.previous = this.previous;
  }

  appendTo(root: Link): void {
    this.previous = root.previous;
    this.next = root;
    root.previous.next = this;
    root.previous = this;
  }
}

/** Stands in a key between the positional arguments and the keywords. */
const KEYWORD_MARK: Value = new PyObject(OBJECT);

export class PyLruCache extends PyObject {
  hits = 0;
  misses = 0;
  readonly cache = new PyDict();
  readonly root = new Link(NONE, undefined, NONE);

  constructor(
    readonly func: Value,
    /** undefined: no limit. */
    readonly maxsize: number | undefined,
    readonly typed: boolean,
    readonly cacheInfoType: Value,
    cls: PyType,
  ) {
    super(cls);
  }
}

const PARAMETERS = new Signature("(user_function, maxsize, typed, cache_info_type)");

completeType<PyLruCache>(LRU_CACHE_WRAPPER, {
  module: "functools",
  doc: "Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize\n",
  traits: { basetype: false, instanceDict: true, weakrefs: true, methodDescriptor: true },
  allocate: (cls) => new PyLruCache(NONE, 0, false, NONE, cls),
  slots: {
    __new__: construct,
    __call__: invoke,
    __get__: (self, instance) => (instance === undefined || instance === NONE ? self : new PyMethod(self, instance)),
  },
  methods: {
    cache_info: [
      "($self, /)",
      "Report cache statistics",
      (self: PyLruCache) => call(self.cacheInfoType, self.hits, self.misses, self.maxsize ?? NONE, self.cache.size),
    ],
    cache_clear: ["($self, /)", "Clear the cache and cache statistics", clear],
    __reduce__: ["~($self, /)", undefined, (self: PyLruCache) => getAttr(self, "__qualname__")],
    __copy__: ["~($self, /)", undefined, (self: PyLruCache) => self],
    __deepcopy__: ["~($self, memo, /)", undefined, (self: PyLruCache) => self],
  },
  getset: {
    __dict__: [
      (self) => instanceDict(self) ?? new PyDict(),
      (self, value) => {
        if (value === undefined) throw typeError("cannot delete __dict__");
        setInstanceDict(self, value);
      },
    ],
  },
});

function construct(cls: PyType, args: Value[], kwnames: KeywordNames): Value {
  const [func, size, typed, info] = PARAMETERS.bind("lru_cache", "lru_cache", args, kwnames) as Value[];
  if (typeOf(func).slots.__call__ === undefined) throw typeError("the first argument must be callable");
  let maxsize: number | undefined;
  if (size !== NONE) {
    if (typeOf(size).slots.__index__ === undefined) throw typeError("maxsize should be integer or None");
    maxsize = Math.max(0, toSsize(size, "OverflowError"));
  }
  return new PyLruCache(func, maxsize, isTrue(typed), info, cls);
}

/** The key of a call: a lone int or str for itself, else a tuple of all that tells calls apart. */
function makeKey(args: Value[], kwnames: readonly string[], typed: boolean): Value {
  const positional = args.length - kwnames.length;
  if (!typed && kwnames.length === 0) {
    if (args.length === 1 && (typeOf(args[0]) === INT || typeOf(args[0]) === STR)) return args[0];
    return tuple(args.slice());
  }
  const parts = args.slice(0, positional);
  if (kwnames.length > 0) {
    parts.push(KEYWORD_MARK);
    for (let i = 0; i < kwnames.length; i++) parts.push(strFromJs(kwnames[i]), args[positional + i]);
  }
  if (typed) parts.push(...args.map(typeOf));
  return tuple(parts);
}

function invoke(self: PyLruCache, args: Value[], kwnames: KeywordNames): Value {
  const missed = look(self, args, kwnames);
  return missed instanceof Missed ? missed.keep(self, callWith(self.func, args, kwnames)) : missed;
}

driverSlots.set(invoke, (thread, frame, self, args, kwnames) => {
  const cache = self as PyLruCache;
  const missed = look(cache, args, kwnames);
  if (!(missed instanceof Missed)) return missed;
  const result = callValue(thread, frame, cache.func, args, kwnames);
  return after(thread, frame, result, { apply: (_thread, _caller, value) => missed.keep(cache, value) });
});

/** A call whose result is not known; without a key it is not to be kept either. */
class Missed {
  constructor(
    private readonly key: Value | undefined,
    private readonly hash: number | undefined,
  ) {}

  keep(self: PyLruCache, result: Value): Value {
    const { key, hash } = this;
    if (key !== undefined && self.cache.findWith(key, hash) < 0) remember(self, new Link(key, hash, result));
    return result;
  }
}

function look(self: PyLruCache, args: Value[], kwnames: KeywordNames): Value | Missed {
  if (self.maxsize === 0) {
    self.misses++;
    return new Missed(undefined, undefined);
  }
  const { cache, root } = self;
  const key = makeKey(args, kwnames ?? [], self.typed);
  const hash = cache.keyHash(key);
  const index = cache.findWith(key, hash);
  if (index < 0) {
    self.misses++;
    return new Missed(key, hash);
  }
  const found = cache.values[index] as Link;
  self.hits++;
  found.extract();
  found.appendTo(root);
  return found.result;
}

function remember(self: PyLruCache, link: Link): void {
  const { cache, root, maxsize } = self;
  if (maxsize !== undefined && cache.size >= maxsize && root.next !== root) {
    const oldest = root.next;
    oldest.extract();
    const index = cache.findWith(oldest.key, oldest.keyHash);
    if (index >= 0) cache.removeEntry(index);
  }
  cache.setWith(link.key, link, link.keyHash);
  link.appendTo(root);
}

function clear(self: PyLruCache): void {
  self.hits = 0;
  self.misses = 0;
  self.cache.clear();
  self.root.next = self.root;
  self.root.previous = self.root;
}
