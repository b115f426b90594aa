/**
 * Unit: one piece of compiled code while it is made: its text, constants, temporaries and exits.
 *
 * The same handlers run twice, to find the types (`emitting` false: nothing is written) and to write the text.
 * There are two modes. A framed unit works on a frame of the driver and may run any instruction by its body in vm/.
 * An unframed one is a JavaScript function of its arguments; where it cannot go on by itself it builds its frame and
 * leaves (see landing.ts).
 */
import type { PyDict } from "../objects/kernel/dict.ts";
import type { Value } from "../objects/kernel/object.ts";
import type { PyCode } from "../objects/types/code.ts";
import type { Graph } from "./graph.ts";
import type { Exit, Place } from "./landing.ts";
import { type Abstract, make, type State } from "./state.ts";

export interface Assumptions {
  readonly globals: PyDict;
  readonly builtins: PyDict;
  /** Trust what was seen so far; else write forms that can do with anything. */
  readonly speculate: boolean;
  /** Write small functions into the text of their callers. */
  readonly inlines: boolean;
  /** A test of the exits: each is taken when it is first reached. */
  readonly stress: boolean;
  /** Say in the text which instruction each part belongs to. */
  readonly marks: boolean;
}

/** Why a code object cannot be compiled here. */
export class Refusal extends Error {}

/** The instruction that is done again where a function written in its place cannot go on. */
interface Outside {
  readonly state: State;
  readonly pc: number;
}

/** What a unit was at before it began with such a function, and how much was written. */
interface Around {
  readonly code: PyCode;
  readonly isFramed: boolean;
  readonly isStraight: boolean;
  readonly outside: Outside | undefined;
  readonly lines: number;
  readonly exits: number;
}

export class Unit {
  emitting = false;
  lines: string[] = [];
  readonly exits: Exit[] = [];
  readonly constants: unknown[] = [];
  private readonly constantNames = new Map<unknown, string>();
  private temporaries = 0;
  /** Canonical variables in use, in order: declared at the top, and handed over at an exit. */
  readonly variables = new Map<string, number>();
  /** Places for temporaries at an exit. */
  spares = 0;
  indent = 1;
  /** What KW_NAMES said, for the CALL behind it. */
  /** Every call runs through the block that is being translated. */
  isStraight = false;
  keywords: { readonly names: readonly string[]; readonly pc: number } | undefined = undefined;

  /** Where all exits lead while a function is written in place of a call: before that. */
  private outside: Outside | undefined = undefined;

  constructor(
    /** What is translated: the unit's code, or that of a function that is written into it. */
    public code: PyCode,
    readonly graph: Graph,
    /** Are there frames for the instructions? Not for those of a function that is written in place of a call. */
    public isFramed: boolean,
    readonly assume: Assumptions,
    /** The handler of an instruction. */
    readonly handle: (u: Unit, s: State, at: { pc: number; op: number; arg: number; next: number }) => unknown,
  ) {}

  get isInlining(): boolean {
    return this.outside !== undefined;
  }

  /** A function is written in place of a call; gives what `endInlined` brings back. */
  beginInlined(code: PyCode, outside: Outside): Around {
    const { code: own, isFramed, isStraight, outside: further, lines, exits } = this;
    this.code = code;
    this.isFramed = false;
    this.isStraight = true;
    this.outside = outside;
    return { code: own, isFramed, isStraight, outside: further, lines: lines.length, exits: exits.length };
  }

  endInlined({ code, isFramed, isStraight, outside }: Around): void {
    this.code = code;
    this.isFramed = isFramed;
    this.isStraight = isStraight;
    this.outside = outside;
  }

  /** What was written since is not wanted. */
  dropInlined({ lines, exits }: Around): void {
    this.lines.length = lines;
    this.exits.length = exits;
  }

  line(text: string): void {
    if (this.emitting) this.lines.push("  ".repeat(this.indent) + text);
  }

  temp(expression: string): string {
    if (!this.emitting) return "$0";
    const name = `$${++this.temporaries}`;
    this.line(`const ${name} = ${expression};`);
    return name;
  }

  /** A temporary that is assigned later. */
  slot(): string {
    if (!this.emitting) return "$0";
    const name = `$${++this.temporaries}`;
    this.line(`let ${name};`);
    return name;
  }

  constant(value: unknown): string {
    let name = this.constantNames.get(value);
    if (name === undefined) {
      name = `k$${this.constants.length}`;
      this.constants.push(value);
      this.constantNames.set(value, name);
    }
    return name;
  }

  /** The name of a canonical variable, declared. `first` is what it holds at the start. */
  variable(name: string): string {
    if (!this.variables.has(name)) this.variables.set(name, this.variables.size);
    return name;
  }

  /** Leave where `condition` holds, to do the instruction `pc` again outside: its operands are still on the stack. */
  guard(state: State, pc: number, condition: string, isExpected = false): void {
    if (!this.emitting) return;
    const forced = this.assume.stress ? ` || $R.forced($n, ${this.exits.length})` : "";
    this.line(`if (${condition}${forced}) { ${this.leave(state, pc, false, isExpected, false, condition)} }`);
  }

  /** Leave where the operation before gave nothing: it has had no effect, which it would have if this was a test. */
  guardResult(state: State, pc: number, condition: string): void {
    if (this.emitting) this.line(`if (${condition}) { ${this.leave(state, pc, false)} }`);
  }

  /** In a test of the exits, leave before an instruction. */
  probe(state: State, pc: number): void {
    if (this.assume.stress && this.keywords === undefined) this.guard(state, pc, "false", true);
  }

  /** The statements that leave. `waiting`: the instruction is a call under way, its operands taken. */
  leave(
    here: State,
    at: number,
    waiting: boolean,
    isExpected = waiting,
    needsFrame = false,
    condition?: string,
  ): string {
    const { state, pc } = this.outside ?? { state: here, pc: at };
    const moves: string[] = [];
    const used = { count: 0 };
    const locals = state.locals.map((value) => this.place(value, moves, used));
    const stack = state.stack.map((value) => this.place(value, moves, used));
    this.spares = Math.max(this.spares, used.count);
    this.exits.push({ pc, waiting, isExpected, needsFrame, condition, locals, stack });
    return `${moves.join("")}$x = ${this.exits.length - 1}; break $X;`;
  }

  private place(value: Abstract, moves: string[], used: { count: number }): Place {
    if (value.known !== undefined) return { kind: "constant", value: value.known };
    switch (value.kind) {
      case "unbound":
        return { kind: "constant", value: undefined };
      case "null":
        return { kind: "constant", value: null };
      case "float":
        return this.placeFloat(value, moves, used);
      case "method":
        return { kind: "choice", at: this.register(value.ref, moves, used), values: value.choices as Value[] };
      case "range":
      case "rangeIterator": {
        const parts = (value.parts as Abstract[]).map((part) => this.register(part.ref, moves, used));
        return { kind: value.kind, parts };
      }
      default:
        return { kind: "value", at: this.register(value.ref, moves, used) };
    }
  }

  private placeFloat(value: Abstract, moves: string[], used: { count: number }): Place {
    if (value.boxed !== undefined) return { kind: "value", at: this.register(value.boxed, moves, used) };
    const at = this.register(value.ref, moves, used);
    if (value.bound === undefined) return { kind: "float", at };
    return { kind: "float", at, bound: this.register(value.bound, moves, used) };
  }

  /** Where the tail of the function finds an expression: a variable's number, or a spare place (negative). */
  private register(ref: string, moves: string[], used: { count: number }): number {
    const known = this.variables.get(ref);
    if (known !== undefined) return known;
    moves.push(`$q${used.count} = ${ref}; `);
    return -1 - used.count++;
  }

  /** The object of a value, as an expression. */
  box(state: State, value: Abstract): string {
    switch (value.kind) {
      case "float": {
        if (value.boxed !== undefined) return value.boxed;
        const boxed = this.temp(`new $Float(${value.ref})`);
        this.replace(state, value, { ...value, boxed });
        return boxed;
      }
      case "method": {
        const names = (value.choices as Value[]).map((choice) => this.constant(choice));
        return this.temp(`[${names.join(", ")}][${value.ref}]`);
      }
      case "range": {
        const [start, stop, step] = (value.parts as Abstract[]).map((part) => part.ref);
        const made = this.temp(`$R.range(${start}, ${stop}, ${step})`);
        this.replace(state, value, make("any", made));
        return made;
      }
      case "rangeIterator": {
        const [current, step, remaining] = (value.parts as Abstract[]).map((part) => part.ref);
        return this.temp(`$R.rangeIterator(${current}, ${step}, ${remaining})`);
      }
      default:
        return value.ref;
    }
  }

  /** More is known of a value: say so of each of its copies. */
  replace(state: State, old: Abstract, value: Abstract): void {
    const same = (each: Abstract): boolean =>
      each === old || (this.emitting && each.ref === old.ref && each.kind === old.kind && old.parts === undefined);
    for (let i = 0; i < state.locals.length; i++) if (same(state.locals[i])) state.locals[i] = value;
    for (let i = 0; i < state.stack.length; i++) if (same(state.stack[i])) state.stack[i] = value;
  }

  /** Bring everything into the frame's own homes. */
  spill(state: State): void {
    this.spillLocals(state);
    const { nlocalsplus } = this.code;
    for (let i = 0; i < state.stack.length; i++) {
      this.line(`$S[${nlocalsplus + i}] = ${this.box(state, state.stack[i])};`);
    }
  }

  spillLocals(state: State): void {
    const { nlocalsplus } = this.code;
    for (let i = 0; i < nlocalsplus; i++) {
      if (state.clean[i]) continue;
      const value = state.locals[i];
      if (value.bound !== undefined) this.line(`$S[${i}] = ${value.bound} ? new $Float(${value.ref}) : undefined;`);
      else this.line(`$S[${i}] = ${this.box(state, value)};`);
      state.clean[i] = true;
    }
  }

  /** A constant of the program as a value. */
  known(value: Value): Abstract {
    switch (typeof value) {
      case "number":
        return make("int", value < 0 ? `(${value})` : String(value), { low: value, high: value, known: value });
      case "boolean":
        return make("bool", String(value), { known: value });
      case "string":
        return make("str", value.length < 40 ? JSON.stringify(value) : this.constant(value), { known: value });
      default:
        return make("any", this.constant(value), { known: value });
    }
  }
}
