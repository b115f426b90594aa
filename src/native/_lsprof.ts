/**
 * _lsprof: the profiler under cProfile (CPython Modules/_lsprof.c).
 *
 * Every call opens a context on a stack, and its time is added to the entry of its function when it ends.
 * Trap: the profiler takes the place of sys.setprofile's function, of which a thread has one.
 */
import { host } from "../host/current.ts";
import { PyBuiltinFunction, PyMethodDescriptor } from "../objects/kernel/builtin.ts";
import { call } from "../objects/kernel/call.ts";
import { declareType, NONE, typeOf } from "../objects/kernel/core-types.ts";
import { completeType } from "../objects/kernel/define.ts";
import { lookupInType } from "../objects/kernel/lookup.ts";
import { defineModule, makeFunction } from "../objects/kernel/module.ts";
import { toDouble, toIndex } from "../objects/kernel/number.ts";
import { PyObject, type PyType, type Value } from "../objects/kernel/object.ts";
import { PyFloat, PyList } from "../objects/kernel/payload.ts";
import { repr } from "../objects/kernel/protocol.ts";
import { PyError, valueError } from "../objects/kernel/raise.ts";
import { hooks } from "../objects/kernel/thread.ts";
import { isTrue } from "../objects/kernel/truth.ts";
import { defineStructSequence, type StructField } from "../objects/types/structseq.ts";
import type { Frame } from "../vm/frame.ts";
import { current, type Thread } from "../vm/thread.ts";
import { setProfile } from "../vm/tracing.ts";

const PROFILER = declareType("Profiler");

/** What was measured of a function, in all or as called by one other. */
interface Totals {
  readonly code: Value;
  calls: number;
  recursiveCalls: number;
  total: number;
  inline: number;
  /** Calls that have not ended. */
  depth: number;
}

interface Entry extends Totals {
  readonly callees: Map<object, Totals>;
}

/** A call that has not ended. */
interface Context {
  readonly entry: Entry;
  readonly start: number;
  /** The time of the calls made by it. */
  inside: number;
  readonly asCallee: Totals | undefined;
}

class PyProfiler extends PyObject {
  timer: Value = NONE;
  unit = 0;
  subcalls = true;
  builtins = true;
  readonly entries = new Map<object, Entry>();
  readonly stack: Context[] = [];
  /** The thread that is measured. */
  thread: Thread | undefined;
  readonly callback = makeFunction("_lsprof", "_callback", [
    "~($module, frame, event, argument, /)",
    undefined,
    (frame: Value, event: Value, argument: Value) => this.observe(frame as unknown as Frame, event, argument),
  ]);

  constructor(cls: PyType) {
    super(cls);
  }

  private observe(frame: Frame, event: Value, argument: Value): void {
    if (event === "call") this.enter(frame.code, frame.code);
    else if (event === "return") this.leave(frame.code);
    else if (this.builtins && (argument instanceof PyBuiltinFunction || argument instanceof PyMethodDescriptor)) {
      if (event === "c_call") this.enter(argument.definition, argument);
      else this.leave(argument.definition);
    }
  }

  private enter(key: object, callable: Value): void {
    let entry = this.entries.get(key);
    if (entry === undefined) {
      entry = { ...emptyTotals(labelOf(callable)), callees: new Map() };
      this.entries.set(key, entry);
    }
    entry.depth++;
    const caller = this.stack.at(-1);
    let asCallee: Totals | undefined;
    if (this.subcalls && caller !== undefined) {
      const { callees } = caller.entry;
      asCallee = callees.get(key) ?? emptyTotals(entry.code);
      callees.set(key, asCallee);
      asCallee.depth++;
    }
    this.stack.push({ entry, start: this.now(), inside: 0, asCallee });
  }

  private leave(key: object): void {
    const entry = this.entries.get(key);
    if (entry !== undefined && this.stack.length > 0) this.close(this.stack.pop() as Context, entry);
  }

  private close({ start, inside, asCallee }: Context, entry: Entry): void {
    const total = this.now() - start;
    const caller = this.stack.at(-1);
    if (caller !== undefined) caller.inside += total;
    count(entry, total, total - inside);
    if (asCallee !== undefined) count(asCallee, total, total - inside);
  }

  /** End the calls that are still open. */
  flush(): void {
    for (let context = this.stack.pop(); context !== undefined; context = this.stack.pop()) {
      this.close(context, context.entry);
    }
  }

  /** In units of the timer; seconds if it has none. */
  private now(): number {
    if (this.timer === NONE) return Number(host().clock.monotonicNs()) / 1e9;
    try {
      const time = call(this.timer);
      return this.unit > 0 ? Number(toIndex(time)) : toDouble(time);
    } catch (error) {
      if (!(error instanceof PyError)) throw error;
      hooks.unraisable(error.exception, undefined, this.timer);
      return 0;
    }
  }
}

function emptyTotals(code: Value): Totals {
  return { code, calls: 0, recursiveCalls: 0, total: 0, inline: 0, depth: 0 };
}

/** A call has ended. Only the outermost of a recursion adds to the total time, which holds that of the others. */
function count(totals: Totals, total: number, inline: number): void {
  totals.depth--;
  if (totals.depth === 0) totals.total += total;
  else totals.recursiveCalls++;
  totals.inline += inline;
  totals.calls++;
}

/** What an entry is shown by: the code object, or text for a builtin, whose `self` must not be kept alive. */
function labelOf(callable: Value): Value {
  if (callable instanceof PyMethodDescriptor) return repr(callable);
  if (!(callable instanceof PyBuiltinFunction)) return callable;
  const { name } = callable.definition;
  const { module, self } = callable;
  if (self !== undefined && module === undefined) {
    const method = lookupInType(typeOf(self), name);
    if (method !== undefined) return repr(method);
  }
  return module === undefined ? `<built-in method ${name}>` : `<built-in method ${module}.${name}>`;
}

const FIELDS: readonly StructField[] = [
  ["code", "code object or built-in function name"],
  ["callcount", "how many times this was called"],
  ["reccallcount", "how many times called recursively"],
  ["totaltime", "total time in this entry"],
  ["inlinetime", "inline time in this entry (not in subcalls)"],
  ["calls", "details of the calls"],
];
const CALLEE_FIELDS: readonly StructField[] = [
  ["code", "called code object or built-in function name"],
  ["callcount", "how many times this is called"],
  ["reccallcount", "how many times this is called recursively"],
  ["totaltime", "total time spent in this call"],
  ["inlinetime", "inline time (not in further subcalls)"],
];
const PROFILER_ENTRY = defineStructSequence("_lsprof.profiler_entry", undefined, FIELDS, FIELDS.length, true, true);
const PROFILER_SUBENTRY = defineStructSequence(
  "_lsprof.profiler_subentry",
  undefined,
  CALLEE_FIELDS,
  CALLEE_FIELDS.length,
  true,
  true,
);

function getStats(self: PyProfiler): Value {
  const factor = self.timer !== NONE && self.unit > 0 ? self.unit : 1;
  const values = ({ code, calls, recursiveCalls, total, inline }: Totals): Value[] => [
    code,
    calls,
    recursiveCalls,
    new PyFloat(total * factor),
    new PyFloat(inline * factor),
  ];
  const used = [...self.entries.values()].filter(({ calls }) => calls > 0);
  return new PyList(
    used.map((entry) => {
      const callees = [...entry.callees.values()].filter(({ calls }) => calls > 0);
      const shown = callees.map((callee) => PROFILER_SUBENTRY.make(values(callee)));
      return PROFILER_ENTRY.make([...values(entry), entry.callees.size === 0 ? NONE : new PyList(shown)]);
    }),
  );
}

/** The profiler that measures each thread. */
const active = new WeakMap<Thread, PyProfiler>();

function enable(self: PyProfiler, subcalls: Value, builtins: Value): void {
  const { thread } = current;
  if (active.has(thread)) throw valueError("Another profiling tool is already active");
  self.subcalls = isTrue(subcalls);
  self.builtins = isTrue(builtins);
  self.thread = thread;
  active.set(thread, self);
  setProfile(thread, self.callback);
}

function disable(self: PyProfiler): void {
  const { thread } = self;
  if (thread === undefined) return;
  self.thread = undefined;
  active.delete(thread);
  if (thread.profileFunction === self.callback) setProfile(thread, null);
  self.flush();
}

completeType<PyProfiler>(PROFILER, {
  module: "_lsprof",
  doc: "Profiler(timer=None, timeunit=None, subcalls=True, builtins=True)\n\n    Builds a profiler object using the specified timer function.\n    The default timer is a fast built-in one based on real time.\n    For custom timer functions returning integers, timeunit can\n    be a float specifying a scale (i.e. how long each integer unit\n    is, in seconds).\n",
  traits: { basetype: true, instanceDict: false },
  allocate: (cls) => new PyProfiler(cls),
  initialize: [
    "~(timer=None, timeunit=0.0, subcalls=True, builtins=True)",
    (self, timer: Value, timeunit: Value, subcalls: Value, builtins: Value) => {
      self.timer = timer;
      self.unit = toDouble(timeunit);
      self.subcalls = isTrue(subcalls);
      self.builtins = isTrue(builtins);
    },
  ],
  methods: {
    getstats: [
      "($self, /)",
      "list of profiler_entry objects.\n\ngetstats() -> list of profiler_entry objects\n\nReturn all information collected by the profiler.\nEach profiler_entry is a tuple-like object with the\nfollowing attributes:\n\n    code          code object\n    callcount     how many times this was called\n    reccallcount  how many times called recursively\n    totaltime     total time in this entry\n    inlinetime    inline time in this entry (not in subcalls)\n    calls         details of the calls\n\nThe calls attribute is either None or a list of\nprofiler_subentry objects:\n\n    code          called code object\n    callcount     how many times this is called\n    reccallcount  how many times this is called recursively\n    totaltime     total time spent in this call\n    inlinetime    inline time (not in further subcalls)",
      getStats,
    ],
    enable: [
      "~($self, subcalls=True, builtins=True)",
      "enable(subcalls=True, builtins=True)\n\nStart collecting profiling information.\nIf 'subcalls' is True, also records for each function\nstatistics separated according to its current caller.\nIf 'builtins' is True, records the time spent in\nbuilt-in functions separately from their caller.\n",
      enable,
    ],
    disable: ["~($self, /)", "disable()\n\nStop collecting profiling information.\n", disable],
    clear: [
      "~($self, /)",
      "clear()\n\nClear all profiling information collected so far.\n",
      (self: PyProfiler) => {
        self.flush();
        self.entries.clear();
      },
    ],
  },
});

export default defineModule("_lsprof", {
  doc: "Fast profiler",
  types: { Profiler: PROFILER, profiler_entry: PROFILER_ENTRY.type, profiler_subentry: PROFILER_SUBENTRY.type },
});
