/** The type of `...` (CPython Objects/sliceobject.c). */
import { ELLIPSIS, ELLIPSIS_TYPE } from "../kernel/core-types.ts";
import { completeType } from "../kernel/define.ts";
import { singletonNew } from "./singleton.ts";

completeType(ELLIPSIS_TYPE, {
  slots: {
    __new__: singletonNew("EllipsisType", ELLIPSIS),
    __repr__: () => "Ellipsis",
  },
  methods: { __reduce__: ["~($self, /)", undefined, () => "Ellipsis"] },
});
