/** sys.monitoring (PEP 669; CPython Python/instrumentation.c): the switches; what happens then is in vm/monitoring/. */
import { audit } from "../../objects/kernel/audit.ts";
import { CODE, NONE } from "../../objects/kernel/core-types.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { defineModule, instantiate } from "../../objects/kernel/module.ts";
import { PyObject, type Value } from "../../objects/kernel/object.ts";
import { type PyModule, textOf } from "../../objects/kernel/payload.ts";
import { typeError, valueError } from "../../objects/kernel/raise.ts";
import { intArgument } from "../../objects/types/arguments.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { simpleNamespace } from "../../objects/types/simple_namespace.ts";
import { EVENT, EVENT_NAMES, INSTRUMENTED_EVENTS, TOOL_COUNT, UNGROUPED_EVENTS } from "../../vm/monitoring/events.ts";
import { DISABLE, eventsOf, localEvents, MISSING, type Monitoring } from "../../vm/monitoring/monitors.ts";
import { allThreads } from "../../vm/scheduler/scheduler.ts";
import { current } from "../../vm/thread.ts";
import { updateTracing } from "../../vm/tracing.ts";

const monitoring = (): Monitoring => current.thread.interpreter.monitoring;

function toolOf(value: Value): number {
  const tool = intArgument(value);
  if (tool < 0 || tool >= TOOL_COUNT) throw valueError(`invalid tool ${tool} (must be between 0 and 5)`);
  return tool;
}

function usedTool(tool: number): number {
  if (monitoring().names[tool] === null) throw valueError(`tool ${tool} is not in use`);
  return tool;
}

const RETURNS = (1 << EVENT.C_RETURN) | (1 << EVENT.C_RAISE);
const CALLS = RETURNS | (1 << EVENT.CALL);

const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;

/** C_RETURN and C_RAISE go with CALL. */
function withoutReturns(value: number): number {
  if ((value & RETURNS) !== 0 && (value & CALLS) !== CALLS) {
    throw valueError("cannot set C_RETURN or C_RAISE events independently");
  }
  return value & ~RETURNS;
}

function codeOf(value: Value): PyCode {
  if (!(value instanceof PyObject) || value.cls !== CODE) throw typeError("code must be a code object");
  return value as PyCode;
}

function applyToThreads(): void {
  for (const thread of allThreads(current.thread.interpreter)) updateTracing(thread);
}

function useToolId(toolId: Value, name: Value): void {
  const tool = toolOf(toolId);
  if (textOf(name) === undefined) throw valueError("tool name must be a str");
  const { names } = monitoring();
  if (names[tool] !== null) throw valueError(`tool ${tool} is already in use`);
  names[tool] = name;
}

function registerCallback(toolId: Value, event: Value, func: Value): Value {
  const tool = toolOf(toolId);
  const bits = intArgument(event);
  if (bits === 0 || (bits & (bits - 1)) !== 0) {
    throw valueError("The callback can only be set for one event at a time");
  }
  audit("sys.monitoring.register_callback", func);
  const number = 31 - Math.clz32(bits);
  if (number >= EVENT_NAMES.length) throw valueError(`invalid event ${bits}`);
  const callbacks = monitoring().callbacks[tool];
  const old = callbacks[number];
  callbacks[number] = func === NONE ? null : func;
  return old === null || typeof old === "function" ? NONE : old;
}

function setEvents(toolId: Value, events: Value): void {
  const tool = toolOf(toolId);
  const set = intArgument(events);
  if (set < 0 || set >= 1 << EVENT_NAMES.length) throw valueError(`invalid event set ${hex(set)}`);
  monitoring().setGlobal(usedTool(tool), withoutReturns(set));
  applyToThreads();
}

function setLocalEvents(toolId: Value, code: Value, events: Value): void {
  const own = codeOf(code);
  const tool = toolOf(toolId);
  const set = withoutReturns(intArgument(events));
  if (set < 0 || set >= 1 << INSTRUMENTED_EVENTS) throw valueError(`invalid local event set ${hex(set)}`);
  monitoring().setLocal(own, usedTool(tool), set);
  applyToThreads();
}

function allEvents(): Value {
  const dict = new PyDict();
  const { global } = monitoring();
  for (let event = 0; event < UNGROUPED_EVENTS; event++) {
    if (global[event] !== 0) dict.set(EVENT_NAMES[event], global[event]);
  }
  return dict;
}

function setup(module: PyModule): void {
  const events: Record<string, Value> = {};
  for (const name of EVENT_NAMES) events[name] = 1 << EVENT[name];
  events.NO_EVENTS = 0;
  module.dict.set("events", simpleNamespace(events));
}

const table = defineModule("sys.monitoring", {
  functions: {
    use_tool_id: ["($module, tool_id, name, /)", undefined, useToolId],
    free_tool_id: [
      "($module, tool_id, /)",
      undefined,
      (toolId: Value) => {
        monitoring().names[toolOf(toolId)] = null;
      },
    ],
    get_tool: ["($module, tool_id, /)", undefined, (toolId: Value) => monitoring().names[toolOf(toolId)] ?? NONE],
    register_callback: ["($module, tool_id, event, func, /)", undefined, registerCallback],
    get_events: ["($module, tool_id, /)", undefined, (toolId: Value) => eventsOf(monitoring().global, toolOf(toolId))],
    set_events: ["($module, tool_id, event_set, /)", undefined, setEvents],
    get_local_events: [
      "($module, tool_id, code, /)",
      undefined,
      (toolId: Value, code: Value) => {
        const own = codeOf(code);
        return localEvents(own, toolOf(toolId));
      },
    ],
    set_local_events: ["($module, tool_id, code, event_set, /)", undefined, setLocalEvents],
    restart_events: ["($module, /)", undefined, () => monitoring().restart()],
    _all_events: ["($module, /)", undefined, allEvents],
  },
  constants: { DISABLE, MISSING, DEBUGGER_ID: 0, COVERAGE_ID: 1, PROFILER_ID: 2, OPTIMIZER_ID: 5 },
  setup,
});

/** The module object, an attribute of `sys` alone. */
export function monitoringModule(): PyModule {
  return instantiate(table);
}
