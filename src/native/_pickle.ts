/**
 * _pickle: PickleBuffer (CPython Objects/picklebufobject.c). Its other names stand for what the library's `pickle`
 * has in Python; there is no second implementation.
 *
 * Trap: `pickle` asks for them while it is imported itself, when its classes are made and its public names are not.
 */
import { getAttr } from "../objects/kernel/attribute.ts";
import { NONE, typeName } from "../objects/kernel/core-types.ts";
import { defineType } from "../objects/kernel/define.ts";
import { defineModule } from "../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { jsString, strFromJs } from "../objects/kernel/payload.ts";
import { attributeError, bufferError, typeError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import {
  exportView,
  hasBuffer,
  isCContiguous,
  isFContiguous,
  PyMemoryView,
  releaseView,
} from "../objects/types/buffer.ts";
import type { Layout } from "../objects/types/buffer-layout.ts";

class PyPickleBuffer extends PyObject {
  /** Undefined once released. */
  view: PyMemoryView | undefined;

  constructor(cls: PyType, buffer: Value) {
    super(cls);
    if (!hasBuffer(buffer)) throw typeError(`a bytes-like object is required, not '${typeName(buffer)}'`);
    const view = exportView(buffer);
    // What a memoryview answers with is itself, which its owner may release.
    this.view = view === buffer ? new PyMemoryView(view.managed, view.layout) : view;
  }
}

function viewOf(self: PyPickleBuffer): PyMemoryView {
  if (self.view === undefined) throw valueError("operation forbidden on released PickleBuffer object");
  return self.view;
}

/** The same memory as bytes in one dimension, whatever the shape was. */
function raw(self: PyPickleBuffer): Value {
  const view = viewOf(self);
  if (!isCContiguous(view) && !isFContiguous(view)) {
    throw bufferError("cannot extract raw buffer from non-contiguous buffer");
  }
  const { offset, readonly } = view.layout;
  const layout: Layout = { offset, format: "B", itemSize: 1, readonly, shape: [view.byteLength], strides: [1] };
  return new PyMemoryView(view.managed, layout);
}

const PICKLE_BUFFER = defineType<PyPickleBuffer>("pickle.PickleBuffer", {
  doc: "Wrapper for potentially out-of-band buffers",
  traits: { weakrefs: true },
  construct: ["(object, /)", (cls, buffer: Value) => new PyPickleBuffer(cls, buffer)],
  slots: {
    __buffer__: (self) => {
      const { managed, layout } = viewOf(self);
      return new PyMemoryView(managed, layout);
    },
  },
  methods: {
    raw: [
      "($self, /)",
      "Return a memoryview of the raw memory underlying this buffer.\nWill raise BufferError is the buffer isn't contiguous.",
      raw,
    ],
    release: [
      "($self, /)",
      "Release the underlying buffer exposed by the PickleBuffer object.",
      (self: PyPickleBuffer) => {
        const { view } = self;
        if (view !== undefined) releaseView(view);
        self.view = undefined;
      },
    ],
  },
});

/** Name here -> name in pickle. */
const IN_PYTHON: ReadonlyMap<string, string> = new Map([
  ["PickleError", "PickleError"],
  ["PicklingError", "PicklingError"],
  ["UnpicklingError", "UnpicklingError"],
  ["Pickler", "_Pickler"],
  ["Unpickler", "_Unpickler"],
  ["dump", "_dump"],
  ["dumps", "_dumps"],
  ["load", "_load"],
  ["loads", "_loads"],
]);

function lookUp(name: Value): Value {
  const inPython = IN_PYTHON.get(jsString(name) ?? "");
  if (inPython !== undefined) return getAttr(hooks.importModule("pickle"), inPython);
  // The import system asks too, before the module is in sys.modules.
  const module = hooks.modules().get("_pickle") ?? NONE;
  throw attributeError(strFromJs(`module '_pickle' has no attribute '${jsString(name)}'`), name, module);
}

export default defineModule("_pickle", {
  doc: "Optimized C implementation for the Python pickle module.",
  types: { PickleBuffer: PICKLE_BUFFER },
  functions: { __getattr__: ["($module, name, /)", undefined, lookUp] },
});
