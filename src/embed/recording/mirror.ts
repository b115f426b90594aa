/**
 * Mirrors: what was last known of the frames and objects of a program, and what has changed since, written to the log.
 *
 * `raw` arrays hold the program's own values for comparing; `slots` and `parts` hold them as they are kept, and they are what
 * playing the log back and forth moves. Trap: after the first playback a mirror says nothing about the program any more.
 */

import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR } from "../../bytecode/code.ts";
import { PyObject } from "../../objects/kernel/object.ts";
import { jsString, type PyBaseException } from "../../objects/kernel/payload.ts";
import type { PyCode } from "../../objects/types/code.ts";
import type { Frame } from "../../vm/frame.ts";
import { Contents, isAtom, isFixed, type Kind, kindOf, readContents, titleOf, typeNameOf } from "./contents.ts";
import { ABSENT, CHAIN, HANDLING, type Kept, LENGTH, type Log, type Moment, SLOT, SPLICE } from "./log.ts";

const GENERATOR_FLAGS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;
/** As many objects are followed at a time; what is reached beyond them is named, but not looked into. */
const FOLLOWED = 2000;
/** So many of them stay when it is looked which are near. */
const NEAR = 1000;
/** After so many new ones it is looked which are still reached. */
const NEW_BEFORE_PRUNING = 400;
/** A longer str or bytes is kept as its head. */
const LONG = 500;

/** The head of a long text, copied, so that the text itself can go. */
export class LongText {
  constructor(
    readonly head: string,
    readonly length: number,
  ) {}
}

export class MirrorFrame {
  /** Variables, then the value stack; ABSENT above its top. */
  slots: Kept[] = [];
  raw: unknown[] = [];
  /** Of the log, the one of the instruction that was recorded last; -1 before the first. */
  lastRow = -1;

  constructor(
    readonly id: number,
    readonly code: PyCode,
    readonly file: string,
    readonly isGenerator: boolean,
    /** The variables of a module or class body. */
    readonly namespace: MirrorObject | null,
    readonly globals: MirrorObject,
  ) {}
}

export class MirrorObject {
  length = 0;
  /** Items and fields. */
  readonly parts: [Kept[], Kept[]] = [[], []];
  /** The same as the program has them, and the object; null while it is not followed. */
  raw: { readonly object: PyObject; readonly parts: [unknown[], unknown[]] } | null = null;

  constructor(
    readonly id: number,
    readonly kind: Kind,
    readonly type: string,
    readonly title: string,
    readonly isFixed: boolean,
  ) {}
}

export class Mirrors {
  readonly frames: MirrorFrame[] = [];
  readonly moment: Moment = { chain: [], handling: null };
  private readonly framesByFrame = new WeakMap<Frame, MirrorFrame>();
  private readonly objects = new WeakMap<PyObject, MirrorObject>();
  private objectCount = 0;
  private followed: MirrorObject[] = [];
  private sincePruning = 0;
  private readonly waiting: MirrorObject[] = [];
  private readonly scratch = new Contents();

  constructor(private readonly log: Log) {}

  frame(frame: Frame, file: string): MirrorFrame {
    let mirror = this.framesByFrame.get(frame);
    if (mirror === undefined) {
      const { code, locals } = frame;
      const namespace = !frame.isOptimized && locals instanceof PyObject ? this.namespace(locals) : null;
      const globals = this.namespace(frame.globals);
      mirror = new MirrorFrame(
        this.frames.length,
        code,
        file,
        (code.flags & GENERATOR_FLAGS) !== 0,
        namespace,
        globals,
      );
      this.frames.push(mirror);
      this.framesByFrame.set(frame, mirror);
      this.lookIntoNew();
    }
    return mirror;
  }

  /** Compare a frame's variables and value stack with what was known. */
  compareFrame(mirror: MirrorFrame, frame: Frame): void {
    const { raw, slots } = mirror;
    const { stack, sp } = frame;
    const { changes } = this.log;
    const count = Math.max(sp, raw.length);
    for (let i = 0; i < count; i++) {
      const value: unknown = i < sp ? stack[i] : ABSENT;
      if (i < raw.length && raw[i] === value) continue;
      const before = i < slots.length ? slots[i] : ABSENT;
      const now = this.keep(value);
      raw[i] = value;
      slots[i] = now;
      changes.push(SLOT, mirror, i, before, now);
    }
    raw.length = sp;
    if (this.waiting.length > 0) this.lookIntoNew();
  }

  /** Compare the objects on a frame's value stack, in its cells, and its namespaces. */
  compareNearby(mirror: MirrorFrame): void {
    const { slots } = mirror;
    for (let i = 0; i < slots.length; i++) {
      const each = slots[i];
      if (each instanceof MirrorObject && (i >= mirror.code.nlocalsplus || each.kind === "cell"))
        this.compareObject(each);
    }
    if (mirror.namespace !== null) this.compareObject(mirror.namespace);
    if (mirror.globals !== mirror.namespace) this.compareObject(mirror.globals);
    if (this.waiting.length > 0) this.lookIntoNew();
  }

  compareAll(): void {
    // The array may grow while it is walked: what is new was read just now.
    const { length } = this.followed;
    for (let i = 0; i < length; i++) this.compareObject(this.followed[i]);
    if (this.waiting.length > 0) this.lookIntoNew();
  }

  /** Who called whom, the innermost last. */
  setChain(now: readonly MirrorFrame[]): void {
    const { chain } = this.moment;
    let common = 0;
    while (common < chain.length && common < now.length && chain[common] === now[common]) common++;
    if (common === chain.length && common === now.length) return;
    const removed = chain.slice(common);
    const inserted = now.slice(common);
    this.log.changes.push(CHAIN, common, removed.length, inserted.length, ...removed, ...inserted);
    chain.splice(common, removed.length, ...inserted);
  }

  setHandling(exception: PyBaseException | null): void {
    const now = exception === null ? null : this.keep(exception);
    if (now === this.moment.handling) return;
    this.log.changes.push(HANDLING, this.moment.handling, now);
    this.moment.handling = now;
    this.lookIntoNew();
  }

  /** The program has ended: nothing more is compared. */
  release(): void {
    for (const each of this.followed) each.raw = null;
    for (const each of this.frames) each.raw = [];
    this.followed = [];
  }

  private keep(value: unknown): Kept {
    if (typeof value === "string") return value.length > LONG ? shortened(value) : value;
    if (!(value instanceof PyObject)) return value;
    if (isAtom(value)) {
      const text = jsString(value);
      return text !== undefined && text.length > LONG ? shortened(text) : value;
    }
    return this.object(value, kindOf(value));
  }

  private namespace(dict: PyObject): MirrorObject {
    return this.object(dict, "namespace");
  }

  private object(object: PyObject, kind: Kind): MirrorObject {
    let mirror = this.objects.get(object);
    if (mirror === undefined) {
      const title = titleOf(object, kind);
      mirror = new MirrorObject(++this.objectCount, kind, typeNameOf(object), title, isFixed(object, kind));
      this.objects.set(object, mirror);
      this.follow(mirror, object);
    } else if (mirror.raw === null) this.follow(mirror, object);
    return mirror;
  }

  private follow(mirror: MirrorObject, object: PyObject): void {
    if (this.followed.length >= FOLLOWED) return;
    mirror.raw = { object, parts: [[], []] };
    this.followed.push(mirror);
    this.sincePruning++;
    this.waiting.push(mirror);
  }

  /** Worked off a list, since objects may be nested deeper than any stack. */
  private lookIntoNew(): void {
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) this.read(next);
  }

  private compareObject(mirror: MirrorObject): void {
    if (!mirror.isFixed && mirror.raw !== null) this.read(mirror);
  }

  private read(mirror: MirrorObject): void {
    const { raw, kind } = mirror;
    if (raw === null) return;
    const contents = this.scratch;
    readContents(raw.object, kind, contents);
    if (contents.length !== mirror.length) {
      this.log.changes.push(LENGTH, mirror, mirror.length, contents.length);
      mirror.length = contents.length;
    }
    this.comparePart(mirror, 0, raw.parts[0], contents.items);
    this.comparePart(mirror, 1, raw.parts[1], contents.fields);
  }

  /** What differs between a common head and a common tail was replaced. */
  private comparePart(mirror: MirrorObject, part: 0 | 1, raw: unknown[], now: readonly unknown[]): void {
    let head = 0;
    const shorter = Math.min(raw.length, now.length);
    while (head < shorter && raw[head] === now[head]) head++;
    if (head === raw.length && head === now.length) return;
    let tail = 0;
    while (tail < shorter - head && raw[raw.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
    const inserted = now.slice(head, now.length - tail);
    const kept = inserted.map((value) => this.keep(value));
    const old = mirror.parts[part];
    const removedCount = old.length - head - tail;
    const removed = old.splice(head, removedCount, ...kept);
    raw.splice(head, raw.length - head - tail, ...inserted);
    this.log.changes.push(SPLICE, mirror, part, head, removed.length, kept.length, ...removed, ...kept);
  }

  /** Stop following what no frame leads to, and of the rest what is furthest away. */
  pruneIfDue(): void {
    if (this.sincePruning < NEW_BEFORE_PRUNING) return;
    this.sincePruning = 0;
    const near = this.reached();
    const kept = new Set(near.slice(0, NEAR));
    const far = new Set(near.slice(NEAR));
    for (const each of this.followed) {
      if (kept.has(each)) continue;
      if (far.has(each)) this.forget(each);
      each.raw = null;
    }
    this.followed = this.followed.filter((each) => kept.has(each));
  }

  /** The objects to which the frames lead, the nearest first. */
  private reached(): MirrorObject[] {
    const reached = new Set<MirrorObject>();
    const visit = (value: Kept): void => {
      if (value instanceof MirrorObject) reached.add(value);
    };
    for (const { slots, namespace, globals } of this.moment.chain) {
      visit(namespace);
      visit(globals);
      for (const value of slots) visit(value);
    }
    visit(this.moment.handling);
    // A set is walked in the order in which it grows.
    for (const each of reached) for (const part of each.parts) for (const value of part) visit(value);
    return [...reached];
  }

  /** What is not followed any more is not known any more. */
  private forget(mirror: MirrorObject): void {
    for (const part of [0, 1] as const) {
      const removed = mirror.parts[part].splice(0);
      if (removed.length > 0) this.log.changes.push(SPLICE, mirror, part, 0, removed.length, 0, ...removed);
    }
  }
}

function shortened(text: string): LongText {
  // A slice of a string keeps the whole of it alive.
  return new LongText(Array.from(text.slice(0, LONG)).join(""), text.length);
}
