/** The record of a program's imports, made by lib/_importstory.py while it runs. */
import { getAttr } from "../objects/kernel/attribute.ts";
import { call } from "../objects/kernel/call.ts";
import type { Value } from "../objects/kernel/object.ts";
import { jsString, strFromJs } from "../objects/kernel/payload.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { bug } from "../util/assert.ts";
import type { Interpreter } from "../vm/interpreter.ts";

const MODULE = "_importstory";

/** What somebody who looks on does when the program is about to run, and when it has. */
export interface Onlooker {
  started(interpreter: Interpreter): void;
  ended(interpreter: Interpreter): void;
}

/** `tell` gets the records as JSON. The program does not see the module: it is not in sys.modules while it runs. */
export function recordImports(tell: (json: string) => void): Onlooker {
  let recorder: Value | undefined;
  return {
    started: ({ modules }) => {
      recorder = hooks.importModule(MODULE);
      modules.delete(strFromJs(MODULE));
      call(getAttr(recorder, "start"));
    },
    ended: () => {
      if (recorder === undefined) return;
      tell(jsString(call(getAttr(recorder, "stop"))) ?? bug("the story is a str"));
    },
  };
}
