/** The type of NotImplemented (CPython Objects/object.c). Its truth is deprecated. */
import { NOT_IMPLEMENTED, NOT_IMPLEMENTED_TYPE } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { EXCEPTIONS } from "../kernel/exception-types.ts";
import { hooks } from "../kernel/thread.ts";
import { singletonNew } from "./singleton.ts";

completeType(NOT_IMPLEMENTED_TYPE, {
  slots: {
    __new__: singletonNew("NotImplementedType", NOT_IMPLEMENTED),
    __repr__: () => "NotImplemented",
    __bool__: () => {
      hooks.warn(EXCEPTIONS.DeprecationWarning, "NotImplemented should not be used in a boolean context", 1);
      return true;
    },
  },
  methods: { __reduce__: ["~($self, /)", undefined, () => "NotImplemented"] },
});
