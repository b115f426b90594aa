/** errno: Linux error numbers (CPython Modules/errnomodule.c). */
import { ERRNO } from "../host/errno.ts";
import { PyDict } from "../objects/kernel/dict.ts";
import { defineModule } from "../objects/kernel/module.ts";

export default defineModule("errno", {
  doc: "This module makes available standard errno system symbols.\n\nThe value of each symbol is the corresponding integer value,\ne.g., on most systems, errno.ENOENT equals the integer 2.\n\nThe dictionary errno.errorcode maps numeric codes to symbol names,\ne.g., errno.errorcode[2] could be the string 'ENOENT'.\n\nSymbols that are not relevant to the underlying system are not defined.\n\nTo map error codes to error messages, use the function os.strerror(),\ne.g. os.strerror(2) could return 'No such file or directory'.",
  constants: ERRNO,
  setup: (module) => {
    const codes = new PyDict();
    for (const [name, number] of Object.entries(ERRNO)) codes.set(number, name);
    module.dict.set("errorcode", codes);
  },
});
