/** staticmethod and classmethod objects as payloads; their behaviour is in objects/types/. */
import { CLASSMETHOD, STATICMETHOD } from "./core-types.ts";
import { PyObject, type PyType, type Value } from "./object.ts";

export class PyStaticMethod extends PyObject {
  constructor(
    public callable: Value,
    cls: PyType = STATICMETHOD,
  ) {
    super(cls);
  }
}

export class PyClassMethod extends PyObject {
  constructor(
    public callable: Value,
    cls: PyType = CLASSMETHOD,
  ) {
    super(cls);
  }
}
