/**
 * _pickle: PickleBuffer (CPython Objects/picklebufobject.c), and dumps and loads of plain data (Modules/_pickle.c). All
 * else, objects, errors and the classes, is what the library's `pickle` has in Python; there is no second implementation.
 *
 * Trap: `pickle` asks for those names while it is imported itself, when its classes are made and its public names are not.
 */
import { getAttr } from "../../objects/kernel/attribute.ts";
import { callWith } from "../../objects/kernel/call.ts";
import { NONE, typeName } from "../../objects/kernel/core-types.ts";
import { defineType } from "../../objects/kernel/define.ts";
import { defineModule } from "../../objects/kernel/module.ts";
import { PyObject, type PyType, type Value } from "../../objects/kernel/object.ts";
import { jsString, PyBytes, strFromJs } from "../../objects/kernel/payload.ts";
import { attributeError, bufferError, typeError, valueError } from "../../objects/kernel/raise.ts";
import { hooks } from "../../objects/kernel/thread.ts";
import {
  exportView,
  getBuffer,
  hasBuffer,
  isCContiguous,
  isFContiguous,
  PyMemoryView,
  releaseView,
} from "../../objects/types/buffer.ts";
import type { Layout } from "../../objects/types/buffer-layout.ts";
import { dumpData } from "./dump-data.ts";
import { loadData } from "./load-data.ts";
import { DEFAULT_PROTOCOL, HIGHEST_PROTOCOL } from "./opcodes.ts";

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
  ["load", "_load"],
]);

function lookUp(name: Value): Value {
  const inPython = IN_PYTHON.get(jsString(name) ?? "");
  if (inPython !== undefined) return getAttr(hooks.importModule("pickle"), inPython);
  // The import system asks too, before the module is in sys.modules.
  const module = hooks.modules().get("_pickle") ?? NONE;
  throw attributeError(strFromJs(`module '_pickle' has no attribute '${jsString(name)}'`), name, module);
}

const DUMPS_DOC =
  "Return the pickled representation of the object as a bytes object.\n\nThe optional *protocol* argument tells the pickler to use the given\nprotocol; supported protocols are 0, 1, 2, 3, 4 and 5.  The default\nprotocol is 4. It was introduced in Python 3.4, and is incompatible\nwith previous versions.\n\nSpecifying a negative protocol version selects the highest protocol\nversion supported.  The higher the protocol used, the more recent the\nversion of Python needed to read the pickle produced.\n\nIf *fix_imports* is True and *protocol* is less than 3, pickle will\ntry to map the new Python 3 names to the old module names used in\nPython 2, so that the pickle data stream is readable with Python 2.\n\nIf *buffer_callback* is None (the default), buffer views are serialized\ninto *file* as part of the pickle stream.  It is an error if\n*buffer_callback* is not None and *protocol* is None or smaller than 5.";
const LOADS_DOC =
  "Read and return an object from the given pickle data.\n\nThe protocol version of the pickle is detected automatically, so no\nprotocol argument is needed.  Bytes past the pickled object's\nrepresentation are ignored.\n\nOptional keyword arguments are *fix_imports*, *encoding* and *errors*,\nwhich are used to control compatibility support for pickle stream\ngenerated by Python 2.  If *fix_imports* is True, pickle will try to\nmap the old Python 2 names to the new names used in Python 3.  The\n*encoding* and *errors* tell pickle how to decode 8-bit string\ninstances pickled by Python 2; these default to 'ASCII' and 'strict',\nrespectively.  The *encoding* can be 'bytes' to read these 8-bit\nstring instances as bytes objects.";

/** The protocol that is meant by an argument; undefined if it is for the library to say. */
function protocolOf(given: Value): number | undefined {
  if (given === NONE) return DEFAULT_PROTOCOL;
  if (typeof given !== "number" || given > HIGHEST_PROTOCOL) return undefined;
  return given < 0 ? HIGHEST_PROTOCOL : given;
}

function dumps(value: Value, given: Value, fixImports: Value, callback: Value): Value {
  const protocol = callback === NONE ? protocolOf(given) : undefined;
  const bytes = protocol === undefined || protocol < 2 ? undefined : dumpData(value, protocol);
  if (bytes !== undefined) return new PyBytes(bytes);
  const names = ["fix_imports", "buffer_callback"];
  return callWith(getAttr(hooks.importModule("pickle"), "_dumps"), [value, given, fixImports, callback], names);
}

function loads(data: Value, fixImports: Value, encoding: Value, errors: Value, buffers: Value): Value {
  const bytes = getBuffer(data);
  const value = encoding === "ASCII" && errors === "strict" ? loadData(bytes) : undefined;
  if (value !== undefined) return value;
  const names = ["fix_imports", "encoding", "errors", "buffers"];
  return callWith(
    getAttr(hooks.importModule("pickle"), "_loads"),
    [data, fixImports, encoding, errors, buffers],
    names,
  );
}

export default defineModule("_pickle", {
  doc: "Optimized C implementation for the Python pickle module.",
  types: { PickleBuffer: PICKLE_BUFFER },
  functions: {
    __getattr__: ["($module, name, /)", undefined, lookUp],
    dumps: ["($module, /, obj, protocol=None, *, fix_imports=True,\n      buffer_callback=None)", DUMPS_DOC, dumps],
    loads: [
      "($module, data, /, *, fix_imports=True, encoding='ASCII',\n      errors='strict', buffers=())",
      LOADS_DOC,
      loads,
    ],
  },
});
