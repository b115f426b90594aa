/**
 * The type objects of Python's builtins, declared here and completed by objects/types/<name>.ts.
 *
 * Declaring them apart from their tables lets any file name any type without an import cycle
 * (`typeOf` needs int, int needs the kernel). Until objects/bootstrap.ts has run they are empty.
 */
import { bug } from "../../util/assert.ts";
import { PyObject, PyType, type TypeTraits, type Value } from "./object.ts";
import { Slots } from "./slots.ts";

export const DEFAULT_TRAITS: TypeTraits = {
  heap: false,
  mutable: false,
  basetype: false,
  instanceDict: false,
  weakrefs: false,
  noConstructor: false,
  sequence: false,
  mapping: false,
  subscriptOnly: false,
  matchSelf: false,
  abstract: false,
  methodDescriptor: false,
};

export const TYPE = new PyType("type", new Slots(), { ...DEFAULT_TRAITS, basetype: true });
export const OBJECT = new PyType("object", new Slots(), { ...DEFAULT_TRAITS, basetype: true }, TYPE);
OBJECT.mro = [OBJECT];
TYPE.bases = [OBJECT];
TYPE.base = OBJECT;
TYPE.mro = [TYPE, OBJECT];
OBJECT.subclasses.add(new WeakRef(TYPE));

/** Make an empty type; `defineType` or `completeType` (define.ts) gives it its contents. */
export function declareType(name: string, base: PyType = OBJECT, metaclass: PyType = TYPE): PyType {
  const type = new PyType(name, new Slots(), { ...DEFAULT_TRAITS }, metaclass);
  type.bases = [base];
  type.base = base;
  type.mro = [type, ...base.mro];
  type.solid = base.solid;
  base.subclasses.add(new WeakRef(type));
  return type;
}

export const INT = declareType("int");
export const BOOL = declareType("bool", INT);
export const FLOAT = declareType("float");
export const COMPLEX = declareType("complex");
export const STR = declareType("str");
export const BYTES = declareType("bytes");
export const BYTEARRAY = declareType("bytearray");
export const MEMORYVIEW = declareType("memoryview");
export const TUPLE = declareType("tuple");
export const LIST = declareType("list");
export const DICT = declareType("dict");
export const SET = declareType("set");
export const FROZENSET = declareType("frozenset");
export const RANGE = declareType("range");
export const SLICE = declareType("slice");
export const NONE_TYPE = declareType("NoneType");
export const NOT_IMPLEMENTED_TYPE = declareType("NotImplementedType");
export const ELLIPSIS_TYPE = declareType("ellipsis");
export const FUNCTION = declareType("function");
export const METHOD = declareType("method");
export const BUILTIN_FUNCTION = declareType("builtin_function_or_method");
export const METHOD_DESCRIPTOR = declareType("method_descriptor");
export const CLASSMETHOD_DESCRIPTOR = declareType("classmethod_descriptor");
export const WRAPPER_DESCRIPTOR = declareType("wrapper_descriptor");
export const METHOD_WRAPPER = declareType("method-wrapper");
export const GETSET_DESCRIPTOR = declareType("getset_descriptor");
export const MEMBER_DESCRIPTOR = declareType("member_descriptor");
export const PROPERTY = declareType("property");
export const CLASSMETHOD = declareType("classmethod");
export const STATICMETHOD = declareType("staticmethod");
export const SUPER = declareType("super");
export const MODULE = declareType("module");
export const CODE = declareType("code");
export const FRAME = declareType("frame");
export const TRACEBACK = declareType("traceback");
export const CELL = declareType("cell");
export const GENERATOR = declareType("generator");
export const COROUTINE = declareType("coroutine");
export const ASYNC_GENERATOR = declareType("async_generator");
export const MAPPING_PROXY = declareType("mappingproxy");
export const SIMPLE_NAMESPACE = declareType("SimpleNamespace");
export const GENERIC_ALIAS = declareType("GenericAlias");
export const UNION_TYPE = declareType("UnionType");
export const BASE_EXCEPTION = declareType("BaseException");

class Singleton extends PyObject {}

export const NONE = new Singleton(NONE_TYPE);
export const NOT_IMPLEMENTED = new Singleton(NOT_IMPLEMENTED_TYPE);
export const ELLIPSIS = new Singleton(ELLIPSIS_TYPE);

/** `type(value)`. */
export function typeOf(value: Value): PyType {
  switch (typeof value) {
    case "object":
      return value.cls;
    case "number":
    case "bigint":
      return INT;
    case "string":
      return STR;
    case "boolean":
      return BOOL;
    default:
      return bug(`not a Python value: ${typeof value}`);
  }
}

/** The name of a value's type as error messages show it. */
export function typeName(value: Value): string {
  return shownName(typeOf(value));
}

/** The name of a type as error messages show it: builtin types with their module, "collections.deque" (tp_name). */
export function shownName(type: PyType): string {
  const module = type.traits.heap ? undefined : type.attributes.get("__module__");
  return typeof module === "string" && module !== "builtins" ? `${module}.${type.name}` : type.name;
}

/** Is `type` the same as, or derived from, `other`? By MRO: no `__subclasscheck__` is asked. */
export function isSubtype(type: PyType, other: PyType): boolean {
  return type === other || type.mro.includes(other);
}

/** Is `value` an instance of `type` or of a subclass? By `cls` only: no `__instancecheck__`, no `__class__`. */
export function isInstance(value: Value, type: PyType): boolean {
  return isSubtype(typeOf(value), type);
}
