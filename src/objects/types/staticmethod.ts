/**
 * staticmethod and classmethod (CPython Objects/funcobject.c). Both take over the name, doc and
 * annotations of what they wrap, and keep it as `__wrapped__`.
 */
import { instanceDict, lookupAttr, setAttr } from "../kernel/attribute.ts";
import { callWith } from "../kernel/call.ts";
import { CLASSMETHOD, NONE, STATICMETHOD, typeOf } from "../kernel/core-types.ts";
import { completeType, type GetSetRow } from "../kernel/define.ts";
import type { PyType, Value } from "../kernel/object.ts";
import { PyMethod } from "../kernel/payload.ts";
import { reprText } from "../kernel/protocol.ts";
import { PyClassMethod, PyStaticMethod } from "../kernel/static-method.ts";
import { isTrue } from "../kernel/truth.ts";

type Wrapper = PyStaticMethod | PyClassMethod;

function wrap(self: Wrapper, callable: Value): void {
  self.callable = callable;
  for (const name of ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"]) {
    const value = lookupAttr(callable, name);
    if (value !== undefined) instanceDict(self)?.set(name, value);
  }
}

const members: Record<string, GetSetRow<Wrapper>> = {
  __func__: [(self) => self.callable],
  __wrapped__: [(self) => self.callable],
};

const getset: Record<string, GetSetRow<Wrapper>> = {
  __isabstractmethod__: [
    (self) => {
      const mark = lookupAttr(self.callable, "__isabstractmethod__");
      return mark !== undefined && isTrue(mark);
    },
  ],
  __dict__: [
    (self) => instanceDict(self) as Value,
    (self, value) => {
      if (value !== undefined) setAttr(self, "__dict__", value);
    },
  ],
};

completeType<PyStaticMethod>(STATICMETHOD, {
  doc: "staticmethod(function) -> method\n\nConvert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.",
  traits: { basetype: true, instanceDict: true },
  allocate: (cls) => new PyStaticMethod(NONE, cls),
  construct: ["(*args, **kwargs)", (cls) => new PyStaticMethod(NONE, cls)],
  initialize: ["~($self, function, /)", wrap],
  slots: {
    __repr__: (self) => `<staticmethod(${reprText(self.callable)})>`,
    __call__: (self, args, kwnames) => callWith(self.callable, args, kwnames),
    __get__: (self) => self.callable,
  },
  members: members as Record<string, GetSetRow<PyStaticMethod>>,
  getset: getset as Record<string, GetSetRow<PyStaticMethod>>,
});

completeType<PyClassMethod>(CLASSMETHOD, {
  doc: "classmethod(function) -> method\n\nConvert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.",
  traits: { basetype: true, instanceDict: true },
  allocate: (cls) => new PyClassMethod(NONE, cls),
  construct: ["(*args, **kwargs)", (cls) => new PyClassMethod(NONE, cls)],
  initialize: ["~($self, function, /)", wrap],
  slots: {
    __repr__: (self) => `<classmethod(${reprText(self.callable)})>`,
    __get__: (self, instance, owner) => {
      const cls: PyType = owner ?? typeOf(instance as Value);
      // Chaining with other descriptors is deprecated since 3.11 but still done in 3.12.
      const get = typeOf(self.callable).slots.__get__;
      return get === undefined ? new PyMethod(self.callable, cls) : get(self.callable, cls, cls);
    },
  },
  members: members as Record<string, GetSetRow<PyClassMethod>>,
  getset: getset as Record<string, GetSetRow<PyClassMethod>>,
});
