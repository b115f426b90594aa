/**
 * From a graph to text: find the types at every block's entry (a fixpoint over the handlers), then write the blocks
 * as structured JavaScript.
 *
 * A loop becomes `L: for (;;) {}`; a merge point M the code behind a labelled block `M: {}`, which is reached by
 * `break M`; a block with one predecessor stands where it is jumped to. Code behind a loop is placed behind it, so that
 * a `for` holds only its loop: V8 compiles loops one by one.
 */
import * as OP from "../bytecode/generated/op.ts";
import { isJump } from "../bytecode/opcode-properties.ts";
import type { PyType } from "../objects/kernel/object.ts";
import { LIST_ITERATOR, TUPLE_ITERATOR } from "../objects/types/iterators.ts";
import { bug } from "../util/assert.ts";
import { SEEN_LIST, SEEN_TUPLE } from "../vm/tiering.ts";
import { markOf } from "./events.ts";
import { type Block, endOfLoop, lastOf, nextOf } from "./graph.ts";
import { HANDLERS, LEAVES } from "./ops/all.ts";
import { maskedOperation } from "./ops/arithmetic.ts";
import { DEAD, type Instruction, top } from "./ops/handler.ts";
import { yieldFramed } from "./ops/variables.ts";
import { ENDED } from "./running.ts";
import { type Abstract, anyValue, copyState, intValue, joinValue, make, type State } from "./state.ts";
import type { Unit } from "./unit.ts";

/** One way out of a block. */
interface Edge {
  readonly target: Block;
  readonly state: State;
  /** The text of the condition under which it is taken; undefined for the last one. */
  readonly condition?: string;
}

/** Turns of loops after which compiled code is left, to be entered again. */
const FRAMED_TURNS = 2 ** 17;
const UNFRAMED_TURNS = 2 ** 19;

/** Run the handlers of a block; the ways out of it. `state` is changed. */
function runBlock(u: Unit, block: Block, state: State): Edge[] {
  const { code, graph } = u;
  u.isStraight = block === graph.entry;
  if (block.isOutside) {
    if (u.emitting) u.line(u.leave(state, block.start, false, true));
    return [];
  }
  const last = lastOf(code, block.start, graph.leaders);
  for (let pc = block.start; ; pc = nextOf(code, pc)) {
    const at: Instruction = { pc, op: code.ops[pc], arg: code.args[pc], next: nextOf(code, pc) };
    if (u.assume.marks) u.line(markOf(pc));
    u.probe(state, pc);
    if (pc === last && isJump(at.op)) return jump(u, block, state, at);
    const isYield = at.op === OP.YIELD_VALUE && u.isFramed;
    if (isYield) yieldFramed(u, state, pc);
    if (LEAVES.has(at.op) && !isYield) {
      if (u.emitting) u.line(u.leave(state, pc, false, true));
      return [];
    }
    const masked = maskedOperation(u, state, at);
    if (masked !== undefined) {
      pc = masked;
    } else if (!isYield && HANDLERS[at.op](u, state, at) === DEAD) return [];
    if (pc !== last) continue;
    const next = nextOf(code, pc);
    return next < code.ops.length - 1 ? [{ target: graph.find(block, next), state }] : [];
  }
}

function jump(u: Unit, block: Block, s: State, at: Instruction): Edge[] {
  const to = (pc: number): Block => u.graph.find(block, pc);
  switch (at.op) {
    case OP.JUMP_BACKWARD:
      // A long run comes back to its frame now and then: all there is of it after a Ctrl-C is the frame.
      u.guard(s, at.pc, `$T.poll !== 0 || ++$t > ${u.isFramed ? FRAMED_TURNS : UNFRAMED_TURNS}`, true);
      return [{ target: to(at.arg), state: s }];
    case OP.JUMP_FORWARD:
    case OP.JUMP_BACKWARD_NO_INTERRUPT:
      return [{ target: to(at.arg), state: s }];
    case OP.FOR_ITER:
      return forIter(u, s, at, to(endOfLoop(u.code, at.pc)), to(at.next));
    case OP.POP_JUMP_IF_NONE:
    case OP.POP_JUMP_IF_NOT_NONE: {
      const value = top(s);
      const operator = at.op === OP.POP_JUMP_IF_NONE ? "===" : "!==";
      const condition = `${u.box(s, value)} ${operator} $NONE`;
      s.stack.pop();
      return [
        { target: to(at.arg), state: copyState(s), condition },
        { target: to(at.next), state: s },
      ];
    }
    case OP.POP_JUMP_IF_FALSE:
    case OP.POP_JUMP_IF_TRUE: {
      const condition = branchCondition(u, s, at);
      s.stack.pop();
      return [
        { target: to(at.arg), state: copyState(s), condition },
        { target: to(at.next), state: s },
      ];
    }
    case OP.SEND:
      if (u.isFramed) return send(u, s, at, to(at.arg), to(at.next));
      return leaveBefore(u, s, at);
    default:
      return leaveBefore(u, s, at);
  }
}

function leaveBefore(u: Unit, s: State, at: Instruction): Edge[] {
  if (u.emitting) u.line(u.leave(s, at.pc, false, true));
  return [];
}

function send(u: Unit, s: State, at: Instruction, end: Block, next: Block): Edge[] {
  const sp = u.code.nlocalsplus + s.stack.length;
  u.spill(s);
  u.line(`$o = $R.sendByBody($T, $F, ${at.pc}, ${sp});`);
  u.line(`if ($o !== 0 && $o !== ${ENDED}) return $o;`);
  s.stack.pop();
  s.stack.push(anyValue(u.temp(`$S[${sp - 1}]`)));
  return [
    { target: end, state: copyState(s), condition: `$o === ${ENDED}` },
    { target: next, state: s },
  ];
}

function branchCondition(u: Unit, s: State, at: Instruction): string {
  const value = top(s);
  const isNegated = at.op === OP.POP_JUMP_IF_FALSE;
  if (value.kind === "bool") return isNegated ? `!${value.ref}` : value.ref;
  if (value.kind === "int" || value.kind === "float") return `${value.ref} ${isNegated ? "===" : "!=="} 0`;
  if (value.kind === "str") return `${value.ref} ${isNegated ? "===" : "!=="} ""`;
  if (value.kind === "none") return String(isNegated);
  if (value.kind === "list" || value.kind === "tuple")
    return `${value.ref}.items.length ${isNegated ? "===" : "!=="} 0`;
  const slot = u.slot();
  u.line(`${slot} = $R.truth(${u.box(s, value)});`);
  u.guard(s, at.pc, `${slot} === undefined`);
  return isNegated ? `!${slot}` : slot;
}

function forIter(u: Unit, s: State, at: Instruction, end: Block, body: Block): Edge[] {
  const iterator = top(s);
  if (iterator.kind === "rangeIterator") {
    const [current, step, remaining, bounds] = iterator.parts as Abstract[];
    const over: State = copyState(s);
    over.stack.pop();
    const edges: Edge[] = [{ target: end, state: over, condition: `${remaining.ref} <= 0` }];
    const item = intValue(current.ref, bounds.low, bounds.high);
    // The two lines stand in the body's way in: see writeEdges.
    const parts = [
      intValue(`${current.ref} + ${step.ref}`, current.low, current.high),
      step,
      intValue(`${remaining.ref} - 1`, remaining.low, remaining.high),
      bounds,
    ];
    s.stack[s.stack.length - 1] = make("rangeIterator", "", { parts });
    s.stack.push(item);
    edges.push({ target: body, state: s });
    return edges;
  }
  const slot = u.slot();
  u.line(`${slot} = ${nextText(u, u.box(s, iterator), u.assume.speculate ? u.code.seen[at.pc] : 0)};`);
  const over = copyState(s);
  over.stack.pop();
  if (u.isFramed) nextByBody(u, s, at, slot);
  else u.guardResult(s, at.pc, `${slot} === undefined`);
  s.stack.push(anyValue(slot));
  return [
    { target: end, state: over, condition: `${slot} === $R.END` },
    { target: body, state: s },
  ];
}

/** The next item of the iterator `ref`: of the kind that tier 0 saw there without a call. */
function nextText(u: Unit, ref: string, seen: number): string {
  const step = `$R.next(${ref})`;
  const items = (type: PyType, part: string): string => {
    const hasMore = `${ref}.index < (${ref}.${part} ?? $R.emptyTuple).items.length`;
    return `${ref}.cls === ${u.constant(type)} && ${hasMore} ? ${ref}.${part}.items[${ref}.index++] : ${step}`;
  };
  if (seen === SEEN_LIST) return items(LIST_ITERATOR, "list");
  return seen === SEEN_TUPLE ? items(TUPLE_ITERATOR, "tuple") : step;
}

/** FOR_ITER by its body, if the iterator is not one that compiled code walks over. */
function nextByBody(u: Unit, s: State, at: Instruction, slot: string): void {
  if (!u.emitting) return;
  const sp = u.code.nlocalsplus + s.stack.length;
  u.line(`if (${slot} === undefined) {`);
  u.indent++;
  u.spill(copyState(s));
  u.line(`if (($o = $R.nextByBody($T, $F, ${at.pc}, ${sp})) === 0) ${slot} = $S[${sp}];`);
  u.line(`else if ($o === ${ENDED}) ${slot} = $R.END; else return $o;`);
  u.indent--;
  u.line("}");
}

// ---- types

/** A value as it may stand at the entry of a merge block. */
const mergeable = (value: Abstract): Abstract =>
  value.kind === "range" || value.kind === "method" ? anyValue("") : value;

function joinInto(entries: Map<Block, State>, target: Block, from: State, widen: boolean): boolean {
  const old = entries.get(target);
  if (old === undefined) {
    const locals = from.locals.map(mergeable);
    entries.set(target, { locals, stack: from.stack.map(mergeable), clean: from.clean.slice() });
    return true;
  }
  let changed = false;
  const join = (into: Abstract[], values: readonly Abstract[]): void => {
    for (let i = 0; i < into.length; i++) {
      const joined = joinValue(into[i], mergeable(values[i]), widen);
      if (joined === into[i]) continue;
      into[i] = joined;
      changed = true;
    }
  };
  join(old.locals, from.locals);
  join(old.stack, from.stack);
  for (let i = 0; i < old.clean.length; i++) {
    if (!old.clean[i] || from.clean[i]) continue;
    old.clean[i] = false;
    changed = true;
  }
  return changed;
}

/** A copy in which no two places share a value: they will be in variables of their own. */
const distinct = (state: State): State => ({
  locals: state.locals.map((value) => ({ ...value })),
  stack: state.stack.map((value) => ({ ...value })),
  clean: state.clean.slice(),
});

const MOST_ROUNDS = 40;

/** What holds at the entry of each block that can be reached; undefined if that does not settle. */
export function findTypes(u: Unit, first: State): Map<Block, State> | undefined {
  const { blocks, entry } = u.graph;
  const entries = new Map<Block, State>([[entry, first]]);
  const dirty = new Set<Block>([entry]);
  for (let round = 0; dirty.size > 0; round++) {
    if (round > MOST_ROUNDS) return undefined;
    for (const block of blocks) {
      if (!dirty.delete(block)) continue;
      const state = distinct(entries.get(block) as State);
      for (const { target, state: out } of runBlock(u, block, state)) {
        if (joinInto(entries, target, out, target.body !== null && round > 0)) dirty.add(target);
      }
    }
  }
  return entries;
}

// ---- text

const RESERVED = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield NaN Infinity Math Number".split(
    " ",
  ),
);

/** The canonical variable of a local or a stack slot. */
export function variableName(u: Unit, index: number): string {
  const { nlocalsplus, localsplusnames } = u.code;
  if (index >= nlocalsplus) return `s$${index - nlocalsplus}`;
  const name = localsplusnames[index];
  const isUsable = /^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name) && localsplusnames.indexOf(name) === index;
  return isUsable ? name : `v$${index}`;
}

/** The same value in its canonical variables. */
function canonical(u: Unit, value: Abstract, name: string): Abstract {
  if (value.known !== undefined || value.kind === "unbound" || value.kind === "null" || value.kind === "none")
    return value;
  if (value.kind === "float") {
    const ref = u.variable(`${name}$f`);
    return {
      ...value,
      ref,
      boxed: value.boxed === undefined ? undefined : u.variable(name),
      bound: value.bound === undefined ? undefined : u.variable(`${name}$b`),
    };
  }
  if (value.kind === "rangeIterator") {
    const [current, step, remaining, bounds] = value.parts as Abstract[];
    const part = (each: Abstract, suffix: string): Abstract =>
      each.known !== undefined ? each : intValue(u.variable(`${name}$${suffix}`), each.low, each.high);
    const parts = [
      part(current, "i"),
      step.low === step.high ? intValue(String(step.low), step.low, step.low) : part(step, "s"),
      part(remaining, "n"),
      bounds,
    ];
    return { ...value, parts };
  }
  return { ...value, ref: u.variable(name) };
}

function canonicalState(u: Unit, state: State): State {
  const { nlocalsplus } = u.code;
  return {
    locals: state.locals.map((value, i) => canonical(u, value, variableName(u, i))),
    stack: state.stack.map((value, i) => canonical(u, value, variableName(u, nlocalsplus + i))),
    clean: state.clean.slice(),
  };
}

type Move = [to: string, from: string];

/** The assignments that make `value` what `wanted` says. */
function movesFor(u: Unit, s: State, value: Abstract, wanted: Abstract, moves: Move[]): void {
  if (wanted.known !== undefined || wanted.kind === "unbound" || wanted.kind === "null" || wanted.kind === "none")
    return;
  const isUnboundFloat = wanted.bound !== undefined && value.kind === "unbound";
  if (wanted.kind !== "any" && wanted.kind !== value.kind && !isUnboundFloat) {
    bug(`${value.kind} where ${wanted.kind} was inferred`);
  }
  if (wanted.kind === "int" && !(value.low >= wanted.low && value.high <= wanted.high)) {
    bug(`[${value.low}, ${value.high}] where [${wanted.low}, ${wanted.high}] was inferred`);
  }
  if (wanted.kind === "float") {
    if (value.kind === "unbound") moves.push([wanted.bound as string, "false"], [wanted.ref, "0"]);
    else {
      moves.push([wanted.ref, value.ref]);
      if (wanted.boxed !== undefined) moves.push([wanted.boxed, u.box(s, value)]);
      if (wanted.bound !== undefined) moves.push([wanted.bound, value.bound ?? "true"]);
    }
    return;
  }
  if (wanted.kind === "rangeIterator") {
    const parts = value.parts as Abstract[];
    (wanted.parts as Abstract[]).slice(0, 3).forEach((part, i) => {
      if (/^[a-z_]/i.test(part.ref)) moves.push([part.ref, parts[i].ref]);
    });
    return;
  }
  if (value.bound !== undefined) moves.push([wanted.ref, `${value.bound} ? new $Float(${value.ref}) : undefined`]);
  else moves.push([wanted.ref, u.box(s, value)]);
}

/** Write the moves of an edge to a merge block, as if all were made at once. */
function writeMoves(u: Unit, s: State, wanted: State): void {
  const moves: Move[] = [];
  wanted.locals.forEach((each, i) => movesFor(u, s, s.locals[i], each, moves));
  wanted.stack.forEach((each, i) => movesFor(u, s, s.stack[i], each, moves));
  const real = moves.filter(([to, from]) => to !== from);
  const targets = new Set(real.map(([to]) => to));
  const words = /[A-Za-z_$][\w$]*/g;
  const assigned = new Set<string>();
  const ready: Move[] = [];
  for (const [to, from] of real) {
    const needs = (from.match(words) ?? []).filter((word) => targets.has(word) && word !== to);
    ready.push(needs.length > 0 ? [to, u.temp(from)] : [to, from]);
    assigned.add(to);
  }
  for (const [to, from] of ready) u.line(`${to} = ${from};`);
}

class Writer {
  private readonly label = (block: Block): string => `${block.body !== null ? "L" : "B"}$${block.order}`;
  /** Labels that somebody jumps to. */
  constructor(
    private readonly u: Unit,
    private readonly entries: ReadonlyMap<Block, State>,
  ) {}

  private readonly canonicalEntries = new Map<Block, State>();

  private entryOf(block: Block): State {
    let state = this.canonicalEntries.get(block);
    if (state === undefined) {
      state = canonicalState(this.u, this.entries.get(block) as State);
      this.canonicalEntries.set(block, state);
    }
    return state;
  }

  /** Write a block and everything below it; `inherited` is the state of its only predecessor, if it has but one. */
  write(block: Block, inherited: State | undefined): void {
    const { u } = this;
    const reached = block.children.filter((child) => child.isMerge && this.entries.has(child));
    const isBehind = (child: Block): boolean => block.body !== null && !block.body.has(child);
    const byOrder = (a: Block, b: Block): number => b.order - a.order;
    const behind = reached.filter(isBehind).sort(byOrder);
    const inside = reached.filter((child) => !isBehind(child)).sort(byOrder);
    for (const child of behind) this.open(`${this.entry(child)}: {`);
    if (block.body !== null) this.open(`${this.label(block)}: for (;;) {`);
    for (const child of inside) this.open(`${this.entry(child)}: {`);
    const state = copyState(inherited ?? this.entryOf(block));
    this.writeEdges(block, runBlock(u, block, state));
    for (const child of inside.reverse()) {
      this.close();
      this.write(child, undefined);
    }
    if (block.body !== null) this.close();
    for (const child of behind.reverse()) {
      this.close();
      this.write(child, undefined);
    }
  }

  /** The label in front of a merge block; a header has another one for going round. */
  private entry(block: Block): string {
    return `B$${block.order}`;
  }

  private open(text: string): void {
    this.u.line(text);
    this.u.indent++;
  }

  private close(): void {
    this.u.indent--;
    this.u.line("}");
  }

  private writeEdges(from: Block, edges: readonly Edge[]): void {
    const { u } = this;
    for (const { target, state, condition } of edges) {
      if (condition !== undefined) this.open(`if (${condition}) {`);
      this.settleIterator(state);
      if (target.isMerge) {
        writeMoves(u, state, this.entryOf(target));
        u.line(
          target.body !== null && target.order <= from.order
            ? `continue ${this.label(target)};`
            : `break ${this.entry(target)};`,
        );
      } else this.write(target, state);
      if (condition !== undefined) this.close();
    }
  }

  /** FOR_ITER leaves the parts of a range iterator as sums: make them atoms. */
  private settleIterator(state: State): void {
    const iterator = state.stack[state.stack.length - 2];
    if (iterator?.kind !== "rangeIterator") return;
    const parts = (iterator.parts as Abstract[]).map((part) =>
      part.ref.includes(" ") ? { ...part, ref: this.u.temp(part.ref) } : part,
    );
    state.stack[state.stack.length - 2] = { ...iterator, parts };
  }
}

/** Write the body of the function. `first` is the state at its entry, in expressions that hold there. */
export function writeText(u: Unit, entries: ReadonlyMap<Block, State>, first: State): void {
  u.emitting = true;
  const { entry } = u.graph;
  const writer = new Writer(u, entries);
  if (entry.body !== null) {
    writeMoves(u, first, canonicalState(u, entries.get(entry) as State));
    writer.write(entry, undefined);
  } else writer.write(entry, copyState(first));
}
