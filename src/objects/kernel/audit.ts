/**
 * Auditing (PEP 578; CPython Python/sysmodule.c: PySys_Audit). The hooks of `sys.addaudithook` are called with every event,
 * in the order they were added; an exception of a hook goes to whoever caused the event. A hook is traced only if its
 * `__cantrace__` is true.
 *
 * What has events to tell asks `auditing.hooks` first where it matters for speed; `audit` costs nothing without hooks but
 * the array of its arguments.
 */
import { lookupAttr } from "./attribute.ts";
import { call } from "./call.ts";
import type { MethodRow } from "./define.ts";
import type { Value } from "./object.ts";
import { tuple } from "./payload.ts";
import { addRoot } from "./roots.ts";
import { hooks } from "./thread.ts";
import { isTrue } from "./truth.ts";

export const auditing = { hooks: [] as Value[] };
addRoot(() => auditing.hooks);

/** Tell all hooks. The event's name, then what the event is about. */
export function audit(event: string, ...args: Value[]): void {
  if (auditing.hooks.length > 0) auditAll(event, args);
}

export function auditAll(event: Value, args: readonly Value[]): void {
  // A hook may add one, which hears this event too.
  for (const hook of auditing.hooks) {
    const mayTrace = hooks.untraced(() => isTrue(lookupAttr(hook, "__cantrace__") ?? false));
    const tell = (): Value => call(hook, event, tuple([...args]));
    if (mayTrace) tell();
    else hooks.untraced(tell);
  }
}

/** `value`, which is read as the attribute `name` of `self`: some attributes are not read unheard. */
export function heard(self: Value, name: string, value: Value): Value {
  audit("object.__getattr__", self, name);
  return value;
}

/** The event of a function and its arguments, from the function's own as its row binds them. */
export type AuditRow = readonly [event: string, args: (...bound: (Value | undefined)[]) => Value[]];

/** Rows of functions that tell their event before they do anything. */
export function audited(
  rows: Readonly<Record<string, MethodRow>>,
  events: Readonly<Record<string, AuditRow>>,
): Record<string, MethodRow> {
  const all: Record<string, MethodRow> = { ...rows };
  for (const [name, [event, select]] of Object.entries(events)) {
    const row = rows[name];
    if (row === undefined) continue;
    const [signature, doc, body] = row;
    const run = body as (...bound: unknown[]) => Value;
    all[name] = [
      signature,
      doc,
      (...bound: (Value | undefined)[]) => {
        if (auditing.hooks.length > 0) auditAll(event, select(...bound));
        return run(...bound);
      },
    ];
  }
  return all;
}
