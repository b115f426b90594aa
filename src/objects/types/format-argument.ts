/** The one argument of every `__format__`. */
import type { Text } from "../../bytecode/constants.ts";
import type { Value } from "../kernel/object.ts";
import { textArgument } from "./text.ts";

export function specArgument(spec: Value): Text {
  return typeof spec === "string" ? spec : textArgument(spec, "__format__", "argument");
}
