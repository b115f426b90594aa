/** Construction of the types that have one instance: NoneType, ellipsis, NotImplementedType. */
import type { Value } from "../kernel/object.ts";
import { typeError } from "../kernel/raise.ts";
import type { Slots } from "../kernel/slots.ts";

/** A `__new__` that takes no arguments and gives the only instance. */
export function singletonNew(name: string, instance: Value): NonNullable<Slots["__new__"]> {
  return (_cls, args) => {
    if (args.length > 0) throw typeError(`${name} takes no arguments`);
    return instance;
  };
}
