/**
 * Who wants to see the compiler work is told what each stage made: the inspector and `chaipy inspect`.
 *
 * Trap: an observer sees the compiler's own data, which the next pass changes. It copies what it keeps and changes nothing.
 */
import type { Mod } from "../syntax/generated/ast.ts";
import type { FlowGraph } from "./flowgraph.ts";
import type { CodeUnit } from "./instructions.ts";
import type { SymbolTable } from "./symbols/scopes.ts";

export interface CompileObserver {
  /** The tree after constant folding. */
  folded?(tree: Mod): void;
  symbols?(table: SymbolTable): void;
  /** The flow graph of one scope behind a pass, which has the name of CPython's function for it. */
  flowGraph?(unit: CodeUnit, pass: string, graph: FlowGraph): void;
}

/** Called behind a pass over the flow graph. */
export type PassDone = (pass: string) => void;

const NOBODY: PassDone = () => undefined;

export function watchPasses(unit: CodeUnit, graph: FlowGraph, observer: CompileObserver | undefined): PassDone {
  if (observer?.flowGraph === undefined) return NOBODY;
  return (pass) => observer.flowGraph?.(unit, pass, graph);
}
