/**
 * _queue: SimpleQueue (CPython Modules/_queuemodule.c).
 */
import { mayWait } from "../objects/kernel/builtin.ts";
import { NONE } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import type { PyDict } from "../objects/kernel/dict.ts";
import { EXCEPTIONS } from "../objects/kernel/exception-types.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { newException, PyError, typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { WEAKREF_ROW } from "../objects/types/class-creation.ts";
import { CLASS_GETITEM } from "../objects/types/class-getitem.ts";
import { secondsArgument } from "./timeout.ts";

const EMPTY = defineType("_queue.Empty", {
  doc: "Exception raised by Queue.get(block=0)/get_nowait().",
  base: EXCEPTIONS.Exception,
  traits: { heap: true, basetype: true, instanceDict: true, weakrefs: true },
  getset: { __weakref__: WEAKREF_ROW },
});

class PySimpleQueue extends PyObject {
  private items: Value[] = [];
  private head = 0;

  constructor(cls: PyType = SIMPLE_QUEUE) {
    super(cls);
  }

  get size(): number {
    return this.items.length - this.head;
  }

  put(item: Value): void {
    this.items.push(item);
  }

  take(): Value {
    const item = this.items[this.head++];
    if (this.head > 1024 && this.head * 2 > this.items.length) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return item;
  }
}

const get = mayWait((self: PySimpleQueue, block: Value, timeout: Value): Value => {
  const wait = isTrue(block);
  let seconds = -1;
  if (wait && timeout !== NONE) {
    seconds = secondsArgument(timeout);
    if (seconds < 0) throw valueError("'timeout' must be a non-negative number");
  }
  const isReady = (): boolean => self.size > 0;
  if (isReady() || (wait && hooks.waitFor(isReady, seconds < 0 ? Number.POSITIVE_INFINITY : seconds, true)))
    return self.take();
  throw new PyError(newException(EMPTY));
});

/** A subclass with an `__init__` of its own may be given anything. */
function construct(cls: PyType, args: Value[], keywords: PyDict): Value {
  if (cls.slots.__init__ === SIMPLE_QUEUE.slots.__init__) {
    if (args.length > 0) throw typeError("SimpleQueue() takes no positional arguments");
    if (keywords.size > 0) throw typeError("SimpleQueue() takes no keyword arguments");
  }
  return new PySimpleQueue(cls);
}

const SIMPLE_QUEUE: PyType = defineType<PySimpleQueue>("_queue.SimpleQueue", {
  doc: "Simple, unbounded, reentrant FIFO queue.",
  traits: { basetype: true, weakrefs: true },
  allocate: (cls) => new PySimpleQueue(cls),
  construct: ["(*args, **kwargs)", construct],
  methods: {
    empty: [
      "($self, /)",
      "Return True if the queue is empty, False otherwise (not reliable!).",
      (self: PySimpleQueue) => self.size === 0,
    ],
    get: [
      "($self, /, block=True, timeout=None)",
      "Remove and return an item from the queue.\n\nIf optional args 'block' is true and 'timeout' is None (the default),\nblock if necessary until an item is available. If 'timeout' is\na non-negative number, it blocks at most 'timeout' seconds and raises\nthe Empty exception if no item was available within that time.\nOtherwise ('block' is false), return an item if one is immediately\navailable, else raise the Empty exception ('timeout' is ignored\nin that case).",
      get,
    ],
    get_nowait: [
      "($self, /)",
      "Remove and return an item from the queue without blocking.\n\nOnly get an item if one is immediately available. Otherwise\nraise the Empty exception.",
      (self: PySimpleQueue) => get(self, false, NONE),
    ],
    put: [
      "($self, /, item, block=True, timeout=None)",
      "Put the item on the queue.\n\nThe optional 'block' and 'timeout' arguments are ignored, as this method\nnever blocks.  They are provided for compatibility with the Queue class.",
      (self: PySimpleQueue, item: Value) => self.put(item),
    ],
    put_nowait: [
      "($self, /, item)",
      "Put an item into the queue without blocking.\n\nThis is exactly equivalent to `put(item)` and is only provided\nfor compatibility with the Queue class.",
      (self: PySimpleQueue, item: Value) => self.put(item),
    ],
    qsize: [
      "($self, /)",
      "Return the approximate size of the queue (not reliable!).",
      (self: PySimpleQueue) => self.size,
    ],
  },
  classmethods: { __class_getitem__: CLASS_GETITEM },
});

SIMPLE_QUEUE.textSignature = "()";

export default defineModule("_queue", {
  doc: "C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.",
  types: { SimpleQueue: SIMPLE_QUEUE, Empty: EMPTY },
});
