/**
 * module (CPython Objects/moduleobject.c).
 */
import { genericLookup, getAttr, lookupAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { MODULE, NONE, typeName } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { PyDict } from "../kernel/dict.ts";
import { contains } from "../kernel/iterate.ts";
import { missingAttribute } from "../kernel/missing.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { jsString, PyList, PyModule, strFromJs, textOf } from "../kernel/payload.ts";
import { attributeError, typeError } from "../kernel/raise.ts";
import { hooks } from "../kernel/thread.ts";
import { isTrue } from "../kernel/truth.ts";

/** The attribute, then the module's own `__getattr__` (PEP 562), then AttributeError with hints. */
function getattribute(self: PyModule, name: string): Value | undefined {
  const value = genericLookup(self, name);
  if (value !== undefined) return value;
  const hook = self.dict.get("__getattr__");
  if (hook !== undefined) return call(hook, name);
  const moduleName = jsString(self.dict.get("__name__") ?? 0);
  const spec = self.dict.get("__spec__");
  if (moduleName === undefined || spec === undefined) return undefined;
  const isPartial = isTrue(lookupAttr(spec, "_initializing") ?? false);
  if (!isPartial && !isUninitializedSubmodule(spec, name)) return undefined;
  const problem = isPartial
    ? `partially initialized module '${moduleName}' has no attribute '${name}'`
    : `cannot access submodule '${name}' of module '${moduleName}'`;
  throw attributeError(`${problem} (most likely due to a circular import)`, name, self);
}

/** importlib lists in a package's spec the submodules that are being imported. */
function isUninitializedSubmodule(spec: Value, name: string): boolean {
  const names = lookupAttr(spec, "_uninitialized_submodules");
  return names !== undefined && contains(names, strFromJs(name));
}

function initialize(self: PyModule, name: Value, doc: Value): void {
  if (textOf(name) === undefined)
    throw typeError(`module.__init__() argument 'name' must be str, not ${typeName(name)}`);
  self.dict.set("__name__", name);
  self.dict.set("__doc__", doc);
  for (const key of ["__package__", "__loader__", "__spec__"]) self.dict.setDefault(key, NONE);
}

/** importlib knows how a module shows itself: by its spec, loader or file. */
function repr(self: PyModule): Value {
  return call(getAttr(hooks.importModule("_frozen_importlib"), "_module_repr"), self);
}

function dir(self: PyModule): Value {
  const dict = lookupAttr(self, "__dict__");
  if (!(dict instanceof PyDict)) throw typeError("<module>.__dict__ is not a dictionary");
  const hook = dict.get("__dir__");
  return hook === undefined ? new PyList(dict.keyArray()) : call(hook);
}

function annotations(self: PyModule): Value {
  return self.dict.setDefault("__annotations__", new PyDict());
}

completeType<PyModule>(MODULE, {
  doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
  traits: { basetype: true, instanceDict: true, weakrefs: true },
  allocate: (cls) => new PyModule(new PyDict(), cls),
  construct: ["(*args, **kwargs)", (cls: PyType) => new PyModule(new PyDict(), cls)],
  initialize: ["($self, /, name, doc=None)", initialize],
  slots: { __repr__: repr, __getattribute__: getattribute },
  methods: { __dir__: ["~($self, /)", "__dir__() -> list\nspecialized dir() implementation", dir] },
  members: { __dict__: [(self) => self.dict] },
  getset: {
    __annotations__: [
      annotations,
      (self, value) => {
        if (value !== undefined) self.dict.set("__annotations__", value);
        else if (self.dict.delete("__annotations__") === undefined) throw missingAttribute(self, "__annotations__");
      },
    ],
  },
});
