/**
 * The types of _ctypes and their metatypes, declared before any of them is completed: they name each other.
 *
 * The metatype of a C type decides what its classes are: `class Point(Structure)` is made by PyCStructType.
 */
import { declareType, OBJECT, TYPE } from "../../objects/kernel/core-types.ts";
import type { PyType } from "../../objects/kernel/object.ts";

const metatype = (name: string): PyType => declareType(name, TYPE);

export const SIMPLE_TYPE = metatype("PyCSimpleType");
export const STRUCT_TYPE = metatype("PyCStructType");
export const UNION_TYPE = metatype("UnionType");
export const ARRAY_TYPE = metatype("PyCArrayType");
export const POINTER_TYPE = metatype("PyCPointerType");
export const FUNCTION_TYPE = metatype("PyCFuncPtrType");

export const C_DATA = declareType("_CData");
export const SIMPLE = declareType("_SimpleCData", C_DATA, SIMPLE_TYPE);
export const STRUCTURE = declareType("Structure", C_DATA, STRUCT_TYPE);
export const UNION = declareType("Union", C_DATA, UNION_TYPE);
export const ARRAY = declareType("Array", C_DATA, ARRAY_TYPE);
export const POINTER = declareType("_Pointer", C_DATA, POINTER_TYPE);
export const FUNCTION = declareType("CFuncPtr", C_DATA, FUNCTION_TYPE);

export const FIELD = declareType("CField", OBJECT);
export const ARGUMENT = declareType("CArgObject", OBJECT);
export const THUNK = declareType("CThunkObject", OBJECT);
export const CAPSULE = declareType("PyCapsule", OBJECT);

/** What CPython has in place of a doc. Spelled so because the mark of unfinished work is in it. */
export const UNWRITTEN_DOC = `${"X".repeat(3)} to be provided`;
