/** A finished recording: any of its states, restored by doing or taking back changes, and the way to others (navigate.ts). */
import { decodeExceptionTable, type ExceptionEntry } from "../../bytecode/exceptiontable.ts";
import { DIS_NAMES } from "../../bytecode/opcode-properties.ts";
import type { PyCode } from "../../objects/types/code.ts";
import { applyChange, changeSize, LENGTH, type Log, type Moment, SPLICE } from "./log.ts";
import type { MirrorFrame, MirrorObject } from "./mirror.ts";
import { reportState, type StateReport } from "./report.ts";

export class Recording {
  /** Of the state in which the mirrors are. */
  private position: number;
  private readonly handlers = new Map<PyCode, readonly ExceptionEntry[]>();
  /** Where each change of the log begins: read backwards, their sizes do not tell. */
  private readonly starts: Int32Array;

  constructor(
    readonly log: Log,
    readonly frames: readonly MirrorFrame[],
    private readonly moment: Moment,
    /** It ended before the program did. */
    readonly isCut: boolean,
  ) {
    this.position = log.length - 1;
    const starts: number[] = [];
    for (let at = 0; at < log.changes.length; at += changeSize(log.changes, at)) starts.push(at);
    this.starts = Int32Array.from(starts);
  }

  /** Instructions; states are numbered from 0 to this, which is the end. */
  get length(): number {
    return this.log.length - 1;
  }

  /** The state before instruction `step`. */
  stateAt(step: number): StateReport {
    const to = Math.min(Math.max(0, step), this.length);
    this.moveTo(to);
    return reportState(this, to, this.moment);
  }

  /** The frame that executes instruction `step`. */
  frameAt(step: number): MirrorFrame {
    return this.frames[this.log.frames[step]];
  }

  opcodeAt(step: number): string | undefined {
    return DIS_NAMES[this.frameAt(step).code.ops[this.log.pcs[step]]];
  }

  lineAt(step: number): number {
    return this.frameAt(step).code.lineAt(this.log.pcs[step]);
  }

  /** The entries of the exception table in force at an instruction. */
  handlersAt(code: PyCode, pc: number): readonly ExceptionEntry[] {
    let entries = this.handlers.get(code);
    if (entries === undefined) {
      entries = decodeExceptionTable(code.blob.co_exceptiontable);
      this.handlers.set(code, entries);
    }
    return entries.filter(({ start, end }) => start <= 2 * pc && 2 * pc < end);
  }

  /** Has a change just before the state to do with the contents of the object? */
  touches(step: number, object: MirrorObject): boolean {
    const { changes, changesEnd } = this.log;
    for (let i = this.firstChange(step === 0 ? 0 : changesEnd[step - 1]); i < this.starts.length; i++) {
      const at = this.starts[i];
      if (at >= changesEnd[step]) return false;
      if ((changes[at] === SPLICE || changes[at] === LENGTH) && changes[at + 1] === object) return true;
    }
    return false;
  }

  /** Put the mirrors into the state before instruction `to`. */
  moveTo(to: number): void {
    const { changes, changesEnd } = this.log;
    const from = changesEnd[this.position];
    const end = changesEnd[to];
    if (end > from) {
      for (let i = this.firstChange(from); i < this.starts.length && this.starts[i] < end; i++) {
        applyChange(changes, this.starts[i], this.moment, false);
      }
    } else {
      for (let i = this.firstChange(from) - 1; i >= 0 && this.starts[i] >= end; i--) {
        applyChange(changes, this.starts[i], this.moment, true);
      }
    }
    this.position = to;
  }

  /** The index of the first change that begins at `at` or behind it. */
  private firstChange(at: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
