/** The payload of mappingproxy, apart from its table because the views of dict make such values. */
import { MAPPING_PROXY } from "../kernel/core-types.ts";
import { PyDict } from "../kernel/dict.ts";
import { PyObject, type PyType, type Value } from "../kernel/object.ts";

export class PyMappingProxy extends PyObject {
  constructor(
    private readonly wrapped: Value,
    cls: PyType = MAPPING_PROXY,
    /** The class whose namespace this shows, instead of a mapping. */
    readonly owner?: PyType,
  ) {
    super(cls);
  }

  /** What the proxy stands for. A class keeps its namespace in no dict, so that is made at the question. */
  get mapping(): Value {
    if (this.owner === undefined) return this.wrapped;
    const namespace = new PyDict();
    for (const [name, value] of this.owner.attributes) namespace.set(name, value);
    for (const [key, value] of this.owner.foreign?.entries() ?? []) namespace.set(key, value);
    return namespace;
  }
}
