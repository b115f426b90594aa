/**
 * The AttributeError of an attribute that is not there, with the message its kind of object gives
 * (CPython Objects/object.c, typeobject.c, moduleobject.c).
 */
import { typeName } from "./core-types.ts";
import { PyType, type Value } from "./object.ts";
import { jsString, PyModule } from "./payload.ts";
import { attributeError, type PyError } from "./raise.ts";

export function missingAttribute(self: Value, name: string): PyError {
  return attributeError(message(self, name), name, self);
}

function message(self: Value, name: string): string {
  if (self instanceof PyType) return `type object '${self.name}' has no attribute '${name}'`;
  if (self instanceof PyModule) {
    const moduleName = jsString(self.dict.get("__name__") ?? 0);
    return moduleName === undefined
      ? `module has no attribute '${name}'`
      : `module '${moduleName}' has no attribute '${name}'`;
  }
  return `'${typeName(self)}' object has no attribute '${name}'`;
}
