/**
 * Lifetimes: the objects whose end a program can see, because they have a finalizer or weak references, and the checks
 * that find out when they have died (DESIGN: there are no reference counts).
 *
 * Each such object is *known* from when it was made or first referred to weakly. We remember one way from a running
 * frame or the interpreter to it. While each link of the way holds the next, the object lives, which is cheap to see.
 * Once a link is broken another way is looked for near the running frames; if there is none, the heap is marked.
 *
 * Checks are made after instructions that drop references, by the stepper: it runs for a while after an object became
 * known (POLL_WATCH). An object that outlives that is looked at where variables are deleted, at the stores of modules
 * and at the end of the frame that held it. Looking and marking are paid for by what the program does in between, so that a
 * large heap is marked less often; a weak reference that is asked for its object looks too, if that can be paid.
 *
 * Trap: what the builtins on the JavaScript stack (and compiled functions) hold is not seen. So nothing is taken for
 * dead that was known before the innermost driver began: `floor`.
 */
import { allocations, forgetAllocations, keepAlive } from "../../objects/kernel/allocations.ts";
import { PyDict } from "../../objects/kernel/dict.ts";
import { PyObject, PyType, type Value } from "../../objects/kernel/object.ts";
import { PyFloat, type PyList } from "../../objects/kernel/payload.ts";
import { type Action, Frame, Then } from "../frame.ts";
import type { Interpreter } from "../interpreter.ts";
import { current, POLL_WATCH, type Thread } from "../thread.ts";
import { endings, finalized, finalizerOf, Garbage, isSettled } from "./garbage.ts";
import { findNearby, followed, leadsTo, type Marked, mark, wayTo } from "./mark.ts";

/** An object whose end can be seen. */
class Known {
  /** The holders from a frame or the interpreter to the object; undefined if none is known. */
  way: readonly object[] | undefined = undefined;
  /** It is dead, but in a cycle: only a collection ends it. */
  isCyclic = false;

  constructor(
    readonly object: PyObject,
    readonly serial: number,
  ) {}
}

const IMPORT_SYSTEM = "<frozen importlib";

/** Instructions that the stepper runs after an object became known. */
const YOUNG = 2000;
/** The same for what is nearly always ended by the program itself: long enough for one statement. */
export const BRIEFLY = 64;
/** Of more young ones than that, the older half has grown up. */
const MOST_YOUNG = 2000;
/** Known objects that one check looks at. */
const BATCH = 16;
/**
 * What marking and looking may cost, in objects visited: so much is there at the beginning and is never exceeded; what
 * the program does earns more. So a small heap is looked at whenever asked, and a large one takes no more than a
 * fixed share of the time.
 */
const MOST_CREDIT = 6_000_000;
/** Of it, what is kept for questions of the program: a weak reference called, a variable with a known object deleted. */
const RESERVE = 3_000_000;
const EARNED_BY_INSTRUCTION = 0.5;
const EARNED_BY_REQUEST = 20;
const EARNED_BY_QUESTION = 100;
/** So many dead cycles are not kept waiting for a collection. */
const MANY_CYCLES = 100;
const MOST_PATIENT = 50;
const LESS_OFTEN = 0.05;
const CROWD = 1000;

let serial = 0;
let floor = 0;
/** Those whose end has effects of its own: held until then. */
const eager = new Map<PyObject, Known>();
/** All; the others die in silence, and are looked at when somebody asks. */
const known = new WeakMap<PyObject, Known>();
/** Those that the stepper looks at, and where its next look begins. */
let young: Known[] = [];
let turn = 0;
let fuel = 0;
let credit = MOST_CREDIT;
let cycles = 0;
/** Checks are made at every so many requests. */
let patience = 1;
let requests = 0;
/** More known objects than that are gone through for those that are of no interest any more. */
let crowd = CROWD;
/** An instruction has dropped something. */
let isDue = false;
/** The next check is one that the program's own statement calls for. */
let isAsked = false;
let isChecking = false;
let isFull = false;

export const collector = {
  isEnabled: true,
  /** A collection that nobody asked for. */
  automatic: (): void => void collectCycles(),
};

allocations.overflow = () => {
  isFull = true;
  isDue = true;
  fuel = Math.max(fuel, BATCH);
  current.thread.poll |= POLL_WATCH;
};

/** Many containers have been made: let go of the dead ones. */
function makeRoom(): void {
  isFull = false;
  if (collector.isEnabled) collector.automatic();
  else if (allocations.made !== null) {
    const { made } = allocations;
    const marked = mark();
    allocations.made = [];
    keepAlive(made, (object) => marked.has(object));
  }
  const left = allocations.made?.length ?? 0;
  allocations.limit = Math.max(50_000, left * 2);
}

/** A driver begins: what is older may be held by the builtin that started it. Gives what to say at its end. */
export function beginDriver(): number {
  const outer = floor;
  floor = serial;
  return outer;
}

export function endDriver(outer: number): void {
  floor = outer;
}

/** Older objects have lower numbers. */
function serialOf(object: PyObject): number {
  return known.get(object)?.serial ?? 0;
}

function knownOf(object: PyObject): Known {
  let entry = known.get(object);
  if (entry === undefined) {
    entry = new Known(object, ++serial);
    known.set(object, entry);
  }
  return entry;
}

/** Locks and files of the import system come and go with each import, and end as they should. */
function isImporting(): boolean {
  const frame = (current.thread as Thread | undefined)?.frame ?? null;
  return frame === null || (typeof frame.code.filename === "string" && frame.code.filename.startsWith(IMPORT_SYSTEM));
}

/** The object's end can be seen from now on; `isEager` if somebody must be told at once. */
export function noteObject(object: PyObject, isEager: boolean, steps = YOUNG): void {
  const entry = knownOf(object);
  if (!isEager || eager.has(object) || isImporting()) return;
  eager.set(object, entry);
  if (young.length >= MOST_YOUNG) settleDown(young.splice(0, MOST_YOUNG / 2));
  young.push(entry);
  fuel = Math.max(fuel, steps);
  patience = 1;
  const thread = current.thread as Thread | undefined;
  if (thread !== undefined) thread.poll |= POLL_WATCH;
}

/**
 * As `noteObject`, without a look at every step: for what is made often and seldom dies unfinished. The end of `holder`
 * may be its own.
 */
export function noteQuietly(object: PyObject, holder = current.thread.frame): void {
  if (eager.size >= crowd) makeSpace();
  eager.set(object, knownOf(object));
  if (holder !== null) awaitEnd(holder);
}

/** Is somebody told when it dies? */
export const isNoted = (object: PyObject): boolean => eager.has(object);

/** Let go of those that nobody is told of any more. */
function makeSpace(): void {
  for (const object of eager.keys()) if (isSettled(object)) eager.delete(object);
  crowd = Math.max(CROWD, eager.size * 2);
}

/** Nothing will happen at its end any more. */
export function forgetObject(object: PyObject): void {
  eager.delete(object);
}

/** Something was dropped where the fast driver runs: look before the next instruction. */
export function requestCheck(thread: Thread): void {
  if (eager.size === 0 || isChecking) return;
  if (++requests < Math.floor(patience)) return;
  requests = 0;
  // The more often nothing had died, the less often we look.
  patience = Math.min(patience + LESS_OFTEN, MOST_PATIENT);
  isDue = true;
  if (young.length < BATCH) young = [...eager.values()].slice(-BATCH);
  fuel = Math.max(fuel, BATCH);
  earn(EARNED_BY_REQUEST);
  thread.poll |= POLL_WATCH;
}

/** Are there objects that somebody must be told of when they die? */
export const watchesEnds = (): boolean => eager.size > 0;

/** A variable loses this value: look whether something has died, if it is one that may hold others. */
export function noteDropped(thread: Thread, value: unknown): void {
  if (eager.size === 0 || !(value instanceof PyObject) || value instanceof PyFloat) return;
  let entry = eager.get(value);
  if (entry !== undefined && isSettled(value)) {
    eager.delete(value);
    entry = undefined;
  }
  if (entry !== undefined) {
    requests = MOST_PATIENT;
    isAsked = true;
  }
  requestCheck(thread);
  if (entry !== undefined) lookFirstAt(entry);
}

/** The next check begins with this one, however many are younger. */
function lookFirstAt(entry: Known): void {
  young = young.filter((each) => each !== entry);
  young.push(entry);
  turn = young.length - 2;
}

/** The stepper ran an instruction; `drops`: it may have dropped a reference. */
export function watched(drops: boolean): void {
  if (drops) isDue = true;
  fuel--;
  earn(EARNED_BY_INSTRUCTION);
}

/** Between two instructions of the stepper, while POLL_WATCH is set. */
export function checkIfDue(thread: Thread): void {
  if (isDue && !isChecking) {
    // What is reported of an end names the line: instructions that have none wait for the next one.
    if (thread.frame !== null && thread.frame.line < 0) return;
    isDue = false;
    if (isFull) makeRoom();
    if (young.length > 0) check();
  }
  if (fuel > 0) return;
  if (!isChecking) {
    settleDown(young);
    young = [];
  }
  thread.poll &= ~POLL_WATCH;
}

/** A frame that held something has ended. */
const REPORT_END: Action = {
  apply: (thread, _caller, value) => {
    requestCheck(thread);
    return value;
  },
  recover: (thread) => {
    requestCheck(thread);
    return undefined;
  },
};

/** They have grown up: the frames that hold them say when they end. */
function settleDown(grown: readonly Known[]): void {
  for (const { way } of grown) {
    const frame = way?.[0];
    if (frame instanceof Frame && isRunning(frame)) awaitEnd(frame);
  }
}

/** Have a check made when the frame ends. */
function awaitEnd(frame: Frame): void {
  if (frame.entry || frame.generator !== null || frame.back === null || frame.then?.action === REPORT_END) return;
  frame.then = new Then(REPORT_END, frame.then);
}

function isRunning(frame: Frame): boolean {
  for (let each = current.thread.frame; each !== null; each = each.back) if (each === frame) return true;
  return false;
}

/** Without the frames that only lead to the next one. */
function shortened(way: object[]): object[] {
  let from = 0;
  while (from + 1 < way.length) {
    const [first, second] = [way[from], way[from + 1]];
    if (!(second instanceof Frame) || !(first === current.thread || (first instanceof Frame && first.back === second)))
      break;
    from++;
  }
  return way.slice(from);
}

/** Is it seen to be alive without marking? */
function isSeen(entry: Known): boolean {
  const { way, object } = entry;
  if (way !== undefined && (!(way[0] instanceof Frame) || isRunning(way[0])) && leadsTo(way, object)) return true;
  const found = findNearby(object);
  if (found !== undefined) entry.way = shortened(found);
  return found !== undefined;
}

function check(): void {
  if (credit < (isAsked ? 0 : RESERVE)) {
    isDue = true;
    return;
  }
  isAsked = false;
  const before = followed.count;
  lookAtYoung();
  credit -= followed.count - before;
}

function lookAtYoung(): void {
  young = young.filter((entry) => !entry.isCyclic && eager.has(entry.object));
  for (let left = Math.min(young.length, BATCH); left > 0; left--) {
    turn = (turn + 1) % young.length;
    const entry = young[turn];
    if (entry.serial <= floor || isSeen(entry)) continue;
    if (!isSettled(entry.object)) {
      markAndBury();
      return;
    }
    eager.delete(entry.object);
  }
}

function earn(amount: number): void {
  credit = Math.min(credit + amount, MOST_CREDIT);
}

function payForMark(marked: Marked): void {
  credit -= marked.size;
}

/** Mark, and end all known objects that are dead. */
function markAndBury(): void {
  const marked = mark();
  payForMark(marked);
  bury(marked, [...eager.values()]);
  if (cycles >= MANY_CYCLES && collector.isEnabled) collectCycles();
}

/** The topmost holder on the way that is dead: what was dropped. */
function droppedHolder(entry: Known, marked: Marked): object {
  return entry.way?.find((each) => !marked.has(each)) ?? entry.object;
}

/**
 * Need no other way be looked for? To follow the ways may take as long as the mark did (thousands of objects in one list), then
 * it is enough that their holders live: a way that is wrong is found out by the next look.
 */
function isStillWay({ way, object }: Known, marked: Marked, limit: number): boolean {
  if (way === undefined) return false;
  return followed.count < limit ? leadsTo(way, object) : way.every((holder) => marked.has(holder));
}

function bury(marked: Marked, candidates: Known[]): void {
  const dead: Known[] = [];
  const limit = followed.count + marked.size;
  for (const entry of candidates) {
    if (marked.has(entry.object)) {
      entry.isCyclic = false;
      if (!isStillWay(entry, marked, limit)) entry.way = shortened(wayTo(marked, entry.object));
    } else if (entry.serial > floor && !entry.isCyclic) dead.push(entry);
  }
  if (dead.length === 0) return;
  patience = 1;
  isChecking = true;
  try {
    const garbage = new Garbage(
      marked,
      dead.map((entry) => droppedHolder(entry, marked)),
    );
    garbage.drop();
    credit -= garbage.visited;
    for (const entry of dead) {
      if (garbage.isGone(entry.object)) eager.delete(entry.object);
      else if (garbage.counts.has(entry.object) && !garbage.isRevived(entry.object)) {
        entry.isCyclic = true;
        cycles++;
      }
    }
  } finally {
    isChecking = false;
  }
}

/** Is the object of a weak reference still alive, as far as a program may know? */
export function isAlive(object: PyObject): boolean {
  const entry = knownOf(object);
  // The import system's locks: one that is let go of is as good as a new one.
  if (isChecking || entry.serial <= floor || entry.isCyclic || isImporting()) return true;
  const before = followed.count;
  const seen = credit >= 0 && isSeen(entry);
  credit -= followed.count - before;
  if (seen) return true;
  earn(EARNED_BY_QUESTION);
  if (credit < 0) return true;
  const marked = mark();
  payForMark(marked);
  const candidates = [...eager.values()];
  if (!eager.has(object)) candidates.push(entry);
  let gone = !marked.has(object);
  bury(marked, candidates);
  if (entry.isCyclic) gone = false;
  return !gone;
}

/** What live weak references refer to, and live classes as their subclasses, and is dead itself. */
function deadReferents(marked: Marked): PyObject[] {
  const dead: PyObject[] = [];
  const consider = (object: PyObject | undefined): void => {
    if (object !== undefined && !marked.has(object) && serialOf(object) > floor) dead.push(object);
  };
  for (const object of marked.keys()) {
    if (object instanceof PyType) for (const subclass of object.subclasses) consider(subclass.deref());
    else consider(endings.referentOf(object));
  }
  return dead;
}

/**
 * A collection: ends what is dead, in cycles too. Gives the cyclic objects that have gone; with `saved` they are put
 * there instead (gc.DEBUG_SAVEALL).
 */
export function collectCycles(saved?: PyList): PyObject[] {
  if (isChecking) return [];
  const { made } = allocations;
  if (made !== null) allocations.made = [];
  const marked = mark();
  bury(marked, [...eager.values()]);
  let seeds: object[] = [];
  for (const entry of eager.values()) {
    if (!marked.has(entry.object) && entry.serial > floor) seeds.push(droppedHolder(entry, marked));
  }
  seeds = seeds.concat(deadReferents(marked));
  if (made !== null) {
    seeds = seeds.concat(keepAlive(made, (object) => marked.has(object)));
  }
  cycles = 0;
  if (seeds.length === 0) return [];
  isChecking = true;
  try {
    const garbage = new Garbage(marked, seeds);
    garbage.drop();
    if (saved !== undefined) {
      const found = garbage.cyclic();
      saved.items.push(...found);
      return found;
    }
    const gone = garbage.collect(serialOf);
    for (const object of garbage.counts.keys()) {
      if (!(object instanceof PyObject)) continue;
      const entry = eager.get(object);
      if (entry === undefined) continue;
      if (garbage.isGone(object)) eager.delete(object);
      else entry.isCyclic = false;
    }
    return gone;
  } finally {
    isChecking = false;
  }
}

/** Would a program see that the object ends together with all others? */
function isAwaited(object: PyObject): boolean {
  return (!finalized.has(object) && finalizerOf(object) !== undefined) || endings.isAwaited(object);
}

/**
 * The end of the interpreter (CPython Python/pylifecycle.c: finalize_modules): the modules are let go in the order of
 * their import, then what is left in cycles is collected. `builtins` and `sys` stay.
 */
export function endAll(interpreter: Interpreter): void {
  if ([...eager.keys()].some(isAwaited)) endModules(interpreter);
  // What this program has left, and what its searches cost, is not the next one's matter.
  credit = MOST_CREDIT;
  eager.clear();
  young = [];
  collector.isEnabled = true;
  forgetAllocations();
}

function endModules(interpreter: Interpreter): void {
  floor = 0;
  const { modules, sysDict } = interpreter;
  const ending: Value[] = [];
  const staying = new PyDict();
  for (const [name, module] of modules.entries()) {
    if (name === "builtins" || name === "sys") staying.set(name, module);
    else ending.push(module);
  }
  const shown = sysDict.get("modules") ?? modules;
  interpreter.modules = staying;
  sysDict.set("modules", staying);
  const marked = mark();
  // Finalizers may still import.
  interpreter.modules = modules;
  sysDict.set("modules", shown);
  const garbage = new Garbage(
    marked,
    ending.filter((module): module is PyObject => module instanceof PyObject),
  );
  isChecking = true;
  try {
    garbage.drop();
    garbage.collect(serialOf);
  } finally {
    isChecking = false;
  }
}
