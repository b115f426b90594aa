/**
 * property (CPython Objects/descrobject.c).
 */
import { genericLookup, lookupAttr, setAttr } from "../kernel/attribute.ts";
import { call } from "../kernel/call.ts";
import { NONE, PROPERTY, typeOf } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";
import { reprText } from "../kernel/protocol.ts";
import { attributeError, PyError, typeError } from "../kernel/raise.ts";
import { isTrue } from "../kernel/truth.ts";

export class PyProperty extends PyObject {
  fget: Value = NONE;
  fset: Value = NONE;
  fdel: Value = NONE;
  doc: Value = NONE;
  /** Learned by `__set_name__`; undefined before. */
  name: Value | undefined = undefined;
  docFromGetter = false;

  constructor(cls: PyType = PROPERTY) {
    super(cls);
  }
}

function initialize(self: PyProperty, fget: Value, fset: Value, fdel: Value, doc: Value): void {
  self.fget = fget;
  self.fset = fset;
  self.fdel = fdel;
  self.doc = NONE;
  self.docFromGetter = false;
  self.name = undefined;
  let text = doc;
  if (doc === NONE && fget !== NONE) {
    const inherited = lookupAttr(fget, "__doc__");
    if (inherited !== undefined && inherited !== NONE) {
      text = inherited;
      self.docFromGetter = true;
    }
  }
  if (self.cls === PROPERTY) self.doc = text;
  else setDocOfSubclass(self, text);
}

/**
 * In a subclass the class's own __doc__ would hide the slot, so the text becomes an attribute. Where there is no room for
 * it, a text that was given is dropped, one of the getter is an error.
 */
function setDocOfSubclass(self: PyProperty, text: Value): void {
  try {
    setAttr(self, "__doc__", text);
  } catch (error) {
    if (self.docFromGetter || !(error instanceof PyError && error.is(EXCEPTIONS.AttributeError))) throw error;
  }
}

/** A copy with one of its functions replaced: what `@x.setter` makes, in the subclass's own type. */
function copyWith(self: PyProperty, change: Partial<Record<"fget" | "fset" | "fdel", Value>>): Value {
  const fget = change.fget ?? self.fget;
  // A subclass keeps its text as an attribute, which is not asked.
  const doc = self.docFromGetter && fget !== NONE ? NONE : self.doc;
  const copy = call(self.cls, fget, change.fset ?? self.fset, change.fdel ?? self.fdel, doc);
  if (copy instanceof PyProperty) copy.name = self.name;
  return copy;
}

function noAccessor(self: PyProperty, instance: Value, what: "getter" | "setter" | "deleter"): unknown {
  const owner = typeOf(instance).qualname;
  const name = self.name === undefined ? "" : `${reprText(self.name)} `;
  return attributeError(`property ${name}of '${owner}' object has no ${what}`, self.name ?? NONE, instance);
}

function get(self: PyProperty, instance: Value | undefined): Value {
  if (instance === undefined) return self;
  if (self.fget === NONE) throw noAccessor(self, instance, "getter");
  return call(self.fget, instance);
}

function isAbstract(self: PyProperty): boolean {
  return [self.fget, self.fset, self.fdel].some((each) => {
    const mark = each === NONE ? undefined : lookupAttr(each, "__isabstractmethod__");
    return mark !== undefined && isTrue(mark);
  });
}

completeType<PyProperty>(PROPERTY, {
  doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
  traits: { basetype: true },
  allocate: (cls) => new PyProperty(cls),
  construct: ["(*args, **kwargs)", (cls) => new PyProperty(cls)],
  initialize: ["($self, /, fget=None, fset=None, fdel=None, doc=None)", initialize],
  slots: {
    __getattribute__: genericLookup,
    __get__: get,
    __set__: (self, instance, value) => {
      if (self.fset === NONE) throw noAccessor(self, instance, "setter");
      call(self.fset, instance, value);
    },
    __delete__: (self, instance) => {
      if (self.fdel === NONE) throw noAccessor(self, instance, "deleter");
      call(self.fdel, instance);
    },
  },
  methods: {
    getter: [
      "~($self, fget, /)",
      "Descriptor to obtain a copy of the property with a different getter.",
      (self: PyProperty, fget: Value) => copyWith(self, { fget }),
    ],
    setter: [
      "~($self, fset, /)",
      "Descriptor to obtain a copy of the property with a different setter.",
      (self: PyProperty, fset: Value) => copyWith(self, { fset }),
    ],
    deleter: [
      "~($self, fdel, /)",
      "Descriptor to obtain a copy of the property with a different deleter.",
      (self: PyProperty, fdel: Value) => copyWith(self, { fdel }),
    ],
    __set_name__: [
      "~($self, *args)",
      "Method to set name of a property.",
      (self: PyProperty, args: Value[]) => {
        if (args.length !== 2) {
          throw typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
        }
        self.name = args[1];
      },
    ],
  },
  members: {
    fget: [(self) => self.fget],
    fset: [(self) => self.fset],
    fdel: [(self) => self.fdel],
    __doc__: [
      (self) => self.doc,
      (self, value) => {
        self.doc = value ?? NONE;
      },
    ],
  },
  getset: { __isabstractmethod__: [isAbstract] },
});
