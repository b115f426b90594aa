/**
 * Ctrl-C in the middle of a computation (CPython Modules/signalmodule.c does it between two instructions). A program
 * computes without a turn of the event loop, so only V8 itself can be asked to listen.
 */
import vm from "node:vm";

const WORK = Symbol.for("chaipy.work");

/** Does the work; undefined if SIGINT cut it off, wherever it was: no `catch` and no `finally` in it has run. */
export function interruptible(work: () => number): number | undefined {
  const place = globalThis as unknown as Record<symbol, unknown>;
  place[WORK] = work;
  try {
    const script = new vm.Script('globalThis[Symbol.for("chaipy.work")]()', { filename: "work" });
    return script.runInThisContext({ breakOnSigint: true }) as number;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") return undefined;
    throw error;
  }
}
